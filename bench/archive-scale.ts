// Measures the archive at a size: `--stories 1000000` (default 40,000). Beyond the 40,718 real stories, made ones: each takes the
// length and the order of a real one, every run of a dozen words of it from that story or, as often, from another, and one word in
// 200 is one that no story has, so that the vocabulary grows as it would (by the square root of the words, about).
// Prints how fast the index is built from texts, its size, the memory of the process that searches it, and its times.

import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { matchKey } from '../src/arabic/normal-form.ts';
import { eachWord } from '../src/archive/document.ts';
import { IndexBuilder } from '../src/archive/index-build.ts';
import { readIndex, writeIndex } from '../src/archive/index-file.ts';
import { queryWords } from '../src/archive/query-words.ts';
import { SearchIndex } from '../src/archive/search-index.ts';
import { respelled } from '../src/archive/spelling/respelled.ts';
import { storyId } from '../src/story/ids.ts';
import { collectionsFolder, newsStories, type Passage, queries } from './archive/collections.ts';
import { type Row, table } from './table.ts';

const RUN = 12;
const NEW_WORD = 200;
const DAY = 86_400_000;
const QUERIES = 400;

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '40000' }, search: { type: 'string' } },
});

/** The same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function wordsIn(text: string): string[] {
  const key = matchKey(text);
  const words: string[] = [];
  eachWord(key, (start, end) => words.push(key.slice(start, end)));
  return words;
}

const LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

function made(words: readonly (readonly string[])[], number: number, random: () => number): string {
  const base = words[number % words.length] ?? [];
  const told: string[] = [];
  for (let at = 0; at < base.length; at += RUN) {
    const from = random() < 0.5 ? base : (words[Math.floor(random() * words.length)] ?? base);
    told.push(...from.slice(at, at + RUN), ...base.slice(Math.max(at, from.length), at + RUN));
  }
  for (let at = Math.floor(random() * NEW_WORD); at < told.length; at += NEW_WORD) {
    const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? '';
    told[at] = `${told[at]}${letter}${LETTERS[Math.floor(random() * LETTERS.length)] ?? ''}`;
  }
  return told.join(' ');
}

function build(stories: readonly Passage[], count: number, file: string): number {
  const words = stories.map((story) => wordsIn(story.text));
  const random = randomFrom(1);
  const began = performance.now();
  const builder = new IndexBuilder();
  for (let number = 0; number < count; number += 1) {
    const { headline, published } = stories[number % stories.length] as Passage;
    const isReal = number < stories.length;
    builder.add({
      id: storyId.parse(number + 1),
      headline,
      text: isReal ? (stories[number] as Passage).text : made(words, number, random),
      publishedAt:
        (Number.isNaN(published) ? 17_600 : published) * DAY - Math.floor(number / stories.length) * 365 * DAY,
      facets: [
        'edition:ar',
        `section:${number % 23}`,
        `author:${number % 997}`,
        `year:${2018 - Math.floor(number / stories.length)}`,
      ],
    });
  }
  writeIndex(file, builder, 0);
  return performance.now() - began;
}

const share = (times: readonly number[], part: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(part * times.length)] ?? 0).toFixed(1);

function timed(asks: readonly (() => unknown)[]): number[] {
  return asks.map((ask) => {
    const began = performance.now();
    ask();
    return performance.now() - began;
  });
}

/** In a process of its own, so that its memory is that of searching alone. */
function search(file: string, folder: string): void {
  const opened = performance.now();
  const index = readIndex(file);
  if (index === null) throw new Error('the index cannot be read');
  const searched = new SearchIndex(index);
  const opening = performance.now() - opened;
  const log = [...queries(folder, 'ant-queries.jsonl'), ...queries(folder, 'qa-queries.jsonl')];
  const mixed = log.filter((_, at) => at % Math.ceil(log.length / QUERIES) === 0).map((query) => query.text);
  const ask = (text: string) => () => searched.search(respelled(queryWords(text), searched.statistics), 10);
  timed(mixed.slice(0, 50).map(ask));
  const searches = timed(mixed.map(ask));
  const typing = mixed.map((text) => text.slice(0, 4 + (text.length % 9)));
  const suggests = timed(
    typing.map((text) => () => {
      const words = queryWords(text);
      const last = words.at(-1) ?? '';
      const grown = index.wordsStartingWith(last, 8).map(({ word }) => ({ word, share: 1 }));
      return searched.search({ words, spellings: new Map([[last, grown]]) }, 5);
    }),
  );
  const resident = process.memoryUsage().rss;
  const texts = newsStories(folder).filter((_, at) => at % 400 === 0);
  const related = timed(
    texts.map(
      ({ text }) =>
        () =>
          searched.alike({ words: wordsIn(text), publishedAt: 17_600 * DAY }, 20),
    ),
  );
  const row: Row = {
    'opening, ms': opening.toFixed(0),
    'MB resident': (resident / 1_048_576).toFixed(0),
    'search p50 / p95, ms': `${share(searches, 0.5)} / ${share(searches, 0.95)}`,
    'suggest p50 / p95': `${share(suggests, 0.5)} / ${share(suggests, 0.95)}`,
    'related p50 / p95': `${share(related, 0.5)} / ${share(related, 0.95)}`,
  };
  process.send?.(row);
}

async function measure(folder: string): Promise<Row> {
  const count = Number(values.stories);
  const scratch = mkdtempSync(join(tmpdir(), 'warraq-scale-'));
  try {
    const file = join(scratch, 'index');
    const took = build(newsStories(folder), count, file);
    const child = fork(import.meta.filename, ['--search', file], { stdio: 'inherit' });
    const row = await new Promise<Row>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Row));
      child.once('exit', (code) => reject(new Error(`the search ended with ${code}`)));
    });
    return {
      stories: count,
      'stories/s': ((count / took) * 1000).toFixed(0),
      'MB on disk': (statSync(file).size / 1_048_576).toFixed(0),
      ...row,
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const folder = collectionsFolder();
if (folder === null)
  console.log('bench:archive-scale skipped: no collections here (../shared/data/retrieval, or WARRAQ_DATA).');
else if (values.search !== undefined) search(values.search, folder);
else console.log(table([await measure(folder)]));
