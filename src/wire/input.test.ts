// Promises of the file beside it, each as a test.
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../story/draft.ts';
import { type InputOptions, isRefusal, type ReadInput, readBytes, readInput, usualLimits } from './input.ts';

const page = (headline: string): string =>
  `${headline}\n\nTT\n\n${headline}\n\nافتتحت البلدية صباح الاثنين الجسر الجديد على النهر بعد عامين من العمل، وحضر الافتتاح مئات من أهالي الحي.\n\nوقال رئيس البلدية إن الجسر سيختصر الطريق إلى الجامعة بعشرين دقيقة كل صباح.\n`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wire-input-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function all(paths: string[], options: InputOptions = {}): Promise<(ReadInput | Refusal)[]> {
  const results: (ReadInput | Refusal)[] = [];
  for await (const result of readInput(paths, options)) results.push(result);
  return results;
}
const headlines = (results: (ReadInput | Refusal)[]): (string | undefined)[] =>
  results.map((result) => (isRefusal(result) ? result.kind : result.reading.stories[0]?.headline));

describe('readInput', () => {
  it('reads a file and gives its source and the hash of its bytes', async () => {
    const path = join(folder, 'one.txt');
    await writeFile(path, page('جسر جديد على النهر'));
    const [result] = await all([path]);
    expect(result).toMatchObject({ source: path, hash: expect.stringMatching(/^[0-9a-f]{64}$/u) });
    expect(headlines(result === undefined ? [] : [result])).toEqual(['جسر جديد على النهر']);
  });

  it('reads what is under a folder in one order, leaves hidden files and kept readings aside, and refuses a picture by name', async () => {
    const root = join(folder, 'tree');
    await mkdir(join(root, 'b', '.git'), { recursive: true });
    await writeFile(join(root, 'c.txt'), page('ثالثة في الترتيب بالاسم'));
    await writeFile(join(root, 'a.txt'), page('أولى في الترتيب بالاسم'));
    await writeFile(join(root, 'b', 'x.txt'), page('ثانية في الترتيب بالاسم'));
    await writeFile(join(root, '.hidden.txt'), page('مخفية لا تقرأ'));
    await writeFile(join(root, 'b', '.git', 'y.txt'), page('مخفية لا تقرأ'));
    await writeFile(join(root, 'a.json'), '{"source":"a.txt","stories":[]}');
    await writeFile(join(root, 'picture.jpg'), Buffer.from([0xff, 0xd8, 0xff]));
    expect(headlines(await all([root]))).toEqual([
      'أولى في الترتيب بالاسم',
      'ثانية في الترتيب بالاسم',
      'ثالثة في الترتيب بالاسم',
      'binary',
    ]);
  });

  it('does not follow a link out of the folder, and says so', async () => {
    const root = join(folder, 'linked');
    await mkdir(root);
    await writeFile(join(folder, 'outside.txt'), page('خارج المجلد ولا تقرأ'));
    await symlink(join(folder, 'outside.txt'), join(root, 'out.txt'));
    await symlink(root, join(root, 'loop'));
    const results = await all([root]);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ kind: 'unreadable', reason: expect.stringContaining('link out of the folder') });
  });

  it('reads standard input', async () => {
    const standardInput = Readable.from([Buffer.from(page('من المدخل القياسي جاءت'))]);
    const results = await all(['-'], { standardInput });
    expect(headlines(results)).toEqual(['من المدخل القياسي جاءت']);
    expect(results[0]?.source).toBe('-');
  });

  it('refuses what it cannot read and goes on with the rest', async () => {
    const good = join(folder, 'good.txt');
    const binary = join(folder, 'binary.txt');
    const empty = join(folder, 'empty.txt');
    await writeFile(good, page('سليمة بين المرفوضات'));
    await writeFile(binary, Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d]));
    await writeFile(empty, '\n\n');
    const results = await all([join(folder, 'missing.txt'), binary, empty, good]);
    expect(headlines(results)).toEqual(['unreadable', 'binary', 'empty', 'سليمة بين المرفوضات']);
    expect(results[0]).toMatchObject({ source: join(folder, 'missing.txt'), reason: 'there is no such file' });
  });

  it('refuses a file of a gigabyte by its size, without reading it', async () => {
    const path = join(folder, 'huge.txt');
    const file = await open(path, 'w');
    await file.truncate(1024 ** 3);
    await file.close();
    const before = process.memoryUsage().rss;
    const [result] = await all([path]);
    expect(result).toMatchObject({ kind: 'too-large', reason: expect.stringContaining('64 MB') });
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it('refuses a stream when it has given more than it may', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1 << 16, 0x61);
      })(),
    );
    const [result] = await all(['-'], { standardInput: endless, limits: { bytes: 1 << 20 } });
    expect(result).toMatchObject({ source: '-', kind: 'too-large' });
  });
});

describe('readBytes', () => {
  const reasonFor = (text: string, limits = usualLimits): Refusal => {
    const result = readBytes(Buffer.from(text), 'x', limits);
    if (!isRefusal(result)) throw new Error('it was read');
    return result;
  };

  it('refuses an endless line and names it', () => {
    expect(reasonFor(`عنوان\n${'كلمة '.repeat(100_000)}`)).toMatchObject({ kind: 'too-large', place: 'line 2' });
  });

  it('refuses more lines than a page can have', () => {
    expect(reasonFor('ا\n'.repeat(usualLimits.lines + 10))).toMatchObject({ kind: 'too-large' });
  });

  it('refuses text without a story and says how far it looked', () => {
    expect(reasonFor('الرئيسية\nبحث\nاتصل بنا\n')).toMatchObject({ kind: 'no-story', place: 'lines 1 to 4' });
  });

  it('refuses a program’s data instead of taking its strings for lines', () => {
    expect(reasonFor(`{"headline": "${page('عنوان في بيانات').replaceAll('\n', ' ')}"}`)).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('stops when its time is over', () => {
    const limits = { ...usualLimits, milliseconds: 0 };
    expect(reasonFor(page('عنوان لا يقرأ لضيق الوقت').repeat(50), limits)).toMatchObject({ kind: 'too-slow' });
  });

  it('gives the same hash for the same bytes and another for others', () => {
    const hashOf = (text: string): string => {
      const result = readBytes(Buffer.from(text), 'x');
      return isRefusal(result) ? result.reason : result.hash;
    };
    expect(hashOf(page('مادة واحدة مرتين'))).toBe(hashOf(page('مادة واحدة مرتين')));
    expect(hashOf(page('مادة واحدة مرتين'))).not.toBe(hashOf(page('مادة أخرى غيرها')));
  });
});
