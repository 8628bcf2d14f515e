// What may be meant while it is being typed: stories by their headlines, topics and authors by their names.
import type { Kysely } from 'kysely';
import { matchKey } from '../../arabic/normal-form.ts';
import { anything } from '../../archive/rank/narrowing.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey, StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import type { LayeredArchive } from './layers.ts';
import { understood } from './question.ts';

export interface SuggestRequest {
  readonly edition: EditionKey;
  /** IANA zone of the edition. */
  readonly timeZone: string;
  /** As typed so far. */
  readonly text: string;
}

export interface NamedPage {
  readonly slug: string;
  readonly name: string;
}

export interface Suggestions {
  readonly stories: readonly StoryId[];
  readonly topics: readonly NamedPage[];
  readonly authors: readonly NamedPage[];
}

const STORIES = 5;
const NAMES = 3;
const SHORTEST = 2;

export async function suggestions(
  newsroom: Newsroom,
  actor: Actor,
  archive: LayeredArchive,
  { edition, timeZone, text }: SuggestRequest,
): Promise<Suggestions> {
  const db = await siteView(newsroom, actor);
  const key = matchKey(text);
  if (key.length < SHORTEST) return { stories: [], topics: [], authors: [] };
  const now = newsroom.clock().epochMilliseconds;
  const { question } = await understood(db, archive, text, { edition, timeZone, now, typing: true });
  const narrowing = question.narrowing ?? anything;
  const here = { ...question, narrowing: { ...narrowing, facets: [...narrowing.facets, [`edition:${edition}`]] } };
  return {
    stories: archive.ask(here, STORIES).map((hit) => hit.id),
    topics: await namesWith(db, 'topics', edition, key),
    authors: await namesWith(db, 'authors', edition, key),
  };
}

/** Names of which some word begins with what was typed; those that begin with it themselves first. */
async function namesWith(
  db: Kysely<Tables>,
  table: 'topics' | 'authors',
  edition: EditionKey,
  key: string,
): Promise<NamedPage[]> {
  const letters = key.replace(/[%_\\]/gu, '');
  const rows = await db
    .selectFrom(table)
    .select(['slug', 'name', 'name_key'])
    .where('edition', '=', edition)
    .where((eb) => eb.or([eb('name_key', 'like', `${letters}%`), eb('name_key', 'like', `% ${letters}%`)]))
    .orderBy('name_key')
    .limit(50)
    .execute();
  const startsHere = (row: { name_key: string }): number => (row.name_key.startsWith(letters) ? 0 : 1);
  return rows
    .sort((a, b) => startsHere(a) - startsHere(b))
    .slice(0, NAMES)
    .map(({ slug, name }) => ({ slug, name }));
}
