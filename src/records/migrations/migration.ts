// What a migration is, and the column types that differ between the engines.
import { type ColumnDataType, sql, type Transaction } from 'kysely';
import type { Engine } from '../open.ts';
import type { Tables } from '../tables.ts';

export interface Migration {
  /** Sorts as it runs: `0003-…`. Stays in the database for ever. */
  readonly name: string;
  /** Uses the schema builder and plain SQL only: `Tables` is what the tables are now, not what they were then. */
  up(tx: Transaction<Tables>, engine: Engine): Promise<void>;
}

export interface ColumnTypes {
  /** Ids, instants, counts. On SQLite only the very word `integer` makes a primary key the row's own number. */
  readonly whole: ColumnDataType;
  readonly real: ColumnDataType;
}

export const columnTypes = (engine: Engine): ColumnTypes =>
  engine === 'sqlite' ? { whole: 'integer', real: 'real' } : { whole: 'bigint', real: 'double precision' };

/** What stands after the closing bracket of a table: SQLite then checks types as PostgreSQL does. */
export const tableEnd = (engine: Engine, kind: 'by-id' | 'by-key') => {
  if (engine === 'postgres') return sql``;
  // A table that is found by its key is kept in the order of its key.
  return kind === 'by-id' ? sql`strict` : sql`strict, without rowid`;
};

/** Makes the database itself refuse to change or delete rows of a table. */
export async function makeImmutable(tx: Transaction<Tables>, engine: Engine, table: string): Promise<void> {
  const message = `rows of ${table} are never changed or deleted`;
  if (engine === 'sqlite') {
    for (const event of ['update', 'delete'] as const) {
      await sql`create trigger ${sql.id(`${table}_no_${event}`)} before ${sql.raw(event)} on ${sql.table(table)}
        begin select raise(abort, ${sql.lit(message)}); end`.execute(tx);
    }
    return;
  }
  await sql`create function ${sql.id(`${table}_immutable`)}() returns trigger language plpgsql
    as ${sql.lit(`begin raise exception '${message}'; end`)}`.execute(tx);
  await sql`create trigger ${sql.id(`${table}_no_change`)} before update or delete or truncate on ${sql.table(table)}
    for each statement execute function ${sql.id(`${table}_immutable`)}()`.execute(tx);
}
