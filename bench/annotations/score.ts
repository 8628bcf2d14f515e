// Compares the quotations that were found with those annotated by hand: words by offsets, speakers by the fullest name.

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { matchKey } from '../../src/arabic/normal-form.ts';
import type { Quotation } from '../../src/arabic/quotations/quotations.ts';

type Span = readonly [start: number, end: number];
export type Annotated = {
  readonly id: string;
  readonly half: 'development' | 'held-out';
  /** UTF-16 offsets in the story's text. `or`: other names of the speaker that are as full. */
  readonly quotations: readonly { start: number; end: number; speaker: Span | null; or?: readonly Span[] }[];
};
export type Score = {
  readonly annotated: number;
  readonly found: number;
  readonly right: number;
  /** Of the right ones: those with a speaker, and those whose speaker is the annotated one, alone or after a title. */
  readonly named: number;
  readonly rightlyNamed: number;
  /** Annotated quotations whose speaker the story names. */
  readonly withSpeaker: number;
};

export const storiesFile = `${process.env.WARRAQ_DATA ?? '../shared/data'}/retrieval/ant-stories.jsonl.gz`;

export function annotatedStories(): readonly Annotated[] {
  return readFileSync(new URL('quotations.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Annotated);
}

/** The texts of the annotated stories by id; null when the collection is not there. */
export function storyTexts(ids: ReadonlySet<string>): ReadonlyMap<string, string> | null {
  if (!existsSync(storiesFile)) return null;
  const texts = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(storiesFile)).toString().split('\n')) {
    const id = /^\{"id": ?"([^"]+)"/u.exec(line)?.[1];
    if (id !== undefined && ids.has(id)) texts.set(id, (JSON.parse(line) as { text: string }).text);
  }
  return texts;
}

const sign = /[^\p{L}\p{N}]/u;

/** The same words whether or not a mark, a point or a space at their ends was taken with them. */
function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && sign.test(text.charAt(from))) from += 1;
  while (to > from && sign.test(text.charAt(to - 1))) to -= 1;
  return `${from}-${to}`;
}

/** A name is right when it is the annotated one, or ends in it after at most eight words of title. */
export function isSameSpeaker(name: string, wanted: string): boolean {
  const got = matchKey(name.replace(/[#_]/gu, ' '));
  const want = matchKey(wanted.replace(/[#_]/gu, ' '));
  return got === want || (got.endsWith(` ${want}`) && got.split(' ').length - want.split(' ').length <= 8);
}

export type Compared = {
  readonly got: Quotation | null;
  readonly want: Annotated['quotations'][number] | null;
  readonly speaker: boolean;
};

/** Each found quotation with the annotated one that it is, if any, and those that were not found. */
export function compare(text: string, want: Annotated['quotations'], got: readonly Quotation[]): readonly Compared[] {
  const starts: number[] = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    starts.push(at);
    at += paragraph.length + 1;
  }
  const left = new Map(want.map((one) => [trimmed(text, one.start, one.end), one]));
  const found = got.map((one) => {
    const key = trimmed(text, (starts[one.paragraph] ?? 0) + one.start, (starts[one.lastParagraph] ?? 0) + one.end);
    const match = left.get(key) ?? null;
    left.delete(key);
    const names = match?.speaker == null ? [] : [match.speaker, ...(match.or ?? [])];
    const { speaker } = one;
    return {
      got: one,
      want: match,
      speaker: speaker !== null && names.some((name) => isSameSpeaker(speaker.name, text.slice(...name))),
    };
  });
  return [...found, ...[...left.values()].map((one) => ({ got: null, want: one, speaker: false }))];
}

export function score(compared: readonly Compared[]): Score {
  const count = (test: (one: Compared) => boolean) => compared.filter(test).length;
  return {
    annotated: count((one) => one.want !== null),
    found: count((one) => one.got !== null),
    right: count((one) => one.got !== null && one.want !== null),
    named: count((one) => one.want !== null && one.got !== null && one.got.speaker !== null),
    rightlyNamed: count((one) => one.speaker),
    withSpeaker: count((one) => one.want !== null && one.want.speaker !== null),
  };
}
