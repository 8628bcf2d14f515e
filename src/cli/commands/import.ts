// `warraq import`: takes captured pages in and publishes their stories. What is refused is listed, and can be retried.
import { Command } from 'commander';
import type { Actor } from '../../newsroom/actor.ts';
import { foundPaper } from '../../newsroom/found-paper.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { keepRefusals, listRefusals } from '../../newsroom/refused.ts';
import { orThrow } from '../../newsroom/result.ts';
import { type Given, takeIn } from '../../newsroom/take-in.ts';
import type { Setting } from '../../server/configuration.ts';
import type { Refusal } from '../../story/draft.ts';
import { filesUnder } from '../../wire/files-under.ts';
import { isRefusal, readInput } from '../../wire/input.ts';
import { isJsonLinesName } from '../../wire/jsonl/read-json-lines.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { type Progress, showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { withPaper } from '../with-paper.ts';
import { refusalText } from './extract.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];
const actor: Actor = { kind: 'system', name: 'cli' };

interface ImportOptions {
  readonly json?: boolean;
  readonly publish: boolean;
  readonly retry?: boolean;
  readonly refused?: boolean;
}

/** What became of an import. `stories` counts by outcome; `unplaced` the lines that found no place in any story. */
export interface ImportReport {
  inputs: number;
  stories: { filed: number; revised: number; unchanged: number };
  unplaced: { source: string; line: number; text: string }[];
  refused: Refusal[];
  /** Fields of records that nobody knows, by file. */
  unknownFields: { source: string; names: readonly string[] }[];
}

/** Stories that wait for one transaction. */
const BATCH = 200;
/** More lines than this are counted, not listed: a folder of noise would fill the memory. */
const MOST_UNPLACED = 10_000;

/** Reads the inputs and takes them in, batch by batch; memory does not grow with their number. */
export async function importInputs(
  newsroom: Newsroom,
  paths: readonly string[],
  options: { readonly publish: boolean; readonly progress: Progress; readonly total: number | null },
): Promise<ImportReport> {
  const report: ImportReport = {
    inputs: 0,
    stories: { filed: 0, revised: 0, unchanged: 0 },
    unplaced: [],
    refused: [],
    unknownFields: [],
  };
  let waiting: Given[] = [];
  const begun = new Set<string>();
  let stories = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const { readings } = orThrow(await takeIn(newsroom, actor, { readings: waiting, publish: options.publish }));
    for (const taken of readings.flatMap((reading) => reading.stories)) {
      if (taken.outcome === 'refused') report.refused.push(taken.refusal);
      else report.stories[taken.outcome] += 1;
    }
    waiting = [];
    stories = 0;
  };
  const refusals: Refusal[] = [];
  const onUnknownFields = (source: string, names: readonly string[]): void => {
    report.unknownFields.push({ source, names });
  };
  for await (const input of readInput(paths, { onUnknownFields })) {
    report.inputs += 1;
    options.progress.at(report.inputs, options.total);
    if (isRefusal(input)) {
      refusals.push(input);
      continue;
    }
    const { source, unplaced } = input.reading;
    if (report.unplaced.length < MOST_UNPLACED) report.unplaced.push(...unplaced.map((line) => ({ source, ...line })));
    const { reading, hash, record } = input;
    waiting.push(
      record === undefined ? { reading, hash } : { reading, hash, record: { ...record, isFirst: !begun.has(source) } },
    );
    if (record !== undefined) begun.add(source);
    stories += input.reading.stories.length;
    if (stories >= BATCH || waiting.length >= BATCH) await flush();
  }
  await flush();
  // What no reader could read is kept in the list; what the newsroom refused is there already.
  for (let at = 0; at < refusals.length; at += BATCH) {
    orThrow(await keepRefusals(newsroom, actor, { refusals: refusals.slice(at, at + BATCH) }));
  }
  report.refused.push(...refusals);
  return report;
}

function printReport(report: ImportReport): void {
  const { filed, revised, unchanged } = report.stories;
  process.stdout.write(
    `${report.inputs} inputs: ${filed} stories new, ${revised} revised, ${unchanged} unchanged, ${report.refused.length} refused\n`,
  );
  for (const { source, line, text } of report.unplaced)
    process.stdout.write(`not placed: ${source}, line ${line}: ${text}\n`);
  for (const { source, names } of report.unknownFields)
    process.stdout.write(`not known in ${source}, left out: ${names.join(', ')}\n`);
  for (const refusal of report.refused) process.stderr.write(`refused: ${refusalText(refusal)}\n`);
}

async function list(newsroom: Newsroom, isJson: boolean): Promise<void> {
  const { refusals } = orThrow(await listRefusals(newsroom, actor));
  for (const { source, place, kind, reason, at } of refusals) {
    const line = isJson
      ? JSON.stringify({ source, place, kind, reason, at: at.toString() })
      : `${at.toString()}  ${refusalText({ source, place, kind, reason })}`;
    process.stdout.write(`${line}\n`);
  }
}

/** How many inputs the paths stand for, so that the bar knows its end; null with a file of stories, whose lines nobody has counted. */
async function countInputs(paths: readonly string[]): Promise<number | null> {
  let count = 0;
  for (const path of paths) {
    if (path === '-') count += 1;
    else
      for await (const file of filesUnder(path)) {
        if (typeof file === 'string' && isJsonLinesName(file)) return null;
        count += 1;
      }
  }
  return count;
}

/** The inputs of this run: the arguments, or with `--retry` the sources of the list. Standard input cannot be read again. */
async function inputsOf(newsroom: Newsroom, paths: readonly string[], isRetry: boolean): Promise<readonly string[]> {
  if (!isRetry) return paths;
  const { refusals } = orThrow(await listRefusals(newsroom, actor));
  return [...new Set(refusals.map((refusal) => refusal.source))].filter((source) => source !== '-');
}

export function importCommand(): Command {
  const command = new Command('import')
    .description('Take captured pages and files of stories (.jsonl, .jsonl.gz) in and publish them.')
    .argument('[path...]', 'files or folders; - for standard input')
    .option('--json', 'one JSON object that says what became of them')
    .option('--no-publish', 'leave the stories at the desk as drafts')
    .option('--retry', 'retry what was refused before')
    .option('--refused', 'list what was refused before, and stop')
    .action(async (paths: string[], options: ImportOptions) => {
      if (paths.length === 0 && options.retry !== true && options.refused !== true) {
        throw new CommandError(exitCodes.usage, 'import needs a file, a folder or - (add --help for what it takes).');
      }
      await withPaper(await settingsOf(command, takes), async ({ newsroom }) => {
        if (options.refused === true) return await list(newsroom, options.json === true);
        orThrow(await foundPaper(newsroom, actor));
        const progress = showProgress('import', process.stderr);
        const inputs = await inputsOf(newsroom, paths, options.retry === true);
        const total = await countInputs(inputs);
        const report = await importInputs(newsroom, inputs, { publish: options.publish, progress, total });
        progress.finish();
        if (options.json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
        else printReport(report);
        process.exitCode = report.refused.length > 0 ? exitCodes.someRefused : exitCodes.done;
      });
    });
  return withSettings(command, takes);
}
