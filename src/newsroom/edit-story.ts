// The act of editing: a new revision, or another section, kind, topics or embargo. Readers see nothing of it until it is published.
import { z } from 'zod';
import { revisionId, sectionId, storyId, topicId } from '../story/ids.ts';
import { type DependencyKey, storyKey } from '../story/listing.ts';
import { type StoryContent, storyKind } from '../story/story.ts';
import { act, type Doing, instant } from './act.ts';
import { type CanonicalContent, canonicalContent, contentAtDoor } from './content.ts';
import { revisionOf } from './go-live.ts';
import { type StoryRow, storyInHand, storySubject } from './in-hand.ts';
import { pathIn, sectionsOf } from './paper.ts';
import { refuse, refuseInvalid } from './result.ts';
import { addRevision, checkPictures, headlineKeyOf, setTopics, takeRevisionId } from './story-input.ts';
import { tellWaiting } from './stubs.ts';

const input = z.object({
  storyId,
  /** The newest revision that the editor has seen. */
  expectedHead: revisionId,
  content: contentAtDoor.optional(),
  sectionId: sectionId.optional(),
  kind: storyKind.optional(),
  topics: z.array(topicId).max(50).optional(),
  embargoUntil: instant.nullable().optional(),
});

/**
 * Saves what is given and leaves the rest. When somebody else has saved since `expectedHead`, nothing is written and the
 * answer is a conflict. Problems: conflict, absent, wrong-state (a killed story is restored first), invalid, denied.
 */
export const editStory = act('edit-story', input, async (doing, edit) => {
  const story = await storyInHand(doing, edit.storyId);
  if (story.state === 'killed') refuse({ kind: 'wrong-state', state: story.state });
  const head = await revisionOf(doing, story.id, story.head_revision_id);
  if (head === null) throw new Error(`story ${story.id} has lost its newest revision`);
  if (story.head_revision_id !== edit.expectedHead) {
    refuse({ kind: 'conflict', headRevisionId: story.head_revision_id, headNumber: head.number, by: head.by });
  }
  if (edit.embargoUntil != null && story.state === 'live') {
    refuseInvalid('embargoUntil', 'what readers have seen cannot be put under embargo; kill it instead');
  }
  if (edit.sectionId !== undefined) pathIn(await sectionsOf(doing.tx, story.edition), edit.sectionId);
  if (edit.topics !== undefined) await setTopics(doing, story.id, story.edition, edit.topics);

  const canonical = edit.content === undefined ? null : canonicalContent(edit.content);
  const isNewText = canonical !== null && canonical.hash !== head.hash;
  const number = isNewText ? head.number + 1 : head.number;
  const headRevisionId = isNewText ? await saveText(doing, story, number, canonical) : story.head_revision_id;
  const headlineKey = edit.content === undefined ? story.headline_key : headlineKeyOf(edit.content.headline);
  if (isNewText && edit.content !== undefined) await checkPictures(doing, edit.content);
  await doing.tx
    .updateTable('stories')
    .set({
      head_revision_id: headRevisionId,
      headline_key: headlineKey,
      ...(edit.sectionId === undefined ? {} : { section_id: edit.sectionId }),
      ...(edit.kind === undefined ? {} : { kind: edit.kind }),
      ...(edit.embargoUntil === undefined ? {} : { embargo_until: edit.embargoUntil?.epochMilliseconds ?? null }),
    })
    .where('id', '=', story.id)
    .execute();
  const touches: DependencyKey[] = [storyKey(story.id)];
  if (headlineKey !== story.headline_key) touches.push(...(await ownersFound(doing, story, headlineKey)));
  doing.log(storySubject(story.id), { revision: number, changed: changesIn(edit, isNewText) });
  doing.tell('story-edited', story.id, touches);
  return { storyId: story.id, revisionId: headRevisionId, number, isNewRevision: isNewText };
});

async function saveText(doing: Doing, story: StoryRow, number: number, canonical: CanonicalContent) {
  const id = await takeRevisionId(doing);
  await addRevision(doing, { id, story: story.id, number }, canonical);
  return id;
}

async function ownersFound(doing: Doing, story: StoryRow, headlineKey: string): Promise<DependencyKey[]> {
  const findable = { id: story.id, edition: story.edition, headlineKey, addressKeys: [] };
  return ((await tellWaiting(doing.tx, [findable])).get(story.id) ?? []).map(storyKey);
}

function changesIn(
  edit: { content?: StoryContent | undefined } & Record<string, unknown>,
  isNewText: boolean,
): string[] {
  const named = ['sectionId', 'kind', 'topics', 'embargoUntil'].filter((field) => edit[field] !== undefined);
  return isNewText ? ['content', ...named] : named;
}
