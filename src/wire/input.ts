// The wire's door for whatever a person names: files, folders, standard input. Each input comes out as a reading or as a refusal, in
// order, and none of them can stop the others or use more than its share of time and memory.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Reading, Refusal } from '../story/draft.ts';
import { deadlineIn, TooSlow } from './deadline.ts';
import { decodeText } from './encoding.ts';
import { filesUnder } from './files-under.ts';
import { HtmlRefused } from './html/refused.ts';
import { isJsonLinesName, type RecordMark, readJsonLines } from './jsonl/read-json-lines.ts';
import { readers } from './readers.ts';

export interface InputLimits {
  /** Bytes of one input. A larger file is refused by its size, unread; a stream when it has given so many. */
  readonly bytes: number;
  /** UTF-16 units of one line, and lines of one input. */
  readonly lineLength: number;
  readonly lines: number;
  /** Milliseconds of reading one input, from its text on. */
  readonly milliseconds: number;
}

export const usualLimits: InputLimits = {
  bytes: 64 * 1024 * 1024,
  lineLength: 400_000,
  lines: 100_000,
  milliseconds: 20_000,
};

export interface InputOptions {
  readonly limits?: Partial<InputLimits>;
  /** IANA zone for times that a page prints without one: the edition's; `UTC` unless said otherwise. */
  readonly timeZone?: string;
  /** What `-` stands for; the process's standard input unless said otherwise. */
  readonly standardInput?: Readable;
  /** Told once a file of the fields of its records that nobody knows. */
  readonly onUnknownFields?: (source: string, names: readonly string[]) => void;
}

/** One input, or one line of a file of stories, read. `hash` is the SHA-256 of its bytes in lower-case hex. */
export interface ReadInput {
  readonly source: string;
  readonly hash: string;
  readonly reading: Reading;
  /** Which line of a file of stories it is; absent for a page. */
  readonly record?: RecordMark;
}

export const isRefusal = (result: ReadInput | Refusal): result is Refusal => 'reason' in result;

/**
 * Reads inputs one after the other: a file, every file under a folder (sorted, hidden ones and links out of it left
 * aside), or `-` for standard input. A file of stories (`.jsonl`, `.jsonl.gz`) gives a result a line. Gives for each what was read or why not; throws only for what is wrong with the program.
 *
 *     for await (const result of readInput(['pages/', '-'])) {
 *       if (isRefusal(result)) console.error(`${result.source}: ${result.reason}`);
 *       else console.log(result.reading.stories.length);
 *     }
 */
export async function* readInput(
  paths: readonly string[],
  options: InputOptions = {},
): AsyncGenerator<ReadInput | Refusal> {
  const limits = { ...usualLimits, ...options.limits };
  const timeZone = options.timeZone ?? 'UTC';
  for (const path of paths) {
    if (path === '-') {
      const bytes = await bytesOfStream(options.standardInput ?? process.stdin, '-', limits.bytes);
      yield bytes instanceof Uint8Array ? readBytes(bytes, '-', limits, timeZone) : bytes;
      continue;
    }
    for await (const file of filesUnder(path)) {
      if (typeof file !== 'string') yield file;
      else if (isJsonLinesName(file)) {
        yield* linesOfFile(file, timeZone, options.onUnknownFields);
      } else {
        const bytes = await bytesOfFile(file, limits.bytes);
        yield bytes instanceof Uint8Array ? readBytes(bytes, file, limits, timeZone) : bytes;
      }
    }
  }
}

/** A file of stories is read as a stream, under bounds of its own. */
async function* linesOfFile(
  file: string,
  timeZone: string,
  onUnknownFields: InputOptions['onUnknownFields'],
): AsyncGenerator<ReadInput | Refusal> {
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    yield* readJsonLines(stream, { source: file, timeZone, onUnknownFields });
  } catch (error) {
    // Only what the file system says has a code; anything else is a fault of the program.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    yield unreadable(file, systemReason(error));
  } finally {
    stream.destroy();
  }
}

