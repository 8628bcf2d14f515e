// What the site is given to read: in the right order, each thing once, and never what readers may not see.
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { addAuthor } from '../src/newsroom/add-author.ts';
import { addTopic } from '../src/newsroom/add-topic.ts';
import { correct } from '../src/newsroom/correct.ts';
import { curateFront } from '../src/newsroom/curate-front.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { linkTranslations } from '../src/newsroom/link-translations.ts';
import { pinRelated } from '../src/newsroom/pin-related.ts';
import { publish } from '../src/newsroom/publish.ts';
import { resolveAddress, storyCard, storyIdExists } from '../src/newsroom/reading/address.ts';
import { corrections } from '../src/newsroom/reading/corrections.ts';
import { day, month, months } from '../src/newsroom/reading/days.ts';
import { front } from '../src/newsroom/reading/front.ts';
import { editions, furniture } from '../src/newsroom/reading/furniture.ts';
import { authorPage, latest, readCursor, sectionPage } from '../src/newsroom/reading/lists.ts';
import { relatedTo } from '../src/newsroom/reading/related.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { topicPage } from '../src/newsroom/reading/topics.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { schedule } from '../src/newsroom/schedule.ts';
import { type StoryId, storyId as storyIdSchema, type TopicId } from '../src/story/ids.ts';
import type { StoryView } from '../src/story/views.ts';
import { eachEngine } from './engines.ts';
import { arabic, contentOf, type Desk, editor, english, type Filed, file, live, setDesk } from './newsroom-desk.ts';

async function view(desk: Desk, id: StoryId): Promise<StoryView> {
  const answer = await story(desk.newsroom, publicActor, id);
  if (answer.kind !== 'story') throw new Error(`story ${id} is ${answer.kind}`);
  return answer.view;
}

async function related(desk: Desk, id: StoryId): Promise<[string, StoryId | null][]> {
  const views = (await view(desk, id)).related;
  return views.map((one) => (one.kind === 'story' ? [one.because, one.card.id] : ['stub', null]));
}

async function many(desk: Desk, count: number, more: Parameters<typeof live>[2] = {}): Promise<StoryId[]> {
  const ids: StoryId[] = [];
  for (let index = 0; index < count; index++) ids.push((await live(desk, `خبر رقم ${index}`, more)).storyId);
  return ids;
}

const idsOf = (cards: readonly { id: StoryId }[]): StoryId[] => cards.map((card) => card.id);

async function topic(desk: Desk, name: string): Promise<TopicId> {
  return orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name })).topicId;
}

eachEngine('related stories and the next one', (open) => {
  test('pins stand first, then shared topics (most shared first), then the section, then the one above; five, never itself', async () => {
    const desk = await setDesk(await open());
    const [gas, sea] = [await topic(desk, 'الغاز'), await topic(desk, 'البحر')];
    const [inWorld] = await many(desk, 1);
    const [inAsia] = await many(desk, 1, { section: desk.asia });
    const [both] = await many(desk, 1, { section: desk.economy, topics: [gas, sea] });
    const [one] = await many(desk, 1, { section: desk.economy, topics: [sea] });
    const [pinned] = await many(desk, 1, { section: desk.economy });
    const { storyId } = await live(desk, 'الخبر نفسه', { section: desk.asia, topics: [gas, sea] });
    orThrow(await pinRelated(desk.newsroom, editor, { storyId, targets: [pinned ?? 0] }));
    expect(await related(desk, storyId)).toEqual([
      ['pinned', pinned],
      ['topic', both],
      ['topic', one],
      ['section', inAsia],
      ['section', inWorld],
    ]);
    await many(desk, 6, { section: desk.asia });
    expect(await related(desk, storyId)).toHaveLength(5);
    const { card } = await view(desk, storyId);
    expect(await relatedTo(desk.newsroom, publicActor, { card, topics: [] })).toHaveLength(5);
  });

  test('reading on from story to story goes back in time, meets none twice, and ends', async () => {
    const desk = await setDesk(await open());
    await many(desk, 3, { section: desk.economy });
    await many(desk, 3, { section: desk.world });
    const [newest] = (await latest(desk.newsroom, publicActor, { edition: arabic, limit: 1 })).cards;
    const chain: StoryId[] = [];
    for (let card = newest ?? null; card !== null; card = (await view(desk, card.id)).next) chain.push(card.id);
    expect(chain).toHaveLength(6);
    expect(new Set(chain).size).toBe(6);
  });

  test('stories of one instant are read on in one order and none is left out', async () => {
    const desk = await setDesk(await open());
    const filed: Filed[] = [];
    for (const name of ['أ', 'ب', 'ج']) filed.push(await file(desk, `خبر ${name}`));
    for (const { storyId } of filed) orThrow(await publish(desk.newsroom, editor, { storyId }));
    const [third, second, first] = filed.map(({ storyId }) => storyId).toReversed();
    expect((await view(desk, third ?? storyIdSchema.parse(1))).next?.id).toBe(second);
    expect((await view(desk, second ?? storyIdSchema.parse(1))).next?.id).toBe(first);
    expect((await view(desk, first ?? storyIdSchema.parse(1))).next).toBeNull();
  });
});

