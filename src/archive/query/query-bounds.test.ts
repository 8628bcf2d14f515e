// A query of any size and kind is read at once, cut to its bounds, and comes back from its canonical text as it was.

import { describe, expect, it } from 'vitest';
import { hostileTexts, randomTexts, timeOf } from '../../arabic/testing/hostile.ts';
import { wordsOf } from '../document.ts';
import { parseQuery } from './parse-query.ts';
import { type ParsedQuery, QUERY_BOUNDS } from './parsed-query.ts';
import { printQuery } from './print-query.ts';

const options = { now: Date.parse('2026-11-25T07:00Z'), timeZone: 'Asia/Riyadh' };
const parse = (text: string) => parseQuery(text, options);
const kinds = (text: string) => parse(text).problems.map(({ kind }) => kind);
const repeat = (piece: string, count: number) => Array.from({ length: count }, (_, index) => piece + index).join(' ');

const HOSTILE = [
  repeat('كلمة', 500),
  'أ '.repeat(500),
  '"'.repeat(50),
  '«'.repeat(50),
  '"أ '.repeat(50),
  '«أ'.repeat(25) + 'ب»'.repeat(25),
  '«»'.repeat(5_000),
  '\u{64B}'.repeat(10_000),
  '\u{200F}'.repeat(10_000),
  '؟!،؛'.repeat(2_500),
  '\uD800'.repeat(500),
  '\uDC00 \uD800 '.repeat(100),
  'في من على إلى عن '.repeat(50),
  '- '.repeat(300),
  '-'.repeat(300),
  '-أ '.repeat(300),
  '-"'.repeat(200),
  '|'.repeat(300),
  'أو '.repeat(200),
  'أ أو '.repeat(100),
  'قسم:'.repeat(100),
  'قسم:أ '.repeat(100),
  'قبل:'.repeat(100),
  'قبل:أمس '.repeat(50),
  'قبل:8 أكتوبر ب ج د ه و ز '.repeat(20),
  'بعد:قبل:'.repeat(50),
  'قبل:"'.repeat(60),
  'أكتوبر 2023 '.repeat(40),
  'منذ عام '.repeat(50),
  '(-'.repeat(150),
  '([{"'.repeat(75),
  `-${'أ '.repeat(140)}-`,
  `${'ـ'.repeat(290)}:أ`,
  `قال:${'أ'.repeat(400)}`,
  "<script>alert(1)</script>' OR 1=1 --",
  '\0\n\t\r\u{85}\u{2028}',
  ' '.repeat(10_000),
  '',
];

describe('a hostile query', () => {
  it('keeps every bound', () => {
    for (const text of [...HOSTILE, ...hostileTexts(2_000), ...randomTexts(500, 600)]) expectBounded(parse(text));
  });

  it('is read in less than a millisecond', () => {
    for (const text of HOSTILE) {
      // The least of many runs is what the work costs; the machine may be busy with other things.
      const times = Array.from({ length: 40 }, () => timeOf(() => parse(text)));
      expect(Math.min(...times), text.slice(0, 40)).toBeLessThan(1);
    }
  });
});

