// Reads a plain-text capture of a news page: its stories, their related cards, and every line that may be text but found no place.
import type { Reading } from '../../story/draft.ts';
import { type Deadline, noDeadline } from '../deadline.ts';
import { assemble } from './assemble.ts';
import { decode } from './decode.ts';
import { linesOf } from './lines.ts';
import { Page } from './page.ts';
import type { Fate } from './take-lines.ts';
import { unwrapped } from './unwrap.ts';

export interface CaptureOptions {
  /** IANA zone for times that the page prints without one; `UTC` unless said otherwise. */
  readonly timeZone?: string;
  /** Asked in every long loop; none unless said otherwise. */
  readonly deadline?: Deadline;
}

/**
 * Reads a capture. The order of fields, the number of stories and the words of the page's furniture may be anything; what is read
 * is its shape. A line that could be a story's text and is neither stored, nor a repetition of something stored, nor known
 * furniture is in `unplaced` with its number. `source` is how the caller calls the input. A page without a story gives none.
 */
export function readCapture(text: string, source: string, options: CaptureOptions = {}): Reading {
  return readCaptureLines(text, source, options).reading;
}

/** The same with what became of each line, for tests and for whoever wants to see why. */
export function readCaptureLines(
  text: string,
  source: string,
  { timeZone = 'UTC', deadline = noDeadline }: CaptureOptions = {},
): { reading: Reading; fates: { line: number; text: string; fate: Fate }[] } {
  const page = new Page(unwrapped(linesOf(text, deadline)), timeZone, deadline);
  const { stories, fates } = assemble(page, decode(page, deadline));
  const lines = page.atoms.map((atom, at) => ({ line: atom.number, text: atom.text, fate: fates[at] ?? 'unplaced' }));
  const unplaced = lines
    .filter(({ fate }) => fate === 'unplaced')
    .map(({ line, text: words }) => ({ line, text: words }));
  return { reading: { source, stories, unplaced }, fates: lines };
}
