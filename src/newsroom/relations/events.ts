// Which events a story is of: those whose stories, around its time, tell of the same thing on the whole.
import { EVENT_MS, SAME_EVENT } from '../../archive/likeness/alike.ts';
import type { EventId, StoryId } from '../../story/ids.ts';

/** A story of an event. */
export interface Member {
  readonly eventId: EventId;
  readonly storyId: StoryId;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/**
 * So much like the others on the average: with one story that is of the same event, less is enough of the rest. On eleven
 * days of a real paper, .22 kept the stories of one matter together and others out; a match alone made chains.
 */
const ON_THE_WHOLE = 0.22;
/** The likest of an event that are asked: of a hundred, a story's neighbours are never all. */
const MOST_ASKED = 12;

/**
 * The events of `members` that the story is of, the likest first, the one where it is already before all others. Several
 * are one that was not known to be one. `around` has the stories of its days and how much alike each is. Only members of
 * those days are asked, so that an event may go on for weeks.
 */
export function eventsOfStory(
  story: { readonly id: StoryId; readonly publishedAt: number },
  around: ReadonlyMap<StoryId, number>,
  members: readonly Member[],
): EventId[] {
  const current = members.find((member) => member.storyId === story.id)?.eventId;
  const others = members.filter((member) => member.storyId !== story.id);
  const found: { eventId: EventId; average: number }[] = [];
  for (const [eventId, all] of Map.groupBy(others, (member) => member.eventId)) {
    const likest = all
      .filter((member) => Math.abs(member.publishedAt - story.publishedAt) <= EVENT_MS)
      .map((member) => around.get(member.storyId) ?? 0)
      .sort((a, b) => b - a)
      .slice(0, MOST_ASKED);
    const average = likest.reduce((sum, one) => sum + one, 0) / Math.max(1, likest.length);
    if ((likest[0] ?? 0) < SAME_EVENT) continue;
    // What has grown since does not push a story out.
    if (eventId === current) found.push({ eventId, average: 2 });
    else if (average >= ON_THE_WHOLE) found.push({ eventId, average });
  }
  return found.sort((a, b) => b.average - a.average || a.eventId - b.eventId).map(({ eventId }) => eventId);
}
