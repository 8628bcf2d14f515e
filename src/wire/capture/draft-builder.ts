// A story as it is put together from a page's parts: each field filled once, nothing stored twice, the schema's bounds kept.

import { matchKey } from '../../arabic/normal-form.ts';
import { stripCredit } from '../../arabic/typography.ts';
import type { BylineAuthor } from '../../story/byline.ts';
import type { Draft, RelatedCard } from '../../story/draft.ts';
import type { Atom } from './atoms.ts';
import { type BylineReading, readLead } from './bylines.ts';
import { bare } from './captions.ts';
import { isAgencyName } from './known-names.ts';
import { languageOf } from './language.ts';
import { isListItem } from './line-shape.ts';

/** The bounds of `story/draft.ts`; what goes beyond them is reported as unplaced. */
const bounds = {
  paragraphs: 4_000,
  paragraph: 400_000,
  pictures: 200,
  corrections: 50,
  topics: 100,
  related: 60,
  authors: 20,
  agencies: 10,
};

interface Picture {
  src: string | null;
  caption: string | null;
  credit: string | null;
  family: number;
}

export class DraftBuilder {
  headline = '';
  headlineKey = '';
  kicker: string | null = null;
  section: string | null = null;
  canonical: string | null = null;
  publishedAt: string | null = null;
  updatedAt: string | null = null;
  readonly #standfirst: string[] = [];
  readonly #authors: BylineAuthor[] = [];
  readonly #agencies: string[] = [];
  #dateline: string | null = null;
  readonly #paragraphs: string[] = [];
  readonly #paragraphFamilies = new Set<number>();
  readonly #pictures: Picture[] = [];
  readonly #corrections: string[] = [];
  readonly #topics: string[] = [];
  /** By the key of its headline, in the page's order. */
  readonly #related = new Map<string, RelatedCard>();

