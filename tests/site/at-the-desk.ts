// What an editor or an accident does to a paper while it is served: stories filed and withdrawn from another process on the
// same data folder, and records that stop answering.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { vi } from 'vitest';
import type { Actor } from '../../src/newsroom/actor.ts';
import { addEdition } from '../../src/newsroom/add-edition.ts';
import { addPicture } from '../../src/newsroom/add-picture.ts';
import { addSection } from '../../src/newsroom/add-section.ts';
import { fileStory } from '../../src/newsroom/file-story.ts';
import { kill } from '../../src/newsroom/kill.ts';
import type { Newsroom } from '../../src/newsroom/newsroom.ts';
import { publish } from '../../src/newsroom/publish.ts';
import { orThrow } from '../../src/newsroom/result.ts';
import { openPaper } from '../../src/server/serve.ts';
import { bodyOfParagraphs } from '../../src/story/body.ts';
import { editionKey, type SectionId, type StoryId } from '../../src/story/ids.ts';
import type { FocalPoint } from '../../src/story/picture.ts';
import type { StoryContent } from '../../src/story/story.ts';

const desk: Actor = { kind: 'system', name: 'cli' };

async function atTheDesk<T>(data: string, work: (newsroom: Newsroom) => Promise<T>): Promise<T> {
  const paper = await openPaper({ data, databaseUrl: undefined });
  try {
    return await work(paper.newsroom);
  } finally {
    await paper.close();
  }
}

/**
 * Withdraws a story, and waits until the paper has looked at what other processes did, as it does every few milliseconds.
 * (What its own process does it knows at once; `tests/server-events.test.ts` holds it to that.)
 */
export async function withdraw({ data, url }: { data: string; url: string }, id: number): Promise<void> {
  await atTheDesk(data, async (newsroom) =>
    orThrow(await kill(newsroom, desk, { storyId: id as StoryId, reason: 'نُشرت خطأً' })),
  );
  await vi.waitFor(async () => {
    const { status } = await fetch(`${url}/${id}`, { redirect: 'manual' });
    if (status !== 410) throw new Error(`the withdrawn story ${id} answers ${status}`);
  });
}

/** Takes the stories away from under a running paper; what it returns puts them there again. */
export function breakRecords(data: string): () => void {
  const rename = (from: string, to: string): void => {
    const database = new DatabaseSync(join(data, 'warraq.db'));
    database.exec(`alter table ${from} rename to ${to}`);
    database.close();
  };
  rename('stories', 'stories_gone');
  return () => rename('stories_gone', 'stories');
}

interface Filing {
  readonly edition?: string;
  readonly section: SectionId;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly picture?: StoryContent['leadPicture'];
  readonly publishedAt?: Temporal.Instant;
}

/** Files and publishes; the story's number. */
async function print(newsroom: Newsroom, filing: Filing): Promise<StoryId> {
  const { edition = 'ar', section, headline, paragraphs, picture = null, publishedAt } = filing;
  const content = {
    headline,
    kicker: '',
    standfirst: paragraphs[0] ?? '',
    byline: { authors: [{ name: 'ليلى حدّاد', role: 'writer' as const }], agencies: [], dateline: 'بيروت' },
    leadPicture: picture,
    body: bodyOfParagraphs(paragraphs),
  };
  const { storyId } = orThrow(await fileStory(newsroom, desk, { edition, sectionId: section, content }));
  orThrow(await publish(newsroom, desk, publishedAt === undefined ? { storyId } : { storyId, publishedAt }));
  return storyId;
}

const sectionOf = async (newsroom: Newsroom, slug: string): Promise<SectionId> => {
  const row = await newsroom.records.read
    .selectFrom('sections')
    .select('id')
    .where('edition', '=', editionKey.parse('ar'))
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return row.id;
};

/** Stories whose words run both ways, or look like markup, and an edition of Arabic-Indic figures. */
export function addEdgeStories(data: string) {
  return atTheDesk(data, async (newsroom) => {
    const section = await sectionOf(newsroom, 'world');
    const mixed = {
      headline: 'بورصة «وول ستريت» تهبط -3.5% بعد إعلان OpenAI و@warraq_news يرصد',
      runs: ['OpenAI', '@warraq_news', 'C++', '-3.5%'],
    };
    const english = { headline: 'A headline in English, kept as its agency wrote it' };
    const hostile = { headline: '<b>غليظ</b> & <script>alert(1)</script> "><img src="x">' };
    const path = async (filing: Omit<Filing, 'section'> & { section?: SectionId }): Promise<string> =>
      `/${await print(newsroom, { section, ...filing })}`;

    const edition = {
      key: 'ar-eg',
      name: 'ورّاق مصر',
      motto: '',
      language: 'ar-EG',
      direction: 'rtl' as const,
      timeZone: 'Africa/Cairo',
      digits: 'arab' as const,
      monthNaming: 'gregorian' as const,
      calendars: ['gregorian' as const, 'hijri' as const],
      isDefault: false,
      fallbackSection: 'أخبار',
      about: '',
    };
    orThrow(await addEdition(newsroom, desk, edition));
    const { section: news } = orThrow(await addSection(newsroom, desk, { edition: 'ar-eg', name: 'أخبار' }));
    return {
      mixed: {
        ...mixed,
        path: await path({
          headline: mixed.headline,
          paragraphs: ['كتب البرنامج بلغة C++ ونُشر الخبر على حساب @warraq_news، وبلغ التراجع -3.5% أو نحوه.'],
        }),
      },
      english: {
        ...english,
        path: await path({ headline: english.headline, paragraphs: ['نصّ عربي تحت عنوان إنجليزي.'] }),
      },
      hostile: {
        ...hostile,
        path: await path({ headline: hostile.headline, paragraphs: ['<b>ليس وسماً</b> & «هذا نص».'] }),
      },
      indic: {
        path: await path({
          edition: 'ar-eg',
          section: news.id,
          headline: 'افتتاح 12 محطة في 3 محافظات',
          paragraphs: ['بدأ العمل عام 2025 في 12 محطة، وبلغت الكلفة 1,250 مليون جنيه، أي 45.5% من الموازنة.'],
          publishedAt: Temporal.Now.instant().subtract({ hours: 30 }),
        }),
      },
    };
  });
}

/** Publishes a story with this file as its lead picture. */
export function addPhotograph(data: string, photograph: { bytes: Uint8Array<ArrayBuffer>; focalPoint: FocalPoint }) {
  return atTheDesk(data, async (newsroom) => {
    const { bytes, focalPoint } = photograph;
    const added = orThrow(await addPicture(newsroom, desk, { file: { bytes }, focalPoint, alt: 'نصفان من لونين' }));
    const { picture } = added;
    const use = {
      pictureId: picture.id,
      source: null,
      caption: 'جدار من نصفين',
      credit: 'ورّاق',
      alt: '',
      focalPoint: null,
    };
    const section = await sectionOf(newsroom, 'world');
    const paragraphs = ['صورة من آلة تصوير تعرف أين كانت.'];
    const id = await print(newsroom, { section, headline: 'صورة لا تقول أين التُقطت', paragraphs, picture: use });
    return { path: `/${id}`, picture };
  });
}
