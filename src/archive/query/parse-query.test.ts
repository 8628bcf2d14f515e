// What a reader types into the search box is understood as an Arabic newspaper's reader means it.

import { describe, expect, it } from 'vitest';
import { type ParseOptions, parseQuery } from './parse-query.ts';

const options: ParseOptions = { now: Date.parse('2026-11-25T07:00Z'), timeZone: 'Asia/Riyadh' };
const parse = (text: string, typing = false) => parseQuery(text, { ...options, typing });
const day = (instant: number | null) =>
  instant === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(options.timeZone).toPlainDateTime().toString();
const range = (text: string) => {
  const { from, to } = parse(text);
  return [day(from)?.slice(0, 10) ?? '', day(to)?.slice(0, 10) ?? ''].join('/');
};
const kinds = (text: string) => parse(text).problems.map(({ kind }) => kind);

describe('words', () => {
  it.each([
    ['انتخاباتُ الرئاسةِ التونسيّة', ['انتخابات', 'الرياسه', 'التونسيه']],
    ['#طوفان_الأقصى و#Gaza', ['طوفان', 'الاقصي', 'و', 'gaza']],
    ['أ.ف.ب: ارتفاع 12% إلى 1,234.5', ['افب', 'ارتفاع', '12%', 'الي', '1234.5']],
    ['هجوم لـ«حماس» على بـ"إيرز"', ['هجوم', 'لحماس', 'علي', 'بايرز']],
    ['كوفيد-19', ['كوفيد', '19']],
    ['كوفيد -19', ['كوفيد', '19']],
    ['الفترة 2019 -2021', ['الفتره', '2019', '2021']],
    ['درجة الحرارة -٥', ['درجه', 'الحراره', '5']],
    ['القاهرة - رويترز', ['القاهره', 'رويترز']],
    ['القاهرة – رويترز — عاجل', ['القاهره', 'رويترز', 'عاجل']],
    ['الوزير -الذي استقال أمس- يعود', ['الوزير', 'الذي', 'استقال', 'امس', 'يعود']],
    ['foo:bar 15:30', ['foo', 'bar', '15', '30']],
    ['في من على', ['في', 'من', 'علي']],
    ['\u{200F}غزة\u{A0}\u{202B}رفح\u{202C}', ['غزه', 'رفح']],
    ['ﻣﺠﻠﺲ ﺍﻷﻣﻦ', ['مجلس', 'الامن']],
    ["L'Oréal", ['loréal']],
  ])('of %s', (text, words) => {
    expect(parse(text)).toMatchObject({
      words,
      phrases: [],
      without: [],
      withoutPhrases: [],
      either: [],
      problems: [],
    });
  });

  it('end in a prefix only while the last of them is being typed', () => {
    expect(parse('أخبار غز', true)).toMatchObject({ words: ['اخبار', 'غز'], prefix: 'غز' });
    expect(parse('أخبار "مجلس ال', true)).toMatchObject({ words: ['اخبار', 'مجلس', 'ال'], prefix: 'ال' });
    for (const text of ['أخبار غزة ', 'غزة!', '"مجلس الأمن"', 'غزة -رفح', 'قسم:رياضة', 'غزة أو رفح', 'غزة -', '']) {
      expect(parse(text, true).prefix).toBeNull();
    }
    expect(parse('غزة أو', true).prefix).toBe('او');
    expect(parse('أخبار غز').prefix).toBeNull();
  });
});

describe('phrases', () => {
  it.each([
    '"مجلس الأمن"',
    '«مجلس الأمن»',
    '“مجلس الأمن”',
    '”مجلس الأمن“',
    '»مجلس الأمن«',
    '„مجلس الأمن“',
    '«مجلس الأمن"',
    '" مجلس  الأمن "',
    '("مجلس الأمن")',
    '«مجلس الأمن»،',
    '«مجلس "الأمن"»',
  ])('are what stands in quotes: %s', (text) => {
    expect(parse(text)).toMatchObject({ words: [], phrases: [['مجلس', 'الامن']] });
  });

  it('keep the small words inside them', () => {
    expect(parse('"من المحيط إلى الخليج"').phrases).toEqual([['من', 'المحيط', 'الي', 'الخليج']]);
  });

  it('are no phrases when a quote is left open, and the words are sought all the same', () => {
    expect(parse('غزة «مجلس الأمن')).toMatchObject({ words: ['غزه', 'مجلس', 'الامن'], phrases: [], problems: [] });
    expect(parse('مجلس الأمن"')).toMatchObject({ words: ['مجلس', 'الامن'], phrases: [] });
  });
});

