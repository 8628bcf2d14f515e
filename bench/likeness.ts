// Measures near-duplicates and same event on real news stories: what is found, what is found wrongly, and how long it takes.
// Options: --part train|test (odd or even queries), --wrong lists the pairs of that part that disagree with the labels.

import { parseArgs } from 'node:util';
import { wordsOf } from '../src/archive/document.ts';
import { IndexBuilder } from '../src/archive/index-build.ts';
import { alike, type Compared, compared } from '../src/archive/likeness/alike.ts';
import { remembering } from '../src/archive/likeness/telling.ts';
import { SearchIndex } from '../src/archive/search-index.ts';
import { storyId } from '../src/story/ids.ts';
import { collectionsFolder, newsStories, type Passage, type Query, queries } from './archive/collections.ts';
import { table } from './table.ts';

const { values } = parseArgs({ options: { part: { type: 'string' }, wrong: { type: 'boolean' } } });

const DAY_MS = 86_400_000;

/** As many as the newsroom compares a story with. */
const CANDIDATES = 30;
/** Stems that are searched for. */
const ASKED = 50;

/** `copy`: labelled as a near-copy; `event`: as the same event by others; `other`: neither, by labels that know only shared runs. */
interface Pair {
  readonly own: Passage;
  readonly other: Passage;
  readonly label: 'copy' | 'event' | 'other';
  readonly isCandidate: boolean;
  readonly like: ReturnType<typeof alike>;
}

class Collection {
  readonly #index: SearchIndex;
  readonly #stories: readonly Passage[];
  readonly #byId: ReadonlyMap<string, Passage>;
  readonly #compared = new Map<Passage, Compared>();

  constructor(stories: readonly Passage[]) {
    const builder = new IndexBuilder();
    for (const [at, { headline, text }] of stories.entries())
      builder.add({ id: storyId.parse(at + 1), headline, text });
    this.#index = new SearchIndex(builder.finish(0));
    this.#stories = stories;
    this.#byId = new Map(stories.map((story) => [story.id, story]));
  }

  story(id: string): Passage {
    const story = this.#byId.get(id);
    if (story === undefined) throw new Error(`there is no story ${id}`);
    return story;
  }

  candidates({ id, headline, text }: Passage): Passage[] {
    const counts = new Map<string, { word: string; count: number }>();
    for (const word of wordsOf(`${headline}\n${text}`)) {
      const stem = this.#index.stemOf(word);
      const known = counts.get(stem);
      if (known === undefined) counts.set(stem, { word, count: 1 });
      else known.count += 1;
    }
    const words = [...counts.values()]
      .sort((a, b) => b.count * this.#index.rarity(b.word) - a.count * this.#index.rarity(a.word))
      .slice(0, ASKED)
      .map(({ word }) => word);
    const hits = this.#index.search(words.join(' '), CANDIDATES + 1);
    return hits.flatMap((hit) => this.#stories[hit.id - 1] ?? []).filter((story) => story.id !== id);
  }

  made(story: Passage): Compared {
    let made = this.#compared.get(story);
    if (made === undefined) {
      made = compared({ ...story, publishedAt: story.published * DAY_MS }, this.#index);
      this.#compared.set(story, made);
    }
    return made;
  }

  /** Comparisons of one story with its candidates, nothing remembered: what filing a story costs. */
  timed(story: Passage): { search: number; compare: number } {
    const began = performance.now();
    const candidates = this.candidates(story);
    const found = performance.now();
    // As the newsroom does: what the words are is remembered, the stories are not.
    const words = remembering(this.#index);
    const make = (one: Passage): Compared => compared({ ...one, publishedAt: one.published * DAY_MS }, words);
    const own = make(story);
    for (const candidate of candidates) alike(own, make(candidate));
    return { search: found - began, compare: performance.now() - found };
  }
}

function pairsOf(collection: Collection, query: Query): Pair[] {
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
  const collection = new Collection(newsStories(folder));
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
