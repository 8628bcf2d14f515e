// What a reader typed, as the archive is asked it: words with what they may stand for, and what results are narrowed to.
import type { Kysely } from 'kysely';
import { matchKey } from '../../arabic/normal-form.ts';
import { wordsOf } from '../../archive/document.ts';
import { parseQuery } from '../../archive/query/parse-query.ts';
import type { ParsedQuery, QueryField } from '../../archive/query/parsed-query.ts';
import { queryWords } from '../../archive/query-words.ts';
import type { Spelling } from '../../archive/rank/concepts.ts';
import { anything, type Narrowing } from '../../archive/rank/narrowing.ts';
import type { Question } from '../../archive/search-index.ts';
import { respelled } from '../../archive/spelling/respelled.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey } from '../../story/ids.ts';
import { sectionsOf } from '../paper.ts';
import type { LayeredArchive } from './layers.ts';

export interface Understood {
  readonly parsed: ParsedQuery;
  readonly question: Question;
  /** For a word that stands hardly anywhere, what was most likely meant. */
  readonly meant: ReadonlyMap<string, readonly string[]>;
}

export interface Asking {
  readonly edition: EditionKey;
  /** IANA zone of the edition. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The last word may still be being typed. */
  readonly typing?: boolean;
}

export async function understood(
  db: Kysely<Tables>,
  archive: LayeredArchive,
  typed: string,
  asking: Asking,
): Promise<Understood> {
  const parsed = parseQuery(typed, asking);
  const { words, spellings, meant } = respelled(soughtWords(parsed), archive.statistics);
  const isOpen = parsed.dateWords !== null || (parsed.from === null && parsed.to === null);
  const narrowing: Narrowing = {
    ...anything,
    ...(await facetsNamed(db, archive, parsed.fields, asking.edition)),
    ...(isOpen ? {} : { from: parsed.from, to: parsed.to }),
    without: [...parsed.without.map((word) => [word]), ...parsed.withoutPhrases],
    phrases: areMeantAsPhrases(parsed) ? parsed.phrases : [],
  };
  const named = { from: parsed.from, to: parsed.to };
  const question: Question = {
    words,
    spellings: withEndings(archive, withAlternatives(spellings, parsed), parsed),
    optional: parsed.dateWords === null ? [] : queryWords(parsed.text.slice(...parsed.dateWords)),
    ...(isNarrow(narrowing) ? { narrowing } : {}),
    moments: parsed.dateWords === null ? { now: asking.now } : { named },
  };
  return { parsed, question, meant };
}

/** The words in the order in which they were typed, when nothing but words and phrases was; else words, then those of phrases and groups. */
function soughtWords({
  text,
  words,
  phrases,
  either,
  fields,
  without,
  withoutPhrases,
}: ParsedQuery): readonly string[] {
  const isPlain = [either, fields, without, withoutPhrases].every((list) => list.length === 0);
  if (isPlain) return queryWords(text);
  return [...words, ...phrases.flat(), ...either.flatMap(([first = '']) => first.split(' '))];
}

/** Any of a group's alternatives stands for the first of them. */
function withAlternatives(
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  { either }: ParsedQuery,
): ReadonlyMap<string, readonly Spelling[]> {
  const all = new Map(spellings);
  for (const [first = '', ...others] of either) {
    const alternatives = others.flatMap((other) => other.split(' ')).map((word) => ({ word, share: 1 }));
    all.set(first, [...(all.get(first) ?? []), ...alternatives]);
  }
  return all;
}

/** Words that a word may grow into while it is typed. */
const MOST_ENDINGS = 8;

/** A word that is still being typed stands for those that begin with it. */
function withEndings(
  archive: LayeredArchive,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  { prefix }: ParsedQuery,
): ReadonlyMap<string, readonly Spelling[]> {
  if (prefix === null) return spellings;
  const grown = archive.wordsStartingWith(prefix, MOST_ENDINGS).map((word) => ({ word, share: 1 }));
  return new Map([...spellings, [prefix, grown]]);
}

/** Headlines quote a word or two, and whoever asks with one wants more than what quotes the same: most of the query must stand in quotes. */
function areMeantAsPhrases({ text, phrases }: ParsedQuery): boolean {
  return phrases.flat().length * 2 >= queryWords(text).length;
}

const isNarrow = ({ facets, withoutFacets, from, to, without, phrases }: Narrowing): boolean =>
  [facets, withoutFacets, without, phrases].some((list) => list.length > 0) || from !== null || to !== null;

async function facetsNamed(
  db: Kysely<Tables>,
  archive: LayeredArchive,
  fields: readonly QueryField[],
  edition: EditionKey,
): Promise<Pick<Narrowing, 'facets' | 'withoutFacets'>> {
  const groups = new Map<string, string[]>();
  const withoutFacets: string[] = [];
  for (const field of fields) {
    const facets = await facetsOf(db, archive, field, edition);
    if (field.without) withoutFacets.push(...facets);
    else if (field.field === 'said') for (const facet of facets) groups.set(facet, [facet]);
    else groups.set(field.field, [...(groups.get(field.field) ?? []), ...facets]);
  }
  return { facets: [...groups.values()], withoutFacets };
}

/** A name of a list may be given in part; so many are taken. */
const MOST_NAMED = 50;

async function facetsOf(
  db: Kysely<Tables>,
  archive: LayeredArchive,
  { field, value }: QueryField,
  edition: EditionKey,
): Promise<readonly string[]> {
  const key = matchKey(value);
  switch (field) {
    case 'section': {
      const sections = await sectionsOf(db, edition);
      return sections
        .filter((section) => matchKey(section.name) === key || section.slug === value)
        .map((section) => `section:${section.id}`);
    }
    case 'author':
    case 'topic': {
      const rows = await db
        .selectFrom(field === 'author' ? 'authors' : 'topics')
        .select('id')
        .where('edition', '=', edition)
        .where('name_key', 'like', `%${key.replace(/[%_\\]/gu, '')}%`)
        .limit(MOST_NAMED)
        .execute();
      return rows.map((row) => `${field}:${row.id}`);
    }
    case 'city':
    case 'agency':
      return archive.facetsOf(field).filter((facet) => matchKey(facet.slice(field.length + 1)) === key);
    case 'said':
      // All words of a name, of whoever is quoted.
      return wordsOf(value).map((word) => `said:${word}`);
    default:
      return field satisfies never;
  }
}
