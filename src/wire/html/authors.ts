// Who wrote a story and from where: from the lines around its headline, from its data, from its first and last words.
import { isAgencyName } from '../../arabic/agencies.ts';
import { isKnownCity } from '../../arabic/cities.ts';
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import type { BylineAuthor } from '../../story/byline.ts';
import type { Draft } from '../../story/draft.ts';
import { type BylineReading, readByline, readLead } from '../capture/bylines.ts';
import { readPageDate } from '../capture/dates.ts';
import type { Block } from './blocks.ts';
import { furnitureLine } from './furniture-lines.ts';
import { hasHint } from './hints.ts';
import type { StoryPart } from './story-part.ts';
import { around, elementsIn, oneSpaced, type PageElement, textOf } from './tree.ts';

export interface StoryByline {
  readonly byline: Draft['byline'];
  /** Blocks of the body that are bylines and nothing else. */
  readonly taken: ReadonlySet<Block>;
}

type Names = Omit<BylineReading, 'certainty'>;

const STATED = [
  'author', 'article:author', 'article:author_name', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator',
  'dc.contributor', 'citation_author', 'byl', 'cxenseparse:author', 'creator', 'web_author', 'article.author', 'authors',
] as const; // biome-ignore format: a list to scan
const LONGEST_LINE = 160;
const MOST_AUTHORS = 20;
const MOST_AGENCIES = 10;

export function bylineOf(part: StoryPart): StoryByline {
  const papers = paperKeys(part);
  const taken = new Set<Block>();
  const shown = shownNames(part, papers) ?? edgeNames(part, taken);
  const stated = statedNames(part, papers);
  const lead = leadNames(part);
  const authors = merged(shown?.authors ?? [], stated.authors);
  const agencies = unique([...(shown?.agencies ?? []), ...stated.agencies, ...lead.agencies]).slice(0, MOST_AGENCIES);
  const dateline = shown?.dateline ?? stated.dateline ?? part.article?.dateline ?? lead.dateline;
  const paper = authors.length === 0 && agencies.length === 0 ? (lead.authors[0] ?? null) : null;
  return {
    byline: {
      authors: (paper === null ? authors : [paper]).slice(0, MOST_AUTHORS),
      agencies,
      dateline: dateline === null ? null : dateline.slice(0, 120),
    },
    taken,
  };
}

/** Names of the paper itself: as an author they say nothing, unless a line of the page prints them as one. */
function paperKeys({ head, linked }: StoryPart): ReadonlySet<string> {
  const names = [head.meta('og:site_name', 'application-name'), ...linked.publishers];
  return new Set(names.flatMap((name) => (name === null ? [] : [matchKey(name)])).filter((key) => key !== ''));
}

type Candidate = { readonly text: string; readonly isMarked: boolean };

function shownNames(part: StoryPart, papers: ReadonlySet<string>): Names | null {
  for (const blocks of [part.above, part.below]) {
    const candidates = [...blocks.flatMap((block) => [...candidatesIn(block)])];
    for (const isMarked of [true, false]) {
      for (const candidate of candidates) {
        if (candidate.isMarked !== isMarked) continue;
        const names = namesIn(candidate, papers);
        if (names !== null) return names;
      }
    }
  }
  return null;
}

function* candidatesIn(block: Block): Generator<Candidate> {
  if (block.length > 600) return;
  let isNamed = false;
  for (const element of [...around(block.holder)].slice(0, 4)) if (isAuthorElement(element)) isNamed = true;
  let hasInner = false;
  let steps = 0;
  for (const element of elementsIn(block.holder)) {
    steps += 1;
    if (steps > 80) break;
    if (element === block.holder || !isAuthorElement(element) || hasAuthorInside(element)) continue;
    hasInner = true;
    for (const text of linesOf(textOf(element, LONGEST_LINE * 2, isDateElement))) yield { text, isMarked: true };
  }
  if (hasInner) return;
  for (const text of linesOf(block.text)) yield { text, isMarked: isNamed };
}

function isAuthorElement(element: PageElement): boolean {
  const relation = element.attributes['rel'] ?? '';
  return /\bauthor\b/.test(relation) || hasHint(element, 'byline');
}

const isDateElement = (element: PageElement) => element.tag === 'time' || hasHint(element, 'date');

function hasAuthorInside(element: PageElement): boolean {
  let steps = 0;
  for (const inner of elementsIn(element)) {
    steps += 1;
    if (steps > 40) return false;
    if (inner !== element && isAuthorElement(inner) && textOf(inner, 200) !== '') return true;
  }
  return false;
}

/** A line may hold more than names: `By Ann Lee | 3 May 2024 | 5 min read`. */
function linesOf(text: string): string[] {
  return cleanText(text)
    .split(/\n|\s*[|•·●]\s*|\s{3,}|\s+[–—-]\s+(?=\d{1,2}[\s/.])|,\s+(?=(?:updated|published|\d{1,2}\s\p{L}+\s\d{4}))/iu)
    .map((line) => oneSpaced(line).replace(/\s*(?:on|في)\s+\p{L}+\s+\d{1,2},?\s+\d{4}.*$/iu, ''))
    .map((line) => line.replace(/\s*@\w+|\s*\S+@\S+\.\w+/gu, '').trim())
    .filter((line) => line.length > 1 && line.length <= LONGEST_LINE);
}

