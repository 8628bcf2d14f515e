// Finds the best reading of a page: which lines make heads, bodies, cards and furniture. A dynamic program over the lines, in time
// and memory linear in their number: of all readings of the lines so far that end in the same zone, the best is kept.
import type { Deadline } from '../deadline.ts';
import type { Atom } from './atoms.ts';
import { bodyWorth, canBeginBody, proseWorth, resumeWorth } from './body.ts';
import { type Card, mostCardLines, readCard } from './card.ts';
import { mostHeadLines, mostHeadSpan, readHead } from './head.ts';
import { isProse, type Page } from './page.ts';
import { CAME_FROM, CARD_SHAPE, type Carried, FIRST_BODY, KIND, LAST_BODY, STORIES, States } from './states.ts';
import { type Tail, tailOf } from './tail.ts';
import * as weigh from './weights.ts';
import { BODY, CARDS, HEADED, OPENED, OUTSIDE, ZONES, type Zone } from './weights.ts';

export type PartKind = 'furniture' | 'unplaced' | 'head' | 'body' | 'card' | 'block' | 'tail';
const kinds: readonly PartKind[] = ['furniture', 'unplaced', 'head', 'body', 'card', 'block', 'tail'];
const kindNumbers: Readonly<Record<PartKind, number>> = {
  furniture: 0,
  unplaced: 1,
  head: 2,
  body: 3,
  card: 4,
  block: 5,
  tail: 6,
};
const nothingNew: Carried = {};

/** A stretch of lines with what it was read as; `to` is the line after its last. */
export interface Part {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
}

/** The best reading of a page from its first line to its last: every line is in exactly one part. */
export function decode(page: Page, deadline: Deadline): Part[] {
  return new Decoder(page).run(deadline);
}

class Decoder {
  readonly #page: Page;
  readonly #states: States;
  readonly #shapes = new Map<string, number>();
  /** How many fields cards of each shape have. */
  readonly #fields: number[] = [0];
  #tail: { readonly index: number; readonly tail: Tail | null } = { index: -1, tail: null };

  constructor(page: Page) {
    this.#page = page;
    this.#states = new States(page.length);
  }

  run(deadline: Deadline): Part[] {
    for (let index = 0; index < this.#page.length; index += 1) {
      if ((index & 63) === 0) deadline.check();
      const atom = this.#page.at(index);
      for (const zone of [OUTSIDE, OPENED, BODY, CARDS] as const) {
        if (this.#isReached(index, zone)) this.#lineMoves(atom, zone);
      }
      this.#firstParagraph(atom);
      this.#headMoves(atom);
      this.#cardMoves(atom);
    }
    return this.#trace();
  }

  #isReached(index: number, zone: Zone): boolean {
    return this.#states.isReached(index, zone);
  }

