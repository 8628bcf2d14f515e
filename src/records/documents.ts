// JSON documents as they are read: on SQLite as bytes, because its driver makes strings of Arabic text several times
// slower than the runtime's own decoder does (measured: 52 against 24 µs for a story of 3,700 characters).
import { type Expression, type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Text of a document, in whichever form the engine gives it fastest. */
export type StoredDocument = string | Uint8Array;

/** A column that holds a document, for `select`; read it with `parsed`. */
export function documentColumn<Nullable extends null = never>(
  db: Kysely<Tables>,
  column: string,
): RawBuilder<StoredDocument | Nullable> {
  const reference: Expression<unknown> = sql.ref(column);
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<StoredDocument | Nullable>`${reference}`
    : sql<StoredDocument | Nullable>`cast(${reference} as blob)`;
}

const decoder = new TextDecoder();

/** The document itself. It passed its schema when it was written, so that it is not checked again at each reading. */
export function parsed<Document>(stored: StoredDocument): Document {
  return JSON.parse(typeof stored === 'string' ? stored : decoder.decode(stored)) as Document;
}
