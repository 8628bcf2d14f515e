// Who wrote a story and from where: from the lines around its headline, from its data, from its first and last words.
import { isAgencyName } from '../../arabic/agencies.ts';
import { isKnownCity } from '../../arabic/cities.ts';
import { isGivenName } from '../../arabic/given-names.ts';
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import type { BylineAuthor } from '../../story/byline.ts';
import type { Draft } from '../../story/draft.ts';
import { type BylineReading, readByline, readLead } from '../capture/bylines.ts';
import { authorLines, isLabelled, isNoPerson, latinNames, paperAndCity } from './author-lines.ts';
import type { Block } from './blocks.ts';
import { hasHint } from './hints.ts';
import { edgesOf, type StoryPart } from './story-part.ts';
import { around, elementsIn, type PageElement, textOf } from './tree.ts';

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
const MOST_AUTHORS = 20;
const MOST_AGENCIES = 10;

export function bylineOf(part: StoryPart): StoryByline {
  const papers = paperKeys(part);
  const taken = new Set<Block>();
  const inLines = shownNames(part, papers);
  const isPaperOnly = inLines === null || inLines.authors.every(({ name }) => papers.has(matchKey(name)));
  const shown = isPaperOnly ? (edgeNames(part, papers, taken) ?? inLines) : inLines;
  const stated = statedNames(part, papers);
  const lead = leadNames(part, papers);
  const authors = merged(shown?.authors ?? [], stated.authors);
  const agencies = unique([...(shown?.agencies ?? []), ...stated.agencies, ...lead.agencies]).slice(0, MOST_AGENCIES);
  const dateline = shown?.dateline ?? stated.dateline ?? part.article?.dateline ?? lead.dateline;
  const paper = authors.length === 0 && agencies.length === 0 ? lead.authors : [];
  return {
    byline: {
      authors: [...authors, ...paper]
        .slice(0, MOST_AUTHORS)
        .map((author) => ({ ...author, name: author.name.slice(0, 200) })),
      agencies: agencies.map((name) => name.slice(0, 120)),
      dateline: dateline === null ? null : dateline.slice(0, 120),
    },
    taken,
  };
}

/** Names of the paper itself: as an author they say nothing, unless a line of the page prints them as one. */
function paperKeys({ head, linked, scope }: StoryPart): ReadonlySet<string> {
  const title = scope.title?.text ?? '';
  // What the page's title has beside the headline is the paper's name, or a section's, but no person's.
  const tails = (head.title ?? '')
    .replace(title === '' ? /^$/ : title, ' | ')
    .split(/\s+[|–—·•«»-]+\s+|\s*[|:]\s+/u)
    .filter((tail) => tail.trim() !== '' && !matchKey(title).includes(matchKey(tail)));
  const names = [head.meta('og:site_name', 'application-name'), ...linked.publishers, ...tails];
  const keys = names.flatMap((name) => (name === null ? [] : [matchKey(name)]));
  // `صحيفة النهر` signs as `النهر`.
  const short = keys.map((key) =>
    key.replace(
      /^(?:صحيفه|جريده|موقع|شبكه|قناه|وكاله|مجله|بوابه|the) | (?:للانبا|الاخباريه|الاخباري|الالكترونيه|اليوميه|نيوز|news|online)$/gu,
      '',
    ),
  );
  return new Set([...keys, ...short].filter((key) => key !== ''));
}

/** How far a line is believed: in an element named for authors, in one named for what stands beside them, or by its form alone. */
type Candidate = { readonly text: string; readonly mark: 'author' | 'meta' | 'none' };

function shownNames(part: StoryPart, papers: ReadonlySet<string>): Names | null {
  for (const blocks of [part.above, part.below]) {
    const candidates = blocks
      .filter((block) => !part.survey.isInCard(block.holder))
      .flatMap((block) => [...candidatesIn(block)]);
    for (const mark of ['author', 'meta', 'none'] as const) {
      const marked = candidates.filter((candidate) => candidate.mark === mark);
      // A line that says `By` is surer than one that stands where names stand.
      for (const candidate of [...marked.filter(({ text }) => isLabelled(text)), ...marked]) {
        const names = namesIn(candidate, papers);
        if (names !== null) return { ...names, ...withOthers(names, candidates) };
      }
    }
  }
  return null;
}

