// Who said what: written as a story goes live, anew as it is edited, and gone with the story when it is killed.
import { expect, test } from 'vitest';
import { editStory } from '../src/newsroom/edit-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { publish } from '../src/newsroom/publish.ts';
import { restore } from '../src/newsroom/restore.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import type { Records } from '../src/records/open.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import type { Draft } from '../src/story/draft.ts';
import { eachEngine } from './engines.ts';
import { cli, contentOf, editor, file, live, setDesk } from './newsroom-desk.ts';

const lavrov = 'قال سيرغي لافروف: «لن نقبل بهذه الشروط أبداً».';
const merkel = 'وقالت أنغيلا ميركل: «الاتفاق قريب جداً هذه المرة».';
const saying = (...paragraphs: string[]) => ({ body: bodyOfParagraphs(paragraphs) });

const emptyDraft: Omit<Draft, 'headline' | 'paragraphs'> = {
  kicker: null,
  standfirst: null,
  section: null,
  byline: { authors: [], agencies: [], dateline: null },
  publishedAt: null,
  updatedAt: null,
  language: 'ar',
  pictures: [],
  corrections: [],
  topics: [],
  related: [],
  canonical: null,
};

const quoted = async (records: Records) =>
  await records.read
    .selectFrom('quotations')
    .select([
      'story_id',
      'revision_id',
      'position',
      'paragraph',
      'start',
      'speaker',
      'speaker_key',
      'words',
      'published_at',
    ])
    .orderBy('story_id')
    .orderBy('position')
    .execute();

eachEngine('quotations', (open) => {
  test('a draft has none, and a story that goes live has them with speaker, place and date', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId, revisionId } = await file(desk, 'شروط', { content: saying('مقدمة بلا اقتباس.', lavrov) });
    expect(await quoted(records)).toEqual([]);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect(await quoted(records)).toEqual([
      {
        story_id: storyId,
        revision_id: revisionId,
        position: 0,
        paragraph: 1,
        start: lavrov.indexOf('لن'),
        speaker: 'سيرغي لافروف',
        speaker_key: 'SRKLFRF',
        words: 'لن نقبل بهذه الشروط أبداً',
        published_at: desk.now().epochMilliseconds,
      },
    ]);
  });

  test('an edit of a live story changes them when readers see the edit, and not before', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId, revisionId } = await live(desk, 'شروط', { content: saying(lavrov) });
    const content = contentOf('شروط', saying(merkel));
    orThrow(await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content }));
    expect((await quoted(records)).map((row) => row.speaker)).toEqual(['سيرغي لافروف']);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect((await quoted(records)).map((row) => row.speaker)).toEqual(['أنغيلا ميركل']);
  });

  test('a killed story has none; restored and published again it has them again', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId } = await live(desk, 'شروط', { content: saying(lavrov) });
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'خطأ' }));
    expect(await quoted(records)).toEqual([]);
    orThrow(await restore(desk.newsroom, cli, { storyId }));
    expect(await quoted(records)).toEqual([]);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect((await quoted(records)).map((row) => row.speaker)).toEqual(['سيرغي لافروف']);
  });

  test('a story that is imported has them when it is published, and not while it is a draft', async () => {
    const records = await open();
    const { newsroom } = await setDesk(records);
    const given = (headline: string) => {
      const story: Draft = { ...emptyDraft, headline, paragraphs: [lavrov, merkel] };
      return { reading: { source: headline, stories: [story], unplaced: [] }, hash: headline };
    };
    orThrow(await takeIn(newsroom, cli, { readings: [given('مسودة')], publish: false }));
    expect(await quoted(records)).toEqual([]);
    orThrow(await takeIn(newsroom, cli, { readings: [given('منشور')], publish: true }));
    expect((await quoted(records)).map((row) => row.speaker)).toEqual(['سيرغي لافروف', 'أنغيلا ميركل']);
  });
});
