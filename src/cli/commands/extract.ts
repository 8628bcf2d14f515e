// `warraq extract`: reads pages as an import would and prints what it found; nothing is stored.
import { Command } from 'commander';
import type { Reading, Refusal } from '../../story/draft.ts';
import { isRefusal, readInput } from '../../wire/input.ts';
import { exitCodes } from '../exit.ts';

/** One JSON object an input. A refused input has no stories, and says why. */
export const asLine = (
  source: string,
  reading: Pick<Reading, 'stories' | 'unplaced'>,
  refusals: readonly Refusal[],
): string =>
  JSON.stringify({
    source,
    stories: reading.stories,
    unplaced: reading.unplaced,
    ...(refusals.length > 0 ? { refused: refusals.map(({ place, kind, reason }) => ({ place, kind, reason })) } : {}),
  });

/** What a person wants to see of a reading: headlines, how much text, and what found no place. */
function summary(reading: Reading): string {
  const stories = reading.stories.map((story) => {
    const parts = [
      `${story.paragraphs.length} paragraphs`,
      `${story.pictures.length} pictures`,
      `${story.related.length} related`,
    ];
    return `  ${story.headline}\n    ${parts.join(', ')}`;
  });
  const unplaced = reading.unplaced.map(({ line, text }) => `    line ${line}: ${text}`);
  return [reading.source, ...stories, ...(unplaced.length > 0 ? ['  not placed:', ...unplaced] : [])].join('\n');
}

export function extractCommand(): Command {
  const command = new Command('extract')
    .description('Read captured pages and print their stories; nothing is stored.')
    .argument('<path...>', 'files or folders; - for standard input')
    .option('--json', 'one JSON object a line for each input')
    .action(async (paths: string[], options: { json?: boolean }) => {
      let refused = 0;
      for await (const input of readInput(paths)) {
        if (isRefusal(input)) {
          refused += 1;
          process.stderr.write(`warraq: ${refusalText(input)}\n`);
          if (options.json) process.stdout.write(`${asLine(input.source, { stories: [], unplaced: [] }, [input])}\n`);
        } else {
          const { source, reading } = input;
          process.stdout.write(`${options.json ? asLine(source, reading, []) : summary(reading)}\n`);
        }
      }
      process.exitCode = refused > 0 ? exitCodes.someRefused : exitCodes.done;
    });
  return command;
}

/** A refusal in one line: file, place, reason. */
export function refusalText({ source, place, reason }: Refusal): string {
  return `${source}${place === null ? '' : `, ${place}`}: ${reason}`;
}
