// The floors of the house: a room may import only from floors below its own, and nothing under src/ stands outside a room.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** As in docs/architecture.md. The command line starts the server, so it stands above it. */
const floors: Readonly<Record<string, number>> = {
  arabic: 1,
  story: 1,
  records: 2,
  pictures: 2,
  archive: 2,
  newsroom: 3,
  wire: 4,
  site: 4,
  desk: 4,
  server: 5,
  cli: 6,
};

/** Libraries that a room must not know, whatever the floor. */
const forbidden: Readonly<Record<string, RegExp>> = {
  arabic: /./,
  story: /^(?!zod$|prosemirror-model$)/,
  records: /^(hono|sharp|linkedom)/,
  pictures: /^(hono|kysely|pg)/,
  newsroom: /^(hono|node:http|pg$)/,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => ({ from: file, to: match[1] ?? match[2] ?? match[3] ?? '' }));
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(src, name));

const roomOf = (file: string): string => relative(src, file).split('/')[0] ?? '';
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || file.includes('/testing/');

/** Every import that breaks a rule, in words. */
function breaches(found: readonly Import[]): string[] {
  return found.flatMap(({ from, to }) => {
    const room = roomOf(from);
    const at = `${relative(src, from)} imports ${to}`;
    if (!to.startsWith('.')) return forbidden[room]?.test(to) === true ? [`${at}, which ${room} must not know`] : [];
    const target = resolve(dirname(from), to);
    if (!target.startsWith(`${src}/`)) return room === 'cli' || isTest(from) ? [] : [`${at}, outside src/`];
    const other = roomOf(target);
    if (other === room) return [];
    return (floors[other] ?? 99) < (floors[room] ?? 0) ? [] : [`${at}: ${other} is not below ${room}`];
  });
}

test('every file under src/ stands in a room', () => {
  expect(files.filter((file) => floors[roomOf(file)] === undefined)).toEqual([]);
});

test('a room imports only from floors below its own', () => {
  expect(breaches(files.filter((file) => !isTest(file)).flatMap(importsOf))).toEqual([]);
});

test('an import that runs upwards, sideways or to a forbidden library is found', () => {
  const from = (file: string, to: string): Import => ({ from: join(src, file), to });
  expect(breaches([from('records/open.ts', '../newsroom/newsroom.ts')])).toHaveLength(1);
  expect(breaches([from('site/app.tsx', '../wire/input.ts')])).toHaveLength(1);
  expect(breaches([from('arabic/slug.ts', 'zod')])).toHaveLength(1);
  expect(breaches([from('newsroom/kill.ts', '../records/open.ts')])).toEqual([]);
});

test('a file begins by saying what it is for', () => {
  const silent = files.filter((file) => !/^(#!.*\n)?(\/\/ \S|\/\*\* \S)/.test(readFileSync(file, 'utf8')));
  expect(silent.map((file) => relative(src, file))).toEqual([]);
});
