// `warraq reindex`: builds the archive anew from the records, beside the one that serves.
import { Command } from 'commander';
import { publicActor } from '../../newsroom/actor.ts';
import { ArchiveBusy, reindex } from '../../newsroom/archive/archive.ts';
import type { Setting } from '../../server/configuration.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { withPaper } from '../with-paper.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];

export function reindexCommand(): Command {
  const command = new Command('reindex')
    .description('Build the archive anew from the records; the old one serves until the new one is whole.')
    .option('--json', 'one JSON object that says what was indexed')
    .action(async (options: { json?: boolean }) => {
      const configuration = await settingsOf(command, takes);
      await withPaper(configuration, async ({ newsroom }) => {
        const began = performance.now();
        const progress = showProgress('reindex', process.stderr);
        const index = await reindex(newsroom, publicActor, configuration.data, progress.at).catch((error: unknown) => {
          if (!(error instanceof ArchiveBusy)) throw error;
          throw new CommandError(exitCodes.cannotRun, `${error.message} already; wait for it, or end it first.`);
        });
        progress.finish();
        const seconds = Number(((performance.now() - began) / 1000).toFixed(2));
        const report = { stories: index.documents, words: index.words.count, seconds };
        const text = `${report.stories} stories and ${report.words} words indexed in ${seconds} s`;
        process.stdout.write(`${options.json === true ? JSON.stringify(report) : text}\n`);
      });
    });
  return withSettings(command, takes);
}