describe('what is not wanted', () => {
  it.each([
    ['غزة -رفح', ['رفح'], []],
    ['غزة −رفح', ['رفح'], []],
    ['غزة -"خان يونس"', [], [['خان', 'يونس']]],
    ['غزة -«خان يونس» -رفح', ['رفح'], [['خان', 'يونس']]],
    ['غزة -#طوفان_الأقصى', [], [['طوفان', 'الاقصي']]],
    ['غزة \u{200F}-رفح', ['رفح'], []],
    ['غزة -حماس إيران - رويترز', ['حماس'], []],
  ])('%s', (text, without, withoutPhrases) => {
    expect(parse(text)).toMatchObject({ without, withoutPhrases, problems: [] });
  });

  it('is told when nothing else was asked for', () => {
    expect(kinds('-رفح -"خان يونس"')).toEqual(['only-without']);
    expect(kinds('-قسم:رياضة')).toEqual([]);
  });
});

describe('alternatives', () => {
  it.each([
    ['غزة أو رفح', [['غزه', 'رفح']], []],
    ['غزة او رفح هدنة', [['غزه', 'رفح']], ['هدنه']],
    ['ترامب OR ترمب OR Trump', [['ترامب', 'ترمب', 'trump']], []],
    ['غزة|رفح | خانيونس', [['غزه', 'رفح', 'خانيونس']], []],
    ['"مجلس الأمن" أو «الجمعية العامة»', [['مجلس الامن', 'الجمعيه العامه']], []],
    [
      'قصف غزة أو رفح ومصر أو قطر',
      [
        ['غزه', 'رفح'],
        ['ومصر', 'قطر'],
      ],
      ['قصف'],
    ],
    ['كوفيد-19 أو إنفلونزا', [['كوفيد 19', 'انفلونزا']], []],
    ['غزة أو أو رفح', [['غزه', 'رفح']], []],
    ['غزة أو غزّة', [], ['غزه']],
    ['أو غزة', [], ['غزه']],
    ['غزة أو', [], ['غزه']],
    ['أو', [], ['او']],
    ['trump or biden', [], ['trump', 'or', 'biden']],
    ['غزة |', [], ['غزه']],
  ])('%s', (text, either, words) => {
    expect(parse(text)).toMatchObject({ either, words, problems: [] });
  });
});

describe('fields', () => {
  const field = (name: string, value: string, without = false) => ({ field: name, value, without });
  it.each([
    ['قسم:رياضة', [field('section', 'رياضة')]],
    ['قسم: رياضة', [field('section', 'رياضة')]],
    ['القسم:"كرة القدم"', [field('section', 'كرة القدم')]],
    ['Section:sport', [field('section', 'sport')]],
    ['كاتب:«أحمد علي»', [field('author', 'أحمد علي')]],
    ['by: "Jane Doe"', [field('author', 'Jane Doe')]],
    ['بقلم:سلمى author:سلمى', [field('author', 'سلمى')]],
    ['مدينة:تل_أبيب', [field('city', 'تل أبيب')]],
    ['city:(القدس)،', [field('city', 'القدس')]],
    ['موضوع:غزة topic:السودان', [field('topic', 'غزة'), field('topic', 'السودان')]],
    ['وكالة:أ.ف.ب agency:رويترز', [field('agency', 'أ.ف.ب'), field('agency', 'رويترز')]],
    ['قال:لافروف', [field('said', 'لافروف')]],
    ['قَال: لافروف said:بوتين', [field('said', 'لافروف'), field('said', 'بوتين')]],
    ['-قسم:رياضة', [field('section', 'رياضة', true)]],
    ['-وكالة:"أ ف ب"', [field('agency', 'أ ف ب', true)]],
    ['قسم:رياضة أو قسم:سياسة', [field('section', 'رياضة'), field('section', 'سياسة')]],
    ['قسم: كاتب:علي', [field('author', 'علي')]],
    ['قسم:', []],
    ['قسم:""', []],
    ['قسم:،', []],
  ])('%s', (text, fields) => {
    expect(parse(text)).toMatchObject({ fields, words: [], problems: [] });
  });

  it('leave the words around them alone', () => {
    expect(parse('أهداف قسم:رياضة المنتخب')).toMatchObject({ words: ['اهداف', 'المنتخب'] });
  });
});