eachEngine('lists', (open) => {
  test('pages of a list follow each other without a gap or a repetition, also while stories are added', async () => {
    const desk = await setDesk(await open());
    const ids = await many(desk, 7, { section: desk.asia });
    const first = await sectionPage(desk.newsroom, publicActor, { section: desk.world, limit: 3 });
    expect(idsOf(first.cards)).toEqual(ids.slice(4).toReversed());
    await many(desk, 2);
    const second = await sectionPage(desk.newsroom, publicActor, {
      section: desk.world,
      limit: 3,
      before: first.older,
    });
    expect(idsOf(second.cards)).toEqual(ids.slice(1, 4).toReversed());
    const third = await sectionPage(desk.newsroom, publicActor, {
      section: desk.world,
      limit: 3,
      before: second.older,
    });
    expect(idsOf(third.cards)).toEqual(ids.slice(0, 1));
    expect(third.older).toBeNull();
  });

  test('a cursor that is none is as no cursor', () => {
    for (const cursor of ['', 'x', '1', '1-', '-1-2', '1-2-3', '99999999999999999-1', null, undefined]) {
      expect(readCursor(cursor)).toBeUndefined();
    }
    expect(readCursor('1764000000000-12')).toEqual({ publishedAt: 1_764_000_000_000, id: 12 });
  });

  test('an author and a topic have pages by their addresses, and none when readers have nothing of theirs', async () => {
    const desk = await setDesk(await open());
    const water = orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name: 'أزمة المياه' }));
    const { storyId } = await live(desk, 'خبر عن المياه', { topics: [water.topicId] });
    const author = { edition: arabic, slug: 'ليلى-حداد', limit: 10 };
    const byline = await authorPage(desk.newsroom, publicActor, author);
    expect(byline?.author.name).toBe('ليلى حدّاد');
    expect(idsOf(byline?.list.cards ?? [])).toEqual([storyId]);
    const about = { edition: arabic, slug: water.slug, limit: 10 };
    expect(idsOf((await topicPage(desk.newsroom, publicActor, about))?.list.cards ?? [])).toEqual([storyId]);
    expect((await view(desk, storyId)).topics.map((one) => one.name)).toEqual(['أزمة المياه']);
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'سبب' }));
    expect(await authorPage(desk.newsroom, publicActor, author)).toBeNull();
    expect(await topicPage(desk.newsroom, publicActor, about)).toBeNull();
    expect(await authorPage(desk.newsroom, publicActor, { ...author, slug: 'لا-أحد' })).toBeNull();
    orThrow(await addAuthor(desk.newsroom, editor, { edition: 'ar', name: 'ليلى حدّاد', about: 'كاتبة من بيروت.' }));
    expect(await authorPage(desk.newsroom, publicActor, author)).toMatchObject({
      author: { about: 'كاتبة من بيروت.' },
      list: { cards: [] },
    });
  });

  test('two authors whose names give one address have two', async () => {
    const desk = await setDesk(await open());
    const names = ['سعيد (عبد الرازق)', 'سعيد عبد-الرازق', 'سعيد 1'];
    const slugs = [];
    for (const name of names) slugs.push(orThrow(await addAuthor(desk.newsroom, editor, { edition: 'ar', name })).slug);
    // The first two are one name by their key; the third is another.
    expect(slugs[0]).toBe(slugs[1]);
    expect(new Set(slugs).size).toBe(2);
  });

  test('a day has its stories by the edition’s clock, and knows the nearest days with something on both sides', async () => {
    const desk = await setDesk(await open(), '2026-11-20T20:59:00Z');
    const late = await live(desk, 'آخر خبر في اليوم', {});
    desk.set('2026-11-20T20:58:00Z');
    const before = await live(desk, 'قبل منتصف الليل بدقيقة', {});
    desk.set('2026-11-25T09:00:00Z');
    await live(desk, 'بعد أيام', {});
    // Midnight in Riyadh is 21:00 in Greenwich.
    expect(await dayIds(desk, '2026-11-20')).toEqual([before.storyId]);
    expect(await dayIds(desk, '2026-11-21')).toEqual([late.storyId]);
    const middle = await day(desk.newsroom, publicActor, arabic, Temporal.PlainDate.from('2026-11-23'));
    expect(middle).toEqual({ cards: [], earlier: '2026-11-21', later: '2026-11-25' });
    const last = await day(desk.newsroom, publicActor, arabic, Temporal.PlainDate.from('2026-11-25'));
    expect(last).toMatchObject({ earlier: '2026-11-21', later: null });
    desk.set('2027-02-01T09:00:00Z');
    const february = await live(desk, 'خبر من شباط', {});
    expect(await months(desk.newsroom, publicActor, arabic)).toEqual(['2027-02', '2026-11']);
    const page = await month(desk.newsroom, publicActor, {
      edition: arabic,
      month: Temporal.PlainYearMonth.from('2027-02'),
      limit: 10,
    });
    expect(idsOf(page.cards)).toEqual([february.storyId]);
  });

  test('corrections are listed newest first with their stories, a page at a time', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر صُوّب مرتين');
    for (const text of ['التصويب الأول', 'التصويب الثاني']) {
      desk.pass({ minutes: 1 });
      orThrow(await correct(desk.newsroom, editor, { storyId, text }));
    }
    const first = await corrections(desk.newsroom, publicActor, { edition: arabic, limit: 1 });
    expect(first.corrections.map(({ correction, card }) => [correction.text, card.id])).toEqual([
      ['التصويب الثاني', storyId],
    ]);
    const second = await corrections(desk.newsroom, publicActor, { edition: arabic, limit: 1, before: first.older });
    expect(second.corrections.map(({ correction }) => correction.text)).toEqual(['التصويب الأول']);
    expect(second.older).toBeNull();
    expect((await view(desk, storyId)).corrections).toHaveLength(2);
  });
});

