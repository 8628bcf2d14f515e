// The tables of the system of record, as the query builder sees them. Same names and types on SQLite and PostgreSQL:
// instants are epoch milliseconds (integers), documents are JSON as text (checked by a schema at the doors), ids come
// from `counters`, so that a batch knows its ids before it is written and the outbox is numbered in order of commit.
import type {
  AuthorId,
  EditionKey,
  EventId,
  PictureId,
  RevisionId,
  SectionId,
  StoryId,
  TopicId,
} from '../story/ids.ts';
import type { ListKey } from '../story/listing.ts';
import type { StoryKind } from '../story/story.ts';
import type { StoryState } from '../story/workflow.ts';

type Json = string;
type Millis = number;

export interface Tables {
  /** The last id given out, by name of table. Its row lock also puts writers in order. */
  counters: { name: string; last: number };

  /** `json` is an `Edition`. */
  editions: { key: EditionKey; position: number; json: Json };

  sections: {
    id: SectionId;
    edition: EditionKey;
    slug: string;
    name: string;
    about: string;
    parent_id: SectionId | null;
    position: number;
    palette: string;
  };

  stories: {
    id: StoryId;
    edition: EditionKey;
    kind: StoryKind;
    section_id: SectionId;
    state: StoryState;
    /** The newest revision, and the one that readers see. */
    head_revision_id: RevisionId;
    live_revision_id: RevisionId | null;
    /** A `Card` of the live revision; null until first published. */
    card: Json | null;
    created_at: Millis;
    first_published_at: Millis | null;
    updated_at: Millis | null;
    embargo_until: Millis | null;
    scheduled_for: Millis | null;
    killed_at: Millis | null;
    kill_reason: string | null;
    /** Stories that are one story in several editions share it. */
    translation_of: StoryId | null;
    /** `matchKey` of the headline, by which captured cards find their story. */
    headline_key: string;
  };

  /** Immutable: the database itself refuses to change or delete a row. */
  revisions: {
    id: RevisionId;
    story_id: StoryId;
    /** From 1, without gaps, in each story. */
    number: number;
    created_at: Millis;
    created_by: string;
    /** A `StoryContent`. */
    content: Json;
    /** SHA-256 of the canonical content, in hex: the same content is never two revisions in a row. */
    content_hash: string;
    /** How much of a story the text is, for telling a better capture from a worse one: characters of text. */
    length: number;
  };

  authors: { id: AuthorId; edition: EditionKey; slug: string; name: string; name_key: string; about: string };
  topics: {
    id: TopicId;
    edition: EditionKey;
    slug: string;
    name: string;
    name_key: string;
    kind: 'subject' | 'person' | 'place' | 'organisation';
    about: string;
  };
  /** The names under which a topic is found in the text of stories, its own among them when it is to be found by it. */
  topic_names: { edition: EditionKey; name_key: string; topic_id: TopicId; name: string };
  /** The addresses that merged topics had. */
  topic_addresses: { edition: EditionKey; slug: string; topic_id: TopicId };
  story_topics: { story_id: StoryId; topic_id: TopicId; position: number };

  /** The lists that each live story stands in. Written at publication, removed by a kill: the public sees only these. */
  listings: { list: ListKey; published_at: Millis; story_id: StoryId };

  /** What somebody is said to have said in a live story. Read out of its text at publication, removed by a kill. */
  quotations: {
    story_id: StoryId;
    /** In the story's order, from 0. */
    position: number;
    revision_id: RevisionId;
    /** Where the words begin: paragraphs without captions, from 0, and UTF-16 offset in it. */
    paragraph: number;
    start: number;
    /** The story's. */
    published_at: Millis;
    /** The speaker as a topic, when the list of names knows the speaker. */
    topic_id: TopicId | null;
    /** Of all words of the speaker's name, by `nameKeys`. */
    speaker_key: string;
    speaker: string;
    words: string;
  };

  pictures: {
    id: PictureId;
    hash: string;
    format: string;
    width: number;
    height: number;
    caption: string;
    credit: string;
    alt: string;
    rights: string;
    focal_x: number;
    focal_y: number;
    placeholder: string;
    created_at: Millis;
  };

  /** Editors' pins and captured cards under a story. `target_id` is filled when the card's story is, or becomes, known. */
  related: {
    story_id: StoryId;
    position: number;
    source: 'pin' | 'capture';
    target_id: StoryId | null;
    /** A `RelatedCard`; null for a pin. */
    stub: Json | null;
    /** `matchKey` of the stub's headline and its address without scheme, query and fragment: what it is matched by. */
    headline_key: string | null;
    address_key: string | null;
  };

  /** What the archive found to stand under a story, best first, and why: `reasons` is an array of `RelatedReason`. */
  related_found: {
    story_id: StoryId;
    position: number;
    target_id: StoryId;
    kind: 'event' | 'background';
    reasons: Json;
  };
  /** Stories that have been related, each with the event of the outbox up to which the archive was whole at that time. */
  relations: { story_id: StoryId; seen: number };
  /** The same copy filed twice, and updates of one flash: each pair both ways. */
  near_duplicates: { story_id: StoryId; other_id: StoryId };
  /**
   * What stories of an edition tell of together; a story is of one event at most. Two that turned out to be one are
   * merged: the other then has no stories and names the one that has them.
   */
  events: { id: EventId; edition: EditionKey; created_at: Millis; merged_into: EventId | null };
  event_stories: { story_id: StoryId; event_id: EventId };

  /** Slots of the front that editors filled, in order. */
  front_slots: { edition: EditionKey; position: number; story_id: StoryId };

  /** Old addresses: those of imported stories, and those that our own stories had. */
  redirects: { address_key: string; story_id: StoryId };

  corrections: { id: number; story_id: StoryId; edition: EditionKey; at: Millis; text: string; by: string };

  /** Each act: who, what, on what, by which rule of the policy, when. Only ever added to. */
  log: { id: number; at: Millis; actor: string; act: string; subject: string; rule: string; detail: Json };

  /** What follows from an act; committed with it. `touches` is a JSON array of dependency keys. */
  outbox: { id: number; at: Millis; type: string; story_id: StoryId | null; touches: Json };
  /** How far each follower of the outbox has come. */
  followers: { name: string; last: number };

  /** What came in by the wire: an input's hash and what became of it, so that the same input twice changes nothing. */
  imports: { hash: string; source: string; at: Millis; stories: Json };
  /** The id of a record where it came from, with its story, its `source` (`outlet`) and the hash of the record last taken in. */
  source_ids: { source_id: string; story_id: StoryId; outlet: string; hash: string };
  /** Inputs and places in them that were refused, kept until a retry takes them. */
  refusals: { id: number; source: string; place: string | null; kind: string; reason: string; at: Millis };
}
