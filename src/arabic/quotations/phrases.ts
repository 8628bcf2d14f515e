// Reads who is named at a word: a person with or without a title, a body, or a title alone; and where the name ends.

import { isBody, isDefinite, isLabelled, isOccasion, isPlace, isStop, isTitle } from './nouns.ts';
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
};

const LONGEST_TITLE = 14;
const LONGEST_NAME = 5;
const LONGEST_LABEL = 40;
/** Titles that tell no one from another: what follows them without an article describes (مصدر أمني) and does not name. */
const VAGUE = new Set(
  'مصدر مصادر متحدث متحدثه ناطق مسوول مسووله مسوولون مسوولين مسيول شاهد شهود خبير خبرا خبيره محلل محللون ناشط ناشطون نشطا عضو طبيب ضابط مراقبون باحث باحثون علما محامي رجل امراه شاب احد عضوه'.split(
    ' ',
  ),
);
const IN_TITLES = new Set(['في', 'لدي', 'علي', 'عن', 'من', 'الي', 'ل', 'ب', 'باسم']);

/** Whether a word can be part of a proper name: nothing that the lists know as something else. */
export function isNameWord(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.kind !== 'word' || item.adverbial || item.key.length < 2) return false;
  const { key } = item;
  if (isStop(key) || /^[0-9\u{660}-\u{669}]/u.test(key)) return false;
  return sayingOf(key, items[at + 1]?.key ?? '') === undefined;
}

const opensName = (items: readonly Item[], at: number): boolean => {
  const key = items[at]?.key ?? '';
  return (
    isNameWord(items, at) && !isDefinite(key) && !isTitle(key) && !isBody(key) && !isOccasion(key) && !isLabelled(key)
  );
};

/** Where the name that begins at an item ends. */
function nameEnd(items: readonly Item[], from: number): number {
  let at = from + 1;
  while (at < items.length && at - from < LONGEST_NAME && isNameWord(items, at)) {
    const key = items[at]?.key ?? '';
    if (isTitle(key) || isBody(key) || isOccasion(key)) break;
    // A third word in the shape of a present verb is taken for one: `دونالد ترامب يعتزم`.
    if (at - from >= 2 && /^[يت]/u.test(key) && key.length > 3) break;
    if (/^(?:لل|وال|بال)/u.test(key)) break;
    at += 1;
  }
  return at;
}

/** The words of a title that stands after a name: `زيدان، المدير الفني لريال مدريد،`. */
function titleAfter(items: readonly Item[], from: number): readonly string[] {
  const start = items[from]?.kind === 'comma' ? from + 1 : from;
  if (!isTitle(items[start]?.key ?? '')) return [];
  const words: string[] = [];
  for (let at = start; at < items.length && words.length < 6; at += 1) {
    const item = items[at] as Item;
    if (item.kind !== 'word' || sayingOf(item.key, '') !== undefined || isStop(item.key)) break;
    words.push(item.key);
  }
  return words;
}

/** The phrase that begins at an item, or null when none does. Looks at most 24 items ahead. */
export function phraseAt(items: readonly Item[], from: number): Phrase | null {
  const head = items[from];
  if (head === undefined || !isNameWord(items, from) || isOccasion(head.key)) return null;
  const { key } = head;
  if (isTitle(key)) return titled(items, from);
  if (isBody(key) || isDefinite(key) || isPlace(key)) return body(items, from);
  if (isLabelled(key)) return null;
  const to = nameEnd(items, from);
  return { kind: 'name', from, to, title: titleAfter(items, to), next: to };
}

function titled(items: readonly Item[], from: number): Phrase {
  const title: string[] = [];
  const isVague = VAGUE.has(items[from]?.key ?? '');
  let core = 0;
  let at = from;
  for (; at < items.length && at - from < LONGEST_TITLE; at += 1) {
    const item = items[at] as Item;
    const { key } = item;
    if (item.kind === 'marked' && item.end - item.start <= LONGEST_LABEL && isLabelled(items[at - 1]?.key ?? ''))
      continue;
    if (item.kind === 'comma') {
      const next = items[at + 1]?.key ?? '';
      if (core > 0 || isVague || !(opensName(items, at + 1) || isTitle(next)) || isPlace(next)) break;
      if (opensName(items, at + 1) && !isNameWord(items, at + 2)) break;
      continue;
    }
    if (item.kind !== 'word') break;
    if (IN_TITLES.has(key) && title.length > 0) {
      const next = items[at + 1]?.key ?? '';
      const goesOn = (isDefinite(next) || isBody(next) || isPlace(next) || isTitle(next)) && !isOccasion(next);
      if (!goesOn) break;
      if (key !== 'باسم' && core === 0) core = at;
      continue;
    }
    if (!isNameWord(items, at) || isOccasion(key)) break;
    const joined = /^ل/u.test(key) && !isDefinite(key) && (isBody(key.slice(1)) || isPlace(key.slice(1)));
    if (isDefinite(key) || isTitle(key) || isBody(key) || isPlace(key) || isLabelled(key) || joined) {
      title.push(key);
      continue;
    }
    if (isVague || (at > from && /^[وف]/u.test(key) && isTitle(key.slice(1)))) {
      if (!isVague || title.length > 3) break;
      title.push(key);
      continue;
    }
    const to = nameEnd(items, at);
    return { kind: 'name', from: at, to, title: [...title, ...titleAfter(items, to)], next: to };
  }
  let to = core > 0 ? core : at;
  while (to > from + 1 && items[to - 1]?.kind === 'comma') to -= 1;
  return { kind: 'title', from, to, title, next: to };
}

function body(items: readonly Item[], from: number): Phrase {
  let at = from + 1;
  for (; at < items.length && at - from < 9; at += 1) {
    const item = items[at] as Item;
    if (
      item.kind === 'marked' &&
      item.end - item.start <= LONGEST_LABEL &&
      at - from <= 2 &&
      isLabelled(items[at - 1]?.key ?? '')
    )
      continue;
    if (!isNameWord(items, at) || isOccasion(item.key)) break;
    if (isTitle(item.key) && !isDefinite(item.key)) break;
    if (at - from >= 2 && /^[يت]/u.test(item.key) && item.key.length > 3 && !isDefinite(item.key)) break;
  }
  return { kind: 'body', from, to: at, title: [], next: at };
}
