// Finds the programs that the tests need beside Node (Chromium, Java), or installs Debian's when it may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Program {
  readonly name: string;
  /** An environment variable that may name it. */
  readonly variable: string;
  readonly commands: readonly string[];
  /** Places where it may be without being on the PATH. */
  readonly places: readonly string[];
  readonly debianPackage: string;
}

export const chromium: Program = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  places: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  debianPackage: 'chromium',
};

export const java: Program = {
  name: 'Java',
  variable: 'JAVA_PATH',
  commands: ['java'],
  places: [],
  debianPackage: 'default-jre-headless',
};

/** The path of a program, or null. */
export function find(program: Program): string | null {
  const named = process.env[program.variable];
  if (named !== undefined && existsSync(named)) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = program.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...program.places].find((path) => existsSync(path)) ?? null;
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function install(packages: readonly string[]): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'inherit', env: environment });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

/** Makes sure that these are there; the names of those that are not, and could not be installed. */
export function ensure(programs: readonly Program[]): readonly Program[] {
  const missing = programs.filter((program) => find(program) === null);
  if (missing.length > 0 && mayInstall()) install(missing.map((program) => program.debianPackage));
  return missing.filter((program) => find(program) === null);
}
