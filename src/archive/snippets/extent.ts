// Grows the stretch that holds the hits to a snippet of the wished length that begins and ends where it makes sense.

import { type Cut, cutsIn, type Pair, pairsIn } from './cuts.ts';

export type Extent = { readonly start: number; readonly end: number };

const COST: Readonly<Record<Cut['sense'], number>> = { sentence: 0, clause: 1, link: 1.7, word: 2, bad: 3 };
/** A sentence that ends inside a quotation is a worse place than a comma outside of one. */
const QUOTED = 1.5;
/** How far from the wished length a better place is worth going, in parts of it. */
const SHORTEST = 0.6;
const LONGEST = { sentence: 1.2, clause: 1.1, link: 1, word: 1, bad: 1 } as const;
/** Of what the hits leave free, how much may stand before them when their sentence began too far away. */
const BEFORE = 0.5;

function costOf(cut: Cut): number {
  return COST[cut.sense] + (cut.isQuoted ? QUOTED : 0);
}

/** `hits`: what must be inside, not longer than `length`. Offsets of a snippet without space at its ends. */
export function extentOf(text: string, hits: Extent, length: number): Extent {
  const reach = 2 * Math.ceil(length * LONGEST.sentence) + 2;
  const from = Math.max(0, hits.start - reach);
  const to = Math.min(text.length, hits.end + reach);
  const pairs = pairsIn(text, from, to);
  const cuts = cutsIn(text, from, to, pairs);
  const core = withQuotations(hits, pairs, length);
  const start = startOf(cuts, core, length);
  const end = endOf(cuts, start, core, length) ?? hardEnd(text, start, core, length);
  return { start: earlierStart(cuts, start, end, length), end };
}

/** Quotations in which hits stand are kept whole when they fit. */
function withQuotations(hits: Extent, pairs: readonly Pair[], length: number): Extent {
  let core = hits;
  for (const { start, end } of pairs) {
    const isParted = (start < core.start && core.start < end) || (start < core.end && core.end < end);
    const wider = { start: Math.min(start, core.start), end: Math.max(end, core.end) };
    if (isParted && wider.end - wider.start <= length) core = wider;
  }
  return core;
}

/** The beginning of the sentence in which the first hit stands, else of a clause, else some words before it. */
function startOf(cuts: readonly Cut[], core: Extent, length: number): number {
  const earliest = core.end - length;
  const spare = length - (core.end - core.start);
  const near = cuts.filter(({ after }) => after <= core.start && after >= earliest);
  const sentence = near.findLast((cut) => cut.sense === 'sentence' && !cut.isQuoted);
  if (sentence !== undefined) return sentence.after;
  const nearer = near.filter(({ after }) => after >= core.start - spare * BEFORE);
  return cheapest(nearer, () => 0)?.after ?? core.start;
}

function endOf(cuts: readonly Cut[], start: number, core: Extent, length: number): number | null {
  const possible = cuts.filter((cut) => {
    const size = cut.before - start;
    return cut.before >= core.end && size > 0 && size <= length * LONGEST[cut.sense];
  });
  const full = possible.filter(({ before }) => before - start >= length * SHORTEST);
  const best = cheapest(full.length > 0 ? full : possible, ({ before }) => Math.abs(start + length - before));
  return best?.before ?? null;
}

/** A short snippet takes in the sentences before it that fit. */
function earlierStart(cuts: readonly Cut[], start: number, end: number, length: number): number {
  if (end - start >= length * SHORTEST) return start;
  const fits = cuts.filter(({ after }) => after < start && end - after <= length);
  const sentence = fits.find((cut) => cut.sense === 'sentence' && !cut.isQuoted);
  return (sentence ?? fits.find((cut) => cut.sense === 'clause' && !cut.isQuoted))?.after ?? start;
}

/** The cut of least cost, of equals the one that is nearest, of equals the first. */
function cheapest(cuts: readonly Cut[], distance: (cut: Cut) => number): Cut | undefined {
  let best: Cut | undefined;
  for (const cut of cuts) {
    const by = best === undefined ? -1 : costOf(cut) - costOf(best) || distance(cut) - distance(best as Cut);
    if (by < 0) best = cut;
  }
  return best;
}

const trailingHalf = /[\u{D800}-\u{DBFF}]$/u;

/** Where a text without spaces is cut after all. */
function hardEnd(text: string, start: number, core: Extent, length: number): number {
  const nextSpace = text.slice(start, start + 2 * length).search(/\s/u);
  if (nextSpace > 0 && start + nextSpace >= core.end) return start + nextSpace;
  const end = Math.max(core.end, start + length);
  return trailingHalf.test(text.slice(start, end)) ? end - 1 : Math.min(end, text.length);
}
