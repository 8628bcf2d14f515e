// Promises of the file beside it, each as a test.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldDigits, matchKey } from '../../arabic/normal-form.ts';
import { type Draft, reading as readingSchema } from '../../story/draft.ts';
import { isRefusal, readBytes } from '../input.ts';
import { readCapture, readCaptureLines } from './read-capture.ts';

const samples = new URL('../../../demo/captures/', import.meta.url);
const names = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/u, ''));
const bytesOf = (name: string): Buffer => readFileSync(new URL(`${name}.txt`, samples));

describe('the sample captures', () => {
  it.each(names)('%s reads as written down beside it', (name) => {
    const result = readBytes(bytesOf(name), `${name}.txt`);
    if (isRefusal(result)) throw new Error(result.reason);
    expect(result.reading).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, samples), 'utf8')));
    readingSchema.parse(result.reading);
  });
});

const seedFile = new URL('../../../../shared/capture/000_6594dde379a64817.txt', import.meta.url);
const seed = existsSync(seedFile) ? readFileSync(seedFile, 'utf8') : null;
if (seed === null) console.info('the captured page of a real paper is not here: its test is skipped');

describe.skipIf(seed === null)('a captured page of a real paper', () => {
  const page = seed ?? '';
  const read = readCapture(page, 'seed');
  const [first, second] = read.stories as [Draft, Draft];
  const lines = page.split('\n');

  it('gives two stories and leaves nothing over', () => {
    expect(read.stories).toHaveLength(2);
    expect(read.unplaced).toEqual([]);
  });

  it('gives the first story its headline, nine paragraphs and no picture', () => {
    expect(first.headline).toBe(lines[0]);
    expect(first.paragraphs).toEqual(lines.slice(6, 15));
    expect(first.paragraphs).toHaveLength(9);
    expect(first.paragraphs[0]).toMatch(/^أكد وزير الخارجية الروسي/u);
    expect(first.paragraphs[8]).toMatch(/عقب تلك المشاورات\.$/u);
    expect(first.pictures).toEqual([]);
  });

  it('gives the second story ten paragraphs and its picture once, the credit apart', () => {
    expect(second.headline).toMatch(/^«حماس» تُرحّب/u);
    expect(second.paragraphs).toHaveLength(10);
    expect(second.paragraphs[0]).toMatch(/^رحبت حركة «حماس»، اليوم \(الخميس\)،/u);
    expect(second.paragraphs[9]).toMatch(/الدول الأعضاء بها\.$/u);
    expect(second.pictures).toEqual([
      {
        src: null,
        caption: 'رئيس الوزراء الإسرائيلي بنيامين نتنياهو ووزير دفاعه السابق يوآف غالانت',
        credit: 'أرشيفية - رويترز',
      },
    ]);
    expect(second.related).toEqual([]);
  });

  it('gives the first story its five cards in order, every field in its place', () => {
    const short = first.related.map(({ section, credit, author, dateline }) => [section, credit, author, dateline]);
    expect(short).toEqual([
      ['شؤون إقليمية', 'موقع ديفينس تورك نت', 'سعيد عبد الرازق', 'أنقرة'],
      ['آسيا', 'موقع خامنئي', 'رائد جبر', 'موسكو'],
      ['المشرق العربي', 'إ.ب.أ', 'رائد جبر', 'موسكو'],
      ['الولايات المتحدة', 'أ.ف.ب', '«الشرق الأوسط»', 'نيويورك'],
      ['أوروبا', 'أ.ف.ب', '«الشرق الأوسط»', 'موسكو'],
    ]);
    expect(first.related.map(({ headline }) => headline)).toEqual([20, 31, 38, 45, 52].map((line) => lines[line - 1]));
    expect(first.related.map(({ standfirst }) => standfirst)).toEqual(
      [26, 33, 40, 47, 54].map((line) => lines[line - 1]),
    );
    expect(first.related[4]?.caption).toBe('وزير الخارجية الروسي سيرغي لافروف خلال مؤتمر صحافي في موسكو 29 أغسطس 2024');
  });

  it('stores no tools row, no name of a block and nothing twice', () => {
    const stored = read.stories.flatMap(textsOf);
    expect(stored.filter((text) => /\bTT\b|ذات صلة/u.test(text))).toEqual([]);
    expect(new Set(stored.filter((text) => text.length > 40)).size).toBe(
      stored.filter((text) => text.length > 40).length,
    );
  });

  it('reads the same with any line ends, without its blank lines, and in presentation forms’ company of marks', () => {
    const plain = (text: string): unknown => ({ ...readCapture(text, 'seed') });
    for (const end of ['\r\n', '\r', '\u{2028}']) expect(plain(page.replaceAll('\n', end))).toEqual(plain(page));
    const stories = (text: string): unknown => readCapture(text, 'seed').stories;
    expect(stories(page.replace(/\n+/gu, '\n'))).toEqual(stories(page));
    expect(stories(page.replace(/^(?=.)/gmu, '\u{200F}').replaceAll(' ', '\u{A0}'))).toEqual(stories(page));
  });
});

