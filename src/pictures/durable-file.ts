// Writes a whole file or nothing: to a temporary name, then renamed into its place, and to the disk itself when it must last.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PictureError, systemCode } from './errors.ts';

/** A folder's own entry list is data too: without this a power cut can lose the name of a file whose bytes are safe. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface WriteOptions {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A folder on the same disk for files that are not finished. */
  readonly unfinished: string;
  /** True when it must outlive a power cut: the bytes and the name are on the disk before this resolves. */
  readonly lasting: boolean;
}

/** @throws PictureError `full-disk`. */
export async function writeWhole({ folder, name, bytes, unfinished, lasting }: WriteOptions): Promise<void> {
  const temporary = join(unfinished, `${process.pid}-${randomUUID()}`);
  try {
    const created = await mkdir(folder, { recursive: true });
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      if (lasting) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, join(folder, name));
    if (!lasting) return;
    await syncFolder(folder);
    if (created !== undefined) await syncFolder(dirname(folder));
  } catch (error) {
    await rm(temporary, { force: true });
    const code = systemCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new PictureError('full-disk', `the disk is full: ${name} was not kept`, { cause: error });
    throw error;
  }
}

/** Files that a crash left half-written. Another process may be writing one now, so only old ones go. */
export async function sweepUnfinished(folder: string, olderThan: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < olderThan) await rm(file, { force: true });
  }
}
