// A small newspaper for tests: two editions, a few sections, a clock that the test moves, and all events as they came.

import type { Actor } from '../src/newsroom/actor.ts';
import { addEdition } from '../src/newsroom/add-edition.ts';
import { addSection } from '../src/newsroom/add-section.ts';
import { fileStory } from '../src/newsroom/file-story.ts';
import { type Newsroom, openNewsroom } from '../src/newsroom/newsroom.ts';
import { publish } from '../src/newsroom/publish.ts';
import { orThrow } from '../src/newsroom/result.ts';
import type { Records } from '../src/records/open.ts';
import type { OutboxEvent } from '../src/records/outbox.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import type { Edition } from '../src/story/edition.ts';
import { editionKey, type RevisionId, type SectionId, type StoryId, type TopicId } from '../src/story/ids.ts';
import type { StoryContent } from '../src/story/story.ts';

export const cli: Actor = { kind: 'system', name: 'cli' };
export const scheduler: Actor = { kind: 'system', name: 'scheduler' };
export const editor: Actor = { kind: 'user', id: '1', name: 'هدى', roles: ['editor'] };
export const reporter: Actor = { kind: 'user', id: '2', name: 'سالم', roles: ['reporter'] };

export const arabic = editionKey.parse('ar');
export const english = editionKey.parse('en');

export const arabicEdition: Edition = {
  key: arabic,
  name: 'ورّاق',
  motto: 'صحيفة للتجربة',
  language: 'ar',
  direction: 'rtl',
  timeZone: 'Asia/Riyadh',
  digits: 'latn',
  monthNaming: 'both',
  calendars: ['gregorian', 'hijri'],
  isDefault: true,
  fallbackSection: 'أخبار',
  about: '',
};
export const englishEdition: Edition = {
  ...arabicEdition,
  key: english,
  name: 'Warraq',
  motto: 'A paper for trials',
  language: 'en',
  direction: 'ltr',
  timeZone: 'Europe/London',
  monthNaming: 'gregorian',
  calendars: ['gregorian'],
  isDefault: false,
  fallbackSection: 'News',
};

/** Pictures are not what these tests are about: the desk keeps none. */
const noPictures = {
  keep: async () => {
    throw new Error('this desk keeps no pictures');
  },
  keepDrawing: async () => {
    throw new Error('this desk keeps no pictures');
  },
};

export interface Desk {
  readonly newsroom: Newsroom;
  readonly records: Records;
  readonly world: SectionId;
  /** Under `world`. */
  readonly asia: SectionId;
  readonly economy: SectionId;
  readonly news: SectionId;
  /** Every event since the desk was set up, and since `forget`. */
  readonly events: OutboxEvent[];
  /** The keys that the events touched, in order of the alphabet, each once; then the events are forgotten. */
  touched(): string[];
  now(): Temporal.Instant;
  /** Moves the clock on. */
  pass(time: Temporal.DurationLike): void;
  set(instant: string): void;
}

/** A newsroom over these records whose clock the caller moves. */
export function newsroomAt(records: Records, clock: () => Temporal.Instant): Newsroom {
  return openNewsroom({ records, pictures: noPictures, clock });
}

export async function setDesk(records: Records, start = '2026-11-24T09:00:00Z'): Promise<Desk> {
  let now = Temporal.Instant.from(start);
  const newsroom = newsroomAt(records, () => now);
  const events: OutboxEvent[] = [];
  orThrow(await addEdition(newsroom, cli, arabicEdition));
  orThrow(await addEdition(newsroom, cli, englishEdition));
  const section = async (edition: string, name: string, parentId: SectionId | null = null): Promise<SectionId> =>
    orThrow(await addSection(newsroom, cli, { edition, name, parentId })).section.id;
  const world = await section('ar', 'العالم');
  const asia = await section('ar', 'آسيا', world);
  const economy = await section('ar', 'اقتصاد');
  const news = await section('en', 'News');
  newsroom.onEvent((event) => events.push(event));
  return {
    newsroom,
    records,
    world,
    asia,
    economy,
    news,
    events,
    touched() {
      const keys = [...new Set(events.splice(0).flatMap((event) => event.touches))];
      return keys.sort();
    },
    now: () => now,
    pass(time) {
      now = now.add(time);
    },
    set(instant) {
      now = Temporal.Instant.from(instant);
    },
  };
}

export function contentOf(headline: string, more: Partial<StoryContent> = {}): StoryContent {
  return {
    headline,
    kicker: '',
    standfirst: '',
    byline: { authors: [{ name: 'ليلى حدّاد', role: 'writer' }], agencies: [], dateline: 'بيروت' },
    leadPicture: null,
    body: bodyOfParagraphs([`قال مصدر إن «${headline}» خبر للتجربة.`, 'وأضاف أن للخبر بقية.']),
    ...more,
  };
}

export interface Filed {
  readonly storyId: StoryId;
  readonly revisionId: RevisionId;
}

export async function file(
  desk: Desk,
  headline: string,
  more: {
    section?: SectionId;
    topics?: TopicId[];
    content?: Partial<StoryContent>;
    edition?: string;
    embargoUntil?: Temporal.Instant;
  } = {},
): Promise<Filed> {
  return orThrow(
    await fileStory(desk.newsroom, editor, {
      edition: more.edition ?? 'ar',
      sectionId: more.section ?? desk.world,
      content: contentOf(headline, more.content),
      topics: more.topics ?? [],
      embargoUntil: more.embargoUntil ?? null,
    }),
  );
}

/** Files and publishes, a minute after whatever was before. */
export async function live(desk: Desk, headline: string, more: Parameters<typeof file>[2] = {}): Promise<Filed> {
  desk.pass({ minutes: 1 });
  const filed = await file(desk, headline, more);
  orThrow(await publish(desk.newsroom, editor, { storyId: filed.storyId }));
  return filed;
}
