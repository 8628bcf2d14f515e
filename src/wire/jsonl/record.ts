// One line of a file of stories: its schema, and the draft that it becomes.
import { z } from 'zod';
import { type Draft, draft as draftSchema } from '../../story/draft.ts';
import { readByline } from '../capture/bylines.ts';
import { isAgencyName } from '../capture/known-names.ts';
import { languageOf } from '../capture/language.ts';
import { instantOfRecord } from './instants.ts';
import { oneLineOf, paragraphsOf } from './marked-text.ts';

const field = (most: number) => z.string().max(most).nullish();

/** What a record may hold. Anything else is left out and told once. */
export const recordSchema = z.object({
  id: z.union([z.string().max(200), z.int()]).nullish(),
  source: field(500),
  section: field(500),
  headline: field(5_000),
  author: field(1_000),
  published: field(200),
  standfirst: field(20_000),
  text: field(2_000_000),
  url: field(4_000),
});
type RecordFields = z.output<typeof recordSchema>;

export const knownFields: ReadonlySet<string> = new Set(Object.keys(recordSchema.shape));

/** A record read. `id` is null when it has none: it is then known again by its address or headline, as a captured page is. */
export interface ReadRecord {
  readonly id: string | null;
  readonly outlet: string;
  readonly draft: Draft;
}

/** Why a record is refused: one English sentence without its place. */
export class RecordRefused extends Error {}

export interface RecordOptions {
  /** IANA zone for times that name none. */
  readonly timeZone: string;
  readonly milliseconds: number;
}

/** Reads what JSON.parse gave for a line. Throws `RecordRefused`, and `HtmlRefused` for markup beyond bounds. */
export function readRecord(value: unknown, { timeZone, milliseconds }: RecordOptions): ReadRecord {
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success) throw new RecordRefused(reasonOf(parsed.error, value));
  const record = parsed.data;
  const line = (text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : oneLineOf(text, milliseconds) || null;
  const paragraphs = paragraphsOf(record.text ?? '', milliseconds);
  const standfirst = line(record.standfirst);
  const [lead] = paragraphs;
  const headline = line(record.headline) ?? (lead === undefined ? standfirst : headlineOf(lead));
  if (headline === null) throw new RecordRefused('it has neither headline nor text');
  if (paragraphs.length === 0 && standfirst === null) throw new RecordRefused('it has neither text nor standfirst');
  const outlet = line(record.source)?.slice(0, 120).trim() ?? '';
  const draft: Draft = {
    headline,
    kicker: null,
    standfirst,
    section: line(record.section)?.slice(0, 120).trim() || null,
    byline: bylineOf(line(record.author), outlet),
    publishedAt: publishedAt(record, timeZone),
    updatedAt: null,
    language: languageOf([headline, ...paragraphs.slice(0, 20)].join('\n')),
    paragraphs,
    pictures: [],
    corrections: [],
    topics: [],
    related: [],
    canonical: addressOf(record.url),
  };
  const checked = draftSchema.safeParse(draft);
  if (!checked.success) throw new RecordRefused(reasonOf(checked.error, draft));
  return { id: idOf(record), outlet, draft: checked.data };
}

const longestMadeHeadline = 120;

/** The first sentence of a text that came without a headline, or as many whole words of it as a headline may have. */
function headlineOf(lead: string): string {
  const sentence = /^.{15,}?[.!?؟؛](?=\s|$)/u.exec(lead.slice(0, 400))?.[0].replace(/[.؛]$/u, '') ?? lead;
  if (sentence.length <= longestMadeHeadline) return sentence;
  const cut = sentence.slice(0, longestMadeHeadline + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut
    .slice(0, end < 40 ? longestMadeHeadline : end)
    .replace(/[\s،,:-]+$/u, '')
    .toWellFormed()}…`;
}

function idOf({ id }: RecordFields): string | null {
  if (id === null || id === undefined) return null;
  // PostgreSQL keeps no NUL; a lone surrogate is no text anywhere.
  const text = String(id).trim().toWellFormed();
  if (text.includes('\u{0}')) throw new RecordRefused('its id holds a NUL character');
  return text === '' ? null : text;
}

function publishedAt({ published }: RecordFields, timeZone: string): string | null {
  if (published === null || published === undefined || published.trim() === '') return null;
  const instant = instantOfRecord(published, timeZone);
  if (instant !== null) return instant;
  const shown = JSON.stringify(published.slice(0, 60));
  throw new RecordRefused(
    `its date ${shown} is none that can be read; ISO 8601, RFC 822 and day/month/year can, and null for none`,
  );
}

function bylineOf(author: string | null, outlet: string): Draft['byline'] {
  const read = author === null || machineId.test(author) ? null : readByline(author);
  const isUnread = author !== null && read === null && !machineId.test(author);
  const authors = read?.authors ?? (isUnread && !isAgencyName(author) ? [whole(author)] : []);
  const agencies = [...(read?.agencies ?? (isUnread && isAgencyName(author) ? [author.slice(0, 120)] : []))];
  if (outlet !== '' && !agencies.includes(outlet)) agencies.push(outlet);
  return { authors: authors.slice(0, 20), agencies: agencies.slice(-10), dateline: read?.dateline ?? null };
}

const whole = (name: string): Draft['byline']['authors'][number] => ({ name: name.slice(0, 200), role: 'writer' });
/** What content systems leave where an author was not given: a UUID, a number. */
const machineId = /^(?:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\d\s\-–—.,:;|/]+)$/iu;

/** Only addresses of the web are kept: no other says where a story stood. */
function addressOf(url: string | null | undefined): string | null {
  if (url === null || url === undefined || url.length > 2_000) return null;
  const text = url.trim();
  return /^https?:\/\/[^\s/]/iu.test(text) && URL.canParse(text) ? text.toWellFormed() : null;
}

function reasonOf(error: z.ZodError, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is JSON, and not an object';
  const issues = error.issues.slice(0, 3).map((issue) => {
    const name = issue.path.join('.');
    return `${name}: ${issue.message}`;
  });
  return issues.join('; ');
}
