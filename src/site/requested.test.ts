// What each kind of address asks for, and that nothing else is an address.
import { expect, test } from 'vitest';
import { partsOfPath, placeOf, requestedBy } from './requested.ts';
import { arabic, english } from './testing/fixtures.ts';

const kindOf = (path: string) => requestedBy(partsOfPath(path) ?? ['?', '?', '?', '?']);

test('each address asks for its page', () => {
  expect(kindOf('/')).toEqual({ kind: 'front' });
  expect(kindOf('/asia')).toEqual({ kind: 'section', slug: 'asia' });
  expect(kindOf('/%D8%A2%D8%B3%D9%8A%D8%A7')).toEqual({ kind: 'section', slug: 'آسيا' });
  expect(kindOf('/asia/12/words-of-it')).toEqual({ kind: 'story', id: 12 });
  expect(kindOf('/asia/12')).toEqual({ kind: 'story', id: 12 });
  expect(kindOf('/12')).toEqual({ kind: 'short', id: 12 });
  expect(kindOf('/print/12')).toEqual({ kind: 'print', id: 12 });
  expect(kindOf('/author/هند')).toEqual({ kind: 'author', slug: 'هند' });
  expect(kindOf('/topic/المياه')).toEqual({ kind: 'topic', slug: 'المياه' });
  expect(kindOf('/event/3')).toEqual({ kind: 'event', id: 3 });
  expect(kindOf('/search')).toEqual({ kind: 'search' });
  expect(kindOf('/search/suggest')).toEqual({ kind: 'suggest' });
  expect(kindOf('/corrections')).toEqual({ kind: 'corrections' });
  expect(kindOf('/about')).toEqual({ kind: 'about' });
  expect(kindOf('/saved')).toEqual({ kind: 'saved' });
});

test('a day is asked for by either calendar, and a day that there is not is unknown', () => {
  expect(kindOf('/archive/2026/11/24')).toMatchObject({ kind: 'day', calendar: 'gregorian' });
  const hijri = kindOf('/archive/hijri/1448/06/14');
  expect(hijri.kind === 'day' ? hijri.day.toString() : null).toBe('2026-11-24');
  for (const path of ['/archive/2026/13/01', '/archive/hijri/1448/06/31', '/archive/a/b/c', '/archive/2026/11/24/x'])
    expect(kindOf(path).kind, path).toBe('unknown');
});

test('the archive is asked for whole, by the year and by the month, in either calendar', () => {
  const part = (path: string) => {
    const requested = kindOf(path);
    return requested.kind === 'archive' ? requested.part : requested.kind;
  };
  expect(part('/archive')).toEqual({ calendar: 'gregorian', year: null, month: null });
  expect(part('/archive/2026')).toEqual({ calendar: 'gregorian', year: 2026, month: null });
  expect(part('/archive/2026/11')).toEqual({ calendar: 'gregorian', year: 2026, month: 11 });
  expect(part('/archive/hijri')).toEqual({ calendar: 'hijri', year: null, month: null });
  expect(part('/archive/hijri/1448/6')).toEqual({ calendar: 'hijri', year: 1448, month: 6 });
  for (const path of ['/archive/2026/13', '/archive/0', '/archive/20265', '/archive/x', '/archive/hijri/1448/0'])
    expect(part(path), path).toBe('unknown');
});

test('what is no address of the paper is unknown, and never an error', () => {
  for (const path of [
    '/a/b',
    '/a/b/c',
    '/a/1/b/c',
    '/a/0/x',
    '/a/-1/x',
    '/a/99999999999999999/x',
    '/author',
    '/author/a/b',
    '/print/x',
    '/event',
    '/event/0',
    '/event/3/x',
    '/about/x',
    '//',
    '//12',
  ])
    expect(['unknown', 'section'], path).toContain(kindOf(path).kind);
  expect(partsOfPath('/%E0%A4%A')).toBeNull();
});

test('words are composed before they are compared', () => {
  expect(partsOfPath(`/${encodeURIComponent('آسيا'.normalize('NFD'))}`)).toEqual(['آسيا']);
});

test('the first part names the edition; without one it is the default', () => {
  const editions = [arabic.edition, english.edition];
  expect(placeOf(editions, ['en', 'world'])).toEqual({ edition: english.edition, parts: ['world'] });
  expect(placeOf(editions, ['world'])).toEqual({ edition: arabic.edition, parts: ['world'] });
  expect(placeOf([], ['world']).edition).toBeUndefined();
});
