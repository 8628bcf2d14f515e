// Reads a story with all that stands around it on its page.
import { type Kysely, sql } from 'kysely';
import { precompiled, precompiledForMany } from '../../records/precompiled.ts';
import { listingPlaces } from '../../records/read/listing.ts';
import { story as storedStory } from '../../records/read/story.ts';
import type { Tables } from '../../records/tables.ts';
import type { Block } from '../../story/body.ts';
import type { Card } from '../../story/card.ts';
import type { PictureId, StoryId } from '../../story/ids.ts';
import { editionList, sectionList } from '../../story/listing.ts';
import type { Picture } from '../../story/picture.ts';
import type { Section } from '../../story/section.ts';
import type { StoryContent } from '../../story/story.ts';
import type { CorrectionView, StoryAnswer, TopicView } from '../../story/views.ts';
import type { Actor } from '../actor.ts';
import { pictureOfRow } from '../appearance.ts';
import { picturesIn } from '../content.ts';
import type { Newsroom } from '../newsroom.ts';
import { shownCards, shownInOrder } from './cards.ts';
import { correctionOf } from './corrections.ts';
import { eventOf } from './event.ts';
import { furniture } from './furniture.ts';
import { relatedTo } from './related.ts';
import { isShown, siteView } from './view.ts';

/** The story for its page; that it was killed, without a word of it; or that there is none for this actor. */
export async function story(newsroom: Newsroom, actor: Actor, id: StoryId): Promise<StoryAnswer> {
  const db = await siteView(newsroom, actor);
  if (!Number.isSafeInteger(id)) return { kind: 'absent' };
  const stored = await storedStory(db, id);
  if (stored === null) return { kind: 'absent' };
  if (stored.state === 'killed') return { kind: 'killed', storyId: id, headline: null };
  if (stored.live === null || !isShown(newsroom, stored.state, stored.embargoUntil)) return { kind: 'absent' };

  const { card, content } = stored.live;
  const section = await sectionOf(newsroom, actor, card);
  // On PostgreSQL these go out side by side.
  const [[topics, related], corrections, pictures, inline, event, next, translations] = await Promise.all([
    topicsOf(db, id).then(async (found) => {
      const topicIds = found.map((topic) => topic.id);
      return [found, await relatedTo(newsroom, actor, { card, topics: topicIds })] as const;
    }),
    correctionsOf(db, id),
    picturesOf(db, content),
    inlineOf(newsroom, db, content),
    eventOf(newsroom, db, id),
    nextOf(newsroom, db, card),
    translationsOf(newsroom, db, id, stored.translationOf),
  ]);
  const { number: revision } = stored.live;
  const view = {
    card,
    section,
    body: content.body,
    revision,
    pictures,
    inline,
    topics,
    corrections,
    related,
    event,
    next,
    translations,
  };
  return { kind: 'story', view };
}

/** The card's section. Another process may have added it a moment ago: then the furniture in memory is read anew. */
async function sectionOf(newsroom: Newsroom, actor: Actor, card: Card): Promise<Section> {
  for (const isLastTry of [false, true]) {
    const { sections } = await furniture(newsroom, actor, card.edition);
    const section = sections.find((candidate) => candidate.id === card.sectionId);
    if (section !== undefined) return section;
    if (!isLastTry) newsroom.kept.furniture.drop(card.edition);
  }
  throw new Error(`story ${card.id} stands in section ${card.sectionId}, which is not there`);
}

/** Topics as published: those in whose lists the story stands, in its own order. */
const publishedTopics = precompiled((db, id: StoryId) =>
  db
    .selectFrom('story_topics')
    .innerJoin('topics', 'topics.id', 'story_topics.topic_id')
    .innerJoin('listings', (join) =>
      join
        .onRef('listings.story_id', '=', 'story_topics.story_id')
        .on('listings.list', '=', sql<`topic:${number}`>`'topic:' || story_topics.topic_id`),
    )
    .select(['topics.id', 'topics.slug', 'topics.name', 'topics.kind', 'topics.about'])
    .where('story_topics.story_id', '=', id)
    .orderBy('story_topics.position'),
);

async function topicsOf(db: Kysely<Tables>, id: StoryId): Promise<TopicView[]> {
  return await publishedTopics(db, id);
}

const correctionRows = precompiled((db, id: StoryId) =>
  db
    .selectFrom('corrections')
    .select(['id', 'story_id', 'at', 'text'])
    .where('story_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc'),
);

async function correctionsOf(db: Kysely<Tables>, id: StoryId): Promise<CorrectionView[]> {
  return (await correctionRows(db, id)).map(correctionOf);
}

const pictureRows = precompiledForMany((db, ids: readonly PictureId[]) =>
  db.selectFrom('pictures').selectAll().where('id', 'in', ids),
);

async function picturesOf(db: Kysely<Tables>, content: StoryContent): Promise<Map<PictureId, Picture>> {
  const rows = await pictureRows(db, picturesIn(content));
  return new Map(rows.map((row) => [row.id, pictureOfRow(row)]));
}

async function inlineOf(newsroom: Newsroom, db: Kysely<Tables>, content: StoryContent): Promise<Map<StoryId, Card>> {
  const ids = content.body.content.flatMap((block: Block) =>
    block.type === 'relatedInline' ? [block.attrs.storyId] : [],
  );
  return await shownCards(newsroom, db, ids);
}

/**
 * The next story to read: the next older one of the section, else the next older one of the edition. Always older, so that
 * reading on never comes back to where it was, and ends.
 */
async function nextOf(newsroom: Newsroom, db: Kysely<Tables>, card: Card): Promise<Card | null> {
  const before = { publishedAt: card.publishedAt, id: card.id };
  for (const list of [sectionList(card.sectionId), editionList(card.edition)]) {
    const places = await listingPlaces(db, { list, before, limit: 1 });
    const [next] = await shownInOrder(
      newsroom,
      db,
      places.map((place) => place.id),
    );
    if (next !== undefined) return next;
  }
  return null;
}

const linkedIds = precompiled((db, group: StoryId, id: StoryId) =>
  db
    .selectFrom('stories')
    .select('id')
    .where('translation_of', '=', group)
    .where('id', '<>', id)
    .orderBy('edition')
    .limit(sql.lit(20)),
);

async function translationsOf(
  newsroom: Newsroom,
  db: Kysely<Tables>,
  id: StoryId,
  group: StoryId | null,
): Promise<Card[]> {
  if (group === null) return [];
  const rows = await linkedIds(db, group, id);
  return await shownInOrder(
    newsroom,
    db,
    rows.map((row) => row.id),
  );
}
