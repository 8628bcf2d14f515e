// PostgreSQL behind Kysely: pools for reading and writing, numbers as numbers, errors with kinds, and news of other processes' commits.

import {
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { fromPostgres } from './errors.ts';

const int8 = 20;
const numeric = 1700;
/** Ids, counts and milliseconds all fit a JavaScript number; `pg` would give them as strings. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 || oid === numeric ? Number : pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format),
};

/** The longest that one statement may run, and that one may wait for a lock. */
const statementMillis = 30_000;
const lockMillis = 25_000;
/** A process that hangs in the middle of a transaction loses it, so that the paper can go on. */
const idleInTransactionMillis = 60_000;

const settings = {
  types,
  application_name: 'warraq',
  statement_timeout: statementMillis,
  lock_timeout: lockMillis,
  idle_in_transaction_session_timeout: idleInTransactionMillis,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;

/** Where a database address leads, without the name and password in it, for messages. */
export function placeOf(databaseUrl: string): string {
  try {
    const { hostname, port, pathname } = new URL(databaseUrl);
    return `${hostname || 'the local socket'}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

/** One connection as Kysely wants it, whose errors are `RecordsError` where an operator can act upon them. */
class TranslatingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #where: string;
  /** The pool gives a new one at each loan. */
  giveBack: (destroy?: boolean) => void;

  constructor(client: pg.PoolClient, where: string) {
    this.#client = client;
    this.#where = where;
    this.giveBack = client.release;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(text: unknown, parameters?: readonly unknown[]): unknown {
    if (typeof text !== 'string') throw new TypeError('cursors are not used by this program');
    return this.#ask(text, parameters ?? []);
  }

  async #ask(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    try {
      return await this.#client.query(text, [...parameters]);
    } catch (error) {
      throw fromPostgres(error, this.#where);
    }
  }

  release(destroy?: boolean): void {
    this.giveBack(destroy);
  }
}

function translating(pool: pg.Pool, where: string): PostgresPool {
  const known = new WeakMap<pg.PoolClient, TranslatingClient>();
  async function connect(): Promise<TranslatingClient> {
    const client = await pool.connect().catch((error: unknown) => {
      throw fromPostgres(error, where);
    });
    const translated = known.get(client) ?? new TranslatingClient(client, where);
    translated.giveBack = client.release;
    known.set(client, translated);
    return translated;
  }
  return { options: {}, end: () => pool.end(), connect };
}

/** A dialect with a pool of its own. A connection that breaks is replaced at the next use. */
export function postgresDialect(databaseUrl: string, role: 'reader' | 'writer'): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    ...settings,
    // Writers take turns (see `transact`): two connections let one prepare while the other commits.
    max: role === 'reader' ? 8 : 2,
    connectionTimeoutMillis: role === 'reader' ? 10_000 : lockMillis + 10_000,
    ...(role === 'reader' ? { options: '-c default_transaction_read_only=on' } : {}),
  });
  // Both are about connections that break: whoever uses one is told by its query, and an idle one is simply replaced.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool: translating(pool, placeOf(databaseUrl)) });
}

/** The channel on which each process tells the others that it committed; the payload is the sender's name. */
export const changesChannel = 'warraq_changes';
/** While the connection for news is down, others' commits are assumed, but not more often than this. */
const assumeEveryMillis = 100;
const retryMillis = 500;

export interface ChangeListener {
  changedElsewhere(): boolean;
  close(): Promise<void>;
}

/** Listens for commits of other processes. `name` is what this process signs its own with. */
export async function listenForChanges(databaseUrl: string, name: string): Promise<ChangeListener> {
  let changed = false;
  let closed = false;
  let assumedAt = 0;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  function lost(broken: pg.Client): void {
    if (client !== broken) return;
    client = null;
    changed = true;
    broken.end().catch(() => {});
    if (!closed) retry = setTimeout(() => void connect().catch(() => {}), retryMillis).unref();
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: databaseUrl, ...settings, connectionTimeoutMillis: 10_000 });
    client = fresh;
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', (message) => {
      if (message.payload !== name) changed = true;
    });
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${changesChannel}`);
      // Whatever was committed before the listening began.
      changed = true;
    } catch (error) {
      lost(fresh);
      throw fromPostgres(error, placeOf(databaseUrl));
    }
  }

  await connect();
  changed = false;
  return {
    changedElsewhere() {
      if (client === null) {
        const now = performance.now();
        if (now - assumedAt < assumeEveryMillis) return false;
        assumedAt = now;
        return true;
      }
      const answer = changed;
      changed = false;
      return answer;
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      const open = client;
      client = null;
      await open?.end().catch(() => {});
    },
  };
}
