// Kills a bursting process again and again, and knows from its acknowledgements what must be there afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RecordsPlace } from '../src/records/open.ts';
import type { StoryId } from '../src/story/ids.ts';

/** What the world was told before the process died, over all rounds so far. */
export interface Told {
  /** Stories acknowledged as live, with every headline that they may have now: the last one told, and those begun since. */
  readonly live: Map<StoryId, { readonly may: Set<string>; readonly isKillBegun: boolean }>;
  /** Stories acknowledged as killed. */
  readonly killed: Set<StoryId>;
  /** Batches begun and never acknowledged: all of their headlines are there, or none. */
  readonly begunBatches: string[][];
  /** Acts acknowledged. */
  acts: number;
}

export interface Round {
  readonly number: number;
  readonly told: Told;
  /** Stories told of in this round. */
  readonly touched: ReadonlySet<StoryId>;
}

export const nothingTold = (): Told => ({ live: new Map(), killed: new Set(), begunBatches: [], acts: 0 });

const script = join(import.meta.dirname, 'newsroom-burst.ts');

/** A process that has loaded the program and waits for the word to begin. */
function spare(place: RecordsPlace, round: number): ChildProcess {
  const child = spawn(process.execPath, [script, place.data, place.databaseUrl ?? '-', String(round)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // It is killed before its input ends.
  child.stdin?.on('error', () => {});
  return child;
}

/** Most acknowledgements before a kill, and most milliseconds after the last of them: in the middle of whatever then runs. */
const mostActs = 14;
const mostMillis = 40;
/** On a machine that is busy with other things a round ends here. */
const patienceMillis = 4_000;

/**
 * Kills a burst `rounds` times, each after as many acknowledgements and milliseconds as chance has it, and lets `verify`
 * look at the records in between, when nobody else has them open.
 */
export async function killRounds(
  place: RecordsPlace,
  {
    rounds,
    random,
    verify,
  }: {
    rounds: number;
    random: () => number;
    verify: (round: Round) => Promise<void>;
  },
): Promise<Told> {
  const told = nothingTold();
  let next = spare(place, 0);
  try {
    for (let number = 0; number < rounds; number++) {
      const child = next;
      next = spare(place, number + 1);
      const acts = 1 + Math.floor(random() * mostActs);
      const touched = await burst(child, told, acts, random() * mostMillis);
      await verify({ number, told, touched });
    }
  } finally {
    next.kill('SIGKILL');
  }
  return told;
}

/** Starts a waiting process, kills it, and takes down all that it said. */
async function burst(child: ChildProcess, told: Told, acts: number, millis: number): Promise<Set<StoryId>> {
  if (child.stdin === null || child.stdout === null) throw new Error('the burst has no input or output');
  const touched = new Set<StoryId>();
  const open = new Map<string, string[]>();
  const timers: NodeJS.Timeout[] = [];
  const killAfter = (wait: number) => timers.push(setTimeout(() => child.kill('SIGKILL'), wait));
  let acknowledged = 0;
  const exited = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const lines = createInterface({ input: child.stdout });
  const allRead = new Promise((resolve) => lines.once('close', resolve));
  lines.on('line', (line) => {
    if (!takeDown(line, told, touched, open)) return;
    acknowledged += 1;
    if (acknowledged === 1) killAfter(patienceMillis);
    if (acknowledged === acts) killAfter(millis);
  });
  child.stdin.write('go\n');
  const signal = await exited;
  await allRead;
  for (const timer of timers) clearTimeout(timer);
  if (signal !== 'SIGKILL') throw new Error(`the burst ended by itself (${signal})`);
  told.begunBatches.push(...open.values());
  return touched;
}

/** Takes a line down; answers whether it acknowledged an act. */
function takeDown(line: string, told: Told, touched: Set<StoryId>, open: Map<string, string[]>): boolean {
  const [word = '', subject = '', rest = ''] = line.split(' ');
  const id = Number(subject) as StoryId;
  switch (word) {
    case 'publishing': {
      const known = told.live.get(id);
      if (known !== undefined) known.may.add(rest);
      return false;
    }
    case 'published':
      told.live.set(id, { may: new Set([rest]), isKillBegun: false });
      touched.add(id);
      break;
    case 'killing':
      told.live.set(id, { may: told.live.get(id)?.may ?? new Set(), isKillBegun: true });
      return false;
    case 'killed':
      told.live.delete(id);
      told.killed.add(id);
      touched.add(id);
      break;
    case 'taking':
      open.set(subject, subject.split('|'));
      return false;
    case 'taken': {
      const headlines = rest.split('|');
      open.delete(rest);
      for (const [index, taken] of subject.split(',').entries()) {
        told.live.set(Number(taken) as StoryId, { may: new Set([headlines[index] ?? '']), isKillBegun: false });
        touched.add(Number(taken) as StoryId);
      }
      break;
    }
    default:
      return false;
  }
  told.acts += 1;
  return true;
}
