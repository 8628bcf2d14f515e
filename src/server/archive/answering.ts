// The archive's own process: opens the index or has it built, keeps it abreast of the records, and answers what it is asked.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Actor, publicActor } from '../../newsroom/actor.ts';
import { catchUp, isDueForReindex, keptArchive, keptSince } from '../../newsroom/archive/archive.ts';
import type { LayeredArchive } from '../../newsroom/archive/layers.ts';
import { searchView } from '../../newsroom/archive/search-view.ts';
import { suggestions } from '../../newsroom/archive/suggestions.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { relateChanged } from '../../newsroom/relations/relate-changed.ts';
import { openPaper, type Paper } from '../serve.ts';
import type { FromArchive, ToArchive } from './messages.ts';

/** How often the records are asked what is new: what is published is found well within a second. */
const LOOK_EVERY_MS = 200;
/** Who finds out what is related to what. */
const relating: Actor = { kind: 'system', name: 'scheduler' };
const CLOSE_AFTER_MS = 30_000;

const say = (message: FromArchive): void => {
  if (process.connected) process.send?.(message);
};

/** Runs until the process that asks goes away, however it goes. `program`: what builds the index when it is given `reindex`. */
export async function answerForArchive(program: string): Promise<void> {
  const gone = new Promise<void>((resolve) => process.once('disconnect', () => resolve()));
  // Whoever asks ends this process by going away: an interrupt that reaches both is theirs to answer.
  process.on('SIGINT', () => undefined);
  const opened = Promise.withResolvers<Configured>();
  let open: { readonly newsroom: Newsroom; readonly keeper: Keeper } | null = null;
  process.on('message', (message: ToArchive) => {
    if (message.kind === 'open') opened.resolve(message.configuration);
    else if (open === null) say({ kind: 'failed', number: message.number, reason: 'the archive is being opened' });
    else void answer(open.newsroom, open.keeper, message);
  });
  const configuration = await opened.promise;
  const paper = await openPaper(configuration);
  const keeper = new Keeper(paper, configuration, program);
  open = { newsroom: paper.newsroom, keeper };
  const following = keeper.follow();
  await gone;
  keeper.stop();
  await following;
  await paper.close();
}

type Configured = Extract<ToArchive, { kind: 'open' }>['configuration'];
type Question = Exclude<ToArchive, { kind: 'open' }>;

async function answer(newsroom: Newsroom, keeper: Keeper, { kind, number, request }: Question): Promise<void> {
  try {
    const archive = keeper.current;
    if (archive === null) return say({ kind: 'failed', number, reason: 'the archive is being built' });
    const told =
      kind === 'search'
        ? await searchView(newsroom, publicActor, archive, request)
        : await suggestions(newsroom, publicActor, archive, request);
    say({ kind: 'answer', number, answer: told });
  } catch (error) {
    say({ kind: 'failed', number, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** The archive that answers now. Built anew, it is built by yet another process, and the old one answers until that is done. */
class Keeper {
  readonly #newsroom: Newsroom;
  readonly #configuration: Configured;
  readonly #program: string;
  #archive: LayeredArchive | null = null;
  #since = 0;
  #isStopped = false;

  constructor({ newsroom }: Paper, configuration: Configured, program: string) {
    this.#newsroom = newsroom;
    this.#configuration = configuration;
    this.#program = program;
  }

  get current(): LayeredArchive | null {
    return this.#archive;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async follow(): Promise<void> {
    this.#reopen();
    while (!this.#isStopped) {
      try {
        await this.#step();
        // While stories are to be related, the next look comes as soon as one is: questions are answered in between.
        if (this.#archive !== null && !(await this.#relateOne(this.#archive))) continue;
      } catch (error) {
        say({ kind: 'told', level: 'error', text: `the archive could not be kept abreast: ${error}` });
        await pause(LOOK_EVERY_MS * 10);
      }
      await pause(LOOK_EVERY_MS);
    }
    this.#archive?.close();
  }

  async #step(): Promise<void> {
    // Somebody else may have built it anew.
    if (keptSince(this.#configuration.data) !== this.#since) this.#reopen();
    const archive = this.#archive;
    const isAbreast = archive !== null && (await catchUp(this.#newsroom, publicActor, archive)) === 'abreast';
    if (isAbreast && !isDueForReindex(archive)) return;
    await this.#build(isAbreast);
  }

  /** Whether there is nothing more to relate. */
  async #relateOne(archive: LayeredArchive): Promise<boolean> {
    return (await relateChanged(this.#newsroom, relating, archive, { most: 1 })).isAbreast;
  }

  /** While it is built, what happens is taken in all the same, unless too much has. */
  async #build(isAbreast: boolean): Promise<void> {
    say({ kind: 'told', level: 'info', text: 'the archive is being built' });
    const { data, databaseUrl } = this.#configuration;
    const builder = spawn(process.execPath, [this.#program, 'reindex', '--data', data], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) },
    });
    let code: number | null | undefined;
    builder.once('exit', (ended) => {
      code = ended;
    });
    builder.once('error', () => {
      code = null;
    });
    while (code === undefined && !this.#isStopped) {
      await pause(LOOK_EVERY_MS);
      if (isAbreast && this.#archive !== null) await catchUp(this.#newsroom, publicActor, this.#archive);
    }
    if (this.#isStopped) builder.kill();
    if (code !== 0) await pause(LOOK_EVERY_MS * 25);
    this.#reopen();
  }

  #reopen(): void {
    const since = keptSince(this.#configuration.data);
    const kept = keptArchive(this.#configuration.data);
    if (kept === null) return;
    const old = this.#archive;
    // Somebody may be reading in it still.
    if (old !== null) setTimeout(() => old.close(), CLOSE_AFTER_MS).unref();
    this.#archive = kept;
    this.#since = since;
  }
}
