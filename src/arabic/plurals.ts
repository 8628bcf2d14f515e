// Counted nouns: which of the six Arabic forms a number takes, and the forms of the units of time.

import { type Digits, formatNumber } from './digits.ts';

/**
 * A counted noun in its forms, named as CLDR names them. For Arabic: `one` and `two` are whole phrases that carry the
 * number themselves (`دقيقة واحدة`, `دقيقتان`); `few` (3 to 10), `many` (11 to 99) and `other` (100, 101, 102 …) are the
 * noun alone, printed after the figure. `zero` is a whole phrase (`لا تعليقات`); without it, 0 is printed before `other`.
 * For English `one` and `other` are nouns alone. The caller's forms choose the case: دقيقتان or دقيقتين.
 * A form with `{n}` in it is printed with the figure in that place, whatever its category.
 */
export type CountedForms = {
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

export type CountedStyle = {
  readonly digits: Digits;
  /** Arabic unless said otherwise. */
  readonly language?: 'ar' | 'en';
};

const rules = { ar: new Intl.PluralRules('ar'), en: new Intl.PluralRules('en') };

/**
 * A number with its noun: 1 → `دقيقة واحدة`, 2 → `دقيقتان`, 3 → `3 دقائق`, 11 → `11 دقيقة`, 100 → `100 دقيقة`.
 * Source of the categories: CLDR plural rules by Intl.PluralRules. RangeError when `n` is not finite.
 */
export function counted(n: number, forms: CountedForms, style: CountedStyle): string {
  const language = style.language ?? 'ar';
  const figure = formatNumber(n, { digits: style.digits });
  const category = rules[language].select(Math.abs(n));
  const form = forms[category];
  const phrase = form ?? forms.other;
  if (phrase.includes('{n}')) return phrase.replace('{n}', figure);
  const speaksForItself = language === 'ar' && form !== undefined && (category === 'one' || category === 'two');
  if (speaksForItself || (category === 'zero' && form !== undefined)) return phrase;
  return `${figure} ${phrase}`;
}

/** The cases that a counted noun is printed in: as a subject (`مرّت دقيقتان`), or after a preposition or as an object (`قبل دقيقتين`). */
export type NounCase = 'nominative' | 'oblique';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** The units of time in both cases. `one` is the bare noun, as the press writes: `قبل دقيقة`. */
export const TIME_UNITS: Readonly<Record<TimeUnit, Readonly<Record<NounCase, CountedForms>>>> = {
  minute: unit('دقيقة', 'دقيقتان', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة'),
  hour: unit('ساعة', 'ساعتان', 'ساعتين', 'ساعات', 'ساعة', 'ساعة'),
  day: unit('يوم', 'يومان', 'يومين', 'أيام', 'يوماً', 'يوم'),
  week: unit('أسبوع', 'أسبوعان', 'أسبوعين', 'أسابيع', 'أسبوعاً', 'أسبوع'),
  month: unit('شهر', 'شهران', 'شهرين', 'أشهر', 'شهراً', 'شهر'),
  year: unit('سنة', 'سنتان', 'سنتين', 'سنوات', 'سنة', 'سنة'),
};

function unit(one: string, two: string, twoOblique: string, few: string, many: string, other: string) {
  return { nominative: { one, two, few, many, other }, oblique: { one, two: twoOblique, few, many, other } };
}
