// `warraq doctor`: looks a newspaper over and says what is wrong with it; changes nothing.
import { statfs } from 'node:fs/promises';
import { Command } from 'commander';
import { publicActor } from '../../newsroom/actor.ts';
import { checkArchive } from '../../newsroom/archive/check-archive.ts';
import { checkRecords } from '../../records/check.ts';
import type { Setting } from '../../server/configuration.ts';
import { exitCodes } from '../exit.ts';
import { settingsOf, withSettings } from '../settings.ts';
import { withPaper } from '../with-paper.ts';

const takes: readonly Setting[] = ['data', 'databaseUrl'];
const LITTLE_SPACE = 1_073_741_824;

/** As the records' own check tells them: a kind, one sentence, and what it was found on. */
interface Finding {
  readonly kind: string;
  readonly problem: string;
  readonly subject: string | null;
}

async function spaceFindings(data: string): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  if (free >= LITTLE_SPACE) return [];
  const problem = `${data} has ${Math.round(free / 1_048_576)} MB left; a paper wants 1 GB.`;
  return [{ kind: 'little-space', problem, subject: null }];
}

export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description('Look the newspaper over and say what is wrong with it; nothing is changed.')
    .option('--json', 'one JSON object with all findings')
    .action(async (options: { json?: boolean }) => {
      const configuration = await settingsOf(command, takes);
      await withPaper(configuration, async ({ records, newsroom }) => {
        const findings: Finding[] = [
          ...(await checkRecords(records)),
          ...(await checkArchive(newsroom, publicActor, configuration.data)),
          ...(await spaceFindings(configuration.data)),
        ];
        if (options.json === true) {
          process.stdout.write(`${JSON.stringify({ engine: records.engine, where: records.where, findings })}\n`);
        } else {
          process.stdout.write(`records: ${records.engine}, ${records.where}\n`);
          for (const { kind, problem, subject } of findings) {
            process.stdout.write(`${kind}${subject === null ? '' : ` (${subject})`}: ${problem}\n`);
          }
          process.stdout.write(findings.length === 0 ? 'nothing is wrong\n' : `${findings.length} found\n`);
        }
        process.exitCode = findings.length === 0 ? exitCodes.done : exitCodes.someRefused;
      });
    });
  return withSettings(command, takes);
}
