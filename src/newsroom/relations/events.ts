// Which event a story belongs to: that of most of the stories around its time which tell of the same thing.
import { EVENT_MS } from '../../archive/likeness/alike.ts';
import type { EventId, StoryId } from '../../story/ids.ts';

/** A story of an event. */
export interface Member {
  readonly eventId: EventId;
  readonly storyId: StoryId;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** Half of an event's stories must match, but no more than these: of a hundred nobody compares all. */
const MOST_MATCHES = 8;

/**
 * The event among those of `members` that the story joins; null when there is none. `matches` are the stories of the same
 * event, with how much alike each is. Only members of the days around the story are asked, so that an event goes on for
 * weeks, and half of them must match, so that one story between two events does not make them one. A story stays where
 * it is while that holds.
 */
export function eventToJoin(
  story: { readonly id: StoryId; readonly publishedAt: number },
  matches: ReadonlyMap<StoryId, number>,
  members: readonly Member[],
): EventId | null {
  const current = members.find((member) => member.storyId === story.id)?.eventId;
  const others = members.filter((member) => member.storyId !== story.id);
  let best: { eventId: EventId; likeness: number } | null = null;
  for (const [eventId, all] of Map.groupBy(others, (member) => member.eventId)) {
    const near = all.filter((member) => Math.abs(member.publishedAt - story.publishedAt) <= EVENT_MS);
    const matching = near.flatMap((member) => matches.get(member.storyId) ?? []);
    if (matching.length === 0 || matching.length < Math.min(near.length / 2, MOST_MATCHES)) continue;
    if (eventId === current) return current;
    const likeness = matching.reduce((sum, one) => sum + one, 0);
    if (best === null || likeness > best.likeness) best = { eventId, likeness };
  }
  return best?.eventId ?? null;
}
