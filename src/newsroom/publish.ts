// The act of publishing: a revision becomes what readers see, for the first time or in place of an older one.
import { z } from 'zod';
import { revisionId, storyId } from '../story/ids.ts';
import { act, type Doing, instant } from './act.ts';
import { goLive, revisionOf } from './go-live.ts';
import { type StoryRow, stateAfter, storyInHand, storySubject } from './in-hand.ts';
import { refuse, refuseInvalid } from './result.ts';

const input = z.object({
  storyId,
  /** The newest one when it is left out. */
  revisionId: revisionId.optional(),
  /** When it was first published, if that was before now: for stories that were elsewhere before. */
  publishedAt: instant.optional(),
});

/**
 * Publishes. A first publication has the time of the act unless another is given; a later one moves `updatedAt`.
 * `changed` is false when readers already see exactly this. Problems: embargoed, wrong-state, absent, invalid, denied.
 */
export const publish = act('publish', input, async (doing, wanted) => {
  const story = await storyInHand(doing, wanted.storyId);
  stateAfter(story, 'publish');
  if (story.embargo_until !== null && story.embargo_until > doing.at) {
    refuse({ kind: 'embargoed', until: Temporal.Instant.fromEpochMilliseconds(story.embargo_until) });
  }
  const id = wanted.revisionId ?? story.head_revision_id;
  const revision = await revisionOf(doing, story.id, id);
  if (revision === null) return refuse({ kind: 'absent', what: `revision ${id} of story ${story.id}` });

  const times = timesOf(doing, story, wanted.publishedAt?.epochMilliseconds, id);
  const isUpdate = story.live_revision_id !== null;
  const { touches } = await goLive(doing, { story, revisionId: id, content: revision.content, ...times });
  doing.log(storySubject(story.id), { revision: revision.number, changed: touches.length > 0 });
  if (touches.length > 0) doing.tell(isUpdate ? 'story-updated' : 'story-published', story.id, touches);
  return { storyId: story.id, revisionId: id, changed: touches.length > 0 };
});

function timesOf(
  doing: Doing,
  story: StoryRow,
  given: number | undefined,
  revision: number,
): { publishedAt: number; updatedAt: number } {
  if (given !== undefined) {
    if (given > doing.at) refuseInvalid('publishedAt', 'a later time is scheduled, not published');
    if (story.first_published_at !== null) refuseInvalid('publishedAt', 'the story has been published before');
  }
  const publishedAt = story.first_published_at ?? given ?? doing.at;
  // A story that comes back after a kill has changed for readers, even with the same words.
  const isFirst = story.updated_at === null;
  if (isFirst) return { publishedAt, updatedAt: publishedAt };
  const isSame = story.state === 'live' && story.live_revision_id === revision;
  return { publishedAt, updatedAt: isSame ? (story.updated_at ?? publishedAt) : doing.at };
}
