// What normal forms keep, what they lose, and that neither hostile nor long text can slow or unsettle them.

import { describe, expect, it } from 'vitest';
import {
  cleanText,
  foldAlef,
  foldDigits,
  foldHamza,
  foldPersian,
  foldPresentationForms,
  foldTaMarbuta,
  foldYa,
  matchKey,
  stripInvisible,
  stripTashkeel,
  stripTatweel,
} from './normal-form.ts';
import { hostileTexts, randomTexts, timeOf } from './testing/hostile.ts';
import { visualOrderSuspect } from './visual-order.ts';

describe('the named steps', () => {
  it.each([
    [foldPresentationForms, 'ﻣﺠﻠﺲ اﻷﻣﻦ', 'مجلس الأمن'],
    [foldPresentationForms, 'قال النبي ﷺ ﴿اقرأ﴾ ﷼ ½', 'قال النبي ﷺ ﴿اقرأ﴾ ﷼ ½'],
    [foldPresentationForms, 'ﻛﺘﺎﺑﺎ\u{FE70}', 'كتابا\u{64B}'],
    [stripTashkeel, 'تُرُحّبٌ', 'ترحب'],
    [stripTashkeel, 'أ\u{654}', 'أ\u{654}'],
    [stripTatweel, 'العـــراق', 'العراق'],
    [stripInvisible, '\u{FEFF}الحك\u{200B}ومة\u{200F} (1)\u{202C}', 'الحكومة (1)'],
    [stripInvisible, 'م\u{AD}جلس\u{0}', 'مجلس'],
    [stripInvisible, 'می\u{200C}خواهم', 'می خواهم'],
    [stripInvisible, 'كتاب\u{200C}نا ه\u{200D}', 'كتابنا ه'],
    [stripInvisible, '👨\u{200D}👩\u{200D}👧', '👨\u{200D}👩\u{200D}👧'],
    [foldAlef, 'أإآٱا', 'ااااا'],
    [foldYa, 'التى', 'التي'],
    [foldTaMarbuta, 'المدرسة', 'المدرسه'],
    [foldHamza, 'شيء شئ مؤمن', 'شي شي مومن'],
    [foldPersian, 'کتاب فلسطینی ہذا دولۃ', 'كتاب فلسطيني هذا دولة'],
    [foldDigits, '٢٠٢٣ ۲۰۲۴ 2025', '2023 2024 2025'],
  ])('%o turns %s into %s', (step, given, expected) => {
    expect(step(given)).toBe(expected);
  });
});

describe('cleanText', () => {
  it.each([
    ['فلسطینیون', 'فلسطينيون'],
    ['کتاب', 'كتاب'],
    ['دولۃ، ہذا', 'دولة، هذا'],
    ['عل\u{6CC} المصر\u{6CC}', 'على المصري'],
    ['المستشف\u{6CC} وبالأقص\u{6CC} ومستو\u{6CC} للمنتد\u{6CC}', 'المستشفى وبالأقصى ومستوى للمنتدى'],
    ['۲۰۲۶', '2026'],
    ['\u{202B}نص\u{202C}', 'نص'],
    ['العـــراق', 'العراق'],
    ['ا\u{654}مس', 'أمس'],
    ['قال\u{A0}الوزير', 'قال الوزير'],
    ['سطر\r\nسطر\rسطر\u{2029}سطر', 'سطر\nسطر\nسطر\nسطر'],
    ['ﻻ ﻧﻌﻢ', 'لا نعم'],
  ])('repairs %s to %s', (given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it.each([
    ['لـ«حماس»'],
    ['لـحماس'],
    ['الـ21'],
    ['1445هـ'],
    ['القاهرة ـ رويترز'],
    ['قَالَ الوَزِيرُ: «نَعَم»'],
    ['ﷺ ﴿اقرأ﴾'],
    ['جمهوری اسلامی پیشنهاد کرد'],
    ['پاکستان کی حکومت ے'],
    ['نص  بمسافتين'],
    ['٢٠٢٣'],
  ])('leaves %s as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });
});

describe('matchKey', () => {
  it.each([
    ['«حماس» تُرحّب بمذكرتي توقيف', 'حماس ترحب بمذكرتى توقيف'],
    ['لـ«داعش» في المدرسة', 'لداعش فى المدرسه'],
    ['أ.ف.ب', 'اف‌ب'],
    ['بلغ 1,200 في ٢٠٢٣', 'بلغ 1200 في 2023'],
    ['أميركا - روسيا: لقاء', 'اميركا – روسيا … لقاء'],
    ['The Guardian’s VIEW', "the guardian's view"],
    ['نمو 5%', 'نمو ٥٪'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  it.each([
    ['نمو 5%', 'نمو 6%'],
    ['ارتفاع 1.5', 'ارتفاع 15'],
    ['وزير الخارجية', 'وزير الداخلية'],
  ])('tells %s from %s', (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  it('is empty for a text without words', () => {
    expect(matchKey('«»… – !')).toBe('');
  });
});

describe('every normal form', () => {
  it('does nothing more the second time', () => {
    for (const text of [...randomTexts(400, 60), ...hostileTexts(200)]) {
      const clean = cleanText(text);
      expect(cleanText(clean)).toBe(clean);
      const key = matchKey(text);
      expect(matchKey(key)).toBe(key);
      expect(matchKey(clean)).toBe(key);
    }
  });

  it('takes time in proportion to the length of a hostile text', { timeout: 60_000 }, () => {
    for (const text of hostileTexts(1_000_000)) {
      expect(timeOf(() => cleanText(text))).toBeLessThan(20_000);
      expect(timeOf(() => matchKey(text))).toBeLessThan(20_000);
      expect(timeOf(() => visualOrderSuspect(text))).toBeLessThan(20_000);
    }
  });
});

describe('visualOrderSuspect', () => {
  const backwards = (text: string) => [...text].reverse().join('');

  it('recognises lines that a PDF gave back to front', () => {
    expect(visualOrderSuspect(backwards('ﻣﺠﻠﺲ اﻷﻣﻦ ﻳﻌﻘﺪ ﺟﻠﺴﺔ ﻃﺎرﺋﺔ'))).toBe(true);
    expect(visualOrderSuspect(backwards('أعلنت الحكومة السورية زيادة كبيرة في موازنة التربية'))).toBe(true);
  });

  it('trusts text in its right order', () => {
    expect(visualOrderSuspect('ﻣﺠﻠﺲ اﻷﻣﻦ ﻳﻌﻘﺪ ﺟﻠﺴﺔ ﻃﺎرﺋﺔ')).toBe(false);
    expect(visualOrderSuspect('أعلنت الحكومة السورية زيادة كبيرة في موازنة التربية')).toBe(false);
    expect(visualOrderSuspect('plain English, and nothing else')).toBe(false);
    expect(visualOrderSuspect('')).toBe(false);
  });
});
