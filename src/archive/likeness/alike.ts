// What two stories are to each other: the same copy filed twice, two stories of one event, or about the same at all.
// `bench/likeness.ts` measures the bounds on real stories; `docs/related.md` says how they were chosen.

import { wordsOf } from '../document.ts';
import { type Runs, runsOf, sharedRuns } from './runs.ts';
import { type KnownWords, likeness, type Telling, tellingOf } from './telling.ts';

export interface ComparedText {
  readonly headline: string;
  /** Standfirst and body. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** A story made ready to be compared with many. */
export interface Compared {
  readonly runs: Runs;
  readonly telling: Telling;
  /** Of the headline and the beginning, where a newspaper says what happened. */
  readonly beginning: Telling;
  readonly publishedAt: number;
}

/**
 * Words after the headline that are its beginning. Below a story there often hangs what is not of it, such as the first
 * sentences of others; by the whole text alone, such stories are all one event.
 */
const BEGINNING = 120;

/** However alike all the rest is, stories that begin with other matters are no more alike than this by their beginnings. */
const MOST_BY_BEGINNING = 2;

/** Headlines are written anew for copy that is filed twice, so they count for the event and not for the runs. */
export function compared({ headline, text, publishedAt }: ComparedText, known: KnownWords): Compared {
  const words = wordsOf(text);
  const all = [...wordsOf(headline), ...words];
  const beginning = tellingOf(all.slice(0, all.length - words.length + BEGINNING), known);
  return { runs: runsOf(words), telling: tellingOf(all, known), beginning, publishedAt };
}

/** So much of the one stands word for word in the other: also when that other has grown, as an update does. */
const COPIED = 0.55;
/** Fewer runs than these are a phrase that everybody uses, except where nothing else is there. */
const FEWEST_RUNS = 10;
/** Stories that share only what the paper puts under every story are not about the same. */
const SAME_MATTER = 0.2;
/** So much alike, and so near in time. Of the pairs that are one event, 19 of 20 lie within 43 hours, 99 of 100 within 57. */
export const SAME_EVENT = 0.36;
export const EVENT_MS = 3 * 86_400_000;

export interface Alike {
  /** Of telling stems, in the whole texts and in their beginnings, 0 to 1. */
  readonly likeness: number;
  /** The larger share that the runs of both make up of one of them, 0 to 1. */
  readonly copied: number;
  readonly isNearDuplicate: boolean;
  /** A near-duplicate within the time of an event is of the same event too. */
  readonly isSameEvent: boolean;
}

export function alike(first: Compared, second: Compared): Alike {
  const shared = sharedRuns(first.runs, second.runs);
  const copied = Math.max(shared.ofFirst, shared.ofSecond);
  const isWhole = shared.ofFirst === 1 && shared.ofSecond === 1;
  const begun = likeness(first.beginning, second.beginning);
  const mean = (likeness(first.telling, second.telling) + begun) / 2;
  const isNearDuplicate = isWhole || (copied >= COPIED && shared.runs >= FEWEST_RUNS && mean >= SAME_MATTER);
  const like = Math.min(mean, MOST_BY_BEGINNING * begun);
  const isNear = Math.abs(first.publishedAt - second.publishedAt) <= EVENT_MS;
  return { likeness: like, copied, isNearDuplicate, isSameEvent: isNear && (isNearDuplicate || like >= SAME_EVENT) };
}
