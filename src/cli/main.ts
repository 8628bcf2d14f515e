// The command line: `warraq serve · import · extract · search · reindex · names · doctor`. Reads the words, runs one command, ends with one of four codes.
import { Command, CommanderError } from 'commander';
import { RecordsError } from '../records/errors.ts';
import { archiveProcessCommand } from './commands/archive-process.ts';
import { doctorCommand } from './commands/doctor.ts';
import { extractCommand } from './commands/extract.ts';
import { importCommand } from './commands/import.ts';
import { namesCommand } from './commands/names.ts';
import { reindexCommand } from './commands/reindex.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { CommandError, exitCodes } from './exit.ts';

function program(): Command {
  const warraq = new Command('warraq')
    .description('Warraq (ورّاق): an Arabic-first newspaper in one program.')
    .version('0.1.0')
    .showHelpAfterError('(add --help for what it takes)')
    .addHelpText('after', '\nExit codes: 0 done, 1 done with some refused, 2 usage, 3 cannot run.');
  for (const command of [
    serveCommand(),
    importCommand(),
    extractCommand(),
    searchCommand(),
    reindexCommand(),
    namesCommand(),
    doctorCommand(),
  ])
    warraq.addCommand(command);
  warraq.addCommand(archiveProcessCommand(), { hidden: true });
  for (const command of [warraq, ...warraq.commands]) {
    command.allowExcessArguments(false).exitOverride();
  }
  return warraq;
}

/** The exit code for an error, after saying on standard error what went wrong. */
function codeFor(error: unknown): number {
  // commander has printed its own line; help and version end well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof CommandError || error instanceof RecordsError) {
    process.stderr.write(`warraq: ${error.message}\n`);
    return error instanceof CommandError ? error.code : exitCodes.cannotRun;
  }
  process.stderr.write(`warraq: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.cannotRun;
}

// A reader of our output that went away (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

try {
  await program().parseAsync(process.argv);
} catch (error) {
  process.exitCode = codeFor(error);
}
