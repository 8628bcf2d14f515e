// What a search must find and put first, in a small collection, and that the file gives back what was put in.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { storyId } from '../story/ids.ts';
import { IndexBuilder } from './index-build.ts';
import { builtInMemory, readIndex, writeIndex } from './index-file.ts';
import { queryWords } from './query-words.ts';
import { SearchIndex } from './search-index.ts';

const stories: readonly (readonly [headline: string, text: string])[] = [
  ['افتتاح مدرسة جديدة في بيروت', 'افتُتحت المدرسة صباح اليوم، وحضر المعلمون والطلاب.'],
  ['وزير التعليم يزور المدارس', 'زار الوزير مدارس العاصمة واستمع إلى المعلمين.'],
  ['أسعار القمح ترتفع في الأسواق', 'ارتفعت أسعار القمح بعد تأخر السفن.'],
  ['سفينة قمح تصل إلى الميناء', 'وصلت السفينة محملة بالقمح إلى ميناء بيروت.'],
  ['مباراة ودية بين فريقين', 'انتهت المباراة بالتعادل في #كأس_المدينة أمام جمهور كبير.'],
];

function builderOf(documents = stories): IndexBuilder {
  const builder = new IndexBuilder();
  for (const [at, [headline, text]] of documents.entries())
    builder.add({ id: storyId.parse(at + 1), headline, text, publishedAt: at, facets: [] });
  return builder;
}
const searched = (documents = stories): SearchIndex => new SearchIndex(builtInMemory(builderOf(documents)));
const found = (query: string): number[] =>
  searched()
    .search({ words: queryWords(query) }, 10)
    .map((hit) => hit.id);

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('a word finds its other forms, with article, conjunction, vowels or another hamza', () => {
  expect(found('والقمح').sort()).toEqual([3, 4]);
  expect(found('قمح').sort()).toEqual([3, 4]);
  expect(found('اسعار القَمْح')[0]).toBe(3);
});

test('the story that holds all the words, side by side and in its headline, comes first', () => {
  expect(found('سفينة قمح')[0]).toBe(4);
  expect(found('مدرسة في بيروت')[0]).toBe(1);
});

test('the parts of a hashtag are found, and what stands nowhere is not', () => {
  expect(found('كأس المدينة')[0]).toBe(5);
  expect(found('زلزال')).toEqual([]);
});

test('empty, endless and odd queries are answered', () => {
  expect(found('')).toEqual([]);
  expect(found('«»،.!')).toEqual([]);
  expect(found('\u{d800}')).toEqual([]);
  expect(found('قمح '.repeat(20_000)).sort()).toEqual([3, 4]);
});

test('an index of nothing finds nothing', () => {
  expect(searched([]).search({ words: ['قمح'] }, 10)).toEqual([]);
});

test('what was written is read back; a file that is cut off or is something else is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-archive-'));
  folders.push(folder);
  const file = join(folder, 'archive', 'index');
  expect(readIndex(file)).toBeNull();
  writeIndex(file, builderOf(), 7);
  const kept = readIndex(file);
  expect(kept?.position).toBe(7);
  expect(kept && new SearchIndex(kept).search({ words: queryWords('سفينة قمح') }, 10)[0]?.id).toBe(4);
  truncateSync(file, 2_000);
  expect(readIndex(file)).toBeNull();
  writeFileSync(file, 'something else');
  expect(readIndex(file)).toBeNull();
});

test('a result holds most of what is asked; words of a date need not be there', () => {
  const index = searched();
  const docs = (words: string[], optional: string[] = []) =>
    [...index.matches({ words, optional }).docs].map((doc) => index.index.storyIds[doc]);
  expect(docs(['القمح', 'بيروت'])).toEqual([4]);
  expect(docs(['القمح', 'نوفمبر', '2026'])).toEqual([]);
  expect(docs(['القمح', 'نوفمبر', '2026'], ['نوفمبر', '2026'])).toEqual([3, 4]);
});