async function dayIds(desk: Desk, date: string): Promise<StoryId[]> {
  return idsOf((await day(desk.newsroom, publicActor, arabic, Temporal.PlainDate.from(date))).cards);
}

eachEngine('the front', (open) => {
  test('slots come first and in order, the rest fills itself with the newest, and no story stands in it twice', async () => {
    const desk = await setDesk(await open());
    const old = await many(desk, 2, { section: desk.economy });
    await many(desk, 14, { section: desk.asia });
    await many(desk, 3, { section: desk.economy });
    orThrow(await curateFront(desk.newsroom, editor, { edition: 'ar', stories: old }));
    const shown = await front(desk.newsroom, publicActor, arabic);
    expect(shown.lead?.id).toBe(old[0]);
    expect(shown.top[0]?.id).toBe(old[1]);
    expect(shown.top).toHaveLength(6);
    const newest = idsOf(shown.latest);
    expect(newest).toHaveLength(10);
    expect(idsOf(shown.top.slice(1))).toEqual(newest.slice(0, 5));
    expect(shown.blocks.map((block) => block.section.name)).toEqual(['العالم']);
    expect(shown.blocks[0]?.cards).toHaveLength(5);
    const all = [shown.lead?.id, ...idsOf(shown.top), ...shown.blocks.flatMap((block) => idsOf(block.cards))];
    expect(new Set(all).size).toBe(all.length);
  });

  test('an empty paper has an empty front, and a paper with one story leads with it', async () => {
    const desk = await setDesk(await open());
    expect(await front(desk.newsroom, publicActor, arabic)).toEqual({ lead: null, top: [], blocks: [], latest: [] });
    const { storyId } = await live(desk, 'الخبر الأول في الصحيفة');
    const shown = await front(desk.newsroom, publicActor, arabic);
    expect([shown.lead?.id, shown.top, shown.blocks, idsOf(shown.latest)]).toEqual([storyId, [], [], [storyId]]);
    expect(await front(desk.newsroom, publicActor, english)).toMatchObject({ lead: null });
  });
});

