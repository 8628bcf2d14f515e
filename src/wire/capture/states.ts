// For each line of a page and each zone, the best reading of all lines before it that ends there: its score, how it came there, and
// what it carries along. Kept in two flat arrays, which serve the next page again: making them anew for each of ten thousand small pages
// costs as much as reading them.
import { ZONES, type Zone } from './weights.ts';

/** What a reading carries along besides its score. */
export const CAME_FROM = 0;
export const KIND = 1;
/** First and last line of its last body, -1 before there is one. */
export const FIRST_BODY = 2;
export const LAST_BODY = 3;
export const STORIES = 4;
/** The shape of its last card, 0 when a block has just begun. */
export const CARD_SHAPE = 5;
const FIELDS = 6;
type Field = 0 | 1 | 2 | 3 | 4 | 5;

/** What changes on a step; what is left out stays as it was. */
export interface Carried {
  readonly firstBody?: number;
  readonly lastBody?: number;
  readonly stories?: number;
  readonly shape?: number;
}

/** States of pages up to some hundred lines; a longer page has arrays of its own, which go when it is read. */
const usualStates = 4096;
const usualScores = new Float64Array(usualStates);
const usualFields = new Int32Array(usualStates * FIELDS);

export class States {
  readonly #scores: Float64Array;
  readonly #fields: Int32Array;

  /** For a page of so many lines. Only one at a time: the arrays are shared. */
  constructor(lines: number) {
    const states = (lines + 1) * ZONES;
    const isUsual = states <= usualStates;
    this.#scores = isUsual ? usualScores : new Float64Array(states);
    this.#fields = isUsual ? usualFields : new Int32Array(states * FIELDS);
    this.#scores.fill(Number.NEGATIVE_INFINITY, 0, states);
    this.#scores[0] = 0;
    this.#fields.fill(0, 0, FIELDS);
    this.#fields[FIRST_BODY] = -1;
    this.#fields[LAST_BODY] = -1;
  }

  isReached(line: number, zone: Zone): boolean {
    return this.#scores[line * ZONES + zone] !== Number.NEGATIVE_INFINITY;
  }

  score(line: number, zone: Zone): number {
    return this.#scores[line * ZONES + zone] as number;
  }

  field(line: number, zone: Zone, field: Field): number {
    return this.#fields[(line * ZONES + zone) * FIELDS + field] as number;
  }

  /** Takes a step if the reading that it makes is better than the best that ends there so far. */
  step(from: number, fromZone: Zone, to: number, toZone: Zone, kind: number, worth: number, carried: Carried): void {
    const source = from * ZONES + fromZone;
    const target = to * ZONES + toZone;
    const score = (this.#scores[source] as number) + worth;
    if (score <= (this.#scores[target] as number)) return;
    this.#scores[target] = score;
    const fields = this.#fields;
    const at = target * FIELDS;
    const before = source * FIELDS;
    fields[at + CAME_FROM] = source;
    fields[at + KIND] = kind;
    fields[at + FIRST_BODY] = carried.firstBody ?? (fields[before + FIRST_BODY] as number);
    fields[at + LAST_BODY] = carried.lastBody ?? (fields[before + LAST_BODY] as number);
    fields[at + STORIES] = carried.stories ?? (fields[before + STORIES] as number);
    fields[at + CARD_SHAPE] = carried.shape ?? (fields[before + CARD_SHAPE] as number);
  }
}
