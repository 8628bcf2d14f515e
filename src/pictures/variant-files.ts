// The variants that were made, kept on the disk within a budget. All may be deleted at any time: each can be made again.
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeWhole } from './durable-file.ts';
import { type Variant, variantPath } from './variants.ts';

export interface VariantFiles {
  /** The variant's bytes, or null when it is not there or not whole. */
  read(variant: Variant): Promise<Buffer | null>;
  write(variant: Variant, bytes: Uint8Array): Promise<void>;
  /** Deletes all variants of a picture. */
  forget(hash: string): Promise<void>;
}

/** A file is a checksum of four bytes and then the picture: after a power cut a file can have its length and not its bytes. */
const seal = (bytes: Uint8Array): Buffer => {
  const sealed = Buffer.allocUnsafe(bytes.length + 4);
  sealed.writeUInt32BE(crc32(bytes), 0);
  sealed.set(bytes, 4);
  return sealed;
};

const unseal = (sealed: Buffer): Buffer | null =>
  sealed.length > 4 && crc32(sealed.subarray(4)) === sealed.readUInt32BE(0) ? sealed.subarray(4) : null;

/** @param budget bytes on the disk; when they are exceeded the oldest variants go until a tenth is free */
export function openVariantFiles(folder: string, unfinished: string, budget: number): VariantFiles {
  let writtenSinceCount = budget / 10;
  let counting: Promise<void> | null = null;

  const folderOfPicture = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(0, 32));
  const fileOf = (variant: Variant): { folder: string; name: string } => {
    const [shape = '', name = ''] = variantPath(variant).split('/').slice(3);
    return { folder: join(folderOfPicture(variant.hash), shape), name };
  };

  return {
    async read(variant) {
      const { folder, name } = fileOf(variant);
      const sealed = await readFile(join(folder, name)).catch(() => null);
      return sealed === null ? null : unseal(sealed);
    },
    async write(variant, bytes) {
      await writeWhole({ ...fileOf(variant), bytes: seal(bytes), unfinished, lasting: false });
      writtenSinceCount += bytes.length;
      if (writtenSinceCount < budget / 10 || counting) return;
      writtenSinceCount = 0;
      counting = deleteOldest(folder, budget)
        .catch(() => {
          // The folder changed under the count; the next count sees it as it is then.
        })
        .finally(() => {
          counting = null;
        });
      await counting;
    },
    forget: (hash) => rm(folderOfPicture(hash), { recursive: true, force: true }),
  };
}

async function deleteOldest(folder: string, budget: number): Promise<void> {
  const files: { path: string; bytes: number; madeAt: number }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(path);
    files.push({ path, bytes: size, madeAt: mtimeMs });
  }
  let total = files.reduce((sum, file) => sum + file.bytes, 0);
  if (total <= budget) return;
  files.sort((one, other) => one.madeAt - other.madeAt);
  for (const file of files) {
    if (total <= budget * 0.9) return;
    await rm(file.path, { force: true });
    total -= file.bytes;
  }
}
