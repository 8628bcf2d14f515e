// Finds in a text the very words that a query meant, and tells how much each says.

import { type PrintedWord, printedWords } from './printed-words.ts';

/** What a query's words came to, as ranking knows it. Words are in their matching form. */
export type Marks = {
  /** Whether a word of a text is one that the query meant: itself, another form of it, what it begins. */
  isHit(word: string): boolean;
  /** How much a hit says: the rarer the word, the more. Above zero; asked only of hits. */
  weight(word: string): number;
  /** What a hit is a form of (its stem), so that two forms of a word count once. Without it every form counts. */
  termOf?(word: string): string;
  readonly phrases: readonly (readonly string[])[];
};

export type Hit = {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly term: string;
  readonly weight: number;
};

export type Hits = {
  /** By where they start. A phrase is a hit beside those of its words. */
  readonly hits: readonly Hit[];
  /** What is to be marked, in order, not overlapping: the words, and phrases whose words are parted by spaces alone as one. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
};

/** The hits of a text in linear time. */
export function hitsIn(text: string, marks: Marks): Hits {
  const words = [...printedWords(text)];
  const judge = judging(marks);
  const phrases = marks.phrases.map((phrase) => phraseJudged(phrase, judge));
  const runs = phraseRuns(words, marks.phrases);
  const hits: Hit[] = [];
  const marked: Place[] = [];
  let run = 0;
  let lastInPhrase = -1;
  for (const [at, word] of words.entries()) {
    const isInside = at <= lastInPhrase;
    for (; runs[run]?.first === at; run += 1) {
      const { phrase, last } = runs[run] as PhraseRun;
      const { term, weight } = phrases[phrase] as Judged;
      hits.push({ start: word.start, end: (words[last] ?? word).end, term, weight });
      lastInPhrase = Math.max(lastInPhrase, last);
    }
    const hit = hitOf(word, judge);
    if (hit !== null) hits.push(hit);
    const place = at <= lastInPhrase ? word : hit;
    if (place === null) continue;
    const before = isInside ? marked.pop() : undefined;
    if (before === undefined) marked.push({ start: place.start, end: place.end });
    else if (isSpace(text, before.end, place.start)) marked.push({ start: before.start, end: place.end });
    else marked.push(before, { start: place.start, end: place.end });
  }
  return { hits, marked };
}

type Place = { readonly start: number; readonly end: number };
type Judged = { readonly term: string; readonly weight: number };
type Judge = (key: string) => Judged | null;

/** The marks' word on each distinct word, asked once: it may have to cut a word into its stem. */
function judging(marks: Marks): Judge {
  const known = new Map<string, Judged | null>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const judged = marks.isHit(key) ? { term: marks.termOf?.(key) ?? key, weight: sound(marks.weight(key)) } : null;
    known.set(key, judged);
    return judged;
  };
}

/** Weights are added and taken off again many times, which only whole numbers bear. */
const FINEST_WEIGHT = 1024;
const HEAVIEST = 1_000_000;

function sound(weight: number): number {
  const bounded = weight > 0 ? Math.min(weight, HEAVIEST) : 0;
  return Math.max(1, Math.round(bounded * FINEST_WEIGHT));
}

/** A word's hit is the part between its inner quotes when that alone is meant, else the whole. */
function hitOf(word: PrintedWord, judge: Judge): Hit | null {
  for (const part of word.parts) {
    const hit = hitOf(part, judge);
    if (hit !== null) return hit;
  }
  for (const key of word.keys) {
    const judged = judge(key);
    if (judged !== null) return { start: word.start, end: word.end, term: judged.term, weight: judged.weight };
  }
  return null;
}

/** All words of a phrase side by side say more than the same words apart. */
function phraseJudged(phrase: readonly string[], judge: Judge): Judged {
  const sum = phrase.reduce((total, word) => total + (judge(word)?.weight ?? 0), 0);
  return { term: `"${phrase.join(' ')}"`, weight: Math.max(sum, FINEST_WEIGHT) };
}

/** From the first to the last word of where a phrase stands, as places among the words. */
type PhraseRun = { readonly phrase: number; readonly first: number; readonly last: number };

function phraseRuns(words: readonly PrintedWord[], phrases: readonly (readonly string[])[]): PhraseRun[] {
  if (phrases.length === 0) return [];
  // Keys in order, and beside each the place of its word.
  const keys: string[] = [];
  const places: number[] = [];
  for (const [place, word] of words.entries()) {
    for (const key of word.keys) {
      keys.push(key);
      places.push(place);
    }
  }
  const runs: PhraseRun[] = [];
  for (const [from, key] of keys.entries()) {
    for (const [phrase, sought] of phrases.entries()) {
      if (sought[0] !== key || sought.some((word, index) => keys[from + index] !== word)) continue;
      const first = places[from] ?? 0;
      runs.push({ phrase, first, last: places[from + sought.length - 1] ?? first });
    }
  }
  return runs;
}

function isSpace(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === '';
}
