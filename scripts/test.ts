// `npm test`: types, lint, build, then every test on both engines and in the browser. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildWhatIsStale } from './build.ts';
import { chromium, ensure, java } from './programs.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

const missing = ensure([chromium, java]);
if (missing.length > 0) {
  const packages = missing.map((program) => program.debianPackage).join(' ');
  console.error(`The tests need ${missing.map((program) => program.name).join(' and ')}: apt-get install ${packages}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** Runs one of the checks that have no counts of their own; true when it found nothing. */
function passes(name: string, words: readonly string[]): boolean {
  console.log(`\n— ${name}`);
  return spawnSync(bin(words[0] ?? ''), words.slice(1), { cwd: root, stdio: 'inherit' }).status === 0;
}

const checks = [passes('types', ['tsc']), passes('lint and format', ['biome', 'check'])];

const builds = await buildWhatIsStale().then(
  () => true,
  (error: unknown) => {
    console.error(error);
    return false;
  },
);
checks.push(builds);

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() });

/** Vitest's own counts; a run that ended without a report has failed as a whole. */
function runVitest(): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-test-'));
  const file = join(folder, 'report.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...process.argv.slice(2)];
  const run = spawnSync(bin('vitest'), words, { cwd: root, stdio: 'inherit' });
  try {
    const { numPassedTests, numFailedTests, success } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    // A file that could not be loaded fails the run without counting as a failed test.
    const unfinished = (success && run.status === 0) || numFailedTests > 0 ? 0 : 1;
    return { passed: numPassedTests, failed: numFailedTests + unfinished };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tests = builds ? runVitest() : { passed: 0, failed: 0 };
const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((check) => !check).length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
