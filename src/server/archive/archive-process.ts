// Runs the archive in a process of its own and asks it, so that a heavy search never keeps a page waiting. When that process
// ends, it is begun anew; what was asked meanwhile is refused at once.
import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from 'pino';
import type { SearchView } from '../../newsroom/archive/search-view.ts';
import { ArchiveDown, type ArchiveService } from '../../newsroom/archive/service.ts';
import type { Suggestions } from '../../newsroom/archive/suggestions.ts';
import type { Configuration } from '../configuration.ts';
import type { FromArchive, ToArchive } from './messages.ts';

/** Questions that may wait for an answer at once; more are refused, so that a crowd does not make all wait. */
const MOST_WAITING = 64;
const SEARCH_MS = 4_000;
const SUGGEST_MS = 1_000;
/** What it is given to end by itself: it writes nothing that it could leave half done. */
const CLOSE_MS = 2_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long had begun well. */
const WELL_MS = 60_000;

interface Waiting {
  resolve(answer: SearchView | Suggestions): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

export interface ArchiveProcess extends ArchiveService {
  /** Null while none runs. */
  readonly pid: number | null;
  close(): Promise<void>;
}

export interface ArchiveProcessOptions {
  readonly configuration: Pick<Configuration, 'data' | 'databaseUrl'>;
  /** The program that is forked, and the words by which it knows that it is the archive. */
  readonly program: { readonly path: string; readonly words: readonly string[] };
  readonly log: Logger;
}

export function startArchiveProcess({ configuration, program, log }: ArchiveProcessOptions): ArchiveProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | null = null;
  let isClosing = false;
  let asked = 0;
  let pause = FIRST_PAUSE_MS;
  let restart: NodeJS.Timeout | undefined;

  const settle = (number: number): Waiting | undefined => {
    const known = waiting.get(number);
    if (known !== undefined) clearTimeout(known.timer);
    waiting.delete(number);
    return known;
  };
  const refuseAll = (reason: string): void => {
    for (const number of [...waiting.keys()]) settle(number)?.reject(new ArchiveDown(reason));
  };
  const hear = (message: FromArchive): void => {
    if (message.kind === 'told') log[message.level](message.text);
    else if (message.kind === 'answer') settle(message.number)?.resolve(message.answer);
    else settle(message.number)?.reject(new ArchiveDown(message.reason));
  };
  const begin = (): void => {
    const began = Date.now();
    const running = fork(program.path, program.words, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = running;
    running.on('message', hear);
    running.on('error', (error) => log.error({ err: error }, 'the archive could not be begun'));
    running.on('exit', (code, signal) => {
      child = null;
      refuseAll('the archive has ended');
      if (isClosing) return;
      log.error({ code, signal }, 'the archive has ended; it is begun anew');
      pause = Date.now() - began > WELL_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      restart = setTimeout(begin, pause);
      restart.unref();
    });
    const open: ToArchive = { kind: 'open', configuration };
    running.send(open);
    running.channel?.unref();
    running.unref();
  };

  /** Of what kind the answer is, the question says. */
  const ask = <Answer extends SearchView | Suggestions>(
    question: (number: number) => ToArchive,
    within: number,
  ): Promise<Answer> => {
    const running = child;
    if (running === null || !running.connected) return Promise.reject(new ArchiveDown('the archive is not running'));
    if (waiting.size >= MOST_WAITING) return Promise.reject(new ArchiveDown('too many searches at once'));
    asked += 1;
    const number = asked;
    return new Promise((resolve, reject) => {
      const late = () => settle(number)?.reject(new ArchiveDown(`no answer within ${within} ms`));
      const timer = setTimeout(late, within);
      waiting.set(number, { resolve: (answer) => resolve(answer as Answer), reject, timer });
      running.send(question(number), (error) => {
        if (error !== null) settle(number)?.reject(new ArchiveDown(error.message));
      });
    });
  };

  begin();
  return {
    get pid() {
      return child?.pid ?? null;
    },
    search: (request) => ask<SearchView>((number) => ({ kind: 'search', number, request }), SEARCH_MS),
    suggest: (request) => ask<Suggestions>((number) => ({ kind: 'suggest', number, request }), SUGGEST_MS),
    async close() {
      isClosing = true;
      clearTimeout(restart);
      refuseAll('the newspaper is closing');
      const running = child;
      if (running === null) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      // Until now it kept nobody from ending.
      running.ref();
      const late = setTimeout(() => running.kill('SIGKILL'), CLOSE_MS);
      if (running.connected) running.disconnect();
      await ended;
      clearTimeout(late);
    },
  };
}
