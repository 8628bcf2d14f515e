// Reads a person's name: where it ends, and the title that stands after it.

import { type Counts, isBound, isGiven, isNameWord, keyAt, MEDIA } from './name-words.ts';
import { isBody, isMatter, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
import type { Item } from './scan.ts';
import { sayingOf } from './verbs.ts';

export type Phrase = {
  /** `name`: a person by name. `body`: an institution, a place, a people. `title`: a person by office alone. */
  readonly kind: 'name' | 'body' | 'title';
  /** Items of the name, or of the whole phrase when there is none; `to` not included. */
  readonly from: number;
  readonly to: number;
  /** Folded words of the title, before the name or after it. */
  readonly title: readonly string[];
  /** The first item that is no part of the phrase. */
  readonly next: number;
  /** Whether a mark, a particle or a verb ends the name, so that it cannot have run on into the sentence. */
  readonly isBounded: boolean;
};

const LONGEST_NAME = 5;
/** The second half of a name: `تقي الدين`, `رحمة الله`. */
const NAME_ENDS = new Set(['الدين', 'الله', 'الحق', 'الاسلام']);
/** Parts of names that never end one. */
export const NAME_JOINTS = new Set('بن ابن بو ابو ام عبد ال دي دو فان فون دا ديل لو ماك سان بنت ولد ذو اف'.split(' '));

type NameEnd = { readonly to: number; readonly isBounded: boolean };

/** Where the name that begins at an item ends. */
export function nameEnd(items: readonly Item[], from: number, counts: Counts): NameEnd {
  let at = from + 1;
  while (at < items.length && at - from < LONGEST_NAME && isNameWord(items, at)) {
    const key = keyAt(items, at);
    const isJoint = NAME_JOINTS.has(keyAt(items, at - 1));
    if (!isJoint && (isTitle(key) || isBody(key) || isPlace(key) || isOccasion(key) || isMatter(key))) break;
    if (/^(?:لل|وال|بال)/u.test(key) || MEDIA.test(key)) break;
    if (at - from >= 2 && /^[بل]/u.test(key) && key.length > 4 && !NAME_JOINTS.has(keyAt(items, at - 1))) break;
    // A third word in the shape of a present verb is taken for one: `دونالد ترامب يعتزم`.
    if (
      at - from >= 2 &&
      /^[يت]/u.test(key) &&
      key.length > 3 &&
      !NAME_JOINTS.has(keyAt(items, at - 1)) &&
      !NAME_JOINTS.has(keyAt(items, from))
    )
      break;
    at += 1;
  }
  const isBounded = isBound(items, at);
  if (at - from === 1) return { to: at, isBounded };
  const count = (place: number) => counts.get(keyAt(items, place)) ?? 0;
  const first = count(from);
  let surname = from;
  for (let place = from + 1; place < at; place += 1)
    if (count(place) > first && count(place) > count(surname)) surname = place;
  if (surname > from) {
    let to = surname + 1;
    while (to < at && NAME_JOINTS.has(keyAt(items, to - 1))) to += 1;
    return { to, isBounded: true };
  }
  // `أحلام ترغب في`, `ترامب يعتزم`: a verb that the lists do not know, after a name that comes back alone.
  const second = keyAt(items, from + 1);
  if (/^[يت]/u.test(second) && second.length > 3 && count(from + 1) < first && !isGiven(second))
    return { to: from + 1, isBounded: true };
  // `أبلغ سيميوني مؤتمراً صحفياً:`: a surname that comes back alone, with an object.
  const isAlone = first > count(from + 1) && !isGiven(keyAt(items, from)) && !NAME_JOINTS.has(keyAt(items, from));
  if (isBounded) return at - from > 2 && isAlone ? { to: from + 1, isBounded: true } : { to: at, isBounded };
  if (isAlone && !second.includes('-')) return { to: from + 1, isBounded: false };
  let to = from + 2;
  while (to < at && (NAME_JOINTS.has(keyAt(items, to - 1)) || NAME_ENDS.has(keyAt(items, to)))) to += 1;
  return { to, isBounded: false };
}

/** The words of a title that stands after a name: `زيدان، المدير الفني لريال مدريد،`. */
function titleAfter(items: readonly Item[], from: number): readonly string[] {
  const start = items[from]?.kind === 'comma' ? from + 1 : from;
  if (!isTitle(keyAt(items, start))) return [];
  const words: string[] = [];
  for (let at = start; at < items.length && words.length < 6; at += 1) {
    const item = items[at] as Item;
    if (item.kind !== 'word' || sayingOf(item.key, '') !== undefined || isStop(item.key)) break;
    words.push(item.key);
  }
  return words;
}

export function named(
  items: readonly Item[],
  head: number,
  from: number,
  counts: Counts,
  title: readonly string[],
): Phrase {
  const { to, isBounded } = nameEnd(items, from, counts);
  return {
    kind: 'name',
    from,
    to,
    title: [...title, ...titleAfter(items, to)],
    next: to,
    isBounded: isBounded || from > head,
  };
}
