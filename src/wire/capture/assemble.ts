// From the parts of a page to its stories: every line's words go to one field, or are a repetition, furniture, or unplaced.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Draft, RelatedCard } from '../../story/draft.ts';
import type { Atom } from './atoms.ts';
import { readByline } from './bylines.ts';
import { type CardRole, readCard } from './card.ts';
import type { Part } from './decode.ts';
import { DraftBuilder } from './draft-builder.ts';
import { type HeadRole, readHead } from './head.ts';
import type { Page } from './page.ts';
import { cutSections } from './section-in-caption.ts';
import { isHashtags, tailOf } from './tail.ts';

/** What became of a line: its words stand in a story, it says again what does, it is the page's furniture, or it has no place. */
export type Fate = 'used' | 'repeated' | 'furniture' | 'unplaced';

export interface Assembled {
  readonly stories: Draft[];
  /** One a line of the page, in order. */
  readonly fates: Fate[];
}

export function assemble(page: Page, parts: readonly Part[]): Assembled {
  const assembler = new Assembler(page);
  for (const part of parts) assembler.take(part);
  return assembler.finish();
}

interface OpenCard {
  readonly card: RelatedCard;
  readonly lines: readonly number[];
}

class Assembler {
  readonly #page: Page;
  readonly #fates: Fate[];
  readonly #stories: DraftBuilder[] = [];
  /** Cards of the block being read; they are stored when it ends, since only the whole block says what its captions hold. */
  #block: OpenCard[] = [];

  constructor(page: Page) {
    this.#page = page;
    this.#fates = new Array<Fate>(page.length).fill('unplaced');
  }

