// A stream of bytes as lines of bytes: unfolded when it is compressed, cut at line ends, never more than one line of it in memory.
import type { Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import type { JsonLinesLimits } from './limits.ts';

/** One line, without its end; `bytes` null when it was too long to keep. Numbers count from 1. */
export interface ByteLine {
  readonly number: number;
  readonly bytes: Buffer | null;
}

/** Why the rest of a stream is not read. Its message says what to do. */
export class StreamRefused extends Error {
  readonly kind: 'too-large' | 'unreadable';

  constructor(kind: StreamRefused['kind'], reason: string) {
    super(reason);
    this.name = 'StreamRefused';
    this.kind = kind;
  }
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Throws `StreamRefused`, and what the stream itself throws. The lines before are then out already. */
export async function* linesOf(stream: AsyncIterable<unknown>, limits: JsonLinesLimits): AsyncGenerator<ByteLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  let isTooLong = false;
  const take = (part: Buffer): void => {
    held += part.length;
    if (held > limits.lineBytes) isTooLong = true;
    if (isTooLong) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const line = (): ByteLine => {
    number += 1;
    const bytes = isTooLong ? null : withoutReturn(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
    parts = [];
    held = 0;
    isTooLong = false;
    return { number, bytes };
  };
  for await (const chunk of unfolded(stream, limits)) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end));
      if (number >= limits.lines) {
        throw new StreamRefused('too-large', `it has more than ${limits.lines.toLocaleString('en')} lines; split it`);
      }
      yield line();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (held > 0) yield line();
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes[bytes.length - 1] === carriageReturn ? bytes.subarray(0, -1) : bytes;
}

/** Whether bytes begin as a gzip file does. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The stream's bytes, unfolded when its first two say gzip, whatever it is called. */
async function* unfolded(stream: AsyncIterable<unknown>, limits: JsonLinesLimits): AsyncGenerator<Buffer> {
  const chunks = buffersOf(stream);
  const first: Buffer[] = [];
  let known = 0;
  while (known < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    first.push(next.value);
    known += next.value.length;
  }
  const head = Buffer.concat(first);
  const rest = resumed(head, chunks);
  let size = 0;
  for await (const chunk of isGzip(head) ? gunzipped(rest, limits) : rest) {
    size += chunk.length;
    if (size > limits.bytes) throw new StreamRefused('too-large', 'it is larger than any file that is read; split it');
    yield chunk;
  }
}

async function* buffersOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
}

async function* resumed(head: Buffer, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* chunks;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>, limits: JsonLinesLimits): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const feed = feeding(gunzip, chunks);
  let size = 0;
  try {
    for await (const chunk of gunzip as Readable) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      const most = Math.max(limits.freeBytes, gunzip.bytesWritten * limits.expansion);
      if (size > most) {
        const reason = `it unfolds to more than ${limits.expansion} times its size, as no text does; unpack it yourself if you trust it`;
        throw new StreamRefused('too-large', reason);
      }
      yield bytes;
    }
  } catch (error) {
    if (error instanceof StreamRefused || !isZlibError(error)) throw error;
    throw new StreamRefused('unreadable', 'the compressed data is damaged or cut off here; fetch the file again');
  } finally {
    gunzip.destroy();
    await feed;
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR_ZLIB)/u.test(String(error.code));

/** Writes all chunks, at the pace at which they are unfolded. Its faults come out of the reading side. */
async function feeding(gunzip: Gunzip, chunks: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await drained(gunzip);
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(gunzip: Gunzip): Promise<void> {
  if (gunzip.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      gunzip.off('drain', done).off('close', done);
      resolve();
    };
    gunzip.on('drain', done).on('close', done);
  });
}