/** Everything that readers can be given, as one text. */
async function allThatReadersSee(desk: Desk, ids: readonly StoryId[], topics: readonly string[]): Promise<string> {
  const { newsroom } = desk;
  const seen: unknown[] = [];
  for (const edition of await editions(newsroom, publicActor)) {
    const { sections } = await furniture(newsroom, publicActor, edition.key);
    seen.push(
      await front(newsroom, publicActor, edition.key),
      await latest(newsroom, publicActor, { edition: edition.key, limit: 100 }),
    );
    seen.push(
      await corrections(newsroom, publicActor, { edition: edition.key, limit: 100 }),
      await months(newsroom, publicActor, edition.key),
    );
    seen.push(await day(newsroom, publicActor, edition.key, Temporal.PlainDate.from('2026-11-24')));
    for (const section of sections)
      seen.push(await sectionPage(newsroom, publicActor, { section: section.id, limit: 100 }));
    for (const slug of topics)
      seen.push(await topicPage(newsroom, publicActor, { edition: edition.key, slug, limit: 100 }));
    for (const slug of ['ليلى-حداد', 'مجهول'])
      seen.push(await authorPage(newsroom, publicActor, { edition: edition.key, slug, limit: 100 }));
  }
  for (const id of ids) {
    const answer = await story(newsroom, publicActor, id);
    seen.push(answer, await storyCard(newsroom, publicActor, id));
    if (answer.kind === 'story') seen.push([...answer.view.inline.values()]);
  }
  return JSON.stringify(seen);
}

