// From the parts of a page to its stories: every line's words go to one field, or are a repetition, furniture, or unplaced.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Draft, RelatedCard } from '../../story/draft.ts';
import type { Atom } from './atoms.ts';
import { readCard } from './card.ts';
import type { Part } from './decode.ts';
import { DraftBuilder } from './draft-builder.ts';
import { readHead } from './head.ts';
import type { Page } from './page.ts';
import { cutSections } from './section-in-caption.ts';
import { tailOf } from './tail.ts';
import { cardOf, type Fate, takeCardLine, takeHeadLine, takeTailLines } from './take-lines.ts';

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
  /** The match key of its headline. */
  readonly key: string;
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
    story.headlineKey = headlines[0]?.text === story.headline ? headlines[0].key : matchKey(story.headline);
    roles.forEach((role, at) => {
      this.#fates[part.from + at] = takeHeadLine(
        story,
        role,
        this.#page.at(part.from + at),
        at > roles.indexOf('headline'),
      );
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
      this.#block.push({ card: cardOf(block.rest), key: matchKey(block.rest), lines: [index] });
  }

  #takeCard({ from, to }: Part): void {
    const card = readCard(this.#page, from, to);
    if (card === null) return;
    const lines: number[] = [];
    let key = '';
    const fields: { -readonly [K in keyof RelatedCard]: RelatedCard[K] } = cardOf('');
    card.roles.forEach((role, at) => {
      const atom = this.#page.at(from + at);
      if (role === 'headline') key = atom.key;
      this.#fates[atom.index] = takeCardLine(fields, role, atom);
      if (role !== 'furniture' && role !== 'repeat') lines.push(atom.index);
    });
    this.#block.push({ card: fields, key, lines });
  }

  /** Stores the cards of a block under the story above it; before the first story they wait for that one. */
  #closeBlock(): void {
    const story = this.#story;
    if (story === undefined) return;
    const open = this.#block;
    this.#block = [];
    const captioned = open.filter(({ card }) => card.caption !== null && card.section === null);
    const cut = cutSections(captioned.map(({ card }) => card.caption as string));
    for (const { card, key, lines } of open) {
      const label = cut[captioned.findIndex((other) => other.card === card)];
      const stored = story.addRelated(label === undefined ? card : { ...card, ...label }, key);
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
