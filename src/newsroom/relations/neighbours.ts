// The stories that a story may have to do with: found in the archive as the likest, and each compared with it.
import type { Kysely } from 'kysely';
import { type Alike, alike, type Compared, compared } from '../../archive/likeness/alike.ts';
import { type KnownWords, remembering } from '../../archive/likeness/telling.ts';
import { precompiledForMany } from '../../records/precompiled.ts';
import type { Tables } from '../../records/tables.ts';
import type { StoryId } from '../../story/ids.ts';
import { modelOf } from '../archive/archive.ts';
import { documentsOf, type StoryDocument } from '../archive/documents.ts';
import type { LayeredArchive } from '../archive/layers.ts';
import type { Newsroom } from '../newsroom.ts';
import { twinsOf } from '../reading/near-duplicates.ts';

/** A story with what it is compared by. */
export interface Known {
  readonly document: StoryDocument;
  readonly compared: Compared;
}

export interface Neighbour extends Known {
  readonly alike: Alike;
  /** Of the same event by itself, or because it is in the event that the story is in or comes to. */
  readonly isOfEvent: boolean;
  /** Kept as a near-duplicate until now. */
  readonly wasNearDuplicate: boolean;
}

/** Of 1,419 labelled pairs of real stories, the likest thirty held 98 in 100 near-copies and 96 of one event. */
const CANDIDATES = 30;
/** Stories remembered while many are related at once; one is some 50 KB. */
const mostRemembered = 400;
/** Known near-duplicates that are compared again: forms that are filled in every day have hundreds. */
const mostTwins = 60;

/** Each story that is in one event with one of these. */
const matesOf = precompiledForMany((db, ids: readonly StoryId[]) =>
  db
    .selectFrom('event_stories as known')
    .innerJoin('event_stories as mates', 'mates.event_id', 'known.event_id')
    .select(['known.story_id as of', 'mates.story_id', 'mates.event_id'])
    .where('known.story_id', 'in', ids),
);

/** Finds neighbours of one story after another; what has been read once is not read again. For one step of work only. */
export class Neighbourhood {
  readonly #newsroom: Newsroom;
  readonly #db: Kysely<Tables>;
  readonly #archive: LayeredArchive;
  readonly #words: KnownWords;
  readonly #known = new Map<StoryId, Known>();

  constructor(newsroom: Newsroom, db: Kysely<Tables>, archive: LayeredArchive) {
    this.#newsroom = newsroom;
    this.#db = db;
    this.#archive = archive;
    this.#words = remembering(archive);
  }

  /** Those of the stories that readers may see now, in the order of their publication. */
  async stories(ids: readonly StoryId[]): Promise<Known[]> {
    if (this.#known.size > mostRemembered) this.#known.clear();
    const unknown = ids.filter((id) => !this.#known.has(id));
    for (const document of await documentsOf(this.#newsroom, this.#db, unknown))
      this.#known.set(document.id, { document, compared: this.#compared(document) });
    return [...new Set(ids)]
      .flatMap((id) => this.#known.get(id) ?? [])
      .sort((a, b) => a.document.publishedAt - b.document.publishedAt || a.document.id - b.document.id);
  }

  /** Stories of the same edition that are somehow like it, most alike first. */
  async of({ document, compared: own }: Known): Promise<Neighbour[]> {
    const ids = this.#archive.alike(modelOf(document), CANDIDATES + 1).map((hit) => hit.id);
    const twins = await this.#twinsOf(document.id);
    const others = (await this.stories([...ids, ...twins])).filter(
      (other) => other.document.id !== document.id && other.document.edition === document.edition,
    );
    const neighbours = others
      .map((other) => ({
        ...other,
        alike: alike(own, other.compared),
        wasNearDuplicate: twins.has(other.document.id),
      }))
      .sort((a, b) => b.alike.likeness - a.alike.likeness || b.document.id - a.document.id);
    const same = neighbours.filter((other) => other.alike.isSameEvent).map((other) => other.document.id);
    const mates = await this.#matesOf(document.id, same);
    return neighbours.map((other) => ({
      ...other,
      isOfEvent: other.alike.isSameEvent || mates.has(other.document.id),
    }));
  }

  /** Known near-duplicates, the newest: compared again, however many others have come before them since. */
  async #twinsOf(id: StoryId): Promise<Set<StoryId>> {
    const ids = (await twinsOf(this.#db, [id])).map((pair) => pair.other_id);
    return new Set(ids.sort((a, b) => b - a).slice(0, mostTwins));
  }

  /** The stories of the story's event; of those of its likes, while it has none itself. */
  async #matesOf(story: StoryId, same: readonly StoryId[]): Promise<Set<StoryId>> {
    const rows = await matesOf(this.#db, [story, ...same]);
    const own = rows.find((row) => row.of === story)?.event_id;
    return new Set(rows.filter((row) => own === undefined || row.event_id === own).map((row) => row.story_id));
  }

  #compared({ headline, standfirst, body, publishedAt }: StoryDocument): Compared {
    // Many stories repeat their standfirst as their first paragraph.
    const lead = body.startsWith(standfirst.slice(0, 60)) ? '' : `${standfirst}\n`;
    return compared({ headline, text: lead + body, publishedAt }, this.#words);
  }
}
