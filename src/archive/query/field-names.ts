// The words before a colon that narrow a search, in Arabic and English, and how they are printed.

import { matchKey } from '../../arabic/normal-form.ts';
import type { QueryFieldName } from './parsed-query.ts';

export type BoundName = 'before' | 'after';

/** The first of each is the one that `printQuery` writes. */
const SPELLINGS: Readonly<Record<QueryFieldName | BoundName, readonly string[]>> = {
  section: ['قسم', 'القسم', 'section'],
  author: ['كاتب', 'الكاتب', 'كاتبة', 'الكاتبة', 'بقلم', 'author', 'by'],
  city: ['مدينة', 'المدينة', 'city'],
  topic: ['موضوع', 'الموضوع', 'topic'],
  agency: ['وكالة', 'الوكالة', 'agency'],
  said: ['قال', 'قالت', 'said'],
  before: ['قبل', 'before'],
  after: ['بعد', 'after'],
};

const names = new Map(
  Object.entries(SPELLINGS).flatMap(([name, spellings]) =>
    spellings.map((spelling) => [matchKey(spelling), name as QueryFieldName | BoundName] as const),
  ),
);

export const LONGEST_FIELD_NAME = 20;

/** What a word before a colon asks for: `قسم`, `Section`; null when it is any other word. */
export function fieldNamed(word: string): QueryFieldName | BoundName | null {
  return names.get(matchKey(word)) ?? null;
}

export function isBound(name: QueryFieldName | BoundName): name is BoundName {
  return name === 'before' || name === 'after';
}

const plainValue = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*$/u;

/** `قسم:رياضة`, `كاتب:"أحمد علي"`. */
export function printField(name: QueryFieldName | BoundName, value: string): string {
  return `${SPELLINGS[name][0]}:${plainValue.test(value) ? value : `"${value}"`}`;
}
