// The head of a story: the lines from its section label to its first paragraph, in whatever order a paper prints them.
import type { Atom } from './atoms.ts';
import { isNextStory } from './lexicon/furniture.ts';
import { isProse, type Page } from './page.ts';
import { signsStory } from './tail.ts';

/** What a line is in the head of a story. */
export type HeadRole =
  | 'section'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'date'
  | 'caption'
  | 'address'
  | 'topics'
  | 'repeat'
  | 'furniture'
  | 'unplaced';

export interface Head {
  readonly score: number;
  /** One a line, from the first line of the head on. */
  readonly roles: readonly HeadRole[];
  /** Whether anything but a headline says that a story begins: a date, a byline, a label, tools between headlines, a next-story line. */
  readonly isMarked: boolean;
  /** Whether it surely begins a story: tools between two copies of its headline, or a line above that announces the next story. */
  readonly isSure: boolean;
}

/** A head holds at most so many lines that are not furniture, and so many in all: share panels can be long. */
export const mostHeadLines = 16;
export const mostHeadSpan = 70;

const impossible: Head = { score: Number.NEGATIVE_INFINITY, roles: [], isMarked: false, isSure: false };

const marks: ReadonlySet<HeadRole> = new Set(['byline', 'date', 'section', 'caption', 'repeat']);

/** Reads the lines from `from` up to `lead`, the first paragraph, as a head; the score says how much it looks like one. */
export function readHead(page: Page, from: number, lead: number): Head {
  const headline = headlineIn(page, from, lead);
  if (headline === null) return impossible;
  const { family } = page.at(headline);
  const roles: HeadRole[] = new Array(lead - from).fill('unplaced');
  let score = headlineValue(page, headline, from, lead);
  const tally = new Tally(page, headline, lead);
  for (let index = from; index < lead; index += 1) {
    const atom = page.at(index);
    const role = index === headline ? 'headline' : atom.family === family ? 'repeat' : tally.roleOf(atom);
    roles[index - from] = role;
    if (role !== 'headline' && role !== 'repeat') score += tally.worthOf(role, atom);
  }
  score += labelsBefore(page, roles, from, headline);
  const parted = isParted(page, family, from, lead);
  if (parted) score += 2.2;
  const announced = from > 0 && isNextStory(page.at(from - 1).key);
  if (announced) score += 2;
  const isMarked = parted || announced || roles.some((role) => marks.has(role));
  return { score, roles, isMarked, isSure: announced || parted };
}

function headlineIn(page: Page, from: number, lead: number): number | null {
  let best: number | null = null;
  let bestValue = -1.9;
  let strongBefore = 0;
  for (let index = from; index < lead; index += 1) {
    const atom = page.at(index);
    if (atom.headline < -2.2) continue;
    const value = headlineValue(page, index, from, lead) - 0.35 * strongBefore;
    if (value > bestValue) {
      best = index;
      bestValue = value;
    }
    if (atom.headline >= 0.5) strongBefore += 1;
  }
  return best;
}

function headlineValue(page: Page, index: number, from: number, lead: number): number {
  const atom = page.at(index);
  const repeated = isRepeatedIn(page, atom.family, from, lead) ? 1.2 : 0;
  const told = lead < page.length && isProse(page.at(lead)) ? lead : (page.nextProse[lead] ?? page.length);
  const echo = told < page.length ? Math.max(-0.3, Math.min(1.6, (page.echo(index, told) - 0.15) * 2.6)) : 0;
  return atom.headline + repeated + echo + (atom.field === 'headline' ? 2 : 0);
}

function isRepeatedIn(page: Page, family: number, from: number, to: number): boolean {
  if (page.families.sizeOf(family) < 2) return false;
  let count = 0;
  for (let index = from; index < to; index += 1) if (page.at(index).family === family) count += 1;
  return count > 1;
}

/** Whether tools or a date stand between a headline and its repetition, as on a story's own page; in a card a picture does. */
function isParted(page: Page, family: number, from: number, lead: number): boolean {
  let isOpen = false;
  let hasTools = false;
  for (let index = from; index < lead; index += 1) {
    const atom = page.at(index);
    if (atom.family === family) {
      if (isOpen && hasTools) return true;
      isOpen = true;
    } else if (isOpen && (atom.furniture === 'tools' || atom.furniture === 'corner' || atom.date !== null))
      hasTools = true;
  }
  return false;
}

