// The setup of the test run must not hide that the run failed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a process that has set an exit code keeps it, though the database for tests was set up in it', () => {
  const setup = join(import.meta.dirname, 'postgres-setup.ts');
  const program = `await import(${JSON.stringify(setup)}); process.exitCode = 7;`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([7, '']);
});
