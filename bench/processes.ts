// Starts the programs that a bench measures, waits until they answer, reads their memory, and ends them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';

export interface Running {
  readonly process: ChildProcess;
  /** Megabytes now and at the most, by the kernel's count of resident pages. */
  memory(): { now: number; most: number };
  stop(): Promise<void>;
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
  return { now: Math.round(kilobytes('VmRSS') / 1024), most: Math.round(kilobytes('VmHWM') / 1024) };
}

export function start(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} did not start`);
  return {
    process: child,
    memory: () => memoryOf(pid),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Waits until an address answers 200. */
export async function answers(address: string, within = 60_000): Promise<void> {
  const until = performance.now() + within;
  for (;;) {
    const status = await fetch(address).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > until) throw new Error(`${address} did not answer in ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

export interface Load {
  readonly address: string;
  readonly connections: number;
  readonly seconds: number;
  readonly encoding?: string;
  /** A Lua script for wrk that chooses the addresses. */
  readonly script?: string;
}

/** Requests a second by `wrk`, with one thread, since the other core belongs to the server. Throws on any answer that is no 2xx. */
export function wrk({ address, connections, seconds, encoding, script }: Load): number {
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s'];
  if (encoding !== undefined) words.push('-H', `Accept-Encoding: ${encoding}`);
  if (script !== undefined) words.push('-s', script);
  const run = spawnSync('wrk', [...words, address], { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(run.stdout)) throw new Error(`${address}: ${run.stdout}`);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(run.stdout)?.[1];
  if (rate === undefined) throw new Error(`wrk said: ${run.stdout}${run.stderr}`);
  return Number(rate);
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
