// Measures near-duplicates and same event on real news stories: what is found, what is found wrongly, and how long it takes.
// Options: --part train|test (odd or even queries), --wrong lists the pairs of that part that disagree with the labels.

import { parseArgs } from 'node:util';
import { alike } from '../src/archive/likeness/alike.ts';
import { collectionsFolder, newsStories, type Passage, type Query, queries } from './archive/collections.ts';
import { NewsCollection } from './archive/news-collection.ts';
import { table } from './table.ts';

const { values } = parseArgs({ options: { part: { type: 'string' }, wrong: { type: 'boolean' } } });

/** `copy`: labelled as a near-copy; `event`: as the same event by others; `other`: neither, by labels that know only shared runs. */
interface Pair {
  readonly own: Passage;
  readonly other: Passage;
  readonly label: 'copy' | 'event' | 'other';
  readonly isCandidate: boolean;
  readonly like: ReturnType<typeof alike>;
}

function pairsOf(collection: NewsCollection, query: Query): Pair[] {
  const own = collection.story(`A${query.qid.slice('ant-e'.length)}`);
  const candidates = new Set(collection.candidates(own));
  const labelled = [...query.relevant, ...query.excluded].map((id) => collection.story(id));
  return [...new Set([...candidates, ...labelled])]
    .filter((other) => other !== own)
    .map((other) => ({
      own,
      other,
      label: query.excluded.has(other.id) ? 'copy' : query.relevant.has(other.id) ? 'event' : 'other',
      isCandidate: candidates.has(other),
      like: alike(collection.made(own), collection.made(other)),
    }));
}

const count = (pairs: readonly Pair[], is: (pair: Pair) => boolean): number => pairs.filter(is).length;
const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);

function judge(part: string, pairs: readonly Pair[]) {
  const copies = count(pairs, ({ label }) => label === 'copy');
  const found = pairs.filter(({ isCandidate, like }) => isCandidate && like.isNearDuplicate);
  const right = count(found, ({ label }) => label === 'copy');
  const events = count(pairs, ({ label }) => label === 'event');
  const grouped = pairs.filter(({ isCandidate, like }) => isCandidate && like.isSameEvent && !like.isNearDuplicate);
  const labelled = count(grouped, ({ label }) => label === 'event');
  return {
    part,
    'copies labelled': copies,
    'among the candidates': share(
      count(pairs, ({ label, isCandidate }) => label === 'copy' && isCandidate),
      copies,
    ),
    'near-duplicates found': found.length,
    precision: share(right, found.length),
    recall: share(right, copies),
    'same event labelled': events,
    'event pairs among the candidates': share(
      count(pairs, (p) => p.label === 'event' && p.isCandidate),
      events,
    ),
    'event pairs found': grouped.length,
    'of them labelled': share(labelled, grouped.length),
    'event recall': share(
      count(pairs, (p) => p.label === 'event' && p.isCandidate && p.like.isSameEvent),
      events,
    ),
  };
}

function wrong(pairs: readonly Pair[]): void {
  for (const { own, other, label, like } of pairs) {
    const isRight = like.isNearDuplicate ? label === 'copy' : label === 'event' ? like.isSameEvent : label !== 'copy';
    const isUnlabelled = label === 'other' && like.isSameEvent;
    if (isRight && !isUnlabelled) continue;
    const said = like.isNearDuplicate ? 'near-duplicate' : like.isSameEvent ? 'same event' : 'apart';
    const figures = `${like.copied.toFixed(2)} ${like.likeness.toFixed(2)} ${(other.published - own.published).toFixed(1)}d`;
    console.log(`${label}, found ${said} (${figures}): ${own.headline} | ${other.headline}`);
  }
}

const folder = collectionsFolder();
if (folder === null) console.log('Skipped: the collections are not there.');
else {
  const collection = new NewsCollection(newsStories(folder));
  const asked = queries(folder, 'ant-queries.jsonl').filter(({ task }) => task === 'event');
  const rows = (['train', 'test'] as const).map((part) => {
    const own = asked.filter((_, at) => at % 2 === (part === 'train' ? 0 : 1));
    const pairs = own.flatMap((query) => pairsOf(collection, query));
    if (values.wrong === true && values.part === part) wrong(pairs);
    return judge(part, pairs);
  });
  console.log(table(rows));
  const times = asked
    .slice(0, 200)
    .map(({ qid }) => collection.timed(collection.story(`A${qid.slice('ant-e'.length)}`)));
  const at = (what: 'search' | 'compare', part: number): string =>
    (times.map((time) => time[what]).sort((a, b) => a - b)[Math.floor(part * times.length)] ?? 0).toFixed(1);
  for (const what of ['search', 'compare'] as const)
    console.log(`${what}: p50 ${at(what, 0.5)} ms, p95 ${at(what, 0.95)} ms`);
}
