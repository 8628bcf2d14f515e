// Cuts a paragraph into folded words, stops, commas, colons and marked passages, in one pass: the reader of quotations' own eyes.

import type { Marked } from './marks.ts';

export type Item = {
  readonly kind: 'word' | 'stop' | 'comma' | 'colon' | 'break' | 'marked';
  /** The folded word; empty for signs and marked passages. */
  readonly key: string;
  /** UTF-16 offsets in the paragraph; of a marked passage with its marks. */
  readonly start: number;
  readonly end: number;
  /** Which pair of marks, for `marked`. */
  readonly span: number;
  /** A word with tanwin or with a pronoun at its end (سروره، بلادها), which no name has. */
  readonly inflected: boolean;
};

const LONGEST_ASIDE = 120;
const dropped = (code: number): boolean =>
  code === 0x640 ||
  code === 0x621 ||
  code === 0x670 ||
  (code >= 0x64b && code <= 0x65f) ||
  (code >= 0x200b && code <= 0x200f);
const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669);
const isWordCode = (code: number): boolean =>
  (code >= 0x620 && code <= 0x65f) ||
  (code >= 0x670 && code <= 0x6d3) ||
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  isDigit(code) ||
  code === 0x5f ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x750 && code <= 0x77f);

/**
 * The form in which words are compared here: hamzas, ى and ة folded, marks and tatweel off, small Latin letters. The same
 * losses as `matchKey`, at a fiftieth of its time, for words of text that `cleanText` has been through.
 */
export function fold(word: string): string {
  // The name keeps apart from the preposition على, with which it would meet.
  if (word === 'علي') return 'عليي';
  let out = '';
  let kept = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    const to =
      code === 0x622 || code === 0x623 || code === 0x625 || code === 0x671
        ? 'ا'
        : code === 0x649 || code === 0x626 || code === 0x6cc
          ? 'ي'
          : code === 0x629
            ? 'ه'
            : code === 0x624
              ? 'و'
              : code === 0x6a9
                ? 'ك'
                : dropped(code)
                  ? ''
                  : null;
    if (to === null) continue;
    out += word.slice(kept, at) + to;
    kept = at + 1;
  }
  return (kept === 0 ? word : out + word.slice(kept)).toLowerCase();
}

/** The items of a paragraph in order. What stands in brackets is left out, so that `ترامب (72 عاماً) قال` reads on. */
export function scan(text: string, spans: readonly Marked[]): readonly Item[] {
  const items: Item[] = [];
  const push = (kind: Item['kind'], start: number, end: number, key = '', span = -1, inflected = false) =>
    items.push({ kind, key, start, end, span, inflected });
  let span = 0;
  let at = 0;
  while (at < text.length) {
    const marked = spans[span];
    if (marked !== undefined && at >= marked.open) {
      push('marked', marked.open, marked.after, '', span);
      at = marked.after;
      span += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      at = pushWord(text, at, marked?.open ?? text.length, push);
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '(') {
      const close = text.slice(at, Math.min(at + LONGEST_ASIDE, marked?.open ?? text.length)).indexOf(')');
      if (close > 0) {
        at += close + 1;
        continue;
      }
    }
    if ('.!?؟…\n'.includes(sign)) push('stop', at, at + 1);
    else if ('،,؛;'.includes(sign)) push('comma', at, at + 1);
    else if (sign === ':') push('colon', at, at + 1);
    else if ('-–—|()[]/*'.includes(sign)) push('break', at, at + 1);
    at += 1;
  }
  return items;
}

type Push = (kind: Item['kind'], start: number, end: number, key?: string, span?: number, inflected?: boolean) => void;

/** `سروره`, `بلادها`, `موقفهم`; not `الله`, nor foreign names such as `كابوريه` and `دوتيرته`. */
const owned = /(?:[^\u{64a}]\u{647}|\u{647}\u{645}|\u{647}\u{627})$/u;
const notOwned = /(?:\u{644}\u{644}|\u{64a}\u{631}\u{62a}|\u{634}\u{627}|\u{637})\u{647}$/u;

function pushWord(text: string, from: number, limit: number, push: Push): number {
  let at = from;
  let plain = true;
  let underscore = false;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      if (code === 0x5f) underscore = true;
      if (code === 0x64b) plain = false;
      at += 1;
      continue;
    }
    const joint = code === 0x2e || code === 0x2d || code === 0x2c || code === 0x2019;
    const next = text.charCodeAt(at + 1);
    const before = text.charCodeAt(at - 1);
    // `4.1`, `أ.ف.ب`, `جاي-إن`: a point between digits or lone letters, a hyphen between letters.
    const lone = code === 0x2e && !isWordCode(text.charCodeAt(at - 2));
    if (joint && at + 1 < limit && isWordCode(next) && ((isDigit(before) && isDigit(next)) || code === 0x2d || lone))
      at += 1;
    else break;
  }
  // `د. سلمى`: the point after a lone letter ends no sentence.
  const initial = at - from === 1 && text.charCodeAt(at) === 0x2e;
  const word = text.slice(from, at);
  if (!underscore)
    push('word', from, at, fold(word), -1, !plain || (at - from > 3 && owned.test(word) && !notOwned.test(word)));
  else
    for (let start = from, stop = from; stop <= at; stop += 1) {
      if (stop < at && text.charCodeAt(stop) !== 0x5f) continue;
      if (stop > start) push('word', start, stop, fold(text.slice(start, stop)));
      start = stop + 1;
    }
  return initial ? at + 1 : at;
}