  #step(
    from: number,
    fromZone: Zone,
    to: number,
    toZone: Zone,
    kind: PartKind,
    worth: number,
    carried: Carried = nothingNew,
  ): void {
    this.#states.step(from, fromZone, to, toZone, kindNumbers[kind], worth, carried);
  }

  #lineMoves(atom: Atom, zone: Zone): void {
    const { index } = atom;
    const isMenu = this.#page.isMenu[index] === 1;
    const isInStory = zone === OPENED || zone === BODY;
    this.#step(index, zone, index + 1, zone, 'unplaced', unplacedWorth(atom, zone));
    const worth = furnitureWorth(atom, isMenu, isInStory);
    if (worth !== null) {
      const comments = atom.block?.name === 'comments' && zone !== OUTSIDE ? weigh.furnitureLine.pastComments : 0;
      this.#step(index, zone, index + 1, zone, 'furniture', worth + comments);
      const lone = zone === OPENED ? weigh.loneParagraph.toOutside : 0;
      if (isInStory) this.#step(index, zone, index + 1, OUTSIDE, 'furniture', weigh.furnitureLine.endOfStory + lone);
    }
    if (atom.block?.name === 'comments') this.#step(index, zone, index + 1, OUTSIDE, 'furniture', 0.2);
    if (atom.block?.name === 'related') {
      const lone = zone === OPENED ? weigh.loneParagraph.toCards : 0;
      this.#step(index, zone, index + 1, CARDS, 'block', weigh.namedBlock + lone, { shape: 0 });
    }
    const tail = zone === OUTSIDE && this.#states.field(index, zone, STORIES) === 0 ? null : this.#tailAt(index);
    if (tail !== null && (isInStory || tail.isBlock)) this.#step(index, zone, tail.to, zone, 'tail', tail.worth);
    if (zone !== OUTSIDE) this.#bodyMove(atom, zone);
  }

  /** What a line is as a tail is the same in every zone, so that it is asked once. */
  #tailAt(index: number): Tail | null {
    if (this.#tail.index !== index) this.#tail = { index, tail: tailOf(this.#page, index) };
    return this.#tail.tail;
  }

  #bodyMove(atom: Atom, zone: Zone): void {
    const lastBody = this.#states.field(atom.index, zone, LAST_BODY);
    if (lastBody < 0) return;
    const firstBody = this.#states.field(atom.index, zone, FIRST_BODY);
    const worth = bodyWorth(this.#page, atom, firstBody, lastBody, zone === CARDS);
    if (worth === null) return;
    const resume = resumeWorth(this.#page, atom.index, firstBody, lastBody, zone === CARDS);
    const next = zone === OPENED && !isProse(atom) ? OPENED : BODY;
    this.#step(atom.index, zone, atom.index + 1, next, 'body', worth + resume, { lastBody: atom.index });
  }

  #firstParagraph(atom: Atom): void {
    if (!this.#isReached(atom.index, HEADED)) return;
    this.#step(atom.index, HEADED, atom.index + 1, OPENED, 'body', proseWorth(this.#page, atom), {
      firstBody: atom.index,
      lastBody: atom.index,
    });
  }

  #headMoves(atom: Atom): void {
    const page = this.#page;
    if ((atom.furniture !== null && !atom.isGenre) || atom.block !== null || isParagraph(atom)) return;
    let ownLines = 0;
    let leads = 0;
    const furthest = Math.min(page.length, atom.index + mostHeadSpan);
    for (let lead = atom.index + 1; lead <= furthest && leads < 3 && ownLines <= mostHeadLines; lead += 1) {
      const last = page.at(lead - 1);
      if (last.block?.name === 'related' || last.block?.name === 'comments') return;
      if (last.furniture === null) ownLines += 1;
      if (lead < page.length && (!canBeginBody(page, lead) || isInsideBody(page, lead))) continue;
      leads += 1;
      this.#begin(atom.index, lead);
    }
  }

  #begin(from: number, lead: number): void {
    const head = readHead(this.#page, from, lead);
    const isCut = lead === this.#page.length;
    // A page cut off before its first paragraph: only a headline said twice makes that a story.
    if (head.score < (isCut ? weigh.leastHead.withoutBody : weigh.leastHead.withBody)) return;
    for (const zone of [OUTSIDE, OPENED, BODY, CARDS] as const) {
      if (!this.#isReached(from, zone)) continue;
      const stories = this.#states.field(from, zone, STORIES) + 1;
      const unmarked = zone !== OPENED && stories > 1 && !head.isMarked ? weigh.startOfStory.unmarked : 0;
      const worth =
        head.score +
        unmarked +
        this.#startWorth(from, lead, zone, head.isSure) +
        (isCut ? weigh.startOfStory.cutOff : 0);
      this.#step(from, zone, lead, HEADED, 'head', worth, { lastBody: -1, stories, shape: 0 });
    }
  }

  #startWorth(from: number, lead: number, zone: Zone, isSure: boolean): number {
    const page = this.#page;
    const states = this.#states;
    const { startOfStory, otherSubject, wideGap } = weigh;
    // Right under a block's name comes a card; a story only if the block was empty in the capture.
    const named = zone === CARDS && states.field(from, zone, CARD_SHAPE) === 0 ? startOfStory.underBlockName : 0;
    if (states.field(from, zone, STORIES) === 0)
      return startOfStory.first + named + (zone === CARDS ? startOfStory.cards / 2 : 0);
    const gap = page.at(from).gap > page.usualGap ? wideGap : 0;
    switch (zone) {
      case CARDS:
        return (
          startOfStory.cards + gap + named + weigh.otherSubjectAfterCards * this.#foreignness(from, zone, lead, isSure)
        );
      case OUTSIDE:
      case OPENED:
      case BODY: {
        const foreignness = this.#foreignness(from, zone, lead, isSure);
        // One paragraph is too little to say that what follows is about something else.
        if (zone === OPENED) return startOfStory.opened + gap + otherSubject * Math.min(0, foreignness);
        return (zone === OUTSIDE ? startOfStory.outside : startOfStory.body) + gap + otherSubject * foreignness;
      }
      case HEADED:
        return Number.NEGATIVE_INFINITY;
      default:
        return zone satisfies never;
    }
  }

  /** How much what begins at `lead` differs from the last body; where the page itself says that a story begins, sameness says nothing. */
  #foreignness(from: number, zone: Zone, lead: number, isSure: boolean): number {
    const first = this.#states.field(from, zone, FIRST_BODY);
    const told = this.#page.foreignness(lead, first, this.#states.field(from, zone, LAST_BODY));
    return isSure ? Math.max(0, told) : told;
  }

  #cardMoves(atom: Atom): void {
    const page = this.#page;
    if (atom.furniture !== null || atom.block !== null || isParagraph(atom)) return;
    const furthest = Math.min(page.length, atom.index + mostCardLines);
    for (let to = atom.index + 1; to <= furthest; to += 1) {
      const last = page.at(to - 1);
      if (last.block !== null || last.furniture === 'notice') return;
      const card = readCard(page, atom.index, to);
      if (card !== null) this.#placeCard(atom.index, to, card);
    }
  }

  #placeCard(from: number, to: number, card: Card): void {
    const shape = this.#shapeNumber(card.shape);
    for (const zone of [OUTSIDE, OPENED, BODY, CARDS] as const) {
      if (!this.#isReached(from, zone)) continue;
      const before = this.#states.field(from, zone, CARD_SHAPE);
      const likeness = zone === CARDS ? this.#likenessOfCards(before, shape, card.shape.length) : 0;
      const gap = zone !== CARDS && this.#page.at(from).gap > this.#page.usualGap ? weigh.wideGapBeforeCards : 0;
      const worth = card.score + likeness + gap + startOfCards(zone, this.#states.field(from, zone, STORIES));
      this.#step(from, zone, to, CARDS, 'card', worth, { shape });
    }
  }

  /** Cards of a block have the same fields in the same order; a bare headline among full cards is rather something else. */
  #likenessOfCards(before: number, shape: number, fields: number): number {
    if (before === shape) return weigh.sameShape * fields;
    return fields === 1 && (this.#fields[before] ?? 0) >= 3 ? weigh.bareCard : 0;
  }

  #shapeNumber(shape: string): number {
    const known = this.#shapes.get(shape);
    if (known !== undefined) return known;
    const number = this.#shapes.size + 1;
    this.#shapes.set(shape, number);
    this.#fields[number] = shape.length;
    return number;
  }

  #trace(): Part[] {
    const end = this.#page.length;
    let zone: Zone = OUTSIDE;
    let best = Number.NEGATIVE_INFINITY;
    for (const last of [OUTSIDE, HEADED, OPENED, BODY, CARDS] as const) {
      const score = this.#states.score(end, last) + (last === OPENED ? weigh.loneParagraph.atEnd : 0);
      if (score > best) {
        best = score;
        zone = last;
      }
    }
    const parts: Part[] = [];
    for (let to = end; to > 0; ) {
      const source = this.#states.field(to, zone, CAME_FROM);
      const from = Math.floor(source / ZONES);
      parts.push({ kind: kinds[this.#states.field(to, zone, KIND)] as PartKind, from, to });
      zone = (source % ZONES) as Zone;
      to = from;
    }
    return parts.reverse();
  }
}

/** A paragraph that nothing could take for a headline or a label: none begins a head or a card. */
const isParagraph = (atom: Atom): boolean =>
  isProse(atom) && (atom.headline < -1.7 || (atom.ending === 'stop' && atom.length >= 90));

/** Whether a line goes on from a paragraph right above it: a body has begun by then. */
function isInsideBody(page: Page, lead: number): boolean {
  const before = page.at(lead - 1);
  return isProse(before) && (before.ending === 'stop' || before.length > 200);
}

function startOfCards(zone: Zone, stories: number): number {
  if (zone === CARDS) return 0;
  if (zone === OUTSIDE) return stories === 0 ? weigh.startOfCards.first : weigh.startOfCards.outside;
  return zone === OPENED ? weigh.startOfCards.opened : weigh.startOfCards.body;
}

function furnitureWorth(atom: Atom, isMenu: boolean, isInStory: boolean): number | null {
  if (atom.furniture !== null) return weigh.furnitureLine.known;
  if (atom.date?.isRelative === true) return 0;
  if (!isMenu) return null;
  return isInStory ? weigh.furnitureLine.menuInBody : weigh.furnitureLine.menu;
}

function unplacedWorth(atom: Atom, zone: Zone): number {
  if (atom.block?.name === 'related') return weigh.unplaced.blockName;
  if (zone === OUTSIDE) return isProse(atom) ? weigh.unplaced.proseOutside : weigh.unplaced.outside;
  return isProse(atom) ? weigh.unplaced.prose : weigh.unplaced.line;
}
