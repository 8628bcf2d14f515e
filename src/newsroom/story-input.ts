// What acts on a story's text share: numbering a revision, and checking what a content and its filing name.

import { sql } from 'kysely';
import { matchKey } from '../arabic/normal-form.ts';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { precompiledForMany } from '../records/precompiled.ts';
import type { EditionKey, PictureId, RevisionId, StoryId, TopicId } from '../story/ids.ts';
import type { StoryContent } from '../story/story.ts';
import type { Doing } from './act.ts';
import { actorName } from './actor.ts';
import { type CanonicalContent, picturesIn } from './content.ts';
import { forEdition } from './for-edition.ts';
import { Kept } from './kept.ts';
import { refuse, refuseInvalid } from './result.ts';

/** Longest headline keys are cut: two headlines that agree so far are one. */
const longestKey = 300;

/**
 * Making a key takes some 20 µs, and the headlines of captured cards come again and again: on the page of their own story,
 * and on each page that was captured in the same days.
 */
const knownKeys = new Kept<string, string>(20_000);

export function headlineKeyOf(headline: string): string {
  let key = knownKeys.get(headline);
  if (key === undefined) {
    key = matchKey(headline).slice(0, longestKey);
    knownKeys.keep(knownKeys.mark(), headline, key);
  }
  return key;
}

/** Writes a revision. Its id was taken before, since the story names it too. */
export async function addRevision(
  doing: Doing,
  at: { readonly id: RevisionId; readonly story: StoryId; readonly number: number },
  canonical: CanonicalContent,
): Promise<void> {
  await insertAll(doing.tx, 'revisions', [
    {
      id: at.id,
      story_id: at.story,
      number: at.number,
      created_at: doing.at,
      created_by: actorName(doing.actor),
      content: canonical.json,
      content_hash: canonical.hash,
      length: canonical.length,
    },
  ]);
}

export async function takeRevisionId(doing: Doing): Promise<RevisionId> {
  return (await takeIds(doing.tx, 'revisions', 1)) as RevisionId;
}

const knownPictures = precompiledForMany((db, ids: readonly PictureId[]) =>
  db.selectFrom('pictures').select('id').where('id', 'in', ids),
);

/** Ends the act when a content names a picture that is not stored. */
export async function checkPictures(doing: Doing, content: StoryContent): Promise<void> {
  const named = picturesIn(content);
  const known = new Set((await knownPictures(doing.tx, named)).map((row) => row.id));
  const missing = named.find((id) => !known.has(id));
  if (missing !== undefined) refuse({ kind: 'absent', what: `picture ${missing}` });
}

const knownTopics = forEdition((edition) =>
  precompiledForMany((db, ids: readonly TopicId[]) =>
    db.selectFrom('topics').select('id').where('edition', '=', sql.lit(edition)).where('id', 'in', ids),
  ),
);

/** Puts these topics, in this order, in place of a story's; ends the act when the edition has no such topic. */
export async function setTopics(
  doing: Doing,
  story: StoryId,
  edition: EditionKey,
  topics: readonly TopicId[],
): Promise<void> {
  const named = [...new Set(topics)];
  if (named.length !== topics.length) refuseInvalid('topics', 'a topic is named twice');
  const known = new Set((await knownTopics(edition)(doing.tx, named)).map((row) => row.id));
  const missing = named.find((id) => !known.has(id));
  if (missing !== undefined) refuse({ kind: 'absent', what: `topic ${missing} in edition ${edition}` });
  await doing.tx.deleteFrom('story_topics').where('story_id', '=', story).execute();
  const rows = named.map((topic_id, position) => ({ story_id: story, topic_id, position }));
  await insertAll(doing.tx, 'story_topics', rows);
}