/** With those whom other lines name in another role, `ترجمة: …`, and the city when another line has it. */
function withOthers(names: Names, candidates: readonly Candidate[]): Names {
  const others = candidates.flatMap(({ text }) => readByline(text) ?? []).filter(({ certainty }) => certainty === 3);
  const inRoles = others.flatMap(({ authors }) => authors).filter(({ role }) => role !== 'writer');
  const isNew = (one: BylineAuthor) => !names.authors.some(({ name }) => matchKey(name) === matchKey(one.name));
  const sameNames = (one: Names) => one.authors.length > 0 && one.authors.every((author) => !isNew(author));
  return {
    agencies: names.agencies,
    authors: [...names.authors, ...inRoles.filter(isNew)],
    dateline: names.dateline ?? others.find(sameNames)?.dateline ?? null,
  };
}

function* candidatesIn(block: Block): Generator<Candidate> {
  if (block.length > 600) return;
  const boxes = [...around(block.holder, 4)];
  const inner = authorElementsIn(block.holder);
  const isMarked = inner.length > 0 || boxes.some(isAuthorElement);
  const mark = isMarked ? 'author' : boxes.some((box) => hasHint(box, 'meta')) ? 'meta' : 'none';
  yield* authorLines(block.text).map((text): Candidate => ({ text, mark }));
  for (const element of inner) {
    yield* authorLines(textOf(element, 320, isDateElement)).map((text): Candidate => ({ text, mark: 'author' }));
  }
  // Names and city are often parts of one line: `<span>رامي الصباغ</span><span>(عمّان)</span>`.
  const [box] = boxes.slice(1);
  if (box !== undefined && isMarked && textOf(box, 200).length <= 120) {
    yield* authorLines(textOf(box, 200, isDateElement)).map((text): Candidate => ({ text, mark: 'author' }));
  }
}

function authorElementsIn(holder: PageElement): PageElement[] {
  const found: PageElement[] = [];
  let steps = 0;
  for (const element of elementsIn(holder)) {
    steps += 1;
    if (steps > 80) break;
    if (element !== holder && isAuthorElement(element) && !hasAuthorInside(element)) found.push(element);
  }
  return found;
}

