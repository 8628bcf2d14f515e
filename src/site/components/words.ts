// Text as it goes into a page: escaped, with the figures that the edition prints, and with every run that Arabic would
// reorder (Latin words, handles, signed numbers) isolated in `bdi`.
import { raw } from 'hono/html';
import { formatDigits } from '../../arabic/digits.ts';
import { directionOf, latinRuns } from '../../arabic/direction.ts';
import type { Edition } from '../../story/edition.ts';
import { editionOf, type PageContext } from '../page-context.ts';

/** A string that is already HTML. */
export type Html = ReturnType<typeof raw>;

const special = /[&<>"']/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for an element or a quoted attribute. */
export function escaped(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;
}

/** Most paragraphs have nothing to isolate; this finds those that may, for a tenth of what looking for runs costs. */
const mayNeedIsolation =
  /[A-Za-z\u00C0-\u02AF\u0370-\u058F]|[-\u2212+\u00B1~\u2248<>%\u066A\u2030\u00B0$\u20AC\u00A3/\u2013\u2014@#]/;
const arabicIndicFigure = /[\u0660-\u0669\u06F0-\u06F9]/;
const asciiFigure = /[0-9]/;

/** The text with the edition's figures. */
export function inDigits(text: string, digits: Edition['digits']): string {
  const isForeign = digits === 'latn' ? arabicIndicFigure : asciiFigure;
  return isForeign.test(text) ? formatDigits(text, digits) : text;
}

/** A run of a story's text as HTML. */
export function textHtml(ctx: PageContext, text: string): string {
  const { direction, digits } = editionOf(ctx);
  if (direction === 'ltr') return escaped(text);
  const printed = inDigits(text, digits);
  if (!mayNeedIsolation.test(printed)) return escaped(printed);
  let html = '';
  let done = 0;
  for (const { start, end } of latinRuns(printed)) {
    html += `${escaped(printed.slice(done, start))}<bdi>${escaped(printed.slice(start, end))}</bdi>`;
    done = end;
  }
  return html + escaped(printed.slice(done));
}

/** A stretch of text, and whether it is to stand out. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * Text of which some is marked, as HTML. What is isolated is so as a whole with the marks inside it, or two Latin words of
 * which one is marked would change places.
 */
export function markedHtml(ctx: PageContext, pieces: readonly Piece[]): Html {
  const { direction, digits } = editionOf(ctx);
  const text = pieces.map((piece) => piece.text).join('');
  const printed = direction === 'ltr' ? text : inDigits(text, digits);
  const isolated = direction === 'ltr' || !mayNeedIsolation.test(printed) ? [] : latinRuns(printed);
  let html = '';
  let done = 0;
  for (const { start, end } of isolated) {
    html += `${markedIn(printed, pieces, done, start)}<bdi>${markedIn(printed, pieces, start, end)}</bdi>`;
    done = end;
  }
  return raw(html + markedIn(printed, pieces, done, printed.length));
}

/** The stretch of `printed` from one place to another; the pieces have the same lengths in it. */
function markedIn(printed: string, pieces: readonly Piece[], from: number, to: number): string {
  let html = '';
  let at = 0;
  for (const { text, isMarked } of pieces) {
    const [start, end] = [Math.max(at, from), Math.min(at + text.length, to)];
    at += text.length;
    if (start >= end) continue;
    const stretch = escaped(printed.slice(start, end));
    html += isMarked ? `<mark>${stretch}</mark>` : stretch;
  }
  return html;
}

/** A line of text (a headline, a caption, a standfirst) as a child of an element. */
export function words(ctx: PageContext, text: string): Html {
  return raw(textHtml(ctx, text));
}

/** The `dir` that a whole line needs when it runs against its page, as an English headline on an Arabic one does. */
export function dirOf(ctx: PageContext, text: string): 'rtl' | 'ltr' | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  const own = directionOf(text);
  return own === editionOf(ctx).direction ? undefined : own;
}
