// `warraq serve`: runs the newspaper until it is told to stop.
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { startArchiveProcess } from '../../server/archive/archive-process.ts';
import type { Setting } from '../../server/configuration.ts';
import { openPaper, serve } from '../../server/serve.ts';
import { seedDemo } from '../demo.ts';
import { CommandError, exitCodes } from '../exit.ts';
import { showProgress } from '../progress.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { archiveWord } from './archive-process.ts';

const takes: readonly Setting[] = [
  'data', 'port', 'host', 'origin', 'databaseUrl', 'demo',
  'cacheMegabytes', 'logLevel', 'trustProxy', 'searchesPerMinute', 'suggestionsPerMinute',
]; // biome-ignore format: a list to scan

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(exitCodes.cannotRun);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function refusedPort(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') {
    return new CommandError(exitCodes.cannotRun, `port ${port} is taken by another program; choose one with --port.`);
  }
  if (code === 'EACCES') {
    return new CommandError(
      exitCodes.cannotRun,
      `port ${port} may not be used by this account; choose one above 1023.`,
    );
  }
  return error;
}

export function serveCommand(): Command {
  const command = new Command('serve').description('Serve the newspaper.').action(async () => {
    const configuration = await settingsOf(command, takes);
    const log = pino({ level: configuration.logLevel }, pino.destination(2));
    const stop = toldToStop();
    const paper = await openPaper(configuration);
    try {
      const progress = showProgress('demo edition', process.stderr);
      await seedDemo(paper, { withStories: configuration.demo, progress });
      progress.finish();
      const archive = startArchiveProcess({
        configuration,
        program: { path: process.argv[1] ?? '', words: [archiveWord] },
        log,
      });
      const served = await serve({
        configuration,
        paper,
        assetsFolder: join(import.meta.dirname, 'assets'),
        log,
        archive,
      }).catch(async (error: unknown) => {
        await archive.close();
        throw refusedPort(error, configuration.port);
      });
      process.stdout.write(`Warraq is read at ${served.url}\n`);
      if (served.setupPath !== null) {
        process.stdout.write(`Set up the first account at ${served.url}${served.setupPath}\n`);
      }
      await stop;
      await served.close();
      await archive.close();
    } finally {
      await paper.close();
    }
  });
  return withSettings(command, takes);
}
