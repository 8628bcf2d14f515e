// Files of stories, a line each: what is read, what is refused, and that neither can hold up the rest.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { JsonLinesLimits } from './limits.ts';
import { type ReadLine, type RefusedLine, readJsonLines } from './read-json-lines.ts';

async function read(bytes: string | Buffer, limits: Partial<JsonLinesLimits> = {}) {
  const unknown: string[] = [];
  const results: (ReadLine | RefusedLine)[] = [];
  const options = { source: 'a.jsonl', timeZone: 'Asia/Riyadh', limits };
  const onUnknownFields = (_: string, names: readonly string[]) => void unknown.push(...names);
  const chunks = Buffer.from(bytes);
  // In pieces of seven bytes, so that letters and line ends fall across them.
  const pieces = Array.from({ length: Math.ceil(chunks.length / 7) }, (_, at) => chunks.subarray(at * 7, at * 7 + 7));
  for await (const result of readJsonLines(Readable.from(pieces), { ...options, onUnknownFields }))
    results.push(result);
  const stories = results.flatMap((result) => ('reading' in result ? result.reading.stories : []));
  const refused = results.flatMap((result) => ('reason' in result ? [`${result.place}: ${result.reason}`] : []));
  return { results, stories, refused, unknown };
}

const record = (fields: Record<string, unknown>): string => JSON.stringify(fields);
const whole = record({
  id: 'N1',
  source: 'صحيفة النهر',
  section: 'اقتصاد',
  headline: 'ميناء النهر يستقبل أولى سفن القمح',
  author: 'سلمى الخطيب',
  published: '18/02/2018',
  standfirst: 'وصلت السفينة صباحاً.',
  text: 'وصلت السفينة إلى الميناء.\nوبدأ تفريغها ظهراً.',
  url: 'https://example.com/n1',
});

test('a record becomes a story with its fields, its id beside it', async () => {
  const { results, stories } = await read(whole);
  expect(stories).toMatchObject([
    {
      headline: 'ميناء النهر يستقبل أولى سفن القمح',
      section: 'اقتصاد',
      standfirst: 'وصلت السفينة صباحاً.',
      publishedAt: '2018-02-17T21:00:00Z',
      paragraphs: ['وصلت السفينة إلى الميناء.', 'وبدأ تفريغها ظهراً.'],
      canonical: 'https://example.com/n1',
    },
  ]);
  expect(results[0]?.record).toEqual({ line: 1, id: 'N1', outlet: 'صحيفة النهر' });
});

test('a text without a headline is headed by its first sentence, or by whole words of it', async () => {
  const long = 'كلمة '.repeat(60).trim();
  const { stories } = await read(
    `${record({ id: 1, text: 'سلمى كاتبة من بيروت. ولدت فيها.' })}\n${record({ text: long })}`,
  );
  expect(stories[0]?.headline).toBe('سلمى كاتبة من بيروت');
  expect(stories[1]?.headline).toMatch(/^(?:كلمة )+كلمة…$/u);
  expect(stories[1]?.headline.length).toBeLessThan(125);
});

test('bad lines are refused by their number, and the others go in', async () => {
  const lines = [
    '\u{feff}',
    whole,
    'not json',
    '[1,2]',
    record({ id: 'x' }),
    record({ text: 5 }),
    '',
    record({ text: 'ن', published: 'غداً ربما' }),
  ];
  const { stories, refused } = await read(lines.join('\r\n'));
  expect(stories).toHaveLength(1);
  expect(refused.map((line) => line.split(':')[0])).toEqual(['line 3', 'line 4', 'line 5', 'line 6', 'line 8']);
});

test('unknown fields are told once', async () => {
  const odd = record({ text: 'نص قصير', colour: 'أحمر', shape: 1 });
  expect((await read(`${odd}\n${odd}`)).unknown).toEqual(['colour', 'shape']);
});

test('a compressed file is known by its bytes; one that is cut off gives what came before', async () => {
  const packed = gzipSync(`${whole}\n`.repeat(3));
  expect((await read(packed)).stories).toHaveLength(3);
  const lines = Array.from({ length: 4000 }, (_, at) => record({ id: at, text: `نص ${at} ${Math.sin(at)}` })).join(
    '\n',
  );
  const cut = await read(gzipSync(lines).subarray(0, 40_000));
  expect(cut.stories.length).toBeGreaterThan(100);
  expect(cut.refused).toEqual([expect.stringContaining('damaged or cut off')]);
});

test('a line without end and a file that unfolds without end are refused in bounded memory', async () => {
  const endless = await read(`${'x'.repeat(10_000)}\n${whole}`, { lineBytes: 5_000 });
  expect(endless.refused).toEqual([expect.stringContaining('line 1: the line is longer')]);
  expect(endless.stories).toHaveLength(1);
  const bomb = await read(gzipSync(Buffer.alloc(3_000_000, 0x20)), { freeBytes: 100_000, expansion: 20 });
  expect(bomb.refused.at(-1)).toContain('unfolds to more than 20 times');
});
