// The vocabulary of the date grammar: how its words are folded, and what each may mean.

import { EXTENDED_LETTERS, HAMZA_MARKS, TASHKEEL, TATWEEL } from './characters.ts';
import type { Part, Season } from './date-reading.ts';
import { ENGLISH_SPELLINGS, HIJRI_SPELLINGS, MONTH_SPELLINGS } from './months.ts';
import { foldAlef, foldHamza, foldPersian, foldTaMarbuta, foldYa, stripTashkeel, stripTatweel } from './normal-form.ts';

const folded = new RegExp(`[${TASHKEEL}${TATWEEL}${HAMZA_MARKS}${EXTENDED_LETTERS}ءأإآؤئةى]`, 'gu');
const foldings = new Map<string, string>();

/** The form in which the grammar compares words: every letter folded, no marks, small letters. */
export function foldWord(word: string): string {
  // A text's every word comes through here: one pass, and each character folded once in the life of the process.
  return word.replace(folded, foldCharacter).toLowerCase();
}

function foldCharacter(character: string): string {
  const known = foldings.get(character);
  if (known !== undefined) return known;
  const bare = stripTatweel(stripTashkeel(character));
  const result = foldTaMarbuta(foldYa(foldHamza(foldAlef(foldPersian(bare)))));
  foldings.set(character, result);
  return result;
}

/** A list of words as a set of folded words. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldWord));
}

export type MonthName = { readonly calendar: 'gregorian' | 'hijri'; readonly month: number };
type Phrase<T> = { readonly words: readonly string[]; readonly meaning: T };

/** Phrases by their first word, the longest first, so that the first that matches is the one meant. */
export type Phrasebook<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

export function phrasebook<T>(entries: Iterable<readonly [text: string, meaning: T]>): Phrasebook<T> {
  const book = new Map<string, Phrase<T>[]>();
  for (const [text, meaning] of entries) {
    const words = text.split(' ').map(foldWord);
    const first = words[0] as string;
    const known = book.get(first) ?? [];
    if (!known.some((phrase) => phrase.words.join(' ') === words.join(' '))) known.push({ words, meaning });
    book.set(first, known);
  }
  for (const phrases of book.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return book;
}

function* monthNames(): Generator<readonly [string, MonthName]> {
  for (const [index, names] of MONTH_SPELLINGS.entries()) {
    for (const name of names) yield [name, { calendar: 'gregorian', month: index + 1 }];
  }
  for (const [index, names] of ENGLISH_SPELLINGS.entries()) {
    for (const name of names) yield [name, { calendar: 'gregorian', month: index + 1 }];
  }
  for (const [index, names] of HIJRI_SPELLINGS.entries()) {
    for (const name of names) yield [name, { calendar: 'hijri', month: index + 1 }];
  }
}

export const MONTHS: Phrasebook<MonthName> = phrasebook(monthNames());

/** Days of the week, 1 (Monday) to 7 (Sunday). */
export const WEEKDAYS: Phrasebook<number> = phrasebook(
  [
    'الاثنين الإثنين الأثنين monday mon',
    'الثلاثاء الثلثاء tuesday tue tues',
    'الأربعاء الاربعاء wednesday wed',
    'الخميس thursday thu thur thurs',
    'الجمعة friday fri',
    'السبت saturday sat',
    'الأحد sunday sun',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Days told by their distance from today. */
export const NEAR_DAYS: Phrasebook<number> = phrasebook([
  ['أول من أمس', -2],
  ['أول أمس', -2],
  ['أمس الأول', -2],
  ['أمس', -1],
  ['البارحة', -1],
  ['يوم أمس', -1],
  ['اليوم', 0],
  ['هذا اليوم', 0],
  ['غداً', 1],
  ['غد', 1],
  ['الغد', 1],
  ['يوم غد', 1],
  ['بعد غد', 2],
  ['بعد غداً', 2],
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

export type Turn = 'past' | 'current' | 'next' | 'before last';

/** Which of several months, weeks or years of one name is meant. */
export const TURNS: Phrasebook<Turn> = phrasebook([
  ...meaning('past', 'الماضي الماضية المنصرم المنصرمة الفائت الفائتة'),
  ...meaning('current', 'الجاري الجارية الحالي الحالية'),
  ...meaning('next', 'المقبل المقبلة القادم القادمة الآتي الآتية'),
  ['قبل الماضي', 'before last'],
  ['قبل الماضية', 'before last'],
  ['ما قبل الماضي', 'before last'],
]);

export const PARTS: Phrasebook<Part> = phrasebook([
  ...meaning('start', 'مطلع بداية بدايات مستهل أوائل'),
  ...meaning('mid', 'منتصف أواسط وسط'),
  ...meaning('end', 'نهاية نهايات أواخر آخر ختام'),
]);

export const SEASONS: Phrasebook<Season> = phrasebook([
  ...meaning('spring', 'ربيع الربيع'),
  ...meaning('summer', 'صيف الصيف'),
  ...meaning('autumn', 'خريف الخريف'),
  ...meaning('winter', 'شتاء الشتاء'),
]);

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/** A unit of the calendar as a counted noun: how many of them the word itself says, null for the plural. */
export type CountedUnit = { readonly unit: CalendarUnit; readonly count: 1 | 2 | null };

export const COUNTED_UNITS: Phrasebook<CountedUnit> = phrasebook<CountedUnit>([
  ...meaning<CountedUnit>({ unit: 'day', count: 1 }, 'يوم يوماً'),
  ...meaning<CountedUnit>({ unit: 'day', count: 2 }, 'يومين يومان'),
  ...meaning<CountedUnit>({ unit: 'day', count: null }, 'أيام'),
  ...meaning<CountedUnit>({ unit: 'week', count: 1 }, 'أسبوع أسبوعاً'),
  ...meaning<CountedUnit>({ unit: 'week', count: 2 }, 'أسبوعين أسبوعان'),
  ...meaning<CountedUnit>({ unit: 'week', count: null }, 'أسابيع'),
  ...meaning<CountedUnit>({ unit: 'month', count: 1 }, 'شهر شهراً'),
  ...meaning<CountedUnit>({ unit: 'month', count: 2 }, 'شهرين شهران'),
  ...meaning<CountedUnit>({ unit: 'month', count: null }, 'أشهر شهور'),
  ...meaning<CountedUnit>({ unit: 'year', count: 1 }, 'عام عاماً سنة'),
  ...meaning<CountedUnit>({ unit: 'year', count: 2 }, 'عامين عامان سنتين سنتان'),
  ...meaning<CountedUnit>({ unit: 'year', count: null }, 'أعوام سنوات سنين'),
]);

/** Units of the calendar with the article, as in الأسبوع الماضي. */
export const DEFINITE_UNITS: Phrasebook<Exclude<CalendarUnit, 'day'>> = phrasebook([
  ...meaning('week', 'الأسبوع'),
  ...meaning('month', 'الشهر'),
  ...meaning('year', 'العام السنة'),
]);

/** Parts of the day that stand before a day: مساء أمس. Not عشية and ليلة, which before a date mean the evening before it. */
export const DAY_PARTS = wordSet('صباح ضحى ظهر عصر مساء مغرب ليل فجر');

function meaning<T extends string | object>(value: T, words: string): (readonly [string, T])[] {
  return words.split(' ').map((word) => [word, value] as const);
}
