// Figures in either family of digits: `2,750.5` and `٢٬٧٥٠٫٥`.

import { foldDigits } from './normal-form.ts';

/** `latn`: 0 to 9. `arab`: ٠ to ٩ with their own separators. The names are those of Unicode's locale data. */
export type Digits = 'latn' | 'arab';

const asciiNumber = /\d+(?:[.,]\d+)*%?/g;
// Words with Latin letters keep their digits (F-16, COVID-19, addresses), as does whatever is glued to them.
const gluedTogether = /\S+/gu;
const latin = /[\p{Script=Latin}@]/u;
const arabicSeparator = /(?<=\d)[٬٫](?=\d)|(?<=\d)٪/gu;
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const decimal = /^\d+\.\d+$/;

/**
 * The same text with its figures in the family asked for. `arab` also turns the separators and percent signs of
 * figures (`1,234.5%` → `١٬٢٣٤٫٥٪`), but not the dots of a date (`8.10.2023`), and leaves the digits of Latin words and
 * addresses alone; `latn` is the way back, and turns Persian digits as well.
 */
export function formatDigits(text: string, digits: Digits): string {
  const ascii = foldDigits(text).replace(arabicSeparator, (sign) => (sign === '٬' ? ',' : sign === '٫' ? '.' : '%'));
  if (digits === 'latn') return ascii;
  return ascii.replace(gluedTogether, (word) => (latin.test(word) ? word : toArabic(word)));
}

function toArabic(text: string): string {
  return text.replace(asciiNumber, (written) => {
    const percent = written.endsWith('%') ? '٪' : '';
    const number = percent === '' ? written : written.slice(0, -1);
    const hasSeparators = grouped.test(number) || decimal.test(number);
    const separated = hasSeparators ? number.replaceAll(',', '٬').replace('.', '٫') : number;
    return separated.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))) + percent;
  });
}

export type NumberStyle = {
  readonly digits: Digits;
  /** Thousands apart, `12,500`; on unless said otherwise. Not for years and identifiers. */
  readonly grouping?: boolean;
  /** Most digits after the point; 2 unless said otherwise. */
  readonly fraction?: number;
};

/**
 * A number as text: `formatNumber(12500.5, { digits: 'arab' })` → `١٢٬٥٠٠٫٥`. No bidi marks are put in: the page
 * isolates signed numbers (`latinRuns`). Throws RangeError for a number that is not finite.
 */
export function formatNumber(n: number, style: NumberStyle): string {
  if (!Number.isFinite(n)) throw new RangeError(`not a number that can be printed: ${n}`);
  const printed = new Intl.NumberFormat('en', {
    useGrouping: style.grouping ?? true,
    maximumFractionDigits: style.fraction ?? 2,
  }).format(n);
  return style.digits === 'arab' ? toArabic(printed) : printed;
}