  addStandfirst(text: string): boolean {
    if (this.#standfirst.join(' ').length + text.length >= 2000) return false;
    this.#standfirst.push(text);
    return true;
  }

  addByline(reading: BylineReading | Omit<BylineReading, 'certainty'>): boolean {
    for (const author of reading.authors) {
      const isKnown = this.#authors.some(({ name, role }) => name === author.name && role === author.role);
      if (!isKnown && this.#authors.length < bounds.authors && author.name.length <= 200) this.#authors.push(author);
    }
    for (const agency of reading.agencies) this.addAgency(agency);
    this.#dateline ??= reading.dateline;
    return true;
  }

  addAgency(name: string): void {
    const key = matchKey(name);
    if (this.#agencies.length < bounds.agencies && !this.#agencies.some((known) => matchKey(known) === key))
      this.#agencies.push(name);
  }

  addDate(date: Atom['date']): void {
    this.publishedAt ??= date?.published ?? null;
    this.updatedAt ??= date?.updated ?? null;
  }

  /** False when there is no room for it. A paragraph that this story has already is not stored again. */
  addParagraph(atom: Atom): 'added' | 'repeated' | 'full' {
    if (this.#paragraphFamilies.has(atom.family) && atom.length > 40) return 'repeated';
    if (this.#paragraphs.length >= bounds.paragraphs || atom.length > bounds.paragraph) return 'full';
    this.#paragraphFamilies.add(atom.family);
    this.#paragraphs.push(atom.text);
    return 'added';
  }

  addCaption(atom: Atom): boolean {
    if (atom.credited === null && atom.isBareCredit) return this.addCredit(bare(atom.text));
    if (atom.credited !== null && atom.credited.caption === '') return this.addCredit(atom.credited.credit);
    return this.addPicture(atom.family, atom.credited?.caption ?? atom.text, atom.credited?.credit ?? null);
  }

  addPicture(family: number, caption: string, credit: string | null): boolean {
    const known = this.#pictures.find((picture) => picture.family === family);
    if (known !== undefined) {
      known.credit ??= credit;
      return true;
    }
    if (this.#pictures.length >= bounds.pictures || caption.length > 2000 || (credit?.length ?? 0) > 300) return false;
    const waiting = this.#pictures.at(-1);
    if (waiting !== undefined && waiting.caption === null && credit === null) {
      waiting.caption = caption;
      waiting.family = family;
      return true;
    }
    this.#pictures.push({ src: null, caption, credit, family });
    return true;
  }

  /** A credit on a line of its own belongs to the picture before it, if that has none; else it is a picture without a caption. */
  addCredit(credit: string): boolean {
    const last = this.#pictures.at(-1);
    if (last !== undefined && last.credit === null) {
      last.credit = credit;
      return true;
    }
    if (this.#pictures.some((picture) => picture.credit === credit && picture.caption === null)) return true;
    if (this.#pictures.length >= bounds.pictures || credit.length > 300) return false;
    this.#pictures.push({ src: null, caption: null, credit, family: -1 });
    return true;
  }

  addSource(address: string): boolean {
    const waiting = this.#pictures.find((picture) => picture.src === null);
    if (waiting !== undefined) waiting.src = address;
    else if (this.#pictures.length < bounds.pictures)
      this.#pictures.push({ src: address, caption: null, credit: null, family: -1 });
    else return false;
    return true;
  }

  addCorrection(text: string): boolean {
    if (this.#corrections.length >= bounds.corrections || text.length > 4000) return false;
    if (!this.#corrections.includes(text)) this.#corrections.push(text);
    return true;
  }

  addTopic(name: string): boolean {
    const key = matchKey(name);
    if (key === '' || name.length > 200) return false;
    if (this.#topics.some((known) => matchKey(known) === key)) return true;
    if (this.#topics.length >= bounds.topics) return false;
    this.#topics.push(name);
    return true;
  }

  /**
   * Adds a card, given with the match key of its headline, or to a card that is there already what it lacked; the card as it stands now. Null when there is no room for it, or when
   * it leads to this very story, as lists of the most read do.
   */
  addRelated(card: RelatedCard, key: string): RelatedCard | null {
    if (key === this.headlineKey) return null;
    const known = this.#related.get(key);
    if (known === undefined && this.#related.size >= bounds.related) return null;
    const whole = known === undefined ? card : { ...withoutNulls(card), ...withoutNulls(known) };
    this.#related.set(key, { ...card, ...whole });
    return { ...card, ...whole };
  }

  build(): Draft {
    this.#readLead();
    const paragraphs = this.#paragraphs;
    return {
      headline: this.headline,
      kicker: this.kicker,
      standfirst: this.#standfirst.length === 0 ? null : this.#standfirst.join(' '),
      section: this.section,
      byline: { authors: this.#authors, agencies: this.#agencies, dateline: this.#dateline },
      publishedAt: this.publishedAt,
      updatedAt: this.updatedAt,
      language: languageOf([this.headline, ...paragraphs.slice(0, 8)].join('\n')),
      paragraphs,
      pictures: this.#pictures.map(({ src, caption, credit }) => ({ src, caption, credit })),
      corrections: this.#corrections,
      topics: this.#topics,
      related: [...this.#related.values()],
      canonical: this.canonical,
    };
  }

  /** The first paragraph may say from where and by which agency, the last by which agency; both stay as they are. */
  #readLead(): void {
    const lead = readLead(this.#paragraphs.find((paragraph) => !isListItem(paragraph)) ?? '');
    if (lead !== null) this.addByline(lead);
    const last = this.#paragraphs.at(-1);
    if (last === undefined || last.length > 5_000) return;
    const { credit } = stripCredit(last);
    if (credit !== null && isAgencyName(credit)) this.addAgency(credit);
  }
}

const withoutNulls = (card: RelatedCard): Partial<RelatedCard> =>
  Object.fromEntries(Object.entries(card).filter(([, value]) => value !== null));
