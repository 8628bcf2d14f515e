// Reads the collections and queries that the archive bench judges with.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Passage = {
  readonly id: string;
  readonly headline: string;
  readonly text: string;
  readonly published: number;
};
export type Query = {
  readonly task: string;
  readonly qid: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
  readonly excluded: ReadonlySet<string>;
};

type Line = Record<string, unknown>;

/** The folder of the collections, or null when it is not on this machine. */
export function collectionsFolder(): string | null {
  const folder = join(process.env.WARRAQ_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'retrieval');
  return existsSync(folder) ? folder : null;
}

/** The real news stories of 2018; `published` in days since 1970, NaN when unknown. */
export function newsStories(folder: string): Passage[] {
  return lines(folder, 'ant-stories.jsonl.gz').map((line) => {
    const [standfirst, body] = [String(line.standfirst ?? ''), String(line.text ?? '')];
    const text = standfirst === '' || body.startsWith(standfirst.slice(0, 60)) ? body : `${standfirst}\n${body}`;
    return {
      id: String(line.id),
      headline: String(line.headline ?? ''),
      text,
      published: dayOf(String(line.published)),
    };
  });
}

export function passages(folder: string): Passage[] {
  return lines(folder, 'qa-passages.jsonl.gz').map((line) => {
    return { id: String(line.id), headline: '', text: String(line.text), published: Number.NaN };
  });
}

export function queries(folder: string, file: 'ant-queries.jsonl' | 'qa-queries.jsonl'): Query[] {
  return lines(folder, file).map((line) => ({
    task: String(line.task),
    qid: String(line.qid),
    text: String(line.text),
    relevant: new Set(line.rel as string[]),
    excluded: new Set((line.exclude as string[] | undefined) ?? []),
  }));
}

function lines(folder: string, file: string): Line[] {
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

function dayOf(written: string): number {
  const slashed = /^(\d{2})\/(\d{2})\/(\d{4})/u.exec(written);
  const moment = slashed
    ? Date.UTC(Number(slashed[3]), Number(slashed[2]) - 1, Number(slashed[1]))
    : Date.parse(written);
  return moment / 86_400_000;
}
