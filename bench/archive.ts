// Judges Arabic search on real collections: plain words and light stems by a BM25 of the bench's own, and the archive by its own code.
// Options: --task title|event|arcd|xquad|related|dirt (default all), --part train|test (odd or even queries).

import { parseArgs } from 'node:util';
import { wordsOf } from '../src/archive/document.ts';
import { indexInMemory } from '../src/archive/index-file.ts';
import { queryWords } from '../src/archive/query-words.ts';
import { SearchIndex } from '../src/archive/search-index.ts';
import { respelled } from '../src/archive/spelling/respelled.ts';
import { storyId } from '../src/story/ids.ts';
import { BaselineIndex } from './archive/baseline-index.ts';
import { collectionsFolder, newsStories, type Passage, passages, type Query, queries } from './archive/collections.ts';
import { type Dirt, dirts } from './archive/dirt.ts';
import { ndcg } from './archive/measures.ts';
import { type Row, table } from './table.ts';

const { values } = parseArgs({ options: { task: { type: 'string' }, part: { type: 'string' } } });

/** Up to `limit` ids of documents for a query, best first. */
type System = (query: string, limit: number) => string[];

function indexOf(documents: readonly Passage[]): SearchIndex {
  return new SearchIndex(
    indexInMemory(
      documents.map(({ headline, text, published }, at) => ({
        id: storyId.parse(at + 1),
        headline,
        text,
        publishedAt: momentOf(published),
        facets: [],
      })),
    ),
  );
}

const momentOf = (day: number): number => (Number.isNaN(day) ? 0 : day) * 86_400_000;

function archiveOf(documents: readonly Passage[], index = indexOf(documents)): System {
  return (query, limit) =>
    index.search(respelled(queryWords(query), index.statistics), limit).map((hit) => documents[hit.id - 1]?.id ?? '');
}

function judge(task: string, asked: readonly Query[], systems: Readonly<Record<string, System>>): Row {
  const asks = Object.entries(systems).map(([name, system]) => ({ name, ...ask(asked, system) }));
  const means = Object.fromEntries(asks.map(({ name, mean }) => [name, mean.toFixed(3)]));
  const times = asks.at(-1)?.times ?? [];
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  return { task, queries: asked.length, ...means, 'the last, p50 / p95 in ms': `${at(0.5)} / ${at(0.95)}` };
}

/** The mean nDCG@10, and the milliseconds of each query from the shortest. */
function ask(asked: readonly Query[], system: System): { mean: number; times: number[] } {
  const times: number[] = [];
  let sum = 0;
  for (const query of asked) {
    const began = performance.now();
    // Near-copies of the query's own story count neither way.
    const found = system(query.text, 10 + query.excluded.size).filter((id) => !query.excluded.has(id));
    times.push(performance.now() - began);
    sum += ndcg(found.slice(0, 10), query);
  }
  return { mean: sum / Math.max(1, asked.length), times: times.sort((a, b) => a - b) };
}

const inPart = (all: readonly Query[]): Query[] =>
  all.filter((_, at) => values.part === undefined || at % 2 === (values.part === 'train' ? 0 : 1));

function rowsOf(folder: string): Row[] {
  const news = (): Passage[] => newsStories(folder);
  // A headline that is asked for must not stand in its own story.
  const bare = (): Passage[] => news().map((story) => ({ ...story, headline: '' }));
  const tasks = [
    { task: 'title', documents: bare, file: 'ant-queries.jsonl' },
    { task: 'event', documents: news, file: 'ant-queries.jsonl' },
    { task: 'arcd', documents: () => passages(folder), file: 'qa-queries.jsonl' },
    { task: 'xquad', documents: () => passages(folder), file: 'qa-queries.jsonl' },
  ] as const;
  return tasks
    .filter(({ task }) => values.task === undefined || values.task === task)
    .map(({ task, documents, file }) => {
      const texts = documents();
      const asked = inPart(queries(folder, file).filter((query) => query.task === task));
      const baseline = new BaselineIndex(texts);
      return judge(task, asked, {
        'plain words': (query, limit) => baseline.search('plain', query, limit),
        'light stems': (query, limit) => baseline.search('light', query, limit),
        archive: archiveOf(texts),
      });
    });
}

/** The share of an event's stories, by others, among the ten that are most alike to one of them. */
function related(folder: string): Row {
  const stories = newsStories(folder);
  const index = indexOf(stories);
  const placeOf = new Map(stories.map((story, at) => [story.id, at]));
  const asked = inPart(queries(folder, 'ant-queries.jsonl').filter((query) => query.task === 'event'));
  const times: number[] = [];
  let sum = 0;
  for (const { qid, relevant, excluded } of asked) {
    const story = stories[placeOf.get(qid.replace('ant-e', 'A')) ?? -1];
    if (story === undefined) throw new Error(`no story for ${qid}`);
    const began = performance.now();
    const model = { words: wordsOf(`${story.headline}\n${story.text}`), publishedAt: momentOf(story.published) };
    const hits = index.alike(model, 11 + excluded.size).map((hit) => stories[hit.id - 1]?.id ?? '');
    times.push(performance.now() - began);
    const others = hits.filter((id) => id !== story.id && !excluded.has(id)).slice(0, 10);
    sum += others.filter((id) => relevant.has(id)).length / relevant.size;
  }
  times.sort((a, b) => a - b);
  return {
    task: 'related, recall@10',
    queries: asked.length,
    archive: (sum / asked.length).toFixed(3),
    'p50 in ms': (times[times.length >> 1] ?? 0).toFixed(1),
  };
}

/** Of the questions that find their passage among the first ten when they are clean, the share that does when they are spoilt. */
function spoilt(folder: string): Row[] {
  const texts = passages(folder);
  const index = indexOf(texts);
  const system = archiveOf(texts, index);
  const asked = inPart(queries(folder, 'qa-queries.jsonl'));
  const count = (word: string): number => index.statistics.wordCount(queryWords(word)[0] ?? '');
  const recall = (dirt: Dirt): number => {
    const found = asked.filter(({ text, relevant }) => system(dirt(text, count), 10).some((id) => relevant.has(id)));
    return found.length / asked.length;
  };
  const clean = recall((text) => text);
  return [
    { dirt: 'none', 'recall@10': clean.toFixed(3), 'share of the clean': '1' },
    ...Object.entries(dirts).map(([dirt, spoil]) => {
      const found = recall(spoil);
      return { dirt, 'recall@10': found.toFixed(3), 'share of the clean': (found / clean).toFixed(3) };
    }),
  ];
}

const folder = collectionsFolder();
const isAsked = (task: string): boolean => values.task === undefined || values.task === task;
if (folder === null) {
  console.log('bench:archive skipped: no collections here (../shared/data/retrieval, or WARRAQ_DATA).');
} else {
  const ranked = rowsOf(folder);
  if (ranked.length > 0) console.log(`nDCG@10\n${table(ranked)}\n`);
  if (isAsked('related')) console.log(`${table([related(folder)])}\n`);
  if (isAsked('dirt')) console.log(table(spoilt(folder)));
}
