// Writes many rows of one table: in statements of a few fixed sizes, built once, so that a large import is not spent on building SQL.
import { type CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Rows in one statement, largest first: few sizes, so that each stays prepared. 64 rows of 17 columns are far from any limit. */
const sizes = [64, 8, 1] as const;

/** The statement for a table, its columns and a number of rows, by the dialect's own compiler. */
const statements = new WeakMap<object, Map<string, CompiledQuery>>();

function statementFor(db: Kysely<Tables>, table: string, columns: readonly string[], rows: number): CompiledQuery {
  const dialect = db.getExecutor().adapter;
  let known = statements.get(dialect);
  if (known === undefined) {
    known = new Map();
    statements.set(dialect, known);
  }
  const name = `${table} ${columns.join(' ')} ${rows}`;
  let statement = known.get(name);
  if (statement === undefined) {
    const row = sql`(${sql.join(columns.map(() => sql`${null}`))})`;
    statement =
      sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(
        Array.from({ length: rows }, () => row),
      )}`.compile(db);
    known.set(name, statement);
  }
  return statement;
}

/**
 * Inserts rows, all with the same columns in whatever order. Faster than the query builder by an order for batches.
 *
 *     await insertAll(tx, 'story_topics', topics.map((topic, position) => ({ story_id, topic_id: topic.id, position })));
 */
export async function insertAll<Table extends keyof Tables>(
  tx: Transaction<Tables>,
  table: Table,
  rows: readonly Tables[Table][],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Tables[Table] & string)[];
  let at = 0;
  for (const size of sizes) {
    while (rows.length - at >= size) {
      const statement = statementFor(tx, table, columns, size);
      const parameters: unknown[] = [];
      for (const row of rows.slice(at, at + size)) for (const column of columns) parameters.push(row[column]);
      await tx.executeQuery({ ...statement, parameters });
      at += size;
    }
  }
}
