// Builds the program (`dist/warraq.js`) and what the reader's browser loads (`dist/assets`), when something is newer.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const inputs = ['src', 'demo', 'scripts', 'package-lock.json', 'tsconfig.json', 'bin'];

/** A digest of the names, sizes and times of everything that the build reads: cheap, and different after any edit. */
function digestOfInputs(): string {
  const digest = createHash('sha256');
  const visit = (path: string): void => {
    const facts = statSync(path);
    if (facts.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else if (!/\.(test|bench)\.tsx?$/.test(path)) {
      digest.update(`${relative(root, path)} ${facts.size} ${facts.mtimeMs}\n`);
    }
  };
  for (const input of inputs) if (existsSync(join(root, input))) visit(join(root, input));
  return digest.digest('hex');
}

/** Builds when `dist` does not answer to the sources as they are. Says so on standard error, since it takes seconds. */
export async function buildWhatIsStale(): Promise<void> {
  const stamp = join(dist, 'stamp');
  const now = digestOfInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stderr.write('warraq: building…\n');
  await build();
  writeFileSync(stamp, now);
}

/** Builds into a folder beside `dist` and then puts it in place, so that a failed build leaves the last good one. */
async function build(): Promise<void> {
  const fresh = join(root, `dist.${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await buildProgram(fresh);
    const { buildAssets } = await import('./assets.ts');
    await buildAssets(join(fresh, 'assets'));
    const old = `${fresh}.old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** One bundle of our own code for Node; libraries stay in node_modules. */
async function buildProgram(outDir: string): Promise<void> {
  const vite = await import('vite');
  await vite.build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'src/cli/main.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node26',
      minify: false,
      sourcemap: true,
      rollupOptions: { output: { entryFileNames: 'warraq.js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  });
}

if (import.meta.main) await buildWhatIsStale();
