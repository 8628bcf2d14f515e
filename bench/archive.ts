// Judges Arabic search on real collections: plain words and light stems by a BM25 of the bench's own, and the archive by its own code.
// Options: --task title|event|arcd|xquad (default all), --part train|test (odd or even queries).

import { parseArgs } from 'node:util';
import { indexInMemory } from '../src/archive/index-file.ts';
import { queryWords } from '../src/archive/query-words.ts';
import { SearchIndex } from '../src/archive/search-index.ts';
import { storyId } from '../src/story/ids.ts';
import { BaselineIndex } from './archive/baseline-index.ts';
import { collectionsFolder, newsStories, type Passage, passages, type Query, queries } from './archive/collections.ts';
import { ndcg } from './archive/measures.ts';
import { type Row, table } from './table.ts';

const { values } = parseArgs({ options: { task: { type: 'string' }, part: { type: 'string' } } });

/** Up to `limit` ids of documents for a query, best first. */
type System = (query: string, limit: number) => string[];

function archiveOf(documents: readonly Passage[]): System {
  const index = new SearchIndex(
    indexInMemory(
      documents.map(({ headline, text, published }, at) => ({
        id: storyId.parse(at + 1),
        headline,
        text,
        publishedAt: (Number.isNaN(published) ? 0 : published) * 86_400_000,
        facets: [],
      })),
    ),
  );
  return (query, limit) =>
    index.search({ words: queryWords(query) }, limit).map((hit) => documents[hit.id - 1]?.id ?? '');
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

const folder = collectionsFolder();
if (folder === null) {
  console.log('bench:archive skipped: no collections here (../shared/data/retrieval, or WARRAQ_DATA).');
} else {
  console.log(`nDCG@10\n${table(rowsOf(folder))}`);
}
