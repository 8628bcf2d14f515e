// What was found, as it is told to whoever asked: headline, snippet and the id that the story had where it came from.
import type { Kysely } from 'kysely';
import { wordsOf } from '../../archive/document.ts';
import type { Hit, Question } from '../../archive/search-index.ts';
import { type MarkedSnippet, markedSnippet } from '../../archive/snippets/marked-snippet.ts';
import { ofSourceIds, sourceIdsOf } from '../../records/read/source-ids.ts';
import type { Tables } from '../../records/tables.ts';
import { type StoryId, storyId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { editionsOf } from '../paper.ts';
import { siteView } from '../reading/view.ts';
import { modelOf } from './archive.ts';
import { didYouMean } from './did-you-mean.ts';
import { documentsOf, type StoryDocument } from './documents.ts';
import type { LayeredArchive } from './layers.ts';
import { marksOf } from './marks.ts';
import { understood } from './question.ts';
import { quotationsFor } from './quotes.ts';

export interface FoundStory {
  readonly id: StoryId;
  /** Null when the story did not come as a record with an id. */
  readonly sourceId: string | null;
  readonly headline: string;
  readonly score: number;
  /** A stretch of the story's own text, dots where it is cut; of a quotation its words. */
  readonly snippet: string;
  /** Who said it, in quotations only; null when the story does not plainly say. */
  readonly speaker?: string | null;
}

export interface Found {
  readonly hits: readonly FoundStory[];
  /** The query with its slips put right; null when nothing is better. */
  readonly didYouMean: string | null;
}

export type SearchTask = 'search' | 'related' | 'quotes';

/**
 * Up to `limit` hits, best first; only what readers may see at this moment. `query` is some words; for `related` the source
 * id of a story, or its own. Null when there is no such story.
 */
export async function find(
  newsroom: Newsroom,
  actor: Actor,
  archive: LayeredArchive,
  { task, query, limit }: { readonly task: SearchTask; readonly query: string; readonly limit: number },
): Promise<Found | null> {
  const db = await siteView(newsroom, actor);
  switch (task) {
    case 'search': {
      const [edition] = await editionsOf(db);
      if (edition === undefined) return { hits: [], didYouMean: null };
      const asking = { edition: edition.key, timeZone: edition.timeZone, now: newsroom.clock().epochMilliseconds };
      const { question, meant } = await understood(db, archive, query, asking);
      const hits = await stories(newsroom, db, archive, question, archive.ask(question, limit));
      return { hits, didYouMean: await didYouMean(newsroom, db, archive, query, meant) };
    }
    case 'related': {
      const story = await storyNamed(newsroom, db, query);
      if (story === null) return null;
      const hits = archive.alike(modelOf(story), limit + 1).filter((hit) => hit.id !== story.id);
      return {
        hits: await stories(newsroom, db, archive, { words: wordsOf(story.headline) }, hits.slice(0, limit)),
        didYouMean: null,
      };
    }
    case 'quotes': {
      const hits = archive.search(query, STORIES_WITH_QUOTATIONS);
      const documents = await inOrder(newsroom, db, hits);
      const sourceIds = await sourceIdsOf(db, ids(hits));
      const quotations = documents
        .flatMap(({ document, score }) => {
          const { id, headline } = document;
          const named = { id, sourceId: sourceIds.get(id) ?? null, headline };
          return quotationsFor(archive, query, document).map(({ words, speaker, share }) => {
            return { ...named, score: rounded(score * share), snippet: words, speaker };
          });
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
      return { hits: quotations, didYouMean: null };
    }
    default:
      return task satisfies never;
  }
}

/** Stories whose quotations are read for one query. */
const STORIES_WITH_QUOTATIONS = 60;

async function stories(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  archive: LayeredArchive,
  question: Question,
  hits: readonly Hit[],
): Promise<FoundStory[]> {
  const sourceIds = await sourceIdsOf(db, ids(hits));
  const marks = marksOf(archive, question);
  return (await inOrder(newsroom, db, hits)).map(({ document, score }) => {
    const { id, headline, standfirst, body } = document;
    const snippet = textOf(markedSnippet(body === '' ? standfirst : body, marks));
    return { id, sourceId: sourceIds.get(id) ?? null, headline, score: rounded(score), snippet };
  });
}

/** The stories of the hits that are shown now, in the hits' order. */
async function inOrder(newsroom: Newsroom, db: Kysely<Tables>, hits: readonly Hit[]) {
  const byId = new Map((await documentsOf(newsroom, db, ids(hits))).map((document) => [document.id, document]));
  return hits.flatMap(({ id, score }) => {
    const document = byId.get(id);
    return document === undefined ? [] : [{ document, score }];
  });
}

/** A story that is shown, by its source id or, failing that, its own. */
async function storyNamed(newsroom: Newsroom, db: Kysely<Tables>, name: string): Promise<StoryDocument | null> {
  const wanted = name.trim();
  const own = storyId.safeParse(Number(wanted));
  const known = (await ofSourceIds(db, [wanted])).get(wanted)?.storyId;
  const id = known ?? (own.success ? own.data : null);
  return id === null ? null : ((await documentsOf(newsroom, db, [id]))[0] ?? null);
}

function textOf({ pieces, isCutBefore, isCutAfter }: MarkedSnippet): string {
  const text = pieces.map((piece) => piece.text).join('');
  return `${isCutBefore ? '…' : ''}${text}${isCutAfter ? '…' : ''}`;
}

const ids = (hits: readonly Hit[]): StoryId[] => hits.map((hit) => hit.id);
const rounded = (score: number): number => Number(score.toFixed(4));
