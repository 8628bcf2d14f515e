// What stands in or after a body and is not its text: pictures' captions, who wrote it, dates, topics, corrections, addresses.
import type { Atom } from './atoms.ts';
import { isProse, type Page } from './page.ts';

export interface Tail {
  readonly kind: 'byline' | 'date' | 'caption' | 'topics' | 'correction' | 'address' | 'repeat';
  /** The line after its last one. */
  readonly to: number;
  readonly worth: number;
  /** Whether it can also stand after related cards. */
  readonly isBlock: boolean;
}

const mostTopics = 20;

/** Reads what begins at this line as a tail; null when it is none. The same for the same line, whoever asks. */
export function tailOf(page: Page, index: number): Tail | null {
  const atom = page.at(index);
  if (atom.block?.name === 'topics' || isHashtags(atom.text)) return topicsAt(page, atom);
  const correction = correctionAt(page, atom);
  if (correction !== null) return correction;
  if (atom.furniture !== null || atom.block !== null) return null;
  const one = (kind: Tail['kind'], worth: number, isBlock = false): Tail => ({ kind, to: index + 1, worth, isBlock });
  if (atom.date !== null && !atom.date.isRelative && !atom.isTimeStamp) return one('date', 0.4);
  if (atom.address !== null) return one('address', 0.1, true);
  if (signsStory(page, atom) || (isSource.test(atom.text) && atom.byline !== null)) return one('byline', 0.8);
  if (atom.field === 'caption') return one('caption', 0.8);
  if (atom.credited !== null && !isProse(atom)) return one('caption', atom.credited.isSure ? 0.8 : 0.2);
  if (atom.isBareCredit) return one('byline', 0.4);
  const captioned = captionOverCredit(page, atom);
  if (captioned !== null) return captioned;
  const certainty = atom.byline?.certainty ?? 0;
  if (certainty === 3) return one('byline', 0.5);
  if (certainty === 2 && touchesText(page, index))
    return one('byline', (page.nextProse[index + 1] ?? 0) === index + 1 ? -0.1 : 0.3);
  if (atom.family < index && !isProse(atom)) return one('repeat', -0.1);
  return null;
}

/** Under a body it is the story that came from there, not its picture. */
const isSource = /^(?:المصدر|source)\s*[:：]/iu;

/**
 * Whether a line such as `تصوير: …` or `المصدر: …` signs the story and not a picture: among those who wrote and edited it, or with no
 * picture above it.
 */
export function signsStory(page: Page, atom: Atom): boolean {
  if (atom.byline?.certainty !== 3 || atom.credited?.caption !== '') return false;
  const isBesideByline = [atom.index - 1, atom.index + 1].some((at) => {
    const beside = at >= 0 && at < page.length ? page.at(at) : null;
    return beside?.byline?.certainty === 3 && beside.gap + atom.gap <= 2 && beside.credited?.caption !== '';
  });
  if (isBesideByline) return true;
  const before = atom.index > 0 ? page.at(atom.index - 1) : null;
  return before !== null && (before.date !== null || before.isSection);
}

/** Whether the line right above is a paragraph, or signs one itself. */
function touchesText(page: Page, index: number): boolean {
  if (index === 0) return false;
  const before = page.at(index - 1);
  return isProse(before) || before.ending === 'stop' || before.date !== null || (before.byline?.certainty ?? 0) === 3;
}

/** A short line with the credit on the next: `جانب من الحفل` over `رويترز` or `Photo: AP`. */
function captionOverCredit(page: Page, atom: Atom): Tail | null {
  if (atom.index + 1 >= page.length || isProse(atom) || atom.ending === 'colon' || atom.ending === 'question')
    return null;
  if (atom.byline !== null) return null;
  const next = page.at(atom.index + 1);
  const isCredit = next.isBareCredit || (next.credited !== null && next.credited.caption === '');
  if (!isCredit || next.gap > 1 || atom.words < 3) return null;
  return { kind: 'caption', to: atom.index + 2, worth: 0.9, isBlock: false };
}

export const isHashtags = (text: string): boolean =>
  text.length <= 300 && text.includes('#') && /^(?:#[\p{L}\p{N}_\u{640}]+[\s،,]*)+$/u.test(text);

function topicsAt(page: Page, atom: Atom): Tail | null {
  const { index } = atom;
  if (atom.block === null || atom.block.rest !== null)
    return { kind: 'topics', to: index + 1, worth: 0.9, isBlock: true };
  let to = index + 1;
  while (to < page.length && to - index <= mostTopics && isTopic(page.at(to), page)) to += 1;
  return to === index + 1
    ? { kind: 'topics', to, worth: 0, isBlock: true }
    : { kind: 'topics', to, worth: 0.6 + 0.1 * (to - index), isBlock: true };
}

function isTopic(atom: Atom, page: Page): boolean {
  if (atom.furniture !== null && atom.furniture !== 'ornament') return false;
  if (atom.block !== null || atom.date !== null || atom.credited !== null || atom.gap > page.usualGap + 1) return false;
  return /[،,]/u.test(atom.text)
    ? atom.length <= 200 && !isProse(atom)
    : atom.length <= 40 && atom.words <= 5 && atom.ending === 'none';
}

const correctionSentence =
  /^(?:this (?:article|story|report|post|piece|headline|page) (?:was|has been|originally|previously)|an earlier version of th|a previous version of th|تم تصحيح|جرى تصحيح|تم تعديل هذا|عُدّل هذا|عدل هذا|صُحح|ورد في نسخة سابقة|نسخة سابقة من هذا)/iu;

function correctionAt(page: Page, atom: Atom): Tail | null {
  const { index } = atom;
  if (atom.block?.name === 'correction') {
    if (atom.block.rest !== null) return { kind: 'correction', to: index + 1, worth: 1.4, isBlock: true };
    const next = index + 1 < page.length ? page.at(index + 1) : null;
    return next !== null && next.length >= 25 && next.block === null
      ? { kind: 'correction', to: index + 2, worth: 1.8, isBlock: true }
      : null;
  }
  const line = atom.text.replace(/^[*•\s–—-]+/u, '');
  return correctionSentence.test(line) ? { kind: 'correction', to: index + 1, worth: 1.3, isBlock: true } : null;
}
