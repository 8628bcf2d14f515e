// The lists that a live story stands in, and the keys by which pages declare what they depend on.
// One spelling for both: a page that shows the list `section:4` depends on the key `section:4`.
import type { AuthorId, EditionKey, EventId, SectionId, StoryId, TopicId } from './ids.ts';

export type ListKey = `edition:${string}` | `section:${number}` | `author:${number}` | `topic:${number}`;

/** What a page may depend on, and what an act touches. */
export type DependencyKey =
  | ListKey
  | `story:${number}`
  /** Which stories an event has. */
  | `event:${number}`
  | `front:${string}`
  /** One day of an edition, `day:ar:2026-11-24`, and one month, `month:ar:2026-11`, in the edition's time zone. */
  | `day:${string}`
  | `month:${string}`
  | `corrections:${string}`
  /** The editions, sections and everything else that stands on every page of an edition. */
  | `furniture:${string}`;

export const editionList = (edition: EditionKey): ListKey => `edition:${edition}`;
export const sectionList = (section: SectionId): ListKey => `section:${section}`;
export const authorList = (author: AuthorId): ListKey => `author:${author}`;
export const topicList = (topic: TopicId): ListKey => `topic:${topic}`;
export const storyKey = (story: StoryId): DependencyKey => `story:${story}`;
export const eventKey = (event: EventId): DependencyKey => `event:${event}`;
export const frontKey = (edition: EditionKey): DependencyKey => `front:${edition}`;
export const correctionsKey = (edition: EditionKey): DependencyKey => `corrections:${edition}`;
export const furnitureKey = (edition: EditionKey): DependencyKey => `furniture:${edition}`;

/** The keys of the day and the month on which something was published. */
export function dayKeys(edition: EditionKey, at: Temporal.Instant, timeZone: string): [DependencyKey, DependencyKey] {
  const date = at.toZonedDateTimeISO(timeZone).toPlainDate();
  return [`day:${edition}:${date.toString()}`, `month:${edition}:${date.toPlainYearMonth().toString()}`];
}
