// The files that a path stands for: itself, or all files under a folder, in one fixed order.
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Refusal } from '../story/draft.ts';

/** What a browser writes beside `page.html` when it saves a page whole: scripts, styles and pictures, no story. */
const companion = /_files$/u;
/** What `extract --json` gave for a page, kept beside it. */
const kept = /\.json$/u;
const deepest = 32;

/**
 * Paths of files, sorted by name in each folder. Hidden names are left aside, links within the folder too, since their targets are
 * met anyway; a link that leads out of it, a folder too deep and a path that cannot be read come as refusals.
 */
export async function* filesUnder(path: string): AsyncGenerator<string | Refusal> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch {
    // Whoever opens it says what is wrong with it.
    yield path;
    return;
  }
  if (isFolder) yield* inFolder(path, await realpath(path), 0);
  else yield path;
}

async function* inFolder(folder: string, root: string, depth: number): AsyncGenerator<string | Refusal> {
  if (depth > deepest) {
    yield {
      source: folder,
      place: null,
      kind: 'too-deep',
      reason: `folders stand more than ${deepest} deep in each other`,
    };
    return;
  }
  let entries: Awaited<ReturnType<typeof entriesOf>>;
  try {
    entries = await entriesOf(folder);
  } catch {
    yield { source: folder, place: null, kind: 'unreadable', reason: 'the folder may not be read by this user' };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isSymbolicLink()) yield* linkedOut(path, root);
    else if (entry.isDirectory() && !isCompanion(entry.name, entries)) yield* inFolder(path, root, depth + 1);
    else if (entry.isFile() && !isKeptReading(entry.name, entries)) yield path;
  }
}

function isCompanion(name: string, entries: readonly { readonly name: string }[]): boolean {
  if (!companion.test(name)) return false;
  const page = name.replace(companion, '');
  return entries.some((entry) => entry.name === `${page}.html` || entry.name === `${page}.htm`);
}

function isKeptReading(name: string, entries: readonly { readonly name: string }[]): boolean {
  if (!kept.test(name)) return false;
  const page = name.replace(kept, '');
  return ['.txt', '.html', '.htm'].some((ending) => entries.some((entry) => entry.name === `${page}${ending}`));
}

async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function* linkedOut(path: string, root: string): AsyncGenerator<Refusal> {
  const target = await realpath(path).catch(() => null);
  if (target !== null && (target === root || target.startsWith(root + sep))) return;
  const reason =
    target === null ? 'it is a link to nothing' : 'it is a link out of the folder; name its target to read it';
  yield { source: path, place: null, kind: 'unreadable', reason };
}
