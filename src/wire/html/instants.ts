// When a page says that its story was published and updated: from its data, its head, its elements, or its lines of text.
import { readDateTime } from '../../arabic/date-grammar.ts';
import type { Block } from './blocks.ts';
import { readDateLine } from './date-lines.ts';
import { hasHint } from './hints.ts';
import { elementsOf } from './scopes.ts';
import { edgesOf, type StoryPart } from './story-part.ts';
import { elementsIn, type PageElement, textOf } from './tree.ts';

export interface StoryInstants {
  /** ISO instants in UTC; a day without a time is its midnight. Null when not stated. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

const PUBLISHED = [
  'article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'date_published', 'article:published',
  'article.published', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publish_date', 'publication_date',
  'publicationdate', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date.created', 'dc.date', 'dcterms.date', 'cxenseparse:recs:publishtime',
  'citation_publication_date', 'citation_date', 'article_date_original', 'originalpublicationdate', 'vr:published_time', 'bt:pubdate', 'date',
] as const; // biome-ignore format: a list to scan
const UPDATED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'revised',
] as const;

// Years that are not written are never guessed, so that any day will do.
const reference = Temporal.PlainDate.from('2000-01-01');

/** `timeZone`: in which a time is taken that names no zone. */
export function instantsOf(part: StoryPart, timeZone: string): StoryInstants {
  const shown = shownInstants(part, timeZone);
  const read = (text: string | null | undefined) => instantOf(text, timeZone);
  const head = part.isOnly ? part.head : null;
  const published =
    read(part.article?.publishedAt) ?? first(head?.metas(...PUBLISHED) ?? [], read) ?? shown.publishedAt;
  const updated = read(part.article?.updatedAt) ?? first(head?.metas(...UPDATED) ?? [], read) ?? shown.updatedAt;
  return { publishedAt: published ?? null, updatedAt: updated === published ? null : updated };
}

function first<T>(things: readonly T[], read: (thing: T) => string | null): string | null {
  for (const thing of things) {
    const instant = read(thing);
    if (instant !== null) return instant;
  }
  return null;
}

/** The instant that a stated date means; null for what is no date, or lies outside the years of newspapers on the web. */
export function instantOf(text: string | null | undefined, timeZone: string): string | null {
  if (text === null || text === undefined || text.length > 80) return null;
  const reading = readDateTime(text.trim(), { reference, timeZone });
  if (reading === null || reading.date.year < 1800 || reading.date.year > 2200) return null;
  return (reading.instant ?? reading.date.toZonedDateTime(timeZone).toInstant()).toString();
}

function shownInstants(part: StoryPart, timeZone: string): StoryInstants {
  const marked = markedInstants(part, timeZone);
  if (marked.publishedAt !== null) return marked;
  // What stands between headline and body is said of the story; what stands above may be said of the day.
  const top = part.scope.title?.index ?? -1;
  const under = part.above.filter(({ index }) => index > top);
  const over = part.above.filter(({ index }) => index < top);
  const blocks = [...under, ...over, ...edgesOf(part), ...part.below].filter(
    ({ holder }) => !part.survey.isInCard(holder),
  );
  const lines = [...dateLines(blocks)];
  const read = lines.map((line) => readDateLine(line, timeZone));
  // A line that is a date and nothing else is surer than a date in a line with more.
  const published =
    first(read, (date) => date?.published ?? null) ??
    first(
      lines.filter((_, at) => (read[at]?.updated ?? null) === null && read[at]?.isRelative !== true),
      (line) => looseDate(line, timeZone),
    );
  return { publishedAt: published, updatedAt: marked.updatedAt ?? first(read, (date) => date?.updated ?? null) };
}

/** Elements that carry a date in an attribute, or are marked as one: those above the body first. */
function markedInstants(part: StoryPart, timeZone: string): StoryInstants {
  const last = part.below[part.below.length - 1] ?? part.body.blocks[part.body.blocks.length - 1];
  let publishedAt: string | null = null;
  let updatedAt: string | null = null;
  for (const element of elementsOf(part.scope)) {
    const { attributes, tag } = element;
    const property = attributes.itemprop?.toLowerCase();
    const isMarked =
      tag === 'time' || property === 'datepublished' || property === 'datemodified' || attributes.pubdate !== undefined;
    // A date that says of itself that it is the publication's is believed in a story's footer too.
    const isElsewhere = property === undefined ? part.survey.isAway(element) : part.survey.isInCard(element);
    if (!isMarked || isElsewhere || element.at > (last?.at ?? 0) + 20_000) continue;
    const written = [
      attributes.datetime,
      attributes.content,
      attributes['data-datetime'],
      attributes.title,
      textOf(element, 90),
    ];
    const instant = first(written, (text) => instantOf(text, timeZone));
    if (instant === null) continue;
    if (property === 'datemodified' || isUpdateTime(element)) updatedAt ??= instant;
    else publishedAt ??= instant;
  }
  return { publishedAt, updatedAt };
}

function isUpdateTime({ attributes, parent }: PageElement): boolean {
  const names = `${attributes.class ?? ''} ${parent?.attributes.class ?? ''}`.toLowerCase();
  return /\b(?:updated|modified|update)\b/.test(names) && !/\bpublished\b/.test(names);
}

function* dateLines(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.length > 300) continue;
    for (const line of block.text.split(/\n|\s[|•·]\s/u)) yield line.trim();
    for (const element of elementsIn(block.holder)) if (hasHint(element, 'date')) yield textOf(element, 160);
  }
}

const dated =
  /(?:\p{L}{3,12}\.?,?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,12}\.?(?:\s\p{L}{3,12})?,?\s+\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:[\s,–-]{1,4}\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?/giu;

/** The date in a line in which more stands: `GMT 17:27 17.03.2020 … نسخ الرابط`, `By Ann Lee, 3 May 2024`. */
function looseDate(line: string, timeZone: string): string | null {
  if (line.length > 120 || !/\p{N}{4}/u.test(line)) return null;
  const whole = instantOf(line, timeZone);
  if (whole !== null) return whole;
  for (const [found] of line.matchAll(dated)) {
    const instant = instantOf(found, timeZone);
    if (instant !== null) return instant;
  }
  return null;
}
