// A card of another story, as blocks of related stories hold them: a headline with any of section label, captioned picture,
// standfirst, byline and date, in any order.
import type { Atom } from './atoms.ts';
import { isProse, type Page } from './page.ts';

/** What a line is in a card. */
export type CardRole =
  | 'section'
  | 'caption'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'address'
  | 'repeat'
  | 'furniture';

export interface Card {
  readonly score: number;
  readonly roles: readonly CardRole[];
  /** The order of its fields as letters, so that cards cut alike can be told: `SCHPB`. */
  readonly shape: string;
}

/** Lines of the longest card, furniture and repetitions counted. */
export const mostCardLines = 10;

const letters: Readonly<Record<CardRole, string>> = {
  section: 'S',
  caption: 'C',
  headline: 'H',
  standfirst: 'P',
  byline: 'B',
  date: 'D',
  address: 'A',
  repeat: '',
  furniture: '',
};

/** Reads the lines from `from` up to `to` as one card; null when they cannot be one. */
export function readCard(page: Page, from: number, to: number): Card | null {
  const headline = headlineIn(page, from, to);
  if (headline === null) return null;
  const { family } = page.at(headline);
  const roles: CardRole[] = [];
  const counts: Partial<Record<CardRole, number>> = {};
  let captionFamily = -1;
  let score = -0.6 + page.at(headline).headline * 0.7;
  let shape = '';
  for (let index = from; index < to; index += 1) {
    const atom = page.at(index);
    const role: CardRole | null =
      index === headline
        ? 'headline'
        : atom.family === family || atom.family === captionFamily
          ? 'repeat'
          : roleOf(page, atom, headline);
    if (role === null) return null;
    const count = (counts[role] ?? 0) + 1;
    counts[role] = count;
    if (count > most[role] || (role === 'date' && count === 2 && roles[roles.length - 1] !== 'date')) return null;
    if (role === 'caption') captionFamily = atom.family;
    score += worthOf(page, role, atom, headline);
    shape += letters[role];
    roles.push(role);
  }
  // A card does not begin or end with a tool, and a story's tools row inside one is rare.
  if (roles[0] === 'furniture' || roles[roles.length - 1] === 'furniture') return null;
  return { score: score - 0.6 * (counts.furniture ?? 0) - firstFieldCost(roles[0]), roles, shape };
}

/** Cards open with a picture, a label or the headline; who wrote it and when come last on most pages. */
const firstFieldCost = (role: CardRole | undefined): number => (role === 'byline' ? 1.1 : role === 'date' ? 0.15 : 0);

const most: Readonly<Record<CardRole, number>> = {
  section: 1,
  caption: 1,
  headline: 1,
  standfirst: 1,
  byline: 1,
  date: 2,
  address: 1,
  repeat: 4,
  furniture: 2,
};

function headlineIn(page: Page, from: number, to: number): number | null {
  let best: number | null = null;
  let bestValue = -1.6;
  for (let index = from; index < to; index += 1) {
    const atom = page.at(index);
    if (isProse(atom) && (atom.headline < -1.7 || (atom.ending === 'stop' && atom.length >= 60))) continue;
    let value =
      atom.headline - (best === null ? 0 : 0.1) + (page.isMenu[index] ? -0.8 : 0) - (atom.ending === 'stop' ? 0.6 : 0);
    for (let other = from; other < to; other += 1) {
      if (other !== index && page.at(other).family === atom.family) value += 0.8;
    }
    if (value > bestValue) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

function roleOf(page: Page, atom: Atom, headline: number): CardRole | null {
  if (atom.furniture !== null) return atom.furniture === 'notice' ? null : 'furniture';
  if (atom.date !== null || atom.isTimeStamp) return 'date';
  if (atom.address !== null) return 'address';
  if (atom.block !== null) return null;
  if (atom.credited !== null && (atom.credited.isSure || !isProse(atom))) return 'caption';
  const certainty = atom.byline?.certainty ?? 0;
  if (certainty >= 2) return 'byline';
  if (atom.isSection || atom.isGenre || atom.crumbs !== null) return 'section';
  const isBeside = Math.abs(atom.index - headline) <= 2;
  if (isProse(atom) || (atom.length >= 50 && atom.index > headline)) {
    return atom.length <= 900 && atom.index > headline ? 'standfirst' : null;
  }
  if (page.isMenu[atom.index]) return certainty === 1 ? 'byline' : null;
  // Two bare words: above the headline a label, under it a name.
  const isLabel = atom.words <= 3 && atom.length <= 28 && atom.ending === 'none' && isBeside;
  if (isLabel && (atom.index < headline || certainty === 0)) return 'section';
  if (certainty === 1) return 'byline';
  return null;
}

function worthOf(page: Page, role: CardRole, atom: Atom, headline: number): number {
  switch (role) {
    case 'caption':
      return atom.credited?.isSure ? 0.9 : 0.4;
    case 'byline':
      return [-0.2, 0.4, 0.9][(atom.byline?.certainty ?? 1) - 1] ?? 0;
    case 'date':
      return 0.4;
    case 'address':
      return 0.5;
    case 'section':
      return (atom.isSection ? 0.5 : atom.isGenre ? 0.2 : -0.1) - (atom.index > headline ? 0.3 : 0);
    case 'standfirst':
      return (
        (isProse(atom) || atom.ending === 'stop' ? 0.4 : -0.7) +
        Math.max(-0.2, Math.min(0.8, (page.echo(headline, atom.index) - 0.15) * 1.6))
      );
    case 'repeat':
      return 0.5;
    case 'headline':
    case 'furniture':
      return 0;
    default:
      return role satisfies never;
  }
}
