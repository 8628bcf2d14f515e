// Cuts from a story the stretch that shows best why it was found, with the very words marked as they are printed.

import { bestWindow } from './best-window.ts';
import { extentOf } from './extent.ts';
import { type Hits, hitsIn, type Marks } from './hits.ts';

export type MarkedPiece = {
  /** As printed. */
  readonly text: string;
  readonly isMarked: boolean;
};

export type MarkedSnippet = {
  /** Joined they are a stretch of the text as it is. Empty when the text is. */
  readonly pieces: readonly MarkedPiece[];
  /** Something of the text stands before or after the snippet: there, and only there, dots belong. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
};

export type SnippetOptions = {
  /** Characters wished for, 40 to 2,000; a snippet may be a fifth longer to end with its sentence. */
  readonly length?: number;
};

const USUAL_LENGTH = 180;
/** Of the wished length, what the hits may take up, so that words around them are seen. */
const CORE = 0.85;

/**
 * The snippet with most of what was sought, in time proportional to the text; the beginning when nothing of it is there. It
 * begins and ends with a sentence, else a clause, else a word, and parts no quotation when that can be helped.
 */
export function markedSnippet(
  text: string,
  marks: Marks,
  { length = USUAL_LENGTH }: SnippetOptions = {},
): MarkedSnippet {
  const wished = Math.min(2_000, Math.max(40, Math.round(length)));
  const found = hitsIn(text, marks);
  const textStart = text.length - text.trimStart().length;
  const textEnd = text.trimEnd().length;
  if (textStart >= textEnd) return { pieces: [], isCutBefore: false, isCutAfter: false };
  const core = bestWindow(found.hits, Math.floor(wished * CORE)) ?? { start: textStart, end: textStart };
  const whole = text.slice(0, textEnd);
  const { start, end } = extentOf(whole, core, wished);
  const from = Math.max(start, textStart);
  return { pieces: piecesOf(text, found.marked, from, end), isCutBefore: from > textStart, isCutAfter: end < textEnd };
}

/** A headline whole, with its hits marked. */
export function markedHeadline(headline: string, marks: Marks): readonly MarkedPiece[] {
  return piecesOf(headline, hitsIn(headline, marks).marked, 0, headline.length);
}

function piecesOf(text: string, marked: Hits['marked'], from: number, to: number): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), isMarked });
  };
  let reached = from;
  for (const place of marked) {
    // A phrase may reach over the end of the snippet, which is never inside a word.
    const start = Math.max(place.start, from);
    const end = Math.min(place.end, to);
    if (start >= end) continue;
    add(reached, start, false);
    add(start, end, true);
    reached = end;
  }
  add(reached, to, false);
  return pieces;
}