/** Reads bytes that are already there. Pure but for the clock that bounds it. */
export function readBytes(
  bytes: Uint8Array,
  source: string,
  limits: InputLimits = usualLimits,
  timeZone = 'UTC',
): ReadInput | Refusal {
  if (bytes.length > limits.bytes) return tooLarge(source, bytes.length, limits.bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return { source, ...decoded };
  const overlong = overlongPlace(decoded.text, limits);
  if (overlong !== null) return { source, kind: 'too-large', ...overlong };
  try {
    const reader = readers.find((candidate) => candidate.recognises(decoded.text));
    if (reader === undefined) return unreadable(source, 'it is JSON, and not a page; name the page itself');
    const reading = reader.read(decoded.text, { source, timeZone, deadline: deadlineIn(limits.milliseconds) });
    if (reading.stories.length === 0) return noStory(source, decoded.text);
    return { source, hash, reading };
  } catch (error) {
    return refusalOf(error, source);
  }
}

/** An input's own fault becomes a refusal; a fault of the program is thrown on. */
function refusalOf(error: unknown, source: string): Refusal {
  if (error instanceof HtmlRefused) return { source, place: error.place, kind: error.kind, reason: error.reason };
  if (!(error instanceof TooSlow)) throw error;
  const reason = `reading it took longer than ${error.milliseconds / 1000} seconds; split it into smaller files`;
  return { source, place: null, kind: 'too-slow', reason };
}

function noStory(source: string, text: string): Refusal {
  const lines = text.split(/\r\n|[\n\r]/u, 1_000_000).length;
  const reason = 'no story was found in it: no headline with text under it';
  return { source, place: lines === 1 ? 'line 1' : `lines 1 to ${lines}`, kind: 'no-story', reason };
}

function tooLarge(source: string, size: number, most: number): Refusal {
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
  const reason = `it is larger than ${megabytes(most)} MB (${megabytes(size)} MB or more); split it into smaller files`;
  return { source, place: null, kind: 'too-large', reason };
}

/** The first line that is too long, or that lines are too many; one pass over the text. */
function overlongPlace(text: string, limits: InputLimits): { place: string; reason: string } | null {
  let line = 1;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? 0x0a : text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d && code !== 0x2028 && code !== 0x2029) continue;
    if (at - start > limits.lineLength) {
      const reason = `line ${line} is longer than ${limits.lineLength.toLocaleString('en')} characters; no page has such lines`;
      return { place: `line ${line}`, reason };
    }
    if (code !== 0x0d || text.charCodeAt(at + 1) !== 0x0a) line += 1;
    start = at + 1;
    if (line - 1 > limits.lines) {
      const reason = `it has more than ${limits.lines.toLocaleString('en')} lines; split it into smaller files`;
      return { place: `line ${line}`, reason };
    }
  }
  return null;
}

async function bytesOfFile(path: string, most: number): Promise<Uint8Array | Refusal> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return unreadable(path, 'it is neither a file nor a folder');
    if (facts.size > most) return tooLarge(path, facts.size, most);
    const handle = await open(path, 'r');
    try {
      // The size may be wrong by now, or never have been right (/proc): the stream's own bound decides.
      return await bytesOfStream(
        createReadStream('', { fd: handle.fd, autoClose: false, highWaterMark: 1 << 20 }),
        path,
        most,
      );
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(path, systemReason(error));
  }
}

async function bytesOfStream(stream: Readable, source: string, most: number): Promise<Uint8Array | Refusal> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
      size += bytes.length;
      if (size > most) return tooLarge(source, size, most);
      chunks.push(bytes);
    }
  } catch (error) {
    return unreadable(source, systemReason(error));
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

const unreadable = (source: string, reason: string): Refusal => ({ source, place: null, kind: 'unreadable', reason });

function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read by this user';
    case 'EISDIR':
      return 'it is a folder';
    case 'EMFILE':
      return 'too many files are open; try again';
    default:
      return `it could not be read (${code === '' ? String(error) : code})`;
  }
}
