// Runs a suite once on each engine: on SQLite in a fresh folder, and on a real PostgreSQL in a fresh database.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { type Engine, openRecords, type Records, type RecordsPlace } from '../src/records/open.ts';

export interface EngineUnderTest {
  readonly engine: Engine;
  /** A place with nothing in it yet: a new folder, and on PostgreSQL a new database. Gone after the suite. */
  newPlace(): Promise<RecordsPlace>;
}

/**
 * Describes `name` for both engines. `open` opens new, empty records, which are closed after the test that opened them.
 *
 *     eachEngine('the outbox', (open) => {
 *       test('…', async () => { const records = await open(); … });
 *     });
 */
export function eachEngine(
  name: string,
  suite: (open: (place?: RecordsPlace) => Promise<Records>, under: EngineUnderTest) => void,
): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe(`${name} on ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`, () => {
      const folders: string[] = [];
      const databases: string[] = [];
      const opened: Records[] = [];

      async function newPlace(): Promise<RecordsPlace> {
        const data = await mkdtemp(join(tmpdir(), 'warraq-test-'));
        folders.push(data);
        if (engine === 'sqlite') return { data };
        const database = `test_${randomBytes(8).toString('hex')}`;
        await onServer(`create database ${database}`);
        databases.push(database);
        return { data, databaseUrl: databaseUrl(database) };
      }

      async function open(place?: RecordsPlace): Promise<Records> {
        const records = await openRecords(place ?? (await newPlace()));
        opened.push(records);
        return records;
      }

      afterEach(async () => {
        for (const records of opened.splice(0)) await records.close();
      });
      afterAll(async () => {
        // A server of our own goes with all its databases; dropping one takes it a second.
        const isLent = (process.env.TEST_DATABASE_URL ?? '') !== '';
        if (isLent) for (const database of databases) await onServer(`drop database ${database} with (force)`);
        for (const folder of folders) await rm(folder, { recursive: true, force: true });
      });

      suite(open, { engine, newPlace });
    });
  }
}

function databaseUrl(database: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