function isAuthorElement(element: PageElement): boolean {
  return /\bauthor\b/.test(element.attributes.rel ?? '') || hasHint(element, 'byline');
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

const LEAST_CERTAIN = { author: 1, meta: 2, none: 3 } as const;

function namesIn({ text, mark }: Candidate, papers: ReadonlySet<string>): Names | null {
  const paper = paperAndCity(text, papers);
  // The paper's name alone stands in every corner of a page; as a byline it is believed where bylines stand.
  if (paper !== null)
    return paper.dateline !== null || paper.agencies.length > 0 || mark === 'author' || isLabelled(text) ? paper : null;
  const names = mark === 'author' ? latinNames(text) : null;
  const reading = believed(readByline(text), mark) ?? (names === null ? null : readByline(`By ${names}`));
  if (reading === null) return null;
  const isShouted = reading.certainty < 3 && text === text.toUpperCase() && /[A-Z]/.test(text);
  const isPaper = reading.authors.some(({ name }) => papers.has(matchKey(name))) && !isLabelled(text);
  return isShouted || isPaper || reading.authors.some(({ name }) => isNoPerson(name)) ? null : reading;
}

const believed = (reading: BylineReading | null, mark: Candidate['mark']) =>
  reading !== null && reading.certainty >= LEAST_CERTAIN[mark] ? reading : null;

/** A first or last block of the body that is a byline and nothing else. */
function edgeNames(part: StoryPart, papers: ReadonlySet<string>, taken: Set<Block>): Names | null {
  for (const block of edgesOf(part)) {
    if (block.length > 120) continue;
    const filed = filedFrom(block.text);
    if (filed !== null) {
      taken.add(block);
      return filed;
    }
    for (const text of authorLines(block.text)) {
      if (block.kind === 'heading' && !isLabelled(text)) continue;
      const names = namesIn({ text, mark: 'none' }, papers);
      if (names === null) continue;
      taken.add(block);
      return names;
    }
  }
  return null;
}

/** `واحة النخيل - خالد المطوع:` on a line before the text: a place, known or not, and a name that begins as names do. */
function filedFrom(text: string): Names | null {
  const [, place, name] = /^([^-–—:()]{3,30}?)\s*[-–—]\s*([^-–—:()]{5,40}?)\s*:$/u.exec(cleanText(text).trim()) ?? [];
  if (place === undefined || name === undefined || place.split(' ').length > 3 || name.split(' ').length > 4)
    return null;
  if (!isGivenName(name.split(' ', 1)[0] ?? '')) return null;
  return { authors: [{ name, role: 'writer' }], agencies: [], dateline: place };
}

function statedNames(part: StoryPart, papers: ReadonlySet<string>): Names {
  const linked = part.article?.authors ?? [];
  const inHead = linked.length > 0 || !part.isOnly ? [] : part.head.metas(...STATED).slice(0, MOST_AUTHORS);
  const stated = [...linked, ...inHead.map((name) => ({ name, isPerson: false }))];
  const authors: BylineAuthor[] = [];
  const agencies: string[] = [];
  let dateline: string | null = null;
  for (const { line, isPerson } of stated.flatMap(({ name, isPerson }) =>
    authorLines(name)
      .slice(0, 1)
      .map((line) => ({ line, isPerson })),
  )) {
    const paper = paperAndCity(line, papers);
    // The paper alone as the author in its data is no byline; with a city it was printed as one.
    if (paper !== null && !isPerson) {
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
  const list =
    stated.length === 0 ? [...shown] : stated.map((one) => shown.find((other) => key(other) === key(one)) ?? one);
  const isNew = (one: BylineAuthor) => one.role !== 'writer' && !list.some((other) => key(other) === key(one));
  const all = stated.length === 0 ? list : [...list, ...shown.filter(isNew)];
  return all.filter((one, at) => all.findIndex((other) => key(other) === key(one) && other.role === one.role) === at);
}

function unique(names: readonly string[]): string[] {
  const keys = names.map(matchKey);
  return names.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

const nobody: Names = { authors: [], agencies: [], dateline: null };

/** `نواكشوط - هبطت طائرة …`: a known city before a dash. */
function cityFirst(block: Block | undefined): Names {
  const city = /^([^\s\-–—ـ:()][^\-–—ـ:()]{1,24}?)\s*[-–—ـ:]\s/u.exec(cleanText(block?.text.slice(0, 40) ?? ''))?.[1];
  return city !== undefined && isKnownCity(city) ? { ...nobody, dateline: city } : nobody;
}

/** The city and agency that the text itself begins with, or the agency that it ends with: `… قال --(بترا)`. */
function leadNames({ body }: StoryPart, papers: ReadonlySet<string>): Names {
  const first = body.blocks.find((block) => block.kind !== 'heading');
  const read = first === undefined ? null : readLead(cleanText(first.text).replace(/\n/g, ' '));
  const lead =
    read === null
      ? cityFirst(first)
      : { ...read, authors: read.authors.filter(({ name }) => read.dateline !== null || !papers.has(matchKey(name))) };
  const last = body.blocks[body.blocks.length - 1];
  const end = last?.text.slice(-60) ?? '';
  const signed = /[([]([^()[\]]{2,40})[)\]][\s.\-–—]{0,6}$/u.exec(end)?.[1];
  const unbracketed = /[\s.\-–—ـ]([^\s()[\].\-–—ـ]{2,20})[\s.\-–—ـ]{0,6}$/u.exec(end)?.[1];
  const agency = [signed, unbracketed].find((name) => name !== undefined && isAgencyName(name.trim()))?.trim();
  return agency === undefined ? lead : { ...lead, agencies: [...lead.agencies, agency] };
}
