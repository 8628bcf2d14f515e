// What readers' pages are made from: a story with all that stands around it, a list of cards, a front.
import type { Body } from './body.ts';
import type { Card } from './card.ts';
import type { RelatedCard } from './draft.ts';
import type { Edition } from './edition.ts';
import type { AuthorId, EditionKey, EventId, PictureId, SectionId, StoryId, TopicId } from './ids.ts';
import type { Picture } from './picture.ts';
import type { Section } from './section.ts';

/** An edition with its sections, which stand on every page. `sections` in the editors' order, parents before children. */
export interface Furniture {
  readonly edition: Edition;
  readonly sections: readonly Section[];
  /** Every edition of the paper, this one included; the default first. */
  readonly editions: readonly Edition[];
}

export interface TopicView {
  readonly id: TopicId;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'subject' | 'person' | 'place' | 'organisation';
  readonly about: string;
}

export interface AuthorView {
  readonly id: AuthorId;
  readonly slug: string;
  readonly name: string;
  readonly about: string;
}

export interface CorrectionView {
  readonly id: number;
  readonly storyId: StoryId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly text: string;
}

/**
 * How a story came to stand under another: an editor chose it, it came with a captured page, the archive found it to be of
 * the same event or its background, or it is the newest of a topic or of the section.
 */
export type RelatedBecause = 'pinned' | 'captured' | 'event' | 'background' | 'topic' | 'section';

/** One of the cards under a story: one of ours, or a captured stub whose story we do not have. */
export type RelatedView =
  | { readonly kind: 'story'; readonly card: Card; readonly because: RelatedBecause }
  | { readonly kind: 'stub'; readonly stub: RelatedCard };

/** An event as a story's page leads to it. */
export interface StoryEvent {
  readonly id: EventId;
  /** Stories that its page shows. */
  readonly stories: number;
  /** When the first of them was published, epoch milliseconds. */
  readonly since: number;
}

export interface EventView {
  readonly id: EventId;
  readonly edition: EditionKey;
  /** Oldest first; copy that came twice once. Two at least. */
  readonly cards: readonly Card[];
}

export interface StoryView {
  readonly card: Card;
  readonly section: Section;
  readonly body: Body;
  /** Number of the live revision, from 1. */
  readonly revision: number;
  /** The pictures that the body names, by id. */
  readonly pictures: ReadonlyMap<PictureId, Picture>;
  /** Stories named inside the body, by id; one that is no longer public is absent and not shown. */
  readonly inline: ReadonlyMap<StoryId, Card>;
  readonly topics: readonly TopicView[];
  readonly corrections: readonly CorrectionView[];
  readonly related: readonly RelatedView[];
  /** The event that it tells of; null when there is too little of that to be worth a page. */
  readonly event: StoryEvent | null;
  readonly next: Card | null;
  /** The same story in other editions. */
  readonly translations: readonly Card[];
}

/** A request for a story by its id: found, killed (say so), or not there for this actor. */
export type StoryAnswer =
  | { readonly kind: 'story'; readonly view: StoryView }
  | { readonly kind: 'killed'; readonly storyId: StoryId; readonly headline: null }
  | { readonly kind: 'absent' };

/** A page of a list, newest first. `older` is the cursor of the following page, null on the last. */
export interface ListPage {
  readonly cards: readonly Card[];
  readonly older: string | null;
}

export interface FrontView {
  /** The editors' slots in order, then the newest stories that are not in a slot, `lead` first. */
  readonly lead: Card | null;
  readonly top: readonly Card[];
  /** A block for each top-level section, in order, without what stands above. */
  readonly blocks: readonly { readonly section: Section; readonly cards: readonly Card[] }[];
  /** The newest of all, in time order, for the running list. */
  readonly latest: readonly Card[];
}

export interface DayView {
  readonly cards: readonly Card[];
  /** The nearest days before and after that have stories, ISO dates; null when there are none. */
  readonly earlier: string | null;
  readonly later: string | null;
}

export type SectionPath = readonly Section[];
/** A section's ancestors, the section itself last. */
export function pathOfSection(sections: readonly Section[], id: SectionId): SectionPath {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const path: Section[] = [];
  let at = byId.get(id);
  while (at !== undefined && path.length < 16) {
    path.unshift(at);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}
