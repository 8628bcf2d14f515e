// What the archive is told of stories: the text that readers see with its names and facets, of live stories and no others.
import { expect, test } from 'vitest';
import { addTopic } from '../src/newsroom/add-topic.ts';
import { allDocuments, countOfDocuments, documentsOf, type StoryDocument } from '../src/newsroom/archive/documents.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { eachEngine } from './engines.ts';
import { contentOf, type Desk, editor, file, live, setDesk } from './newsroom-desk.ts';

async function all(desk: Desk): Promise<StoryDocument[]> {
  const found: StoryDocument[] = [];
  for await (const batch of allDocuments(desk.newsroom, desk.records.read)) found.push(...batch);
  return found;
}

eachEngine('the documents of the archive', (open) => {
  test('a live story is told with its text, captions, names, and a facet for each list that it stands in', async () => {
    const desk = await setDesk(await open());
    // Three in the morning of the first of December in Riyadh is still November in Greenwich.
    desk.set('2026-11-30T22:59:00Z');
    const { topicId } = orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name: 'أسعار القمح' }));
    const { content } = contentOf('ارتفاع القمح').body;
    const leadPicture = {
      pictureId: null,
      source: null,
      caption: 'صومعة في الميناء',
      credit: '',
      alt: '',
      focalPoint: null,
    };
    const picture = { type: 'picture' as const, attrs: { ...leadPicture, caption: 'سفينة محملة' } };
    const { storyId } = await live(desk, 'ارتفاع القمح', {
      section: desk.asia,
      topics: [topicId],
      content: {
        kicker: 'أسواق',
        standfirst: 'مقدمة الخبر',
        byline: { authors: [{ name: 'ليلى حدّاد', role: 'writer' }], agencies: ['رويترز'], dateline: 'بيروت' },
        leadPicture,
        body: { type: 'doc', content: [...content, picture] },
      },
    });
    const [document] = await documentsOf(desk.newsroom, desk.records.read, [storyId]);
    expect(document).toMatchObject({
      id: storyId,
      edition: 'ar',
      headline: 'ارتفاع القمح',
      kicker: 'أسواق',
      standfirst: 'مقدمة الخبر',
      body: 'قال مصدر إن «ارتفاع القمح» خبر للتجربة.\nوأضاف أن للخبر بقية.',
      captions: 'صومعة في الميناء\nسفينة محملة',
      names: 'ليلى حدّاد\nأسعار القمح',
      publishedAt: desk.now().epochMilliseconds,
    });
    const facets = new Set(document?.facets);
    const lists = ['edition:ar', `section:${desk.asia}`, `section:${desk.world}`, `topic:${topicId}`];
    const others = ['agency:رويترز', 'city:بيروت', 'kind:news', 'year:2026', 'month:2026-12'];
    for (const facet of [...lists, ...others]) expect(facets, facet).toContain(facet);
    expect([...facets].filter((facet) => facet.startsWith('author:'))).toHaveLength(1);
  });

  test('only what readers see is told: the live revision, and nothing of drafts and of killed stories', async () => {
    const desk = await setDesk(await open());
    await file(desk, 'مسودة لم تنشر');
    const killed = await live(desk, 'خبر سيسحب');
    const edited = await live(desk, 'خبر كما نشر');
    const content = contentOf('خبر حرر ولم ينشر');
    const { storyId } = edited;
    orThrow(await editStory(desk.newsroom, editor, { storyId, expectedHead: edited.revisionId, content }));
    orThrow(await kill(desk.newsroom, editor, { storyId: killed.storyId, reason: 'غير صحيح' }));
    expect((await all(desk)).map((document) => document.headline)).toEqual(['خبر كما نشر']);
    expect(await countOfDocuments(desk.records.read)).toBe(1);
    expect(await documentsOf(desk.newsroom, desk.records.read, [killed.storyId])).toEqual([]);
  });

  test('all stories come once each, in order, also when there are more than one batch', async () => {
    const desk = await setDesk(await open());
    const ids: number[] = [];
    for (let at = 0; at < 7; at += 1) ids.push((await live(desk, `خبر ${at}`)).storyId);
    const batches: number[][] = [];
    for await (const batch of allDocuments(desk.newsroom, desk.records.read, { batch: 3 }))
      batches.push(batch.map((document) => document.id));
    expect(batches.flat()).toEqual(ids);
    expect(batches.length).toBeGreaterThan(2);
  });
});