function expectBounded(query: ParsedQuery): void {
  const { words, phrases, without, withoutPhrases, either, fields, text } = query;
  const alternatives = either.flat().flatMap((alternative) => alternative.split(' '));
  const all = [...words, ...phrases.flat(), ...without, ...withoutPhrases.flat(), ...alternatives];
  expect(text.length).toBeLessThanOrEqual(QUERY_BOUNDS.characters);
  expect(text.isWellFormed()).toBe(true);
  expect(all.length).toBeLessThanOrEqual(QUERY_BOUNDS.words);
  expect(phrases.length + withoutPhrases.length).toBeLessThanOrEqual(QUERY_BOUNDS.words);
  expect(phrases.length).toBeLessThanOrEqual(QUERY_BOUNDS.phrases);
  expect(fields.length).toBeLessThanOrEqual(QUERY_BOUNDS.fields);
  expect(either.length).toBeLessThanOrEqual(QUERY_BOUNDS.groups);
  for (const word of all) expect(wordsOf(word)).toEqual([word]);
  for (const list of [...phrases, ...withoutPhrases]) expect(list).not.toEqual([]);
  for (const group of either) expect(group.length).toBeGreaterThan(1);
  if (query.dateWords !== null) {
    const [start, end] = query.dateWords;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe('what is over a bound', () => {
  it('is cut and told', () => {
    expect(kinds(repeat('كلمة', 33))).toEqual(['too-many-words']);
    expect(parse(repeat('كلمة', 33)).words).toHaveLength(32);
    expect(kinds(repeat('كلمة', 32))).toEqual([]);
    expect(kinds(Array.from({ length: 9 }, (_, index) => `"أ ${index}"`).join(' '))).toEqual(['too-many-phrases']);
    expect(kinds(repeat('قسم:ق', 9))).toEqual(['too-many-fields']);
    expect(kinds(Array.from({ length: 9 }, (_, index) => `أ${index} أو ب${index}`).join(' '))).toEqual([
      'too-many-groups',
    ]);
    expect(kinds(`${'طويلة'.repeat(70)}`)).toEqual(['too-long']);
  });

  it('leaves no half word', () => {
    const { text, words } = parse('الانتخابات '.repeat(40));
    expect(text).toMatch(/الانتخابات$/u);
    expect(new Set(words)).toEqual(new Set(['الانتخابات']));
    const exact = `${'ابتث '.repeat(59)}ابتثج`;
    expect(exact).toHaveLength(300);
    expect(parse(`${exact} زيادة`).text).toBe(exact);
  });
});

describe('the canonical text', () => {
  it.each([
    ['«مجلس الأمن»   غزّة|رفح  -«خان  يونس» −حماس', '"مجلس الأمن" غزّة أو رفح -"خان يونس" -حماس'],
    ['by:سلمى بعد: أمس section:"كرة القدم" أهداف', 'أهداف كاتب:سلمى قسم:"كرة القدم" بعد:2026-11-24'],
    ['قبل:أكتوبر 2023 after:2022 غزة', 'غزة بعد:2022-12-31 قبل:2023-10-01'],
    ['غزة في أكتوبر 2023', 'غزة في أكتوبر 2023'],
    ['-agency:رويترز', '-وكالة:رويترز'],
  ])('of %s is %s', (text, canonical) => {
    expect(printQuery(parse(text))).toBe(canonical);
  });

  it('carries what a filter adds', () => {
    const query = parse('هدنة');
    const filtered = printQuery({ ...query, fields: [{ field: 'city', value: 'خان يونس', without: false }] });
    expect(filtered).toBe('هدنة مدينة:"خان يونس"');
  });

  it('reads as the same query', () => {
    const pieces =
      'غزة "مجلس الأمن" -رفح -«خان يونس» أو | OR قسم:رياضة قال: أكتوبر 2023 8 - بعد: قبل:2021 كوفيد-19 -19 " « ) ( لـ«حماس» -مدينة:"تل أبيب" أمس قبل 2000 لاجئ'.split(
        ' ',
      );
    let state = 7;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const mixed = Array.from({ length: 2_000 }, () =>
      Array.from({ length: 1 + next(12) }, () => pieces[next(pieces.length)]).join(' '),
    );
    for (const text of [...mixed, ...randomTexts(1_000, 80)]) {
      const query = parse(text);
      const printed = printQuery(query);
      if (printed.length > QUERY_BOUNDS.characters || query.problems.some(({ kind }) => kind.startsWith('too-')))
        continue;
      const again = parse(printed);
      expect(sought(again), `${text}\n${printed}`).toEqual(sought(query));
      expect(printQuery(again)).toBe(printed);
    }
  });
});

function sought({ words, phrases, without, withoutPhrases, either, fields, from, to, dateWords }: ParsedQuery) {
  return { words, phrases, without, withoutPhrases, either, fields, from, to, isInWords: dateWords !== null };
}
