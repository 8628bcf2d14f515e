// What each act touches, key by key: exactly the pages that are no longer as they were.
import { expect, test } from 'vitest';
import { addTopic } from '../src/newsroom/add-topic.ts';
import { correct } from '../src/newsroom/correct.ts';
import { curateFront } from '../src/newsroom/curate-front.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { linkTranslations } from '../src/newsroom/link-translations.ts';
import { pinRelated } from '../src/newsroom/pin-related.ts';
import { publish } from '../src/newsroom/publish.ts';
import { restore } from '../src/newsroom/restore.ts';
import { orThrow } from '../src/newsroom/result.ts';
import type { RevisionId, StoryId, TopicId } from '../src/story/ids.ts';
import type { StoryContent } from '../src/story/story.ts';
import { eachEngine } from './engines.ts';
import { cli, contentOf, type Desk, editor, file, live, setDesk } from './newsroom-desk.ts';

async function topic(desk: Desk, name: string): Promise<TopicId> {
  return orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name })).topicId;
}

async function authorId(desk: Desk, name: string): Promise<number> {
  const row = await desk.records.read
    .selectFrom('authors')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Edits and publishes; answers what the publication alone touched. */
async function change(
  desk: Desk,
  story: { storyId: StoryId; revisionId: RevisionId },
  edit: { content?: StoryContent; sectionId?: number; topics?: number[] },
): Promise<string[]> {
  desk.pass({ minutes: 5 });
  orThrow(await editStory(desk.newsroom, editor, { storyId: story.storyId, expectedHead: story.revisionId, ...edit }));
  desk.touched();
  orThrow(await publish(desk.newsroom, editor, { storyId: story.storyId }));
  return desk.touched();
}

eachEngine('what acts touch', (open) => {
  test('filing touches only the story', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await file(desk, 'مسودة لم تنشر');
    expect(desk.touched()).toEqual([`story:${storyId}`]);
  });

  test('a first publication touches the story, its lists with the section above, its day and its month', async () => {
    const desk = await setDesk(await open());
    const energy = await topic(desk, 'الطاقة');
    desk.touched();
    const { storyId } = await live(desk, 'خبر من آسيا', { section: desk.asia, topics: [energy] });
    expect(desk.touched()).toEqual(
      [
        `author:${await authorId(desk, 'ليلى حدّاد')}`,
        'day:ar:2026-11-24',
        'edition:ar',
        'month:ar:2026-11',
        `section:${desk.asia}`,
        `section:${desk.world}`,
        `story:${storyId}`,
        `topic:${energy}`,
      ].sort(),
    );
  });

  test('the day is the day of the edition, not of Greenwich', async () => {
    const desk = await setDesk(await open(), '2026-11-30T21:30:00Z');
    await live(desk, 'خبر بعد منتصف الليل');
    expect(desk.touched()).toEqual(expect.arrayContaining(['day:ar:2026-12-01', 'month:ar:2026-12']));
  });

  test('a new headline touches only the story', async () => {
    const desk = await setDesk(await open());
    const story = await live(desk, 'عنوان أول');
    expect(await change(desk, story, { content: contentOf('عنوان ثانٍ') })).toEqual([`story:${story.storyId}`]);
  });

  test('another section touches the story, the lists that it left and those that it joined, not the one above both', async () => {
    const desk = await setDesk(await open());
    const story = await live(desk, 'خبر ينتقل', { section: desk.asia });
    expect(await change(desk, story, { sectionId: desk.world })).toEqual(
      [`section:${desk.asia}`, `story:${story.storyId}`].sort(),
    );
    expect(await change(desk, story, { sectionId: desk.economy })).toEqual(
      [`section:${desk.world}`, `section:${desk.economy}`, `story:${story.storyId}`].sort(),
    );
  });

  test('another author touches the story and the pages of both authors', async () => {
    const desk = await setDesk(await open());
    const story = await live(desk, 'خبر بتوقيع');
    const byline = { authors: [{ name: 'رائد سليم', role: 'writer' as const }], agencies: [], dateline: null };
    const touched = await change(desk, story, { content: contentOf('خبر بتوقيع', { byline }) });
    expect(touched).toEqual(
      [
        `author:${await authorId(desk, 'ليلى حدّاد')}`,
        `author:${await authorId(desk, 'رائد سليم')}`,
        `story:${story.storyId}`,
      ].sort(),
    );
  });

  test('other topics touch the story, the topics that it left and those that it joined', async () => {
    const desk = await setDesk(await open());
    const [one, two, three] = [await topic(desk, 'المناخ'), await topic(desk, 'المياه'), await topic(desk, 'النيل')];
    const story = await live(desk, 'خبر بموضوع', { topics: [one, two] });
    expect(await change(desk, story, { topics: [two, three] })).toEqual(
      [`story:${story.storyId}`, `topic:${one}`, `topic:${three}`].sort(),
    );
  });

  test('publishing what readers already see touches nothing and tells nobody', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر كما هو');
    desk.touched();
    expect(orThrow(await publish(desk.newsroom, editor, { storyId })).changed).toBe(false);
    expect(desk.events).toEqual([]);
  });

  test('a kill touches the story, all its lists, its day and month, and neither front nor corrections without need', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر يُسحب', { section: desk.asia });
    desk.touched();
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'غير صحيح' }));
    expect(desk.touched()).toEqual(
      [
        `author:${await authorId(desk, 'ليلى حدّاد')}`,
        'day:ar:2026-11-24',
        'edition:ar',
        'month:ar:2026-11',
        `section:${desk.asia}`,
        `section:${desk.world}`,
        `story:${storyId}`,
      ].sort(),
    );
  });

  test('a kill of a story in a slot and with a correction touches front and corrections too', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر في الواجهة');
    orThrow(await curateFront(desk.newsroom, editor, { edition: 'ar', stories: [storyId] }));
    orThrow(await correct(desk.newsroom, editor, { storyId, text: 'ورد الاسم خطأً.' }));
    desk.touched();
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'غير صحيح' }));
    const touched = desk.touched();
    expect(touched).toContain('front:ar');
    expect(touched).toContain('corrections:ar');
    expect(await desk.records.read.selectFrom('front_slots').selectAll().execute()).toEqual([]);
  });

  test('a restored story that is published again touches its lists and the pages of corrections and translations again', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر يعود');
    const other = await live(desk, 'A story that has a twin', { edition: 'en', section: desk.news });
    orThrow(await linkTranslations(desk.newsroom, editor, { stories: [storyId, other.storyId] }));
    orThrow(await correct(desk.newsroom, editor, { storyId, text: 'ورد الاسم خطأً.' }));
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'للمراجعة' }));
    desk.touched();
    orThrow(await restore(desk.newsroom, cli, { storyId }));
    expect(desk.touched()).toEqual([`story:${storyId}`]);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect(desk.touched()).toEqual(
      [
        `author:${await authorId(desk, 'ليلى حدّاد')}`,
        'corrections:ar',
        'day:ar:2026-11-24',
        'edition:ar',
        'month:ar:2026-11',
        `section:${desk.world}`,
        `story:${storyId}`,
        `story:${other.storyId}`,
      ].sort(),
    );
  });

  test('a correction touches the story and the page of corrections', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر فيه خطأ');
    desk.touched();
    desk.pass({ minutes: 1 });
    orThrow(await correct(desk.newsroom, editor, { storyId, text: 'الصحيح غير ذلك.' }));
    expect(desk.touched()).toEqual(['corrections:ar', `story:${storyId}`]);
  });

  test('curation touches the front when the slots change, and nothing when they do not', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر أول');
    desk.touched();
    orThrow(await curateFront(desk.newsroom, editor, { edition: 'ar', stories: [storyId] }));
    expect(desk.touched()).toEqual(['front:ar']);
    orThrow(await curateFront(desk.newsroom, editor, { edition: 'ar', stories: [storyId] }));
    expect(desk.touched()).toEqual([]);
  });

  test('pinning touches the story, and the publication of a pinned story touches the page under which it stands', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر له صلة');
    const pinned = await file(desk, 'خبر مثبت');
    desk.touched();
    orThrow(await pinRelated(desk.newsroom, editor, { storyId, targets: [pinned.storyId] }));
    expect(desk.touched()).toEqual([`story:${storyId}`]);
    orThrow(await publish(desk.newsroom, editor, { storyId: pinned.storyId }));
    expect(desk.touched()).toContain(`story:${storyId}`);
  });
});
