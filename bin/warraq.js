#!/usr/bin/env node
// The `warraq` command: finds the project's own Node, builds what is out of date, and hands over to the program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CANNOT_RUN = 3;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node that the `node` package brought, or null where it was not installed. */
function pinnedNode() {
  try {
    const home = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

if (Number.parseInt(process.versions.node, 10) < 26) {
  const node = pinnedNode();
  if (node === null) {
    console.error('warraq: needs Node 26, which `npm ci` installs beside it; run `npm ci` first.');
    process.exit(CANNOT_RUN);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal !== null) process.kill(process.pid, signal);
    process.exit(code ?? CANNOT_RUN);
  });
} else {
  try {
    const { buildWhatIsStale } = await import('../scripts/build.ts');
    await buildWhatIsStale();
  } catch (error) {
    console.error(`warraq: could not be built: ${error instanceof Error ? error.message : error}`);
    process.exit(CANNOT_RUN);
  }
  await import(join(root, 'dist', 'warraq.js'));
}
