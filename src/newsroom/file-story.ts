// The act of filing: a new story comes to the desk as a draft.
import { z } from 'zod';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { editionKey, type StoryId, sectionId, topicId } from '../story/ids.ts';
import { storyKey } from '../story/listing.ts';
import { storyKind } from '../story/story.ts';
import { act, instant } from './act.ts';
import { canonicalContent, contentAtDoor } from './content.ts';
import { storySubject } from './in-hand.ts';
import { editionIn, pathIn, sectionsOf } from './paper.ts';
import { addRevision, checkPictures, headlineKeyOf, setTopics, takeRevisionId } from './story-input.ts';
import { tellWaiting } from './stubs.ts';

const input = z.object({
  edition: editionKey,
  sectionId,
  kind: storyKind.default('news'),
  content: contentAtDoor,
  /** In the order in which they are shown. */
  topics: z.array(topicId).max(50).default([]),
  embargoUntil: instant.nullable().default(null),
});

/**
 * Files a draft. Problems: absent (edition, section, topic, picture), invalid, denied.
 *
 * @example orThrow(await fileStory(newsroom, actor, { edition: 'ar', sectionId: 3, content })).storyId
 */
export const fileStory = act('file-story', input, async (doing, { edition: key, ...filed }) => {
  doing.allow();
  const edition = await editionIn(doing.tx, key);
  pathIn(await sectionsOf(doing.tx, edition.key), filed.sectionId);
  await checkPictures(doing, filed.content);
  const id = (await takeIds(doing.tx, 'stories', 1)) as StoryId;
  const headlineKey = headlineKeyOf(filed.content.headline);
  const revisionId = await takeRevisionId(doing);
  await insertAll(doing.tx, 'stories', [
    {
      id,
      edition: edition.key,
      kind: filed.kind,
      section_id: filed.sectionId,
      state: 'draft',
      head_revision_id: revisionId,
      live_revision_id: null,
      card: null,
      created_at: doing.at,
      first_published_at: null,
      updated_at: null,
      embargo_until: filed.embargoUntil?.epochMilliseconds ?? null,
      scheduled_for: null,
      killed_at: null,
      kill_reason: null,
      translation_of: null,
      headline_key: headlineKey,
    },
  ]);
  await addRevision(doing, { id: revisionId, story: id, number: 1 }, canonicalContent(filed.content));
  await setTopics(doing, id, edition.key, filed.topics);
  const owners = await tellWaiting(doing.tx, [{ id, edition: edition.key, headlineKey, addressKeys: [] }]);
  doing.log(storySubject(id), { revision: 1 });
  doing.tell('story-filed', id, [storyKey(id), ...(owners.get(id) ?? []).map(storyKey)]);
  return { storyId: id, revisionId };
});
