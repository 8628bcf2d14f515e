// The reader of files of stories, a JSON object a line, compressed or not: each line comes out as a reading or as a
// refusal, in order, and only one line is in memory at a time.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Reading, Refusal } from '../../story/draft.ts';
import { HtmlRefused } from '../html/refused.ts';
import { type JsonLinesLimits, jsonLinesLimits } from './limits.ts';
import { type ByteLine, linesOf, StreamRefused } from './lines.ts';
import { knownFields, RecordRefused, readRecord } from './record.ts';

/** Which record of its file a reading or a refusal is. */
export interface RecordMark {
  /** From 1. Of what ended the file early: the line after the last that was read. */
  readonly line: number;
  /** The record's own id; null when it has none, or could not be read. */
  readonly id: string | null;
  /** Its `source`, empty when it names none. */
  readonly outlet: string;
}

export interface ReadLine {
  readonly source: string;
  /** SHA-256 of the line's bytes in lower-case hex. */
  readonly hash: string;
  readonly reading: Reading;
  readonly record: RecordMark;
}

export interface RefusedLine extends Refusal {
  readonly record: RecordMark;
}

export interface JsonLinesOptions {
  readonly source: string;
  /** IANA zone for times that name none. */
  readonly timeZone: string;
  readonly limits?: Partial<JsonLinesLimits>;
  /** Told once, at the end, of the fields that no record may have, by name; never when there were none. */
  readonly onUnknownFields?: ((source: string, names: readonly string[]) => void) | undefined;
}

/** Names by which files of stories are known. Whether one is compressed its bytes say. */
export const isJsonLinesName = (path: string): boolean => /\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(path);

const mostUnknown = 100;

/** Reads a stream. Throws what the stream throws and is no fault of its content; the lines before are then out already. */
export async function* readJsonLines(
  stream: AsyncIterable<unknown>,
  { source, timeZone, limits: given, onUnknownFields }: JsonLinesOptions,
): AsyncGenerator<ReadLine | RefusedLine> {
  const limits = { ...jsonLinesLimits, ...given };
  const reader = new LineReader(source, timeZone, limits);
  let refused = 0;
  let last = 0;
  let isAnything = false;
  const end = (kind: Refusal['kind'], line: number, reason: string): RefusedLine => refusal(source, kind, line, reason);
  try {
    for await (const line of linesOf(stream, limits)) {
      last = line.number;
      const result = reader.read(line);
      if (result === null) continue;
      isAnything = true;
      if ('reason' in result && ++refused > limits.refused) {
        const reason = `more than ${limits.refused.toLocaleString('en')} lines were refused; the rest was not read`;
        yield end('invalid', last, reason);
        break;
      }
      yield result;
    }
    if (!isAnything) yield end('empty', 1, 'it holds no story: no line with anything on it');
  } catch (error) {
    if (!(error instanceof StreamRefused)) throw error;
    yield end(error.kind, last + 1, error.message);
  }
  if (reader.unknown.size > 0) onUnknownFields?.(source, [...reader.unknown]);
}

class LineReader {
  readonly unknown = new Set<string>();
  readonly #source: string;
  readonly #timeZone: string;
  readonly #limits: JsonLinesLimits;

  constructor(source: string, timeZone: string, limits: JsonLinesLimits) {
    this.#source = source;
    this.#timeZone = timeZone;
    this.#limits = limits;
  }

  /** Null for an empty line. */
  read({ number, bytes: whole }: ByteLine): ReadLine | RefusedLine | null {
    const refused = (kind: Refusal['kind'], reason: string) => refusal(this.#source, kind, number, reason);
    if (whole === null) {
      const most = Math.round(this.#limits.lineBytes / 1024).toLocaleString('en');
      return refused('too-large', `the line is longer than ${most} KB; no story is`);
    }
    const bytes =
      number === 1 && whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? whole.subarray(3) : whole;
    if (!isUtf8(bytes)) return refused('encoding', 'the line is not UTF-8; convert the file');
    const text = bytes.toString('utf8');
    if (text.trim() === '') return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return refused('invalid', 'the line is not JSON; it must hold one whole JSON object');
    }
    try {
      const { id, outlet, draft } = readRecord(value, {
        timeZone: this.#timeZone,
        milliseconds: this.#limits.milliseconds,
      });
      this.#noteUnknown(value);
      return {
        source: this.#source,
        hash: createHash('sha256').update(bytes).digest('hex'),
        reading: { source: this.#source, stories: [draft], unplaced: [] },
        record: { line: number, id, outlet },
      };
    } catch (error) {
      if (error instanceof RecordRefused) return refused('invalid', error.message);
      if (error instanceof HtmlRefused) return refused(error.kind, error.reason);
      throw error;
    }
  }

  #noteUnknown(value: unknown): void {
    for (const name of Object.keys(value as object)) {
      if (knownFields.has(name) || this.unknown.size >= mostUnknown) continue;
      this.unknown.add(name.slice(0, 80).toWellFormed());
    }
  }
}

const refusal = (source: string, kind: Refusal['kind'], line: number, reason: string): RefusedLine => ({
  source,
  place: `line ${line}`,
  kind,
  reason,
  record: { line, id: null, outlet: '' },
});
