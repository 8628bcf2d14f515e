// `warraq archive-process`: not for people. The serving newspaper runs it beside itself, and asks it what is in the archive.
import { Command } from 'commander';
import { answerForArchive } from '../../server/archive/answering.ts';

/** The word by which the program knows that it is the archive. */
export const archiveWord = 'archive-process';

export function archiveProcessCommand(): Command {
  return new Command(archiveWord)
    .description('Answer what the serving newspaper asks the archive.')
    .action(() => answerForArchive(process.argv[1] ?? ''));
}
