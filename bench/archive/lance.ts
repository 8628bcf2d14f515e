// Measures LanceDB as an index of stems, for the decision record on the index: building, asking, counting, changing.
// Options: --stories N (default 40718; beyond the real ones, varied copies), --package FOLDER (where LanceDB is installed).

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isStopWord } from '../../src/arabic/stop-words.ts';
import { collectionsFolder, queries } from './collections.ts';
import { type Columns, openLance, type Row, type Table } from './lance-package.ts';

import { type StemmedCollection, stemmedCollection } from './stemmed-collection.ts';
import { folderSize, percentiles, timed } from './times.ts';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '40718' },
    package: { type: 'string', default: '.' },
    ask: { type: 'string' },
  },
});
const stories = Number(values.stories);
const BATCH = 5_000;
const FIRST = 300;
const QUERIES = 200;

const collections = collectionsFolder();
const lancePackage = resolve(values.package, 'package.json');
const hasLance = existsSync(lancePackage) && resolves('@lancedb/lancedb', lancePackage);

if (collections === null) console.log('skipped: the collections of stories are not on this machine');
else if (!hasLance)
  console.log(
    'skipped: LanceDB is no dependency; `npm install @lancedb/lancedb apache-arrow` in a folder, then --package FOLDER',
  );
else if (values.ask !== undefined) await ask(collections, values.ask);
else await build(collections);

function resolves(name: string, from: string): boolean {
  try {
    createRequire(from).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Fills a table and indexes it, and has another process ask it, so that its memory is the asking's alone. */
async function build(folder: string): Promise<void> {
  const collection = stemmedCollection(folder);
  const place = mkdtempSync(join(tmpdir(), 'warraq-lance-'));
  try {
    const lance = openLance(lancePackage);
    const db = await lance.connect(place);
    let table: Table | undefined;
    const [fillMs] = await timed(async () => {
      for (let at = 0; at < stories; at += BATCH) {
        const rows = Array.from({ length: Math.min(BATCH, stories - at) }, (_, index) => collection.row(at + index));
        if (table === undefined) table = await db.createTable('stories', rows);
        else await table.add(rows);
      }
    });
    if (table === undefined) return;
    const filled = table;
    const config = lance.Index.fts({
      baseTokenizer: 'whitespace',
      withPosition: true,
      stem: false,
      lowercase: false,
      removeStopWords: false,
      asciiFolding: false,
    });
    const [indexMs] = await timed(() => filled.createIndex('stems', { config }));
    const seconds = (fillMs + indexMs) / 1_000;
    say('stories', stories);
    say('fill, s', fillMs / 1_000);
    say('index, s', indexMs / 1_000);
    say('stories a second', stories / seconds);
    say('on disk, MB', folderSize(place) / 1e6);
    say('building process at most, MB', process.resourceUsage().maxRSS / 1_024);
    table.close();
    const again = ['--stories', String(stories), '--package', values.package, '--ask', place];
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...again], { stdio: 'inherit' });
  } finally {
    rmSync(place, { recursive: true });
  }
}

