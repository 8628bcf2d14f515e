// `warraq search`: the archive from the command line, for people and for programs that judge it.
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError, Option } from 'commander';
import { publicActor } from '../../newsroom/actor.ts';
import { openArchive } from '../../newsroom/archive/archive.ts';
import { type FoundStory, find, type SearchTask } from '../../newsroom/archive/found.ts';
import type { LayeredArchive } from '../../newsroom/archive/layers.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import type { Setting } from '../../server/configuration.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { withPaper } from '../with-paper.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];
const mostHits = 300;
const tasks: readonly SearchTask[] = ['search', 'related', 'quotes'];

interface SearchOptions {
  readonly json?: boolean;
  readonly limit: number;
  readonly batch?: boolean;
  readonly task: SearchTask;
}

/** What is printed for each query. */
interface Answer {
  readonly query: string;
  readonly hits: readonly FoundStory[];
  /** The query with its slips put right; null when nothing is better. */
  readonly didYouMean: string | null;
  /** Milliseconds, with the reading of headlines and the cutting of snippets. */
  readonly took: number;
  /** Only when the query could not be answered. */
  readonly error?: string;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) {
    throw new InvalidArgumentError(`it must be a whole number from 1 to ${mostHits}.`);
  }
  return limit;
}

async function answer(
  newsroom: Newsroom,
  archive: LayeredArchive,
  query: string,
  { task, limit }: SearchOptions,
): Promise<Answer> {
  const began = performance.now();
  const found = await find(newsroom, publicActor, archive, { task, query, limit });
  const took = Number((performance.now() - began).toFixed(2));
  const told = { query, hits: found?.hits ?? [], didYouMean: found?.didYouMean ?? null, took };
  return found === null ? { ...told, error: `no story that readers can see has the id ${query.trim()}` } : told;
}

function print({ hits, didYouMean }: Answer): void {
  if (didYouMean !== null) process.stdout.write(`did you mean: ${didYouMean}\n`);
  for (const { id, headline, snippet, speaker } of hits) {
    const words = speaker === undefined ? '' : `\n    ${speaker ?? '?'}: «${snippet}»`;
    process.stdout.write(`${id}  ${headline}${words}\n`);
  }
}

export function searchCommand(): Command {
  const command = new Command('search')
    .description('Search what the paper has published.')
    .argument('[query]', 'the words to look for; for --task related, the source id of a story or its own')
    .option('--limit <number>', 'the most hits to give', limitOf, 10)
    .addOption(new Option('--task <task>', 'what to look for').choices(tasks).default('search'))
    .option('--json', 'one JSON object a query')
    .option('--batch', 'read a query a line from standard input, and print a JSON object a line')
    .action(async (query: string | undefined, options: SearchOptions) => {
      if ((query === undefined) !== (options.batch === true)) {
        throw new CommandError(exitCodes.usage, 'search needs a query, or --batch and queries on standard input.');
      }
      const configuration = await settingsOf(command, takes);
      await withPaper(configuration, async ({ newsroom }) => {
        const progress = showProgress('index', process.stderr);
        const archive = await openArchive(newsroom, publicActor, configuration.data, progress.at);
        progress.finish();
        const queries = query === undefined ? createInterface({ input: process.stdin }) : [query];
        for await (const line of queries) {
          const given = await answer(newsroom, archive, line, options);
          if (options.json === true || options.batch === true) process.stdout.write(`${JSON.stringify(given)}\n`);
          else if (given.error !== undefined) throw new CommandError(exitCodes.cannotRun, given.error);
          else print(given);
          if (given.error !== undefined) process.exitCode = exitCodes.someRefused;
        }
      });
    });
  return withSettings(command, takes);
}
