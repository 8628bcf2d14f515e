// A page of search results as the site shows it: what was understood, the stories with the words that were meant marked, how many
// there are in each section, month and so on, and what to try instead when there are none.
import type { Kysely } from 'kysely';
import type { QueryProblem } from '../../archive/query/parsed-query.ts';
import { anything, type Narrowing } from '../../archive/rank/narrowing.ts';
import type { Cursor, Order } from '../../archive/results.ts';
import type { Question } from '../../archive/search-index.ts';
import {
  type MarkedPiece,
  type MarkedSnippet,
  markedHeadline,
  markedSnippet,
} from '../../archive/snippets/marked-snippet.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey, StoryId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { siteView } from '../reading/view.ts';
import { didYouMean } from './did-you-mean.ts';
import { documentsOf, type StoryDocument } from './documents.ts';
import { FACET_KINDS, type FacetList, facetLists } from './facet-lists.ts';
import type { LayeredArchive } from './layers.ts';
import { marksOf } from './marks.ts';
import { type Understood, understood } from './question.ts';

export interface SearchRequest {
  readonly edition: EditionKey;
  /** IANA zone of the edition. */
  readonly timeZone: string;
  /** As typed. */
  readonly text: string;
  /** Facets that were chosen: `section:12`, `month:2023-10`. Several of one kind are alternatives. */
  readonly chosen: readonly string[];
  readonly order: Order;
  readonly after: Cursor | null;
  readonly limit: number;
}

export interface ShownHit {
  readonly id: StoryId;
  readonly headline: readonly MarkedPiece[];
  readonly snippet: MarkedSnippet;
}

export interface SearchView {
  readonly hits: readonly ShownHit[];
  /** Stories that hold enough of what was asked, on all pages. */
  readonly total: number;
  readonly facets: readonly FacetList[];
  readonly next: Cursor | null;
  /** The query with its slips put right; null when nothing is better. */
  readonly didYouMean: string | null;
  /** Nothing holds enough of what was asked: these hold something of it. `total` is then 0. */
  readonly isNearest: boolean;
  /** The days that the query's own words name, which come first; epoch milliseconds, `to` not included. */
  readonly named: { readonly from: number | null; readonly to: number | null } | null;
  readonly problems: readonly QueryProblem[];
}

export async function searchView(
  newsroom: Newsroom,
  actor: Actor,
  archive: LayeredArchive,
  request: SearchRequest,
): Promise<SearchView> {
  const db = await siteView(newsroom, actor);
  const { edition, timeZone, chosen, order, after, limit } = request;
  const now = newsroom.clock().epochMilliseconds;
  const asked = await understood(db, archive, request.text, { edition, timeZone, now });
  const question = narrowedTo(asked.question, [`edition:${edition}`], chosen);
  const results = archive.results(question, { order, after, limit });
  const isNearest = results.total === 0 && question.words.length > 0;
  const found = isNearest ? archive.ask(nearest(question, edition), limit) : results.hits;
  const ids = found.map((hit) => hit.id);
  return {
    hits: await shownHits(newsroom, db, archive, asked, ids),
    total: results.total,
    facets: await facetLists(db, edition, results.facets, chosen),
    next: isNearest ? null : results.next,
    didYouMean: after === null ? await didYouMean(newsroom, db, archive, request.text, asked.meant) : null,
    isNearest,
    named: asked.question.moments?.named ?? null,
    problems: asked.parsed.problems,
  };
}

function narrowedTo(question: Question, own: readonly string[], chosen: readonly string[]): Question {
  const narrowing = question.narrowing ?? anything;
  const groups = FACET_KINDS.map((kind) => chosen.filter((facet) => facet.startsWith(`${kind}:`)));
  const facets = [...narrowing.facets, own, ...groups.filter((group) => group.length > 0)];
  return { ...question, narrowing: { ...narrowing, facets } };
}

/** The same words with nothing that narrows them but what must never be shown with them. */
function nearest({ narrowing, ...question }: Question, edition: EditionKey): Question {
  const wider: Narrowing = { ...anything, facets: [[`edition:${edition}`]], without: narrowing?.without ?? [] };
  return { ...question, narrowing: wider };
}

async function shownHits(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  archive: LayeredArchive,
  { parsed, question }: Understood,
  ids: readonly StoryId[],
): Promise<ShownHit[]> {
  const marks = { ...marksOf(archive, question), phrases: parsed.phrases };
  const documents = new Map((await documentsOf(newsroom, db, ids)).map((document) => [document.id, document]));
  return ids.flatMap((id) => {
    const document = documents.get(id);
    if (document === undefined) return [];
    const snippet = markedSnippet(textOf(document), marks);
    return [{ id, headline: markedHeadline(document.headline, marks), snippet }];
  });
}

const textOf = ({ standfirst, body }: StoryDocument): string =>
  standfirst === '' || body.startsWith(standfirst.slice(0, 60)) ? body : `${standfirst}\n${body}`;