describe('dates', () => {
  it.each([
    ['بعد:2023', '2024-01-01/'],
    ['قبل:2023', '/2023-01-01'],
    ['قبل: أكتوبر 2023', '/2023-10-01'],
    ['بعد:أكتوبر 2023', '2023-11-01/'],
    ['after:2023-10-08', '2023-10-09/'],
    ['before:2023-10-08', '/2023-10-08'],
    ['قبل:٨/١٠/٢٠٢٣', '/2023-10-08'],
    ['بعد:2023-10', '2023-11-01/'],
    ['بعد:٢٠٢٣/١٠', '2023-11-01/'],
    ['بعد:10/2023', '2023-11-01/'],
    ['بعد:رمضان 1445', '2024-04-10/'],
    ['قبل:رمضان', '/2026-02-18'],
    ['بعد:1445هـ', '2024-07-07/'],
    ['بعد:أمس', '2026-11-25/'],
    ['قبل:"8 تشرين الأول/أكتوبر 2023"', '/2023-10-08'],
    ['قبل:الثامن من أكتوبر 2023', '/2023-10-08'],
    ['قبل:ديسمبر', '/2025-12-01'],
    ['before: 8 October 2023', '/2023-10-08'],
    ['بعد:2021 قبل:2023', '2022-01-01/2023-01-01'],
    ['بعد:2020 بعد:2021 قبل:2025 قبل:2024', '2022-01-01/2024-01-01'],
    ['أكتوبر 2023', '2023-10-01/2023-11-01'],
    ['منذ 2020', '2020-01-01/2026-11-26'],
    ['قبل 2010', '/2010-01-01'],
    ['كأس العالم 2030', '/'],
    ['2000 لاجئ', '/'],
    ['"أكتوبر 2023"', '/'],
    ['حرب -أكتوبر 2023', '2023-01-01/2024-01-01'],
    ['2021 أو 2023', '2021-01-01/2024-01-01'],
    ['8 أكتوبر 2023 قسم:رياضة', '2023-10-08/2023-10-09'],
    ['8 قسم:رياضة أكتوبر 2023', '2023-10-08/2023-10-09'],
  ])('%s is %s', (text, expected) => {
    expect(range(text)).toBe(expected);
    expect(kinds(text)).toEqual([]);
  });

  it('take no more words than the date has', () => {
    expect(parse('بعد:8 أكتوبر 2023 غزة رفح')).toMatchObject({ words: ['غزه', 'رفح'], dateWords: null });
    expect(parse('قبل:2020 غزة')).toMatchObject({ words: ['غزه'] });
  });

  it('begin and end at midnight in the edition’s zone', () => {
    expect(day(parse('8 أكتوبر 2023').from)).toBe('2023-10-08T00:00:00');
    expect(parseQuery('أمس', { ...options, timeZone: 'America/New_York' }).from).toBe(Date.parse('2026-11-24T05:00Z'));
  });

  it('in words stay words, and say where they stand', () => {
    const query = parse('"مجلس الأمن" قسم:سياسة   غزة   في أكتوبر  2023 -رفح');
    expect(query.words).toEqual(['غزه', 'في', 'اكتوبر', '2023']);
    const [start, end] = query.dateWords ?? [0, 0];
    expect(query.text.slice(start, end)).toBe('أكتوبر  2023');
  });

  it('that were asked for go before those in words', () => {
    expect(parse('غزة 2021 بعد:2022')).toMatchObject({ dateWords: null, to: null, words: ['غزه', '2021'] });
  });

  it('that cannot be read are sought as words, and told', () => {
    expect(parse('بعد:الانتخابات غزة')).toMatchObject({
      words: ['الانتخابات', 'غزه'],
      from: null,
      problems: [{ kind: 'unread-date', value: 'الانتخابات' }],
    });
    expect(kinds('قبل:31 فبراير 2023')).toEqual(['unread-date']);
    expect(kinds('بعد:2023 قبل:2020')).toEqual(['no-days']);
  });
});
