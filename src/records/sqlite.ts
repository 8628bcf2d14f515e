// SQLite behind Kysely: a small driver over `node:sqlite`, with a bounded cache of prepared statements and patient, fair locking.
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { fromSqlite, isSqliteBusy } from './errors.ts';

/** Statements kept prepared on one connection. The program has some two hundred; batches of odd sizes come and go. */
const statementLimit = 400;
/** How long a writer waits for another process to finish its transaction. */
const patienceMillis = 30_000;
/** After holding the lock for so long in transactions close upon each other, a process leaves a gap for others. */
const heldLimitMillis = 50;
/** Others ask for the lock every 1 to 3 ms, so that a gap of this size is enough for one of them. */
const gapMillis = 5;

/** A prepared statement, and the names of its columns when it answers rows. */
interface Prepared {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

/** Rows come as arrays and are made objects here, all of one shape: a third cheaper than the driver's own objects. */
function rowOf(columns: readonly string[], values: readonly SQLOutputValue[]): Record<string, SQLOutputValue> {
  const row: Record<string, SQLOutputValue> = {};
  for (let place = 0; place < columns.length; place += 1)
    row[columns[place] as string] = values[place] as SQLOutputValue;
  return row;
}

export type SqliteRole = 'reader' | 'writer';

/**
 * Opens one connection to the file at `path`. Every commit is on the disk before it returns (`synchronous=FULL`).
 * A reader never writes and sees the last committed state while a writer's transaction is open. Throws `RecordsError`.
 */
export async function openSqlite(path: string, role: SqliteRole): Promise<SqliteConnection> {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: 5000 });
    const open = db;
    await patiently(() => open.exec('PRAGMA journal_mode = WAL'));
    db.exec(`
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA recursive_triggers = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA cache_size = ${role === 'reader' ? -49152 : -16384};
    `);
    // A writer waits without holding up the process (see `patiently`), so SQLite itself must not sleep. A reader meets
    // a lock only while another process recovers or closes the file, for moments.
    db.exec(role === 'reader' ? 'PRAGMA query_only = ON; PRAGMA busy_timeout = 2000' : 'PRAGMA busy_timeout = 0');
    return new SqliteConnection(db, path, role);
  } catch (error) {
    db?.close();
    throw fromSqlite(error, path);
  }
}

/** Runs again and again while another process holds the lock, letting this one serve pages in between. */
async function patiently<T>(run: () => T): Promise<T> {
  const giveUpAt = performance.now() + patienceMillis;
  for (;;) {
    try {
      return run();
    } catch (error) {
      if (!isSqliteBusy(error) || performance.now() > giveUpAt) throw error;
      await pause(1 + Math.random() * 2);
    }
  }
}

export class SqliteConnection implements DatabaseConnection {
  readonly role: SqliteRole;
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #prepared = new Map<string, Prepared>();
  readonly #version: StatementSync;
  /** Called after each commit of this connection. */
  onCommit: () => void = () => {};

  constructor(db: DatabaseSync, path: string, role: SqliteRole) {
    this.#db = db;
    this.#path = path;
    this.role = role;
    this.#version = db.prepare('PRAGMA data_version');
    this.#version.setReturnArrays(true);
  }

  /** A number that is another one after any other connection, of this process or another, has committed. */
  get dataVersion(): unknown {
    return (this.#version.get() as unknown as [unknown])[0];
  }

  get isInTransaction(): boolean {
    return this.#db.isTransaction;
  }

  /**
   * A reader takes its lock once for all that is read in one turn of the event loop, a page's ten queries mostly, and
   * not for each: that is half of what a small query costs. So all of a page is of one state, too.
   */
  #beginSnapshot(): void {
    this.#prepare('BEGIN').statement.run();
    setImmediate(() => this.endSnapshot());
  }

