// Opens the system of record: a SQLite file in the data folder, or PostgreSQL when an address of one is given.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { RecordsError } from './errors.ts';
import { migrate } from './migrate.ts';
import { changesChannel, listenForChanges, placeOf, postgresDialect } from './postgres.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';

export interface Records {
  readonly engine: Engine;
  /** The file, or the host and database, for messages. */
  readonly where: string;
  /** Sees the last committed state, also while a transaction of this process is open. Never writes. */
  readonly read: Kysely<Tables>;
  /** For statements outside `transact`; inside one it would wait for itself: use `tx` there. */
  readonly write: Kysely<Tables>;
  /**
   * Runs `work` in one transaction; when this resolves, all of it is on the disk, and when it rejects, none of it is.
   * Transactions of all processes run one after another, on both engines, so what is read inside stays true until the
   * commit. On PostgreSQL a failed statement spoils the whole transaction: do not catch it and go on, or use a savepoint.
   * Never within another `transact`. Throws `RecordsError` or whatever `work` throws.
   */
  transact<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Whether another process may have committed since the last call. Cheap enough for each request: under 2 µs. */
  changedElsewhere(): boolean;
  close(): Promise<void>;
}

export interface RecordsPlace {
  /** The data folder; it is made when it is not there. */
  readonly data: string;
  /** `postgres://…`; without one, SQLite in the data folder. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the records and brings their tables up to date. Throws `RecordsError`. */
export async function openRecords({ data, databaseUrl }: RecordsPlace): Promise<Records> {
  const records = databaseUrl === undefined ? await openInFolder(data) : await openAtServer(databaseUrl);
  try {
    await migrate(records);
    return records;
  } catch (error) {
    await records.close().catch(() => {});
    throw error;
  }
}

/** The file's name inside the data folder. */
export const databaseFile = 'warraq.db';
/** SQLite is not asked more often than this whether its file changed. */
const askEveryMillis = 5;

async function openInFolder(data: string): Promise<Records> {
  const path = join(data, databaseFile);
  makeFolder(data);
  const writer = await openSqlite(path, 'writer');
  const reader = await openSqlite(path, 'reader').catch((error: unknown) => {
    writer.close();
    throw error;
  });
  syncFolder(data);
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reader) });
  const write = new Kysely<Tables>({ dialect: sqliteDialect(writer) });
  // Whoever reads after an act is done must see it.
  writer.onCommit = () => reader.endSnapshot();

  // Asked of the writer, so that its own commits do not count.
  let lastVersion = writer.dataVersion;
  let askedAt = 0;

  return {
    engine: 'sqlite',
    where: path,
    read,
    write,
    transact: oneAtATime((work) => write.transaction().execute(work)),
    changedElsewhere() {
      const now = performance.now();
      if (now - askedAt < askEveryMillis) return false;
      askedAt = now;
      const current = writer.dataVersion;
      if (current === lastVersion) return false;
      lastVersion = current;
      reader.endSnapshot();
      return true;
    },
    async close() {
      await read.destroy();
      await write.destroy();
      // Kysely closes only what it has used.
      reader.close();
      writer.close();
    },
  };
}

/** All processes' transactions take this lock first and so run one after another, as SQLite's do. */
const writersLock = 4_770_115;

async function openAtServer(databaseUrl: string): Promise<Records> {
  const name = randomUUID();
  const listener = await listenForChanges(databaseUrl, name);
  const read = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, 'reader') });
  const write = new Kysely<Tables>({ dialect: postgresDialect(databaseUrl, 'writer') });
  const takeTurn = sql`select pg_advisory_xact_lock(${sql.lit(writersLock)})`.compile(write);
  const tellOthers = sql`select pg_notify(${sql.lit(changesChannel)}, ${sql.lit(name)})`.compile(write);
  return {
    engine: 'postgres',
    where: placeOf(databaseUrl),
    read,
    write,
    transact: oneAtATime((work) =>
      write.transaction().execute(async (tx) => {
        await tx.executeQuery(takeTurn);
        const answer = await work(tx);
        // Delivered by PostgreSQL at the commit, and only if it happens.
        await tx.executeQuery(tellOthers);
        return answer;
      }),
    ),
    changedElsewhere: () => listener.changedElsewhere(),
    async close() {
      await listener.close();
      await Promise.all([read.destroy(), write.destroy()]);
    },
  };
}

/** Refuses a transaction inside a transaction, which would wait for itself for ever. */
function oneAtATime(run: Records['transact']): Records['transact'] {
  const current = new AsyncLocalStorage<{ isOpen: boolean }>();
  return async (work) => {
    if (current.getStore()?.isOpen === true) {
      throw new Error('transact was called inside transact: pass the open transaction along instead');
    }
    const state = { isOpen: true };
    try {
      return await current.run(state, () => run(work));
    } finally {
      state.isOpen = false;
    }
  };
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecordsError('unreachable', `The data folder ${data} cannot be made (${reason}).`, error);
  }
}

/** A new file survives a power cut only when its folder is on the disk too. */
function syncFolder(data: string): void {
  const folder = openSync(data, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
