// Brings the tables up to date: forward only, each migration in a transaction, and never over a database from a newer program.
import { sql } from 'kysely';
import { RecordsError } from './errors.ts';
import { stories } from './migrations/0001-stories.ts';
import { log } from './migrations/0002-log.ts';
import { sourceIds } from './migrations/0003-source-ids.ts';
import { relations } from './migrations/0004-relations.ts';
import { namesAndQuotations } from './migrations/0005-names-and-quotations.ts';
import type { Migration } from './migrations/migration.ts';
import type { Records } from './open.ts';

/** Every migration there is, in order. A name, once released, is never changed. */
export const migrations: readonly Migration[] = [stories, log, sourceIds, relations, namesAndQuotations];

type Target = Pick<Records, 'engine' | 'where' | 'read' | 'transact'>;

/**
 * Runs what has not been run. Two processes that start at once do not disturb each other: each migration looks again,
 * behind the writers' lock, whether it is still wanted. Throws `RecordsError` 'newer-database'.
 */
export async function migrate(target: Target, known: readonly Migration[] = migrations): Promise<void> {
  const done = await namesOf(target, target.read);
  refuseUnknown(target, done, known);
  for (const migration of known) {
    if (done.includes(migration.name)) continue;
    await target.transact(async (tx) => {
      if (target.engine === 'postgres') await sql`set local statement_timeout = 0`.execute(tx);
      const doneByNow = await namesOf(target, tx);
      refuseUnknown(target, doneByNow, known);
      if (doneByNow.includes(migration.name)) return;
      await tx.schema
        .createTable('migrations')
        .ifNotExists()
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('at', target.engine === 'sqlite' ? 'integer' : 'bigint', (column) => column.notNull())
        .execute();
      await migration.up(tx, target.engine);
      await sql`insert into migrations (name, at) values (${migration.name}, ${Date.now()})`.execute(tx);
    });
  }
}

/** The migrations that a database has been through; none when it is new. */
async function namesOf(target: Target, db: Records['read']): Promise<string[]> {
  const exists = await (target.engine === 'sqlite'
    ? sql<{ found: number }>`select count(*) as found from sqlite_master where type = 'table' and name = 'migrations'`
    : sql<{ found: number }>`select count(*) as found from pg_class where oid = to_regclass('migrations')`
  ).execute(db);
  if (exists.rows[0]?.found !== 1) return [];
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(db);
  return rows.map((row) => row.name);
}

function refuseUnknown(target: Target, done: readonly string[], known: readonly Migration[]): void {
  const unknown = done.filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length === 0) return;
  throw new RecordsError(
    'newer-database',
    `The database at ${target.where} was written by a newer version of Warraq (it has been through ` +
      `${unknown.join(', ')}, which this version does not know). Nothing was changed. Install the newer version.`,
  );
}