function namesIn({ text, isMarked }: Candidate, papers: ReadonlySet<string>): Names | null {
  if (furnitureLine(text) !== null || readPageDate(text, 'UTC') !== null) return null;
  const paper = paperAndCity(text, papers);
  if (paper !== null) return paper;
  const reading = readByline(text);
  if (reading === null || reading.certainty < (isMarked ? 1 : 3)) return null;
  if (reading.authors.some(({ name }) => isNoPerson(name))) return null;
  return reading;
}

/** `(أبوظبي - البيان)`: the paper's own name, known from the page, beside a city. */
function paperAndCity(text: string, papers: ReadonlySet<string>): Names | null {
  const parts = text
    .replace(/^(?:المصدر|source)\s*[:：]\s*/iu, '')
    .replace(/^[\s([«"]+|[\s)\]»"]+$/gu, '')
    .split(/\s*[-–—ـ|/،,()]\s*/u)
    .filter((one) => one !== '');
  if (parts.length === 0 || parts.length > 2) return null;
  const paper = parts.find((one) => papers.has(matchKey(one)));
  const city = parts.find((one) => one !== paper && isKnownCity(one));
  if (paper === undefined || (parts.length === 2 && city === undefined)) return null;
  return { authors: [{ name: paper, role: 'writer' }], agencies: [], dateline: city ?? null };
}

const noPerson = /^(?:admin|administrator|editor|editors|staff|guest|webmaster|user|author|unknown|none|null|undefined|n\/a|contributor|team|موقع|المحرر|الإدارة|غير معروف)$/iu;
const isNoPerson = (name: string) => noPerson.test(name.trim()) || /https?:|www\.|[<>{}=]|\d{3}/i.test(name);

/** A first or last block of the body that is a byline and nothing else. */
function edgeNames(part: StoryPart, taken: Set<Block>): Names | null {
  const { blocks } = part.body;
  for (const block of [blocks[0], blocks[blocks.length - 1], blocks[1]]) {
    if (block === undefined || block.length > 90 || block.kind === 'heading' || blocks.length < 3) continue;
    const reading = readByline(cleanText(block.text));
    if (reading === null || reading.certainty < 3) continue;
    taken.add(block);
    return reading;
  }
  return null;
}

function statedNames(part: StoryPart, papers: ReadonlySet<string>): Names {
  const linked = part.article?.authors ?? [];
  const texts = linked.length > 0 || !part.isOnly ? linked : part.head.metas(...STATED).slice(0, MOST_AUTHORS);
  const authors: BylineAuthor[] = [];
  const agencies: string[] = [];
  let dateline: string | null = null;
  for (const text of texts) {
    const line = oneSpaced(cleanText(text));
    if (line === '' || line.length > LONGEST_LINE || isNoPerson(line)) continue;
    const paper = paperAndCity(line, papers);
    // The paper alone as the author in its data is no byline; with a city it was printed as one.
    if (paper !== null) {
      if (paper.dateline !== null) authors.push(...paper.authors);
      dateline ??= paper.dateline;
      continue;
    }
    const reading = readByline(line);
    if (reading === null && line.split(' ').length > 6) continue;
    authors.push(...(reading?.authors ?? (isAgencyName(line) ? [] : [{ name: line, role: 'writer' as const }])));
    agencies.push(...(reading?.agencies ?? (isAgencyName(line) ? [line] : [])));
    dateline ??= reading?.dateline ?? null;
  }
  return { authors: authors.filter(({ name }) => !isNoPerson(name)), agencies, dateline };
}

/** The names that the data states, with the roles that the page prints; then whom only the page names in another role. */
function merged(shown: readonly BylineAuthor[], stated: readonly BylineAuthor[]): BylineAuthor[] {
  const key = ({ name }: BylineAuthor) => matchKey(name);
  const list = stated.length === 0 ? [...shown] : stated.map((one) => shown.find((other) => key(other) === key(one)) ?? one);
  const isNew = (one: BylineAuthor) => one.role !== 'writer' && !list.some((other) => key(other) === key(one));
  const all = stated.length === 0 ? list : [...list, ...shown.filter(isNew)];
  return all.filter((one, at) => all.findIndex((other) => key(other) === key(one) && other.role === one.role) === at);
}

function unique(names: readonly string[]): string[] {
  const keys = names.map(matchKey);
  return names.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

const nobody: Names = { authors: [], agencies: [], dateline: null };

/** The city and agency that the text itself begins with, or the agency that it ends with: `… قال --(بترا)`. */
function leadNames({ body }: StoryPart): Names {
  const first = body.blocks.find((block) => block.kind !== 'heading');
  const lead = first === undefined ? null : readLead(cleanText(first.text).replace(/\n/g, ' '));
  const last = body.blocks[body.blocks.length - 1];
  const signed = last === undefined ? undefined : /[([]([^()[\]]{2,40})[)\]][\s.\-–—]{0,6}$/u.exec(last.text.slice(-60))?.[1];
  const unbracketed = last === undefined ? undefined : /[\s.\-–—ـ]([^\s()[\].\-–—ـ]{2,20})[\s.\-–—ـ]{0,6}$/u.exec(last.text.slice(-40))?.[1];
  const agency = [signed, unbracketed].find((name) => name !== undefined && isAgencyName(name.trim()))?.trim();
  if (agency === undefined) return lead ?? nobody;
  return { ...(lead ?? nobody), agencies: [...(lead?.agencies ?? []), agency] };
}
