// `warraq search` and `warraq reindex`: the archive from the command line.
import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import type { SearchIndex } from '../../archive/search-index.ts';
import { type Actor, publicActor } from '../../newsroom/actor.ts';
import { openArchive, reindex } from '../../newsroom/archive/archive.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { shownInOrder } from '../../newsroom/reading/cards.ts';
import { siteView } from '../../newsroom/reading/view.ts';
import { sourceIdsOf } from '../../records/read/source-ids.ts';
import type { Setting } from '../../server/configuration.ts';
import { openPaper } from '../../server/serve.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];
const reader: Actor = publicActor;
const mostHits = 300;

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostHits) {
    throw new InvalidArgumentError(`it must be a whole number from 1 to ${mostHits}.`);
  }
  return limit;
}

/** One query's answer. `took` in milliseconds, the cards read. Only what readers may see at this moment is in it. */
async function answer(newsroom: Newsroom, archive: SearchIndex, query: string, limit: number) {
  const began = performance.now();
  const found = archive.search(query, limit);
  const db = await siteView(newsroom, reader);
  const cards = await shownInOrder(newsroom, db, found.map((hit) => hit.id)); // biome-ignore format: one thought
  const sourceIds = await sourceIdsOf(db, found.map((hit) => hit.id)); // biome-ignore format: one thought
  const scores = new Map(found.map((hit) => [hit.id, hit.score]));
  const hits = cards.map(({ id, headline }) => ({
    id,
    sourceId: sourceIds.get(id) ?? null,
    headline,
    score: Number((scores.get(id) ?? 0).toFixed(4)),
  }));
  return { query, hits, took: Number((performance.now() - began).toFixed(2)) };
}

interface SearchOptions {
  readonly json?: boolean;
  readonly limit: number;
  readonly batch?: boolean;
}

export function searchCommand(): Command {
  const command = new Command('search')
    .description('Search what the paper has published.')
    .argument('[query]', 'the words to look for')
    .option('--limit <number>', 'the most stories to give', limitOf, 10)
    .option('--json', 'one JSON object a query')
    .option('--batch', 'read a query a line from standard input, and print a JSON object a line')
    .action(async (query: string | undefined, options: SearchOptions) => {
      if ((query === undefined) !== (options.batch === true)) {
        throw new CommandError(exitCodes.usage, 'search needs a query, or --batch and queries on standard input.');
      }
      const configuration = await settingsOf(command, takes);
      const paper = await openPaper(configuration);
      try {
        const progress = showProgress('index', process.stderr);
        const archive = await openArchive(paper.newsroom, reader, configuration.data, (done) =>
          progress.at(done, null),
        );
        progress.finish();
        const queries = query === undefined ? createInterface({ input: process.stdin }) : [query];
        for await (const line of queries) {
          const given = await answer(paper.newsroom, archive, line, options.limit);
          if (options.json === true || options.batch === true) process.stdout.write(`${JSON.stringify(given)}\n`);
          else for (const { id, headline } of given.hits) process.stdout.write(`${id}  ${headline}\n`);
        }
      } finally {
        await paper.close();
      }
    });
  return withSettings(command, takes);
}

export function reindexCommand(): Command {
  const command = new Command('reindex')
    .description('Build the archive anew from the records; the old one serves until the new one is whole.')
    .option('--json', 'one JSON object that says what was indexed')
    .action(async (options: { json?: boolean }) => {
      const configuration = await settingsOf(command, takes);
      const paper = await openPaper(configuration);
      try {
        const began = performance.now();
        const progress = showProgress('reindex', process.stderr);
        const index = await reindex(paper.newsroom, reader, configuration.data, (done) => progress.at(done, null));
        progress.finish();
        const seconds = Number(((performance.now() - began) / 1000).toFixed(2));
        const report = { stories: index.storyIds.length, words: index.words.length, seconds };
        const text = `${report.stories} stories and ${report.words} words indexed in ${seconds} s`;
        process.stdout.write(`${options.json === true ? JSON.stringify(report) : text}\n`);
      } finally {
        await paper.close();
      }
    });
  return withSettings(command, takes);
}
