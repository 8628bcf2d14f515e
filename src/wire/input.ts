// The door of the wire: files, folders and standard input come in, each goes out as a reading or as a refusal that says why.
// Nothing larger than the bounds is ever held in memory, and no input keeps the others waiting for longer than its time.
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading, Refusal } from '../story/draft.ts';
import { readCapture } from './capture/read-capture.ts';
import { type Deadline, deadlineIn, TooSlow } from './deadline.ts';
import { decodeText } from './encoding.ts';
import { readHtml } from './html/read-html.ts';
import { recognisesHtml } from './html/recognises.ts';
import { HtmlRefused } from './html/refused.ts';

export interface InputLimits {
  /** Bytes of one input. */
  readonly bytes: number;
  /** Characters of one line of a plain-text capture. */
  readonly lineLength: number;
  readonly lines: number;
  readonly milliseconds: number;
}

export const inputLimits: InputLimits = {
  bytes: 64 * 1_048_576,
  lineLength: 1_000_000,
  lines: 2_000_000,
  milliseconds: 20_000,
};

export type Input =
  /** `hash` is the SHA-256 of the input's bytes, in hex; `total` the number of inputs, null while nobody knows. */
  | { readonly kind: 'read'; readonly reading: Reading; readonly hash: string; readonly total: number | null }
  | {
      readonly kind: 'refused';
      readonly refusal: Refusal;
      /** Lines that may be text, of an input in which no story was found. */
      readonly unplaced: Reading['unplaced'];
      readonly total: number | null;
    };

/** One kind of input: how it is known, and how it is read. Asked in order; the last takes everything. */
interface Reader {
  readonly name: string;
  recognises(text: string): boolean;
  read(text: string, source: string, deadline: Deadline, limits: InputLimits): Reading;
}

const readers: readonly Reader[] = [
  {
    name: 'a saved page',
    recognises: recognisesHtml,
    read: (text, source, _deadline, limits) => readHtml(text, { source, limits: { time: limits.milliseconds } }),
  },
  {
    name: 'a plain-text capture',
    recognises: () => true,
    read: (text, source, deadline, limits) => {
      refuseEndlessLines(text, source, limits);
      return readCapture(text, source, { deadline });
    },
  },
];

class Refused extends Error {
  readonly refusal: Refusal;
  readonly unplaced: Reading['unplaced'];
  constructor(refusal: Refusal, unplaced: Reading['unplaced'] = []) {
    super(refusal.reason);
    this.refusal = refusal;
    this.unplaced = unplaced;
  }
}

function refuse(source: string, kind: Refusal['kind'], place: string | null, reason: string): never {
  throw new Refused({ source, kind, place, reason });
}

function refuseEndlessLines(text: string, source: string, limits: InputLimits): void {
  let line = 1;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > limits.lineLength) {
      const reason = `the line has more than ${limits.lineLength} characters; no line of a page is so long.`;
      refuse(source, 'too-large', `line ${line}`, reason);
    }
    if (end < 0) return;
    line += 1;
    start = end + 1;
    if (line > limits.lines) {
      refuse(source, 'too-large', `line ${line}`, `it has more than ${limits.lines} lines; divide it into pages.`);
    }
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

/** Reads the bytes of one input, whatever they are; throws `Refused`. */
function readBytes(bytes: Uint8Array, source: string, limits: InputLimits): { reading: Reading; hash: string } {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refuse(source, decoded.kind, decoded.place, decoded.reason);
  const { text } = decoded;
  const reader = readers.find((candidate) => candidate.recognises(text));
  if (reader === undefined) throw new Error('the last reader takes everything');
  const reading = readOrRefuse(reader, text, source, limits);
  if (reading.stories.length === 0) {
    const many = reading.unplaced.length;
    const rest = many === 0 ? '' : ` ${many} lines may be text; warraq extract --json lists them.`;
    const reason = `it was read as ${reader.name}, and no story was found in it.${rest}`;
    throw new Refused({ source, place: null, kind: 'no-story', reason }, reading.unplaced);
  }
  return { reading, hash: createHash('sha256').update(bytes).digest('hex') };
}

function readOrRefuse(reader: Reader, text: string, source: string, limits: InputLimits): Reading {
  try {
    return reader.read(text, source, deadlineIn(limits.milliseconds), limits);
  } catch (error) {
    if (error instanceof HtmlRefused) return refuse(source, error.kind, error.place, error.reason);
    if (error instanceof TooSlow) {
      const reason = `reading it as ${reader.name} took longer than ${Math.round(error.milliseconds / 1000)} seconds; it is given up.`;
      return refuse(source, 'too-slow', null, reason);
    }
    throw error;
  }
}

function readFile(path: string, limits: InputLimits): Uint8Array {
  const facts = statSync(path);
  if (!facts.isFile()) return refuse(path, 'unreadable', null, 'it is neither a file nor a folder.');
  if (facts.size > limits.bytes) {
    const reason = `it has ${megabytes(facts.size)}; at most ${megabytes(limits.bytes)} are read. Divide it.`;
    return refuse(path, 'too-large', `byte ${limits.bytes}`, reason);
  }
  return readFileSync(path);
}

/** Standard input up to the bound; what is more is refused without being kept. */
function readStandardInput(limits: InputLimits): Uint8Array {
  const chunks: Buffer[] = [];
  let size = 0;
  const handle = openSync('/dev/stdin', 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(65_536);
      const read = readSync(handle, chunk);
      if (read === 0) return Buffer.concat(chunks);
      size += read;
      if (size > limits.bytes) {
        return refuse(
          '-',
          'too-large',
          `byte ${limits.bytes}`,
          `it has more than ${megabytes(limits.bytes)}. Divide it.`,
        );
      }
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder.',
  EACCES: 'this account may not read it.',
  EPERM: 'this account may not read it.',
  EISDIR: 'it is a folder where a file was expected.',
  ELOOP: 'its links lead in a circle.',
};

/** A refusal for what the system says of a path, or the error again when it is something else. */
function systemRefusal(error: unknown, source: string): Refused {
  if (error instanceof Refused) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) throw error;
  return new Refused({
    source,
    place: null,
    kind: 'unreadable',
    reason: systemReasons[code] ?? `it cannot be read (${code}).`,
  });
}

/** The files of a folder in order of their names; hidden ones, and links that lead out of it, are left out. */
function* filesOf(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const facts = lstatSync(path);
    if (facts.isDirectory()) yield* filesOf(path);
    else if (facts.isFile()) yield path;
  }
}

/** Every file that the paths name, or the refusal of a path. */
function listed(paths: readonly string[]): (string | Refused)[] {
  return paths.flatMap((path): (string | Refused)[] => {
    if (path === '-') return [path];
    try {
      return statSync(path).isDirectory() ? [...filesOf(path)] : [path];
    } catch (error) {
      return [systemRefusal(error, path)];
    }
  });
}

/**
 * Reads files, folders (all that is in them) and, for `-`, standard input, in this order. Every input gives one answer:
 * what was read, or why it was refused. Only a fault of the program itself is thrown.
 */
export function* readInputs(paths: readonly string[], limits: InputLimits = inputLimits): Generator<Input> {
  const sources = listed(paths);
  const total = sources.length;
  for (const source of sources) {
    try {
      if (typeof source !== 'string') throw source;
      const bytes = source === '-' ? readStandardInput(limits) : readFile(source, limits);
      yield { kind: 'read', ...readBytes(bytes, source, limits), total };
    } catch (error) {
      const { refusal, unplaced } = systemRefusal(error, typeof source === 'string' ? source : '');
      yield { kind: 'refused', refusal, unplaced, total };
    }
  }
}