async function ask(folder: string, place: string): Promise<void> {
  const lance = openLance(lancePackage);
  const db = await lance.connect(place);
  const table = await db.openTable('stories');
  const collection = stemmedCollection(folder);
  const before = process.memoryUsage.rss();
  const asked = queries(folder, 'ant-queries.jsonl')
    .filter((query) => query.task === 'title')
    .slice(0, QUERIES)
    .map((query) => collection.wordsOf(query.text));
  const match = (stems: readonly string[], isAnd = false) =>
    new lance.MatchQuery(stems.join(' '), 'stems', { operator: isAnd ? 'AND' : 'OR' });
  const first = (stems: readonly string[], columns: string[]) =>
    table.query().fullTextSearch(match(stems)).select(columns).limit(FIRST).toArray();
  const ids = ['id', '_score'];

  const all = asked.map((words) => words.map((word) => word.stem));
  const telling = asked.map((words) => words.filter(({ word }) => !isStopWord(word, 'search')).map(({ stem }) => stem));
  await series('first 300, ids, every word', all, (stems) => first(stems, ids));
  await series('first 300, ids, without stop words', telling, (stems) => first(stems, ids));
  say('memory that the asking added, MB', (process.memoryUsage.rss() - before) / 1e6);
  await series('first 300 with their stems', telling, (stems) => first(stems, [...ids, 'stems']));
  const two = telling.filter((stems) => stems.length >= 2).map((stems) => stems.slice(0, 2));
  const whole = async (stems: readonly string[]) => {
    const query = table.query().fullTextSearch(match(stems, true));
    return counted(await query.select(['id', 'section', 'published', '_score']).limit(stories).toArrow());
  };
  await series('two words, all matches counted and sorted by date', two, whole);
  const common = collection.commonStems.map((stem) => [stem]);
  await series('one common word, all matches counted and sorted by date', common, whole);
  const three = all.filter((stems) => stems.length >= 3).map((stems) => stems.slice(0, 3));
  await series('phrase of three, first 300', three, (stems) =>
    table
      .query()
      .fullTextSearch(new lance.PhraseQuery(stems.join(' '), 'stems'))
      .select(ids)
      .limit(FIRST)
      .toArray(),
  );
  await changes(table, telling, first, collection);
}

/** What a page of results with facets and in order of date needs of all matches: read by columns, no row is an object. */
function counted(found: Columns): Float64Array {
  const [sections, published] = [found.getChild('section').toArray(), found.getChild('published').toArray()];
  const facets = new Map<number, number>();
  for (let at = 0; at < found.numRows; at += 1) {
    const section = sections[at] ?? 0;
    // A year in milliseconds is near enough for a count.
    const year = 1_970 + Math.floor((published[at] ?? 0) / 31_556_952_000);
    facets.set(section, (facets.get(section) ?? 0) + 1);
    facets.set(year, (facets.get(year) ?? 0) + 1);
  }
  return Float64Array.from(published).sort().reverse();
}

async function changes(
  table: Table,
  asked: readonly (readonly string[])[],
  first: (stems: readonly string[], columns: string[]) => Promise<readonly Row[]>,
  collection: StemmedCollection,
): Promise<void> {
  const fresh = (at: number): Row => ({ ...collection.row(at), id: stories + at, stems: `جديد${at} خبر جديد` });
  const found = async (at: number) => (await first([`جديد${at}`], ['id', '_score'])).length;
  const [addMs] = await timed(() => table.add([fresh(0)]));
  const [lookMs, seen] = await timed(() => found(0));
  say('add a row, ms', addMs);
  say(`look for it, ms (${seen} found)`, lookMs);
  for (let at = 1; at < 100; at += 1) await table.add([fresh(at)]);
  await series('first 300, ids, with 100 rows not yet indexed', asked, (stems) => first(stems, ['id', '_score']));
  await optimized(table, 'optimize after 100 rows');
  await table.update({ where: `id = ${stories}`, values: { stems: 'متغير1' } });
  await table.update({ where: `id = ${stories + 1}`, values: { stems: 'متغير2' } });
  await optimized(table, 'optimize after two changed rows');
  const [deleteMs] = await timed(() => table.delete(`id = ${stories + 5}`));
  say(`delete a row, ms (${await found(5)} found after)`, deleteMs);
}

async function optimized(table: Table, name: string): Promise<void> {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const [ms] = await timed(() => table.optimize());
  clearInterval(watch);
  say(`${name}, ms`, ms);
  say(`${name}, memory at most, MB`, Math.max(most, process.memoryUsage.rss()) / 1e6);
}

async function series(
  name: string,
  asked: readonly (readonly string[])[],
  answer: (stems: readonly string[]) => Promise<{ readonly length: number }>,
): Promise<void> {
  const times: number[] = [];
  let rows = 0;
  for (const stems of asked) {
    const [ms, found] = await timed(() => answer(stems));
    times.push(ms);
    rows += found.length;
  }
  const { p50, p95 } = percentiles(times);
  console.log(`${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${Math.round(rows / asked.length)} rows`);
}

function say(name: string, figure: number): void {
  console.log(`${name}: ${figure >= 100 ? Math.round(figure) : figure.toFixed(1)}`);
}
