// Runs the built program as a reader's machine would meet it: a process of its own on a free port, with a data folder of
// its own. The demo edition is drawn and filed once for each build; every paper that asks for it gets a copy.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RELATIONS } from '../src/newsroom/relations/relate.ts';
import { openRecords } from '../src/records/open.ts';
import { followedUpTo, lastEventId } from '../src/records/outbox.ts';

export interface Paper {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  readonly data: string;
  /** Ends the process by a signal and waits until it has gone. The data folder stays. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Asks it to stop, waits, and clears away the data folder unless it was the caller's. */
  stop(): Promise<void>;
  /** All that it has printed, on both streams. */
  output(): string;
}

export interface PaperWanted {
  /** Whether it has the demo edition; without it, and without `data`, it is an empty paper. */
  readonly demo: boolean;
  /** A data folder of the caller's, which then keeps it. It is served as it is. */
  readonly data?: string;
  /** Further words for `warraq serve`. */
  readonly flags?: readonly string[];
}

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist', 'warraq.js');
const node = join(root, 'node_modules', '.bin', 'node');

/** Drawing the demo's pictures takes 20 seconds on two idle cores, and several times that on busy ones. */
const STARTED_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 15_000;

const running = new Set<ChildProcess>();
// A test run that is broken off leaves no server behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a paper and waits until it says where it is read. Rejects, with what it printed, when it ends instead. */
export async function startPaper(wanted: PaperWanted): Promise<Paper> {
  const isOwn = wanted.data === undefined;
  const data = wanted.data ?? (await mkdtemp(join(tmpdir(), 'warraq-paper-')));
  if (isOwn && wanted.demo) await cp(await seededFolder(), data, { recursive: true });
  const started = await launch(data, [...(wanted.demo ? [] : ['--no-demo']), ...(wanted.flags ?? [])]);
  return {
    url: started.url,
    data,
    output: started.output,
    kill: (signal) => end(started.child, signal),
    async stop() {
      await end(started.child, 'SIGTERM');
      if (isOwn) await rm(data, { recursive: true, force: true });
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

function launch(data: string, words: readonly string[]): Promise<Started> {
  // Neither the settings of whoever runs the tests nor a configuration file beside them may reach the paper.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(WARRAQ_|DATABASE_URL$|PORT$|NODE_ENV$|VITEST)/.test(name)),
  );
  const child = spawn(node, [program, 'serve', '--data', data, '--port', '0', ...words], {
    cwd: data,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let printed = '';
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the paper did not start in time:\n${printed}`));
    }, STARTED_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const url = /Warraq is read at (http:\/\/\S+)/.exec(printed)?.[1];
      if (url === undefined) return;
      clearTimeout(tooLate);
      resolve({ child, url, output: () => printed });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => {
      running.delete(child);
      clearTimeout(tooLate);
      reject(new Error(`the paper ended (${signal ?? code}) instead of being read:\n${printed}`));
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const giveUp = new AbortController();
  const late = pause(STOPPED_WITHIN_MS, 'late', { signal: giveUp.signal }).catch(() => 'in time');
  const outcome = await Promise.race([gone, late]);
  giveUp.abort();
  if (outcome !== 'late') return;
  child.kill('SIGKILL');
  await gone;
  throw new Error(`the paper did not end by ${signal} within ${STOPPED_WITHIN_MS / 1000} seconds`);
}

/** Names everything that a seeded folder is made of: this checkout, its build, and the day, since the demo's dates are near today. */
function seedName(): { checkout: string; name: string } {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
  const stamp = join(root, 'dist', 'stamp');
  if (!existsSync(stamp)) throw new Error('the program is not built: npm run build');
  const checkout = `warraq-demo-${digest(root)}-`;
  return { checkout, name: checkout + digest(readFileSync(stamp, 'utf8') + new Date().toISOString().slice(0, 10)) };
}

/** A folder with the demo edition that nobody serves. Made by whoever asks first; the others wait for it. */
async function seededFolder(): Promise<string> {
  const { checkout, name } = seedName();
  const folder = join(tmpdir(), name);
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!(await takeLock(lock))) {
      await pause(100);
      continue;
    }
    try {
      if (!existsSync(folder)) await seed(folder);
      await clearFormer(checkout, name);
    } finally {
      await rm(lock, { force: true });
    }
  }
  return folder;
}

async function seed(folder: string): Promise<void> {
  const making = await mkdtemp(`${folder}.making-`);
  const { child } = await launch(making, []);
  await untilRelated(making);
  await end(child, 'SIGTERM');
  await rename(making, folder).catch((error: NodeJS.ErrnoException) => {
    // Somebody else was first; theirs is as good.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** False while another live process holds it; one that died with it loses it. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
    return false;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders that earlier builds of this checkout left. */
async function clearFormer(checkout: string, name: string): Promise<void> {
  const former = readdirSync(tmpdir()).filter((other) => other.startsWith(checkout) && !other.startsWith(name));
  for (const other of former) await rm(join(tmpdir(), other), { recursive: true, force: true });
}

/** Waits until the archive is built and knows what is related to what, so that no copy has to find it out again. */
async function untilRelated(data: string): Promise<void> {
  const records = await openRecords({ data });
  const end = Date.now() + STARTED_WITHIN_MS;
  try {
    while ((await followedUpTo(records.read, RELATIONS)) < (await lastEventId(records.read))) {
      if (Date.now() > end) throw new Error('the demo paper was not related in time');
      await pause(200);
    }
  } finally {
    await records.close();
  }
}