/** Every string of a draft that came from the page. */
function textsOf(story: Draft): string[] {
  const { byline } = story;
  return [
    story.headline,
    story.kicker,
    story.standfirst,
    story.section,
    ...byline.authors.map(({ name }) => name),
    ...byline.agencies,
    byline.dateline,
    ...story.paragraphs,
    ...story.pictures.flatMap(({ src, caption, credit }) => [src, caption, credit]),
    ...story.corrections,
    ...story.topics,
    ...story.related.flatMap((card) => Object.values(card)),
    story.canonical,
  ].filter((text): text is string => text !== null);
}

/** A line may hold its label, its date, its place's name in another breath; this many of its words may be missing from the story. */
const labelWords = 6;

/** What no reading may do to a page: lose a line. Each is used, said elsewhere, the page's own, or reported. */
function lostLines(text: string): string[] {
  const { reading, fates } = readCaptureLines(text, 'x');
  readingSchema.parse(reading);
  const reported = new Set(reading.unplaced.map(({ line }) => line));
  const words = new Set(
    reading.stories.flatMap(textsOf).flatMap((stored) => matchKey(stored.replaceAll('#', ' ')).split(' ')),
  );
  const used = new Set(fates.filter(({ fate }) => fate === 'used').map(({ text: line }) => matchKey(line)));
  const years = reading.stories
    .flatMap(({ publishedAt, updatedAt }) => [publishedAt, updatedAt])
    .map((at) => at?.slice(0, 4));
  const isSaid = (line: string): boolean => {
    const year = /\d{4}/u.exec(foldDigits(line))?.[0];
    if (line.length < 90 && year !== undefined && years.includes(year)) return true;
    const missing = matchKey(line.replaceAll(/[_#|]/gu, ' '))
      .split(' ')
      .filter((word) => !words.has(word));
    return missing.length === 0 || (line.length < 90 && missing.length <= labelWords);
  };
  return fates
    .filter(({ line, text: printed, fate }) => {
      switch (fate) {
        case 'unplaced':
          return !reported.has(line);
        case 'used':
          return !isSaid(printed);
        case 'repeated':
          return !used.has(matchKey(printed)) && !isSaid(printed);
        case 'furniture':
          // A sentence of some length is never furniture but for the notices that pages carry.
          return printed.length > 90 && !/cookies|حقوق|نشرتنا|بريد/iu.test(printed);
        default:
          return fate satisfies never;
      }
    })
    .map(({ line, text: printed, fate }) => `${line} ${fate}: ${printed}`);
}

const pages: [string, string][] = names.flatMap((name) => {
  const result = readBytes(bytesOf(name), name);
  const text = isRefusal(result) ? '' : new TextDecoder(encodingOf(name)).decode(bytesOf(name));
  return [[name, text] as [string, string]];
});
if (seed !== null) pages.push(['the real capture', seed]);

function encodingOf(name: string): string {
  return name.includes('1256') ? 'windows-1256' : name.includes('8859') ? 'iso-8859-6' : 'utf-8';
}

describe('no line of a page is lost', () => {
  it.each(pages)('%s', (_, text) => {
    expect(lostLines(text)).toEqual([]);
  });

  it.each(pages)('%s, cut off anywhere', (_, text) => {
    for (let cut = 1; cut < 12; cut += 1)
      expect(lostLines(text.slice(0, Math.floor((text.length * cut) / 12)))).toEqual([]);
  });

  it.each(pages)('%s, its lines in the opposite order', (_, text) => {
    expect(lostLines(text.split(/\r?\n/u).reverse().join('\n'))).toEqual([]);
  });

  it('all of them one after the other', () => {
    const whole = pages.map(([, text]) => text).join('\n\n\n');
    expect(lostLines(whole)).toEqual([]);
  });
});

describe('readCapture', () => {
  const paragraph = (at: number): string =>
    `هذه فقرة من متن الخبر رقمها ${at}، وفيها من الكلمات ما يكفي لأن تكون فقرة كاملة تنتهي بنقطة كما تنتهي الفقرات.`;

  it('gives no story for an empty page, a menu, or paragraphs without a headline', () => {
    expect(readCapture('', 'x')).toEqual({ source: 'x', stories: [], unplaced: [] });
    expect(readCapture('الرئيسية\nسياسة\nاقتصاد\nرياضة\n', 'x').stories).toEqual([]);
    const bare = readCapture(`${paragraph(1)}\n${paragraph(2)}\n`, 'x');
    expect(bare.stories).toEqual([]);
    expect(bare.unplaced.map(({ line }) => line)).toEqual([1, 2]);
  });

  it('reads a story whose page was cut off under its second headline', () => {
    const { stories } = readCapture('جسر جديد يربط ضفتي النهر\n\nTT\n\nجسر جديد يربط ضفتي النهر\n', 'x');
    expect(stories).toMatchObject([{ headline: 'جسر جديد يربط ضفتي النهر', paragraphs: [] }]);
  });

  it('stores a paragraph once when the page shows it twice', () => {
    const text = `جسر جديد يربط ضفتي النهر\n\n${paragraph(1)}\n${paragraph(2)}\n${paragraph(1)}\n${paragraph(3)}\n`;
    expect(readCapture(text, 'x').stories[0]?.paragraphs).toEqual([paragraph(1), paragraph(2), paragraph(3)]);
  });

  it('reads two hundred stories of one file', () => {
    const one = (at: number): string =>
      `عنوان المادة رقم ${at} من مواد اليوم\n\nTT\n\nعنوان المادة رقم ${at} من مواد اليوم\n\n${paragraph(at)}\n\n${paragraph(at + 1000)}\n\n`;
    const { stories, unplaced } = readCapture(Array.from({ length: 200 }, (_, at) => one(at + 1)).join('\n'), 'x');
    expect(stories).toHaveLength(200);
    expect(stories.every(({ paragraphs }) => paragraphs.length === 2)).toBe(true);
    expect(unplaced).toEqual([]);
  });

  it('takes a time without a zone in the zone that it is told', () => {
    const text = `جسر جديد يربط ضفتي النهر\n12 مايو 2025 - 09:30\n${paragraph(1)}\n${paragraph(2)}\n`;
    expect(readCapture(text, 'x', { timeZone: 'Asia/Riyadh' }).stories[0]?.publishedAt).toBe('2025-05-12T06:30:00Z');
    expect(readCapture(text, 'x').stories[0]?.publishedAt).toBe('2025-05-12T09:30:00Z');
  });

  it.each([
    ['spaces', `ا${' '.repeat(200_000)}ا\n`],
    ['brackets', `${'('.repeat(240)}\n`.repeat(2_000)],
    ['commas', `${'ا، '.repeat(60)}\n`.repeat(2_000)],
    ['hashes', `${'#'.repeat(250)} ا\n`.repeat(2_000)],
    ['dashes', `${'ا - '.repeat(50)}\n`.repeat(2_000)],
    ['one short line', 'قال الوزير\n'.repeat(20_000)],
    ['one headline', 'الحكومة تعلن خطة جديدة للمدن كلها\n'.repeat(20_000)],
    ['dates', '12 مايو 2023 10:30 ص | 13 مايو 2024\n'.repeat(2_000)],
  ])('is not held up by a file of %s', (_, text) => {
    const start = process.cpuUsage();
    readCapture(text, 'noise');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(60_000);
  });
});
