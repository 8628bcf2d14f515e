// Which way a text runs, and which runs inside Arabic text must be isolated (`<bdi>`) to be read in their own order.

import { characterAt, characterBefore } from './code-points.ts';

/** Letters that run right to left: Hebrew, Arabic and their neighbours, with both presentation blocks. */
const RTL = '\\u{590}-\\u{8FF}\\u{FB1D}-\\u{FDFF}\\u{FE70}-\\u{FEFC}\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}';

const firstLetter = /\p{L}/u;
const rtlLetter = new RegExp(`[${RTL}]`, 'u');

/** The direction of the first letter (rule P2 of UAX #9, without its regard for isolates); `rtl` when there is no letter. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const letter = firstLetter.exec(text);
  return letter === null || rtlLetter.test(letter[0]) ? 'rtl' : 'ltr';
}

/** Where a run stands: UTF-16 offsets, `end` not included, so that `text.slice(start, end)` is the run. */
export type Run = { readonly start: number; readonly end: number };

const DIGIT = '[0-9\\u{660}-\\u{669}\\u{6F0}-\\u{6F9}]';

// Whatever stands together without a space, a bracket, a quote or a right-to-left letter; ٪ ٫ ٬ and Arabic-Indic digits
// are in the Arabic block but belong to figures.
const atom = new RegExp(`(?:[\\u{660}-\\u{66C}\\u{6F0}-\\u{6F9}]|(?![${RTL}«»“”„"()\\[\\]{}‹›…])\\S)+`, 'gu');
const letter = /\p{L}/u;
const digit = new RegExp(DIGIT, 'u');
const signedOrRated = new RegExp(`^[-−+±~≈<>]${DIGIT}|[%٪‰°$€£¥₪₺]|${DIGIT}[-–—−/]${DIGIT}`, 'u');
const leadingSign = /^[-−+±~≈<>]/u;
const internationalPrefix = new RegExp(`^\\+${DIGIT}`, 'u');
const gapInsidePhrase = /^(?:,? |\. | [&|–-] |: |; |, )$/u;
const frontOfToken = /[\p{L}\p{N}@#+\-−±~≈<>%٪$€£¥₪₺]/u;
const endOfToken = /[\p{L}\p{M}\p{N}%٪‰°$€£¥₪₺+#/]/u;

type Atom = Run & { readonly kind: 'latin' | 'number' | 'mixed number' | 'phone' };

/**
 * The runs in a right-to-left text that need isolating so that neighbours cannot reorder them: Latin words and phrases
 * (`Middle East Eye`, `COVID-19`, `https://…`), handles and hashtags in Latin letters, and figures with signs, rates,
 * ranges or slashes (`-3`, `+5%`, `10-12`, `8/10/2023`, `+961 1 234 567`). Plain figures and times are left alone; so is
 * a hyphen that joins a figure to an Arabic word (`كوفيد-19`). In order, not overlapping, in linear time.
 */
export function latinRuns(text: string): Run[] {
  const runs: Atom[] = [];
  // A plain figure after a run belongs to it only when more of the phrase follows: `Apollo 11 Mission`.
  let figure: Atom | null = null;
  for (const next of atoms(text)) {
    const last = runs.at(-1);
    const reach: number = figure?.end ?? last?.end ?? 0;
    const touches = last !== undefined && gapInsidePhrase.test(text.slice(reach, Math.min(next.start, reach + 4)));
    const isPlain = next.kind === 'number';
    if (touches && joins(last, next)) {
      runs[runs.length - 1] = { ...last, end: next.end };
      figure = null;
    } else if (isPlain) {
      figure = touches && last.kind === 'latin' && figure === null ? next : null;
    } else {
      runs.push(next);
      figure = null;
    }
  }
  return runs.map(({ start, end }) => ({ start, end }));
}

function joins(open: Atom, next: Atom): boolean {
  if (open.kind === 'latin') return next.kind === 'latin';
  return open.kind === 'phone' && next.kind === 'number';
}

function* atoms(text: string): Generator<Atom> {
  for (const found of text.matchAll(atom)) {
    const run = trimmed(text, found.index, found.index + found[0].length);
    if (run === null) continue;
    const written = text.slice(run.start, run.end);
    if (letter.test(written)) yield { ...run, kind: 'latin' };
    else if (internationalPrefix.test(written)) yield { ...run, kind: 'phone' };
    else if (digit.test(written)) yield { ...run, kind: signedOrRated.test(written) ? 'mixed number' : 'number' };
  }
}

/** Without the punctuation of the sentence around it, and without a hyphen that hangs on the Arabic word before it. */
function trimmed(text: string, from: number, to: number): Run | null {
  let start = from;
  let end = to;
  while (start < end && !frontOfToken.test(characterAt(text, start))) start += characterAt(text, start).length;
  while (end > start && !endOfToken.test(characterBefore(text, end))) end -= characterBefore(text, end).length;
  const hangsOnWord = start > 0 && letter.test(text[start - 1] ?? '');
  if (hangsOnWord && leadingSign.test(text.slice(start, start + 1))) start += 1;
  return start < end ? { start, end } : null;
}