  get #story(): DraftBuilder | undefined {
    return this.#stories.at(-1);
  }

  take(part: Part): void {
    switch (part.kind) {
      case 'unplaced':
        break;
      case 'furniture':
        this.#set(part.from, part.to, 'furniture');
        break;
      case 'block':
        this.#takeBlockName(part.from);
        break;
      case 'card':
        this.#takeCard(part);
        break;
      case 'head':
        if (this.#story !== undefined) this.#closeBlock();
        this.#takeHead(part);
        break;
      case 'body':
        this.#takeBody(part.from);
        break;
      case 'tail':
        this.#takeTail(part);
        break;
      default:
        part.kind satisfies never;
    }
  }

  finish(): Assembled {
    this.#closeBlock();
    // Cards of a page without a story have nobody to belong to.
    for (const { lines } of this.#block) for (const line of lines) this.#fates[line] = 'unplaced';
    const used = new Set<number>();
    this.#page.atoms.forEach(({ family }, index) => {
      if (this.#fates[index] === 'used') used.add(family);
    });
    this.#page.atoms.forEach(({ family, key }, index) => {
      if (this.#fates[index] === 'unplaced' && key !== '' && used.has(family)) this.#fates[index] = 'repeated';
    });
    return { stories: this.#stories.map((story) => story.build()), fates: this.#fates };
  }

  #set(from: number, to: number, fate: Fate): void {
    for (let index = from; index < to; index += 1) this.#fates[index] = fate;
  }

  #takeHead(part: Part): void {
    const { roles } = readHead(this.#page, part.from, part.to);
    const story = new DraftBuilder();
    this.#stories.push(story);
    const headlines = roles.flatMap((role, at) => (role === 'headline' ? [this.#page.at(part.from + at)] : []));
    const family = headlines[0]?.family;
    story.headline = shortest(
      this.#page.atoms
        .slice(part.from, part.to)
        .filter((atom) => atom.family === family)
        .map(({ text }) => text),
    );
    roles.forEach((role, at) => {
      this.#fates[part.from + at] = takeHeadLine(story, role, this.#page.at(part.from + at));
    });
  }

  #takeBody(index: number): void {
    const result = this.#story?.addParagraph(this.#page.at(index)) ?? 'full';
    this.#fates[index] = result === 'added' ? 'used' : result === 'repeated' ? 'repeated' : 'unplaced';
  }

  #takeTail({ from, to }: Part): void {
    const story = this.#story;
    const tail = tailOf(this.#page, from);
    if (story === undefined || tail === null) return;
    const atoms = this.#page.atoms.slice(from, to);
    const fates = takeTailLines(story, tail.kind, atoms);
    atoms.forEach((atom, at) => {
      this.#fates[atom.index] = fates[at] ?? 'unplaced';
    });
  }

  #takeBlockName(index: number): void {
    this.#closeBlock();
    const { block } = this.#page.at(index);
    this.#fates[index] = 'furniture';
    if (block?.rest !== null && block?.rest !== undefined)
      this.#block.push({ card: cardOf(block.rest), lines: [index] });
  }

  #takeCard({ from, to }: Part): void {
    const card = readCard(this.#page, from, to);
    if (card === null) return;
    const lines: number[] = [];
    const fields: { -readonly [K in keyof RelatedCard]: RelatedCard[K] } = cardOf('');
    card.roles.forEach((role, at) => {
      const atom = this.#page.at(from + at);
      this.#fates[atom.index] = takeCardLine(fields, role, atom);
      if (role !== 'furniture' && role !== 'repeat') lines.push(atom.index);
    });
    this.#block.push({ card: fields, lines });
  }

  /** Stores the cards of a block under the story above it; before the first story they wait for that one. */
  #closeBlock(): void {
    const story = this.#story;
    if (story === undefined) return;
    const open = this.#block;
    this.#block = [];
    const captioned = open.filter(({ card }) => card.caption !== null && card.section === null);
    const cut = cutSections(captioned.map(({ card }) => card.caption as string));
    for (const { card, lines } of open) {
      const label = cut[captioned.findIndex((other) => other.card === card)];
      const stored = story.addRelated(label === undefined ? card : { ...card, ...label });
      for (const line of lines) if (!isIn(stored, this.#page.at(line))) this.#fates[line] = 'unplaced';
    }
  }
}

/** Whether a line's words stand in a card as it is stored. */
function isIn(card: RelatedCard | null, atom: Atom): boolean {
  if (card === null) return false;
  if (atom.date !== null && atom.byline === null) return true;
  return Object.values(card).some(
    (value) => value !== null && (atom.text.includes(value) || value.includes(atom.text)),
  );
}

const shortest = (texts: readonly string[]): string =>
  texts.reduce((best, text) => (text.length < best.length ? text : best), texts[0] ?? '');

const cardOf = (headline: string): RelatedCard => ({
  section: null,
  caption: null,
  credit: null,
  headline,
  standfirst: null,
  author: null,
  dateline: null,
  href: null,
});

function takeHeadLine(story: DraftBuilder, role: HeadRole, atom: Atom): Fate {
  switch (role) {
    case 'headline':
      return 'used';
    case 'repeat':
      if (atom.credited !== null) story.addCaption(atom);
      return 'repeated';
    case 'furniture':
      return 'furniture';
    case 'section':
      return takeSection(story, atom);
    case 'kicker':
      story.kicker = story.kicker === null ? atom.text : `${story.kicker} ${atom.text}`;
      return 'used';
    case 'standfirst':
      return story.addStandfirst(atom.text) ? 'used' : 'unplaced';
    case 'byline':
      return atom.byline !== null && story.addByline(atom.byline) ? 'used' : 'unplaced';
    case 'date':
      return takeDate(story, atom);
    case 'caption':
      return story.addCaption(atom) ? 'used' : 'unplaced';
    case 'address':
      return takeAddress(story, atom);
    case 'topics':
      return takeTopics(story, atom);
    case 'unplaced':
      return 'unplaced';
    default:
      return role satisfies never;
  }
}

function takeSection(story: DraftBuilder, atom: Atom): Fate {
  const crumbs = (atom.crumbs ?? []).filter((crumb) => matchKey(crumb) !== matchKey(story.headline));
  const name = atom.crumbs === null ? atom.text : crumbs.at(-1);
  if (name !== undefined && name.length <= 120) story.section ??= name;
  return 'used';
}

function takeDate(story: DraftBuilder, atom: Atom): Fate {
  story.addDate(atom.date);
  if (atom.byline !== null) story.addByline(atom.byline);
  story.section ??= atom.sectionBeside;
  return 'used';
}

const picture = /\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#].*)?$/iu;

function takeAddress(story: DraftBuilder, atom: Atom): Fate {
  const { address } = atom;
  if (address === null) return 'unplaced';
  if (picture.test(address)) return story.addSource(address) ? 'used' : 'unplaced';
  if (story.canonical !== null && story.canonical !== address) return 'unplaced';
  story.canonical = address;
  return 'used';
}

const topicMark = /\s*[،,|؛;•·]\s*|\s+[-–]\s+|\s*#\s*/u;

function takeTopics(story: DraftBuilder, atom: Atom): Fate {
  const text = atom.block?.rest ?? (atom.block === null ? atom.text : '');
  if (text === '') return 'furniture';
  const names = text.split(topicMark).filter((name) => /[\p{L}\p{N}]/u.test(name));
  return names.map((name) => story.addTopic(name.trim().replaceAll('_', ' '))).every(Boolean) ? 'used' : 'unplaced';
}

function takeTailLines(story: DraftBuilder, kind: string, atoms: readonly Atom[]): Fate[] {
  const [first, second] = atoms;
  if (first === undefined) return [];
  switch (kind) {
    case 'byline': {
      const reading = first.byline ?? readByline(first.text);
      return [reading !== null && story.addByline(reading) ? 'used' : 'unplaced'];
    }
    case 'date':
      return [takeDate(story, first)];
    case 'caption': {
      if (second === undefined) return [story.addCaption(first) ? 'used' : 'unplaced'];
      const placed = story.addPicture(first.family, first.text, null) && story.addCaption(second);
      return placed ? ['used', 'used'] : ['unplaced', 'unplaced'];
    }
    case 'topics':
      return atoms.map((atom) =>
        isHashtags(atom.text) || atom.furniture === null ? takeTopics(story, atom) : 'furniture',
      );
    case 'correction': {
      const text = second?.text ?? first.block?.rest ?? first.text;
      const placed = story.addCorrection(text);
      return second === undefined ? [placed ? 'used' : 'unplaced'] : ['furniture', placed ? 'used' : 'unplaced'];
    }
    case 'address':
      return [takeAddress(story, first)];
    default:
      // A repetition is one only if the line that it repeats was used, which is known at the end.
      return ['unplaced'];
  }
}

function takeCardLine(card: { -readonly [K in keyof RelatedCard]: RelatedCard[K] }, role: CardRole, atom: Atom): Fate {
  switch (role) {
    case 'headline':
      card.headline = atom.text;
      return 'used';
    case 'repeat':
      return 'repeated';
    case 'furniture':
      return 'furniture';
    case 'section':
      card.section = atom.crumbs?.at(-1) ?? atom.text;
      return 'used';
    case 'caption':
      card.caption = atom.credited === null ? atom.text : atom.credited.caption || null;
      card.credit = atom.credited?.credit ?? null;
      return 'used';
    case 'standfirst':
      card.standfirst = atom.text;
      return 'used';
    case 'byline': {
      const names = [...(atom.byline?.authors ?? []).map(({ name }) => name), ...(atom.byline?.agencies ?? [])];
      card.author = names.length === 0 ? null : names.join(/\p{Script=Arabic}/u.test(atom.text) ? '، ' : ', ');
      card.dateline = atom.byline?.dateline ?? null;
      return 'used';
    }
    case 'date':
      card.section ??= atom.sectionBeside;
      if (atom.byline !== null && card.author === null) card.author = atom.byline.authors[0]?.name ?? null;
      return 'furniture';
    case 'address':
      card.href = atom.address;
      return 'used';
    default:
      return role satisfies never;
  }
}
