// What is read of a search's address, and that what anybody may make up there is left out.
import { expect, test } from 'vitest';
import { LONGEST_QUERY, MOST_CHOSEN, readSearch, searchHref, toggled } from './search-asked.ts';
import { arabic, english } from './testing/fixtures.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));
const nothing = { text: '', chosen: [], order: 'relevance', after: null };

test('an address says what is sought, what narrows it, by which order, and after which story', () => {
  expect(read('q=%D8%BA%D8%B2%D8%A9+&in=section:12&in=month:2023-10&by=date&after=1764000000000-42')).toEqual({
    text: 'غزة',
    chosen: ['section:12', 'month:2023-10'],
    order: 'date',
    after: { key: 1764000000000, id: 42 },
  });
  expect(read('')).toEqual(nothing);
});

test('what does not fit is left out', () => {
  for (const made of [
    'in=section:x',
    'in=section:0',
    'in=topic:99999999999',
    'in=nothing:1',
    'in=month:2023',
    'in=city:',
  ])
    expect(read(made), made).toEqual(nothing);
  for (const made of [
    'after=1',
    'after=a-1',
    'after=1-0',
    'after=1e999-5',
    'after=-',
    `after=${'9'.repeat(70)}-1`,
    'by=x',
  ])
    expect(read(made), made).toEqual(nothing);
});

test('a query is cut, facets are as many as are read, each once, and half a character is made whole', () => {
  expect(read(`q=${'س'.repeat(5000)}`).text.length).toBeLessThan(LONGEST_QUERY + 30);
  const many = Array.from({ length: 50 }, (_, at) => `in=section:${at + 1}&in=section:1`).join('&');
  expect(read(many).chosen).toHaveLength(MOST_CHOSEN);
  expect(read(`q=${'a'.repeat(LONGEST_QUERY + 19)}😀`).text.isWellFormed()).toBe(true);
});

test('an address that is written is read as it was meant, whatever the score', () => {
  for (const key of [12.345678901234567, 1e-7, 0, 1764000000000]) {
    const asked = { ...read('q="مجلس الأمن" -روسيا&in=city:بيروت'), after: { key, id: 7 as never } };
    expect(readSearch(new URL(searchHref(arabic.edition, asked), 'http://x').searchParams)).toEqual(asked);
  }
  expect(searchHref(english.edition, {})).toBe('/en/search');
});

test('a facet is chosen and dropped, and the results begin anew', () => {
  const asked = read('q=a&in=year:2023&after=1-1');
  expect(toggled(asked, 'section:2')).toEqual({ ...asked, chosen: ['year:2023', 'section:2'], after: null });
  expect(toggled(asked, 'year:2023')).toEqual({ ...asked, chosen: [], after: null });
});
