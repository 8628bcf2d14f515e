// Judges the analysis and the ranking of Arabic search on real collections: plain words, light stems, and ours.
// Options: --task title|event|arcd|xquad (default all), --part train|test (odd or even queries), --weights JSON.

import { parseArgs } from 'node:util';
import { type CollectionIndex, type FieldName, indexCollection } from './archive/collection-index.ts';
import { collectionsFolder, newsStories, passages, type Query, queries } from './archive/collections.ts';
import { ndcg, topIds } from './archive/measures.ts';

type Weights = Partial<Record<FieldName, number>>;

const { values } = parseArgs({
  options: { task: { type: 'string' }, part: { type: 'string' }, weights: { type: 'string', multiple: true } },
});
const OURS: Weights = { stem: 1, gram: 0.5, pair: 0.5, skeleton: 0.2, headline: 0.3 };
const SYSTEMS: [string, Weights][] = values.weights
  ? values.weights.map((text) => [text, JSON.parse(text) as Weights])
  : [
      ['plain words', { plain: 1 }],
      ['light stems', { light: 1 }],
      ['ours', OURS],
    ];
const fields = new Set(SYSTEMS.flatMap(([, weights]) => Object.keys(weights) as FieldName[]));

function scoresOf(index: CollectionIndex, text: string, weights: Weights): Float32Array {
  const scores = new Float32Array(index.ids.length);
  for (const [field, weight] of Object.entries(weights) as [FieldName, number][]) {
    index.fields[field]?.index.add(index.terms(field, text), weight, scores);
  }
  return scores;
}

function inPart(all: readonly Query[]): Query[] {
  if (values.part === undefined) return [...all];
  return all.filter((_, at) => at % 2 === (values.part === 'train' ? 0 : 1));
}

function row(name: string, index: CollectionIndex, asked: readonly Query[]): void {
  const results = SYSTEMS.map(([, weights]) => {
    const sum = asked.reduce(
      (all, query) => all + ndcg(topIds(scoresOf(index, query.text, weights), index.ids, query), query),
      0,
    );
    return (sum / asked.length).toFixed(3);
  });
  console.log(`${name.padEnd(22)} ${results.join('   ')}   (${asked.length} queries)`);
}

const folder = collectionsFolder();
if (folder === null) {
  console.log('bench:archive skipped: no collections here (../shared/data/retrieval, or WARRAQ_DATA).');
} else {
  console.log(`${'nDCG@10'.padEnd(22)} ${SYSTEMS.map(([name]) => name).join('   ')}`);
  for (const [kind, tasks] of [
    ['qa', ['arcd', 'xquad']],
    ['ant', ['title', 'event']],
  ] as const) {
    if (values.task !== undefined && !(tasks as readonly string[]).includes(values.task)) continue;
    const start = performance.now();
    const index = indexCollection(kind === 'ant' ? newsStories(folder) : passages(folder), fields);
    console.log(`${index.ids.length} texts indexed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const all = queries(folder, kind === 'ant' ? 'ant-queries.jsonl' : 'qa-queries.jsonl');
    for (const task of tasks) {
      if (values.task !== undefined && values.task !== task) continue;
      row(`${kind} ${task}`, index, inPart(all.filter((query) => query.task === task)));
    }
  }
}
