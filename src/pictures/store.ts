// The pictures of the paper: originals come in and are kept for ever, variants go out and can always be made again.
// Knows nothing of stories: who may keep a picture, and where it is shown, is decided above.
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { sweepUnfinished } from './durable-file.ts';
import { encodeVariant } from './encode.ts';
import { PictureError, systemCode } from './errors.ts';
import { type Header, type Inspected, inspect, limits, readHeader, readOptions, weightOf } from './inspect.ts';
import { hashOf, openOriginals } from './originals.ts';
import { openQueue } from './queue.ts';
import { openVariantFiles } from './variant-files.ts';
import type { Size, Variant } from './variants.ts';
import { variantPath } from './variants.ts';

export interface KeptPicture extends Inspected {
  /** SHA-256 of the bytes in lower-case hex. */
  readonly hash: string;
}

export interface Pictures {
  /**
   * Keeps a picture from outside: its bytes, or the path of its file. When this resolves the original is on the disk,
   * byte for byte. The same bytes give the same record, however often.
   * @throws PictureError for what is no picture, is SVG, is damaged, heavier than 50 MB or larger than 120 megapixels,
   *   and when the disk is full or too much is waiting
   */
  keep(source: Uint8Array | string): Promise<KeptPicture>;
  /** Keeps an SVG that our own code drew. Never for a stranger's file. @throws PictureError as `keep` */
  keepDrawing(svg: string): Promise<KeptPicture>;
  /**
   * A variant's bytes, made if need be; null when there is no such original or it cannot be read any more.
   * @throws PictureError `busy` when too much is waiting
   */
  variant(variant: Variant): Promise<Buffer | null>;
  /** Makes variants ahead of need, after everything that somebody waits for. */
  prepare(variants: readonly Variant[]): Promise<void>;
  /** The original as it came in, or null. */
  original(hash: string): Promise<Buffer | null>;
  /** Deletes all variants of a picture; the original stays. */
  forgetVariants(hash: string): Promise<void>;
  /** Resolves when no work is left. */
  close(): Promise<void>;
}

export interface PicturesOptions {
  /** The paper's folder; pictures live in `pictures/` under it. */
  readonly data: string;
  /** How many encodings may run at once. Each takes one of the four threads that also read files for pages. */
  readonly concurrency?: number | undefined;
  /** How many bytes of variants may stay on the disk. */
  readonly cacheBytes?: number | undefined;
}

const fourGigabytes = 4 * 1024 ** 3;
const maxWaiting = 1000;
const oneHour = 60 * 60 * 1000;

export async function openPictures(options: PicturesOptions): Promise<Pictures> {
  const folder = join(options.data, 'pictures');
  const unfinished = join(folder, 'unfinished');
  await sweepUnfinished(unfinished, Date.now() - oneHour);
  const originals = openOriginals(join(folder, 'originals'), unfinished);
  const files = openVariantFiles(join(folder, 'variants'), unfinished, options.cacheBytes ?? fourGigabytes);
  const places = options.concurrency ?? Math.min(Math.max(availableParallelism() - 1, 1), 3);
  const queue = openQueue({ places, maxWaiting });
  const underway = new Map<string, Promise<Buffer | null>>();

  async function keepBytes(bytes: Uint8Array, expected: 'raster' | 'drawing'): Promise<KeptPicture> {
    const header: Header = await readHeader(bytes, expected);
    const inspected = await queue.run(() => inspect(bytes, header), { weight: weightOf(header.pixels) });
    const hash = hashOf(bytes);
    await originals.keep(hash, inspected.format, bytes);
    return { hash, ...inspected };
  }

  async function make(variant: Variant, idle: boolean): Promise<Buffer | null> {
    const there = await files.read(variant);
    if (there !== null) return there;
    const path = await originals.find(variant.hash);
    const size = path === null ? null : await sizeOfFile(path);
    if (path === null || size === null) return null;
    return queue.run(
      async () => {
        const bytes = await encodeVariant(path, size, variant).catch(() => null);
        // A disk that takes no more variants must not stop pages that show them.
        if (bytes !== null) await files.write(variant, bytes).catch(() => undefined);
        return bytes;
      },
      { weight: weightOf(size.width * size.height), idle },
    );
  }

  /** One making however many ask; an idle one that a reader comes to need is not hurried, since it may already run. */
  function variantOnce(variant: Variant, idle: boolean): Promise<Buffer | null> {
    const key = variantPath(variant);
    const making = underway.get(key);
    if (making !== undefined) return making;
    const made = make(variant, idle).finally(() => underway.delete(key));
    underway.set(key, made);
    return made;
  }

  return {
    keep: async (source) => keepBytes(typeof source === 'string' ? await readPictureFile(source) : source, 'raster'),
    keepDrawing: (svg) => keepBytes(Buffer.from(svg), 'drawing'),
    variant: (variant) => variantOnce(variant, false),
    async prepare(variants) {
      for (const variant of variants) await variantOnce(variant, true);
    },
    async original(hash) {
      const path = await originals.find(hash);
      if (path === null) return null;
      return readPictureFile(path);
    },
    forgetVariants: files.forget,
    close: queue.settled,
  };
}

async function sizeOfFile(path: string): Promise<Size | null> {
  const metadata = await sharp(path, readOptions)
    .metadata()
    .catch(() => null);
  return metadata?.autoOrient ?? null;
}

/** Never reads more than the limit, whatever the file becomes meanwhile. */
async function readPictureFile(path: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new PictureError('unreadable', `${path}: ${systemCode(error) ?? 'cannot be opened'}`, { cause: error });
  });
  try {
    const about = await handle.stat();
    if (!about.isFile()) throw new PictureError('unreadable', `${path}: not a file`);
    if (about.size > limits.bytes) throw new PictureError('too-heavy', `${path}: more than ${limits.bytes} bytes`);
    const buffer = Buffer.allocUnsafe(about.size);
    let read = 0;
    while (read < buffer.length) {
      const { bytesRead } = await handle.read(buffer, read, buffer.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return buffer.subarray(0, read);
  } finally {
    await handle.close();
  }
}