/** What a head has had so far, so that a second of a kind is worth less and a line's place can decide what it is. */
class Tally {
  readonly #page: Page;
  readonly #headline: number;
  readonly #lead: number;
  readonly #captions = new Set<number>();
  #seen: Record<HeadRole, number> = {
    section: 0,
    kicker: 0,
    headline: 0,
    standfirst: 0,
    byline: 0,
    date: 0,
    caption: 0,
    address: 0,
    topics: 0,
    repeat: 0,
    furniture: 0,
    unplaced: 0,
  };

  constructor(page: Page, headline: number, lead: number) {
    this.#page = page;
    this.#headline = headline;
    this.#lead = lead;
  }

  roleOf(atom: Atom): HeadRole {
    if (this.#captions.has(atom.family)) return 'repeat';
    if (atom.furniture !== null) return atom.isGenre && atom.index === this.#headline - 1 ? 'unplaced' : 'furniture';
    if (atom.date !== null) return 'date';
    if (atom.address !== null) return 'address';
    if (atom.block !== null) return atom.block.name === 'topics' && atom.block.rest !== null ? 'topics' : 'unplaced';
    if (atom.crumbs !== null) return 'section';
    if (signsStory(this.#page, atom)) return 'byline';
    if (atom.credited !== null && !isProse(atom)) return this.#caption(atom);
    const isAfter = atom.index > this.#headline;
    const certainty = atom.byline?.certainty ?? 0;
    if (atom.isBareCredit && this.#seen.caption > 0 && this.#previousRole === 'caption') return this.#caption(atom);
    if (certainty === 3 || (certainty === 2 && (isAfter || this.#isBesideDate(atom)))) return 'byline';
    if (atom.isBareCredit) return this.#caption(atom);
    if (atom.field === 'standfirst') return 'standfirst';
    if (atom.field === 'caption') return this.#caption(atom);
    if (!isAfter) return 'unplaced';
    if (atom.isSection) return 'section';
    if (
      certainty === 1 &&
      (this.#isBesideDate(atom) || atom.index === this.#headline + 1) &&
      !this.#page.isMenu[atom.index]
    )
      return 'byline';
    return this.#textAfterHeadline(atom);
  }

  #previousRole: HeadRole | null = null;
  /** Whether tools, a date or a byline came under the headline: what follows is rather a caption than a standfirst. */
  #hasPassedTools = false;

  #caption(atom: Atom): HeadRole {
    this.#captions.add(atom.family);
    return 'caption';
  }

  #isBesideDate(atom: Atom): boolean {
    const before = atom.index > 0 ? this.#page.at(atom.index - 1) : null;
    const after = atom.index + 1 < this.#page.length ? this.#page.at(atom.index + 1) : null;
    return [before, after].some(
      (other) => other !== null && (other.date !== null || other.furniture === 'tools' || other.furniture === 'corner'),
    );
  }

  /** A line of text between headline and body: the standfirst right under the headline, a caption once tools or a date have passed. */
  #textAfterHeadline(atom: Atom): HeadRole {
    if (atom.length < 25 || (atom.isListed && this.#seen.standfirst === 0 && atom.length < 40)) return 'unplaced';
    const isStatement = atom.ending === 'stop' || atom.ending === 'question' || atom.length > 150;
    if (this.#page.isRepeated(atom) && this.#repeatsNearby(atom)) return this.#caption(atom);
    if (this.#seen.standfirst === 0 && (!this.#hasPassedTools || isStatement)) return 'standfirst';
    if (this.#hasPassedTools && !isStatement && this.#seen.caption === 0 && atom.words >= 4) return this.#caption(atom);
    return this.#seen.standfirst < 4 && this.#previousRole === 'standfirst' ? 'standfirst' : 'unplaced';
  }

  #repeatsNearby(atom: Atom): boolean {
    for (let index = atom.index + 1; index < this.#lead; index += 1)
      if (this.#page.at(index).family === atom.family) return true;
    return false;
  }

  worthOf(role: HeadRole, atom: Atom): number {
    const before = this.#seen[role];
    this.#seen[role] = before + 1;
    const previous = this.#previousRole;
    const isTool = (role === 'furniture' && atom.furniture !== 'ornament') || role === 'date' || role === 'byline';
    if (isTool && atom.index > this.#headline) this.#hasPassedTools = true;
    if (role !== 'furniture' && role !== 'repeat') this.#previousRole = role;
    switch (role) {
      case 'furniture':
        return before === 0 && atom.furniture === 'tools' ? 0.3 : 0;
      case 'date':
        return before === 0 ? 0.9 : 0.1;
      case 'byline':
        if (before > 2) return -0.4;
        return ([-0.1, 0.5, 1][(atom.byline?.certainty ?? 1) - 1] ?? 0) - (atom.index < this.#headline ? 0.5 : 0);
      case 'caption':
        return before > 2
          ? -0.3
          : atom.credited?.isSure
            ? 0.8
            : atom.credited !== null || atom.isBareCredit
              ? 0.4
              : -0.2;
      case 'section':
        return before > 1 ? -0.5 : atom.crumbs !== null ? 0.9 : 0.2;
      case 'standfirst':
        return this.#worthOfStandfirst(atom, before, previous);
      case 'address':
        return before === 0 ? 0.3 : 0;
      case 'topics':
        return 0.3;
      default:
        return 0;
    }
  }

  /** A paragraph right before the body is the body's own, unless it ends as standfirsts do and the body does not. */
  #worthOfStandfirst(atom: Atom, before: number, previous: HeadRole | null): number {
    if (before > 0) return atom.isListed ? -0.1 : previous === 'standfirst' && isProse(atom) ? -0.5 : -1;
    const touchesBody = atom.index === this.#lead - 1;
    if (!touchesBody) return 0.4;
    if (!isProse(atom)) return 0.1;
    return atom.ending !== 'stop' && this.#lead < this.#page.length && this.#page.at(this.#lead).ending === 'stop'
      ? 0.1
      : -1.2;
  }
}

/** Gives the unplaced lines above the headline their names, nearest first: kicker, section label. Returns what they are worth. */
function labelsBefore(page: Page, roles: HeadRole[], from: number, headline: number): number {
  let worth = 0;
  let hasSection = roles.includes('section');
  let hasKicker = false;
  for (let index = headline - 1; index >= from; index -= 1) {
    if (roles[index - from] !== 'unplaced') continue;
    const atom = page.at(index);
    const role = labelRole(page, atom, from, headline, hasSection, hasKicker);
    roles[index - from] = role;
    if (role === 'section') hasSection = true;
    if (role === 'kicker') hasKicker = true;
    worth += labelWorth(page, atom, role, from);
  }
  // Widgets come between a headline and its story; what stands above the headline is rather outside.
  roles.forEach((role, at) => {
    if (role === 'unplaced') worth -= from + at > headline ? 0.5 : 1;
  });
  return worth;
}

function labelRole(
  page: Page,
  atom: Atom,
  from: number,
  headline: number,
  hasSection: boolean,
  hasKicker: boolean,
): HeadRole {
  if (atom.block !== null || headline - atom.index > 4 || isProse(atom)) return 'unplaced';
  if (atom.isSection && (!hasSection || isCrumbMark(page, atom.index + 1))) return 'section';
  if (atom.isGenre && !hasKicker) return 'kicker';
  if (atom.length > 100 || (hasKicker && hasSection)) return 'unplaced';
  const isShort = atom.words <= 2 && atom.length <= 22 && atom.ending === 'none';
  const isAlone = standsAlone(page, atom, from);
  if (isShort && !hasSection && (isAlone || page.isRepeated(atom))) return 'section';
  return hasKicker || atom.index < headline - 2 ? 'unplaced' : 'kicker';
}

/** Whether no other short line stands right above it, as in a menu. */
function standsAlone(page: Page, atom: Atom, from: number): boolean {
  if (atom.index === 0 || atom.gap > 0) return true;
  const before = page.at(atom.index - 1);
  return before.length > 40 || (atom.index - 1 >= from && before.furniture !== null);
}

const isCrumbMark = (page: Page, index: number): boolean =>
  index >= 0 && index < page.length && /^[|>›»/]$/u.test(page.at(index).text);

function labelWorth(page: Page, atom: Atom, role: HeadRole, from: number): number {
  if (role === 'section') {
    // `ثقافة`, `|`, `آثار`: crumbs of which each has its line.
    if (atom.isSection && isCrumbMark(page, atom.index - 1)) return 0.6;
    if (atom.isSection) return page.isMenu[atom.index] && atom.gap === 0 && !page.isRepeated(atom) ? -0.4 : 0.5;
    return page.isMenu[atom.index] ? (page.isRepeated(atom) ? 0.2 : -0.8) : atom.index > from ? -0.2 : -0.1;
  }
  if (role === 'kicker') return page.isMenu[atom.index] ? -0.9 : atom.isGenre ? 0.4 : -0.25;
  return 0;
}
