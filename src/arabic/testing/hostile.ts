// Texts for tests that nobody would write: random mixtures of every class of character, and long runs that make careless
// patterns slow.

const ALPHABET = [
  ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةىٱ',
  ...'\u{64B}\u{64E}\u{651}\u{652}\u{653}\u{654}\u{655}\u{670}\u{6DD}',
  ...'\u{640}\u{640}کیہھەۀۃۂےپچژگ',
  ...'\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202B}\u{202E}\u{2067}\u{FEFF}\u{AD}\u{A0}\u{2028}\u{2029}\u{0}',
  ...'ﻣﺠﻠﺲﻷﻼﷲﷺﹰﹱﱞﳲ﴾﴿',
  ...'0123456789٠١٢٣٤٥٦٧٨٩۰۱۲',
  ...'  \n\t.,:;!?،؛؟«»"\'()[]{}-–—…%٪+@#/_&',
  ...'abcXYZéßİ👨👩\u{FE0F}½ﬁ',
  '\uD800',
];

/** So many texts of up to so many characters, the same on every run. */
export function randomTexts(count: number, length: number): string[] {
  let state = 20_231_008;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(length) + 1 }, () => ALPHABET[next(ALPHABET.length)]).join(''),
  );
}

const REPEATED = [
  'ا',
  'ـ',
  'بـ',
  '\u{64E}',
  'بـ\u{64E}',
  '\u{200C}',
  '\u{200D}',
  'ک\u{200C}',
  'a',
  'a-',
  'a.',
  '1',
  '1,',
  '1,1',
  '1.1.',
  '-1',
  '10-',
  '+1 ',
  '(',
  ')',
  '()',
  '«',
  '@',
  '#',
  '#a',
  'a@',
  ' ',
  '\n',
  '.',
  '،',
  'أ.',
  'أ ',
  'a b ',
  '12:30 ',
  '1/1/',
  'أكتوبر ',
  '8 أكتوبر ',
  'الأحد ',
  'من 5 إلى ',
  'بين 5 و',
  'ﻣ',
  'ﹰ',
  '\uD800',
  'و',
  'والثاني ',
  'https://',
  '8 أكتوبر 2023 - ',
];

/** Texts of about so many characters, each one thing over and over. */
export function hostileTexts(length: number): string[] {
  return REPEATED.map((piece) => piece.repeat(Math.ceil(length / piece.length)));
}

/** Milliseconds that a piece of work takes. */
export function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
