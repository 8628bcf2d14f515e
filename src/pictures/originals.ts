// Keeps originals byte for byte, each under the hash of its bytes, on the disk before anybody is told so.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '../story/picture.ts';
import { writeWhole } from './durable-file.ts';
import { systemCode } from './errors.ts';
import { extensions } from './signature.ts';

export interface Originals {
  /** Resolves when the bytes would survive a power cut. @throws PictureError `full-disk` */
  keep(hash: string, format: Picture['format'], bytes: Uint8Array): Promise<void>;
  /** Where the original is whose hash begins so, or null. */
  find(hashStart: string): Promise<string | null>;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function openOriginals(folder: string, unfinished: string): Originals {
  const folderOf = (hash: string): string => join(folder, hash.slice(0, 2));
  return {
    async keep(hash, format, bytes) {
      const name = `${hash}.${extensions[format]}`;
      const there = await readFile(join(folderOf(hash), name)).catch(() => null);
      // A damaged copy is replaced: whoever sends the same picture again has brought the cure.
      if (there !== null && hashOf(there) === hash) return;
      await writeWhole({ folder: folderOf(hash), name, bytes, unfinished, lasting: true });
    },
    async find(hashStart) {
      const names = await readdir(folderOf(hashStart)).catch((error: unknown) => {
        if (systemCode(error) === 'ENOENT') return [];
        throw error;
      });
      const name = names.find((candidate) => candidate.startsWith(hashStart));
      return name === undefined ? null : join(folderOf(hashStart), name);
    },
  };
}