  /** What is read after this sees all that was committed before it. */
  endSnapshot(): void {
    if (this.#db.isOpen && this.#db.isTransaction) this.#prepare('COMMIT').statement.run();
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) {
      // Only when the cache is filling up does it matter which statement was used last.
      if (this.#prepared.size > statementLimit / 2) {
        this.#prepared.delete(sql);
        this.#prepared.set(sql, known);
      }
      return known;
    }
    const statement = this.#db.prepare(sql);
    statement.setReturnArrays(true);
    const prepared = { statement, columns: statement.columns().map((column) => column.name) };
    if (this.#prepared.size >= statementLimit) {
      const oldest = this.#prepared.keys().next();
      if (oldest.done === false) this.#prepared.delete(oldest.value);
    }
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    if (this.role === 'reader' && !this.#db.isTransaction) this.#beginSnapshot();
    const { statement, columns } = this.#prepare(query.sql);
    const parameters = query.parameters as readonly SQLInputValue[];
    if (columns.length > 0) {
      // The driver's types do not know of `setReturnArrays`.
      const answers = statement.all(...parameters) as unknown as SQLOutputValue[][];
      const rows = answers.map((values) => rowOf(columns, values)) as R[];
      return query.query.kind === 'SelectQueryNode' ? { rows } : { rows, numAffectedRows: BigInt(rows.length) };
    }
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const isAlone = this.role === 'writer' && !this.#db.isTransaction;
    if (isAlone) {
      const result = await this.#patiently(() => this.#run<R>(query));
      this.onCommit();
      return result;
    }
    try {
      return this.#run(query);
    } catch (error) {
      throw fromSqlite(error, this.#path);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A statement of its own: a cached one may be wanted again before this one is read to its end.
    const rows = this.#db.prepare(query.sql).iterate(...(query.parameters as readonly SQLInputValue[]));
    for (const row of rows) yield { rows: [row as R] };
  }

  async #patiently<T>(run: () => T): Promise<T> {
    try {
      return await patiently(run);
    } catch (error) {
      throw fromSqlite(error, this.#path);
    }
  }

  async execPatiently(sql: string): Promise<void> {
    await this.#patiently(() => this.#db.exec(sql));
  }

  exec(sql: string): void {
    try {
      this.#db.exec(sql);
    } catch (error) {
      throw fromSqlite(error, this.#path);
    }
  }

  close(): void {
    this.#prepared.clear();
    if (this.#db.isOpen) this.#db.close();
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  #begunAt = 0;
  #endedAt = 0;
  #heldMillis = 0;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    await this.#leaveGap();
    // IMMEDIATE: the lock is taken now, so that nothing read inside can have changed by the time of the write.
    await this.#connection.execPatiently('BEGIN IMMEDIATE');
    this.#begunAt = performance.now();
  }

  /** SQLite has no queue for its lock: without this, a long import would keep an editor in another process waiting. */
  async #leaveGap(): Promise<void> {
    const sinceLast = performance.now() - this.#endedAt;
    if (sinceLast >= gapMillis) this.#heldMillis = 0;
    if (this.#heldMillis < heldLimitMillis) return;
    await pause(gapMillis);
    this.#heldMillis = 0;
  }

  #ended(): void {
    this.#endedAt = performance.now();
    this.#heldMillis += this.#endedAt - this.#begunAt;
  }

  async commitTransaction(): Promise<void> {
    this.#connection.exec('COMMIT');
    this.#ended();
    this.#connection.onCommit();
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk makes SQLite roll back by itself; there is nothing left to undo then.
    if (this.#connection.isInTransaction) this.#connection.exec('ROLLBACK');
    this.#ended();
  }

  async savepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    this.#connection.exec(`SAVEPOINT ${quoted(name)}`);
  }

  async rollbackToSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    this.#connection.exec(`ROLLBACK TO ${quoted(name)}`);
  }

  async releaseSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    this.#connection.exec(`RELEASE ${quoted(name)}`);
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Readers need no turn-taking: each statement runs to its end at once. */
class ReaderAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** A Kysely dialect over one open connection. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createDriver: () => new SqliteDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => (connection.role === 'reader' ? new ReaderAdapter() : new SqliteAdapter()),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  };
}
