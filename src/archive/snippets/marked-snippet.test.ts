// A snippet shows the very words that were sought, as the paper printed them, in a stretch that makes sense.

import { describe, expect, it } from 'vitest';
import { hostileTexts, randomTexts } from '../../arabic/testing/hostile.ts';
import { wordsOf } from '../document.ts';
import type { Marks } from './hits.ts';
import { type MarkedPiece, markedHeadline, markedSnippet } from './marked-snippet.ts';
import { printedWords } from './printed-words.ts';

const prefix = /^(?:[وبفك]?ال|ولل|لل|[وبلفك])(?=.{3})/u;

/** Marks such as ranking gives: a word with and without the prefixes that Arabic writes joined. */
function marksOf(
  words: string,
  phrases: readonly string[] = [],
  weights: Readonly<Record<string, number>> = {},
): Marks {
  const termOf = (word: string) => word.replace(prefix, '');
  const sought = new Set(wordsOf(words).map(termOf));
  return {
    isHit: (word) => sought.has(termOf(word)),
    weight: (word) => weights[termOf(word)] ?? 1,
    termOf,
    phrases: phrases.map(wordsOf),
  };
}

const show = (pieces: readonly MarkedPiece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
const joined = (pieces: readonly MarkedPiece[]) => pieces.map(({ text }) => text).join('');
const headline = (text: string, ...marks: Parameters<typeof marksOf>) => show(markedHeadline(text, marksOf(...marks)));
function snippet(text: string, words: string, length?: number, phrases: readonly string[] = []): string {
  const { pieces, isCutBefore, isCutAfter } = markedSnippet(text, marksOf(words, phrases), length ? { length } : {});
  return `${isCutBefore ? '… ' : ''}${show(pieces)}${isCutAfter ? ' …' : ''}`;
}

describe('a mark', () => {
  it.each([
    ['أعلنت «حماس»، أمس', 'حماس', 'أعلنت «[حماس]»، أمس'],
    ['قيادي في "حماس".', 'حماس', 'قيادي في "[حماس]".'],
    ['رحّبت الحكومةُ بالاتفاق', 'الحكومه', 'رحّبت [الحكومةُ] بالاتفاق'],
    ['تُرحّب مصرُ والسعودية بالهدنة', 'ترحب السعودية هدنة', '[تُرحّب] مصرُ [والسعودية] [بالهدنة]'],
    ['حـــرب العـــراق', 'العراق', 'حـــرب [العـــراق]'],
    ['اتهام لـ«حماس» بالخرق', 'حماس', 'اتهام لـ«[حماس]» بالخرق'],
    ['نقلت أ.ف.ب، عن مصدر', 'أ.ف.ب', 'نقلت [أ.ف.ب]، عن مصدر'],
    ['وسم #طوفان_الأقصى يتصدر', 'الأقصى', 'وسم #طوفان_[الأقصى] يتصدر'],
    ['بلغ ١٬٢٣٤٫٥ نقطة', '1234.5', 'بلغ [١٬٢٣٤٫٥] نقطة'],
    ['ارتفع 12% خلال 2023.', '12% 2023', 'ارتفع [12%] خلال [2023].'],
    ['في 8/10/2023 مساءً', '2023', 'في 8/10/[2023] مساءً'],
    ['لقاح (كوفيد-19) الجديد', 'كوفيد', 'لقاح ([كوفيد]-19) الجديد'],
    ['قال: «لا»، ثمّ «نعم»', 'نعم', 'قال: «لا»، ثمّ «[نعم]»'],
    ['شركة L’Oréal الفرنسية', "l'oréal", 'شركة [L’Oréal] الفرنسية'],
    ['ﻣﺠﻠﺲ ﺍﻷﻣﻦ', 'مجلس', '[ﻣﺠﻠﺲ] ﺍﻷﻣﻦ'],
    ['\u{202B}غزة\u{202C} اليوم', 'غزة', '\u{202B}[غزة]\u{202C} اليوم'],
    ['لا شيء هنا', 'حماس', 'لا شيء هنا'],
  ])('in %s for %s is the word as printed', (text, words, marked) => {
    expect(headline(text, words)).toBe(marked);
  });

  it('is a word with the quotes inside it when only the whole is meant', () => {
    const only = (word: string): Marks => ({ isHit: (key) => key === word, weight: () => 1, phrases: [] });
    expect(show(markedHeadline('اتهام لـ«حماس» بالخرق', only('لحماس')))).toBe('اتهام [لـ«حماس»] بالخرق');
    expect(show(markedHeadline('(اتهام) "حماس"ها', only('حماسها')))).toBe('(اتهام) ["حماس"ها]');
  });

  it('holds a phrase as one where only spaces part its words, small words included', () => {
    expect(headline('اجتماع مجلس  الأمن الدولي', '', ['مجلس الأمن'])).toBe('اجتماع [مجلس  الأمن] الدولي');
    expect(headline('من «المحيط إلى» الخليج', '', ['المحيط إلى الخليج'])).toBe('من «[المحيط إلى]» [الخليج]');
    expect(headline('مجلس النواب يطالب الأمن', '', ['مجلس الأمن'])).toBe('مجلس النواب يطالب الأمن');
    expect(headline('الأمن والأمن', 'الأمن', ['الأمن والأمن'])).toBe('[الأمن والأمن]');
    expect(headline('غزة غزة غزة', '', ['غزة غزة'])).toBe('[غزة غزة غزة]');
  });
});

const STORY = [
  'أعلنت وزارة الصحة في قطاع غزة، اليوم الأحد، ارتفاع عدد الضحايا إلى 1,250 شخصاً منذ بداية الشهر الجاري.',
  'وقال الناطق باسم الوزارة د. أشرف القدرة، في تصريح لوكالة أ.ف.ب. في مدينة رفح، إن المستشفيات «تعمل بلا كهرباء ولا وقود. وهذا وضع لا يحتمل»؛ داعياً المنظمات الدولية إلى التدخل.',
  'من جهته، طالب الأمين العام للأمم المتحدة أنطونيو غوتيريش بوقف فوري لإطلاق النار. وأكد أن المساعدات الإنسانية يجب أن تدخل عبر معبر كرم أبو سالم من دون شروط. ولم يصدر تعليق من الجانب الإسرائيلي.',
  'وفي القاهرة، بحث وزير الخارجية المصري مع نظيره القطري سبل استئناف المفاوضات بين الطرفين، وفق بيان صدر مساء أمس. وتستضيف العاصمة المصرية جولة جديدة من المحادثات الأسبوع المقبل.',
].join('\n');

describe('a snippet', () => {
  it('is the beginning of the story when nothing sought is in it', () => {
    expect(snippet(STORY, 'كأس', 110)).toBe(
      'أعلنت وزارة الصحة في قطاع غزة، اليوم الأحد، ارتفاع عدد الضحايا إلى 1,250 شخصاً منذ بداية الشهر الجاري. …',
    );
  });

  it('is the whole of a short text, without dots', () => {
    expect(snippet('  قصف على رفح.  ', 'رفح')).toBe('قصف على [رفح].');
    expect(markedSnippet('', marksOf('رفح'))).toEqual({ pieces: [], isCutBefore: false, isCutAfter: false });
    expect(markedSnippet(' \n ', marksOf('رفح')).pieces).toEqual([]);
  });

  it('begins and ends with sentences where most of the sought words stand together', () => {
    expect(snippet(STORY, 'المساعدات كرم أبو سالم غزة', 85)).toBe(
      '… وأكد أن [المساعدات] الإنسانية يجب أن تدخل عبر معبر [كرم] [أبو] [سالم] من دون شروط. …',
    );
  });

  it('cuts after a comma when the sentence is too long', () => {
    expect(snippet(STORY, 'القطري المفاوضات', 92)).toBe(
      '… وفي القاهرة، بحث وزير الخارجية المصري مع نظيره [القطري] سبل استئناف [المفاوضات] بين الطرفين، …',
    );
  });

  it('takes no title from its name, no agency from its letters and no figure from what it counts', () => {
    for (let length = 40; length < 260; length += 3) {
      for (const words of ['القدرة', 'الناطق', 'أ.ف.ب', 'الضحايا', 'المستشفيات']) {
        const shown = joined(markedSnippet(STORY, marksOf(words), { length }).pieces);
        expect(shown).not.toMatch(/(?:^| )د\.$|أ\.?ف?\.?$|1,250$/u);
        expect(shown).not.toMatch(/^(?:أشرف|ف\.|ب\.|شخصاً)/u);
      }
    }
  });

  it('keeps a quotation whole when it fits', () => {
    const shown = snippet(STORY, 'كهرباء وقود', 120);
    expect(shown).toContain('«تعمل بلا [كهرباء] ولا [وقود]. وهذا وضع لا يحتمل»');
  });

  it('prefers one rare word to two common ones, and the first of equals', () => {
    const text = `${'كلام كثير قبل ذلك. '.repeat(20)}تحدث الوزير والرئيس. ${'ثم كلام آخر بعده. '.repeat(20)}وظهر الزلزال. ${'نهاية الكلام. '.repeat(20)}`;
    const rare = markedSnippet(text, marksOf('الوزير الرئيس الزلزال', [], { زلزال: 9, الزلزال: 9 }), { length: 60 });
    expect(joined(rare.pieces)).toContain('وظهر الزلزال.');
    const even = markedSnippet(text, marksOf('الوزير الرئيس الزلزال'), { length: 60 });
    expect(joined(even.pieces)).toContain('الوزير والرئيس');
    const twice = `وقع زلزال أول. ${'كلام. '.repeat(60)}وقع زلزال ثان.`;
    expect(joined(markedSnippet(twice, marksOf('زلزال'), { length: 60 }).pieces)).toContain('زلزال أول');
  });

  it('counts two forms of a word once', () => {
    const text = `الهدنة وهدنة بلا غيرهما. ${'كلام. '.repeat(60)}هدنة في رفح.`;
    expect(joined(markedSnippet(text, marksOf('هدنة رفح'), { length: 60 }).pieces)).toContain('هدنة في رفح');
  });

  it('shows a phrase before the same words apart', () => {
    const text = `اجتمع مجلس في بناية الأمن. ${'كلام. '.repeat(60)}انعقد مجلس الأمن أمس.`;
    expect(snippet(text, 'مجلس الأمن', 50, ['مجلس الأمن'])).toContain('انعقد [مجلس الأمن] أمس.');
  });
});

const LOOSE = /[\p{L}\p{N}\p{M}]/u;

describe('any text', () => {
  const texts = [...randomTexts(800, 600), ...randomTexts(60, 4_000), ...hostileTexts(1_500), STORY, STORY.repeat(5)];

  it('gives pieces that joined are a stretch of it, cut at spaces and near the length', () => {
    for (const text of texts) {
      const words = [...printedWords(text)];
      const marks = marksOf(
        words
          .filter((_, at) => at % 7 === 3)
          .flatMap(({ keys }) => keys)
          .join(' '),
      );
      for (const length of [40, 180]) {
        const { pieces, isCutBefore, isCutAfter } = markedSnippet(text, marks, { length });
        const shown = joined(pieces);
        expect(text).toContain(shown);
        expect(shown).toBe(shown.trim());
        if (!isCutBefore) expect(text.trimStart().startsWith(shown)).toBe(true);
        if (!isCutAfter) expect(text.trimEnd().endsWith(shown)).toBe(true);
        expect(shown.length).toBeLessThanOrEqual(2 * length + 200);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        expect(shown === '').toBe(text.trim() === '');
      }
    }
  });

  it('is marked in whole words only', () => {
    for (const text of texts) {
      const keys = [...printedWords(text)].filter((_, at) => at % 3 === 0).flatMap((word) => word.keys);
      const pieces = markedHeadline(text, marksOf(keys.join(' ')));
      expect(joined(pieces)).toBe(text);
      for (const [at, piece] of pieces.entries()) {
        if (!piece.isMarked) continue;
        expect(wordsOf(piece.text)).not.toEqual([]);
        const before = pieces[at - 1]?.text.at(-1) ?? ' ';
        const after = pieces[at + 1]?.text.at(0) ?? ' ';
        expect(LOOSE.test(before), JSON.stringify([before, piece.text])).toBe(false);
        expect(LOOSE.test(after), JSON.stringify([piece.text, after])).toBe(false);
      }
    }
  });

  it('has the words that the index holds for it', () => {
    for (const text of [STORY, ...randomTexts(800, 60).map((one) => one.replace(/[^ء-غف-ي0-9 \n،؛:%A-Z-]/gu, ' '))]) {
      const found = [...printedWords(text)].flatMap(({ keys }) => keys);
      expect(found, JSON.stringify(text)).toEqual(wordsOf(text));
    }
  });

  // Anything worse than linear would take minutes at this length, and end the test.
  it('of 200 KB gives a snippet of the usual length, whatever it is made of', { timeout: 60_000 }, () => {
    const phrases = ['أ أ أ أ أ أ أ أ', 'a b a b', '1 1 1 1'];
    const long = [
      ...hostileTexts(200_000),
      STORY.repeat(200),
      `${'كلمة '.repeat(40_000)}`,
      '«'.repeat(200_000),
      '(«"'.repeat(60_000),
    ];
    for (const text of long) {
      const { pieces } = markedSnippet(text, { ...marksOf('أ a كلمة غزة 1 8'), phrases: phrases.map(wordsOf) });
      const joined = pieces.map((piece) => piece.text).join('');
      expect(text, text.slice(0, 20)).toContain(joined);
      expect(joined.length, text.slice(0, 20)).toBeLessThanOrEqual(180 * 1.2);
    }
  });
});