eachEngine('what readers may not see', (open) => {
  test('a story that is killed, under embargo, scheduled or a draft leaks from nowhere, whatever names it', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const secret = orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name: 'موضوع سري' }));
    const byUnknown = {
      byline: { authors: [{ name: 'مجهول', role: 'writer' as const }], agencies: [], dateline: null },
    };
    const options = { topics: [secret.topicId], content: byUnknown };
    const hidden = {
      draft: await file(desk, 'المستور: مسودة', options),
      embargoed: await file(desk, 'المستور: تحت الحظر', { ...options, embargoUntil: desk.now().add({ hours: 9 }) }),
      scheduled: await file(desk, 'المستور: مجدول', options),
      killed: await live(desk, 'المستور: مسحوب', options),
      restored: await live(desk, 'المستور: عاد مسودة', options),
    };
    const twin = await file(desk, 'المستور: ترجمة لم تنشر', { edition: 'en', section: desk.news });
    orThrow(
      await schedule(desk.newsroom, editor, { storyId: hidden.scheduled.storyId, at: desk.now().add({ hours: 1 }) }),
    );
    const targets = Object.values(hidden).map((one) => one.storyId);
    const inline = targets.map((id) => ({ type: 'relatedInline' as const, attrs: { storyId: id } }));
    const host = await live(desk, 'الخبر الظاهر', { content: { body: { type: 'doc', content: inline } } });
    await many(desk, 2);
    orThrow(await pinRelated(desk.newsroom, editor, { storyId: host.storyId, targets }));
    orThrow(await linkTranslations(desk.newsroom, editor, { stories: [host.storyId, twin.storyId] }));
    orThrow(
      await curateFront(desk.newsroom, editor, { edition: 'ar', stories: [hidden.killed.storyId, host.storyId] }),
    );
    orThrow(await correct(desk.newsroom, editor, { storyId: hidden.killed.storyId, text: 'المستور: تصويب' }));
    // Everything is read once while they are live, so that whatever remembers has something to forget.
    const ids = [host.storyId, ...targets, twin.storyId];
    expect(await allThatReadersSee(desk, ids, [secret.slug])).toContain('المستور: مسحوب');

    orThrow(await kill(desk.newsroom, editor, { storyId: hidden.killed.storyId, reason: 'المستور: سبب' }));
    orThrow(await kill(desk.newsroom, editor, { storyId: hidden.restored.storyId, reason: 'المستور: سبب' }));
    const { restore } = await import('../src/newsroom/restore.ts');
    orThrow(await restore(desk.newsroom, { kind: 'system', name: 'cli' }, { storyId: hidden.restored.storyId }));
    const seen = await allThatReadersSee(desk, ids, [secret.slug]);
    expect(seen).toContain('الخبر الظاهر');
    expect(seen).not.toContain('المستور');
    expect(seen).not.toContain('مجهول');
    expect(seen).not.toContain('موضوع سري');

    expect((await view(desk, host.storyId)).translations).toEqual([]);
    expect(await story(desk.newsroom, publicActor, hidden.killed.storyId)).toEqual({
      kind: 'killed',
      storyId: hidden.killed.storyId,
      headline: null,
    });
    for (const one of [hidden.draft, hidden.embargoed, hidden.scheduled, hidden.restored]) {
      expect(await story(desk.newsroom, publicActor, one.storyId)).toEqual({ kind: 'absent' });
      expect(await storyIdExists(desk.newsroom, publicActor, one.storyId)).toBe(false);
    }
    expect(await storyIdExists(desk.newsroom, publicActor, hidden.killed.storyId)).toBe(true);
    const redirects = targets.map((story_id, index) => ({ address_key: `old.example/${index}`, story_id }));
    await records.write.insertInto('redirects').values(redirects).execute();
    const resolved = await Promise.all(
      targets.map((_, index) => resolveAddress(desk.newsroom, publicActor, `https://old.example/${index}`)),
    );
    expect(resolved).toEqual([null, null, null, hidden.killed.storyId, null]);
  });

  test('edits, topics and sections of a live story stay unseen until they are published', async () => {
    const desk = await setDesk(await open());
    const secret = orThrow(await addTopic(desk.newsroom, editor, { edition: 'ar', name: 'موضوع سري' }));
    const { storyId, revisionId } = await live(desk, 'كما نشر');
    const before = JSON.stringify(await view(desk, storyId));
    const edit = { content: contentOf('المستور'), sectionId: desk.economy, topics: [secret.topicId] };
    orThrow(await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, ...edit }));
    expect(JSON.stringify(await view(desk, storyId))).toBe(before);
    expect(await allThatReadersSee(desk, [storyId], [secret.slug])).not.toMatch(/المستور|سري/);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect(await view(desk, storyId)).toMatchObject({
      card: { headline: 'المستور', sectionId: desk.economy },
      topics: [{ name: 'موضوع سري' }],
    });
  });

  test('a live story on which an embargo lies, however that came to be, is not shown before its instant', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId } = await live(desk, 'المستور: حظر لاحق');
    const host = await live(desk, 'الخبر الظاهر');
    orThrow(await pinRelated(desk.newsroom, editor, { storyId: host.storyId, targets: [storyId] }));
    const until = desk.now().add({ hours: 1 });
    await records.write
      .updateTable('stories')
      .set({ embargo_until: until.epochMilliseconds })
      .where('id', '=', storyId)
      .execute();
    const seen = await allThatReadersSee(desk, [storyId, host.storyId], []);
    expect(seen).not.toContain('المستور');
    expect(seen).toContain('الخبر الظاهر');
    desk.set(until.toString());
    expect(await allThatReadersSee(desk, [storyId], [])).toContain('المستور');
  });

  test('ids that are no ids are absent', async () => {
    const desk = await setDesk(await open());
    for (const id of [0, -1, 1.5, Number.NaN, 2 ** 60, 4_000_000_000]) {
      expect(await story(desk.newsroom, publicActor, id as StoryId)).toEqual({ kind: 'absent' });
      expect(await storyCard(desk.newsroom, publicActor, id as StoryId)).toEqual({ kind: 'absent' });
    }
  });
});
