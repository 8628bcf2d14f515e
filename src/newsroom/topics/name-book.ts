// The list of names of an edition, ready for looking for them in text. Built anew only when the list has changed.

import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { NameFinder } from '../../arabic/names-in-text.ts';
import { precompiled } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey, TopicId } from '../../story/ids.ts';
import { forEdition } from '../for-edition.ts';
import type { Newsroom } from '../newsroom.ts';

export type TopicKind = Tables['topics']['kind'];

export interface NameBook {
  readonly finder: NameFinder<TopicId>;
  readonly kinds: ReadonlyMap<TopicId, TopicKind>;
}

const listedNames = forEdition((edition) =>
  precompiled((db) =>
    db
      .selectFrom('topic_names')
      .innerJoin('topics', 'topics.id', 'topic_names.topic_id')
      .select(['topics.id', 'topics.kind', 'topic_names.name'])
      .where('topic_names.edition', '=', sql.lit(edition))
      .orderBy('topic_names.name_key'),
  ),
);

const books = new WeakMap<Newsroom, Map<EditionKey, { readonly of: string; readonly book: NameBook }>>();

/** One query each time, so that a name is looked for from the moment in which it stands in the list. */
export async function nameBook(newsroom: Newsroom, db: Kysely<Tables>, edition: EditionKey): Promise<NameBook> {
  const rows = await listedNames(edition)(db);
  const of = rows.map(({ id, kind, name }) => `${id} ${kind} ${name}`).join('\n');
  let known = books.get(newsroom);
  if (known === undefined) {
    known = new Map();
    books.set(newsroom, known);
  }
  const last = known.get(edition);
  if (last?.of === of) return last.book;
  const book: NameBook = {
    kinds: new Map(rows.map((row) => [row.id, row.kind])),
    finder: new NameFinder(
      rows.map(({ id, kind, name }) => ({
        id,
        name,
        isSpelledFreely: kind !== 'subject',
        isPerson: kind === 'person',
      })),
    ),
  };
  known.set(edition, { of, book });
  return book;
}
