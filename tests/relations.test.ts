// What stories are to one another, found by the archive and kept with them: near-duplicates, events, and related stories
// that readers may see, each for a reason.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { addTopic } from '../src/newsroom/add-topic.ts';
import { catchUp, openArchive } from '../src/newsroom/archive/archive.ts';
import type { LayeredArchive } from '../src/newsroom/archive/layers.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { pinRelated } from '../src/newsroom/pin-related.ts';
import { publish } from '../src/newsroom/publish.ts';
import { event } from '../src/newsroom/reading/event.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { whyRelated } from '../src/newsroom/reading/why-related.ts';
import { relate } from '../src/newsroom/relations/relate.ts';
import { relateChanged } from '../src/newsroom/relations/relate-changed.ts';
import { restore } from '../src/newsroom/restore.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import type { EventId, StoryId } from '../src/story/ids.ts';
import type { StoryView } from '../src/story/views.ts';
import { eachEngine } from './engines.ts';
import { contentOf, type Desk, editor, file, live, reporter, scheduler, setDesk } from './newsroom-desk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const flash =
  'جنحت السفينة «الرافدين» المحملة بالقمح فجر الأحد قبالة رأس البحر بعدما تعطل محركها، وأنقذ زورقان بحارتها الستة عشر، بحسب هيئة الموانئ.';
const update =
  'تستعد القاطرات لسحب السفينة «الرافدين» الجانحة قبالة رأس البحر وقت المد، وقالت هيئة الموانئ إن حمولتها من القمح سليمة وإن بحارتها في مأمن.';
const inquiry =
  'بدأ تحقيق في حادث السفينة «الرافدين» الجانحة قبالة رأس البحر بعدما تعطل محركها، وقالت هيئة الموانئ إن بحارتها سيُسألون وإن حمولتها من القمح ستُفحص.';
const others = [
  'يناقش البرلمان مشروع الموازنة وسط خلاف بين الكتل على رواتب القطاع العام ودعم المحروقات.',
  'فاز المنتخب على ضيفه بهدفين سجلهما المهاجم الشاب في الشوط الثاني أمام جمهور غفير.',
  'افتتح معرض الكتاب دورته بمشاركة ثلاثمئة ناشر وندوات عن الترجمة والرواية.',
  'حذرت الأرصاد من موجة حر تمتد أسبوعاً ودعت إلى الإكثار من شرب الماء.',
  'أعلنت شركة الاتصالات أرباحها الفصلية بنمو تقوده خدمات البيانات.',
  'عرض المتحف لوحات رسام من القرن الماضي عثر عليها في مخزن قديم.',
];

const words = (text: string) => ({ content: { body: bodyOfParagraphs([text]) } });

/** In an archive of a few stories no word is rare, and nothing is very like anything. */
const FILLERS = 30;
const filler = (at: number): string =>
  `${others[at % others.length]} ${Array.from({ length: 12 }, (_, word) => `لفظ${at}م${word}`).join(' ')}`;

/** A desk whose paper has stories about other things, so that the archive knows which words are seldom used. */
async function setPaper(desk: Desk): Promise<{ desk: Desk; data: string; archive: LayeredArchive }> {
  const data = mkdtempSync(join(tmpdir(), 'warraq-relations-'));
  folders.push(data);
  for (let at = 0; at < FILLERS; at += 1) await live(desk, `خبر آخر ${at}`, words(filler(at)));
  desk.pass({ hours: 1 });
  return { desk, data, archive: await openArchive(desk.newsroom, publicActor, data) };
}
type Paper = Awaited<ReturnType<typeof setPaper>>;

/** Takes in what has happened and relates it, as the server does. */
async function settle({ desk, archive }: Paper): Promise<void> {
  expect(await catchUp(desk.newsroom, publicActor, archive)).toBe('abreast');
  for (let step = 0; step < 50; step += 1)
    if ((await relateChanged(desk.newsroom, scheduler, archive)).isAbreast) return;
  throw new Error('relating comes to no end');
}

async function view({ desk }: Paper, id: StoryId): Promise<StoryView> {
  const answer = await story(desk.newsroom, publicActor, id);
  if (answer.kind !== 'story') throw new Error(`story ${id} is ${answer.kind}`);
  return answer.view;
}

/** What the archive found for a story, as readers see it. */
async function found(paper: Paper, id: StoryId): Promise<[string, StoryId][]> {
  return (await view(paper, id)).related.flatMap((one) =>
    one.kind === 'story' && (one.because === 'event' || one.because === 'background')
      ? [[one.because, one.card.id] as [string, StoryId]]
      : [],
  );
}

const shownIds = async (paper: Paper, id: StoryId): Promise<StoryId[]> =>
  (await view(paper, id)).related.flatMap((one) => (one.kind === 'story' ? [one.card.id] : []));

const publishWords = async ({ desk }: Paper, headline: string, text: string): Promise<StoryId> =>
  (await live(desk, headline, words(text))).storyId;

eachEngine('relations', (open) => {
  test('a story of the same event stands under the others, also under those that were published before it', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    await settle(paper);
    expect(await found(paper, first)).toEqual([]);
    const second = await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    expect(await found(paper, second)).toEqual([['event', first]]);
    expect(await found(paper, first)).toEqual([['event', second]]);
  });

  test('copy filed twice is a near-duplicate: it never stands under itself, nor both under a third story', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const again = await publishWords(paper, 'إنقاذ بحارة سفينة', flash);
    const third = await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    expect(await shownIds(paper, first)).not.toContain(again);
    expect(await shownIds(paper, again)).not.toContain(first);
    const under = await shownIds(paper, third);
    expect(under.filter((id) => id === first || id === again)).toHaveLength(1);
  });

  test('a story that is written anew is a near-duplicate no longer', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const { newsroom, records } = paper.desk;
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const again = await live(paper.desk, 'إنقاذ بحارة سفينة', words(flash));
    await settle(paper);
    const pairs = () => records.read.selectFrom('near_duplicates').selectAll().orderBy('story_id').execute();
    expect(await pairs()).toEqual([
      { story_id: first, other_id: again.storyId },
      { story_id: again.storyId, other_id: first },
    ]);
    const { storyId, revisionId: expectedHead } = again;
    const content = contentOf('القاطرات تستعد', words(update).content);
    orThrow(await editStory(newsroom, editor, { storyId, expectedHead, content }));
    orThrow(await publish(newsroom, editor, { storyId }));
    await settle(paper);
    expect(await pairs()).toEqual([]);
    expect(await found(paper, first)).toEqual([['event', storyId]]);
  });

  test('an editor may pin even a near-duplicate, and pins stand before what was found', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const again = await publishWords(paper, 'إنقاذ بحارة سفينة', flash);
    const third = await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    orThrow(await pinRelated(paper.desk.newsroom, editor, { storyId: first, targets: [again] }));
    expect((await shownIds(paper, first)).slice(0, 2)).toEqual([again, third]);
  });

  test('a killed story is under no other at once, and leaves the lists; published again, it comes back', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const second = await publishWords(paper, 'القاطرات تستعد', update);
    const third = await publishWords(paper, 'تحقيق في الجنوح', inquiry);
    await settle(paper);
    expect(await shownIds(paper, first)).toContain(second);
    orThrow(await kill(paper.desk.newsroom, editor, { storyId: second, reason: 'خبر غير صحيح' }));
    expect(await shownIds(paper, first)).not.toContain(second);
    await settle(paper);
    const rows = await paper.desk.records.read.selectFrom('related_found').select(['story_id', 'target_id']).execute();
    expect(rows.filter((row) => row.target_id === second)).toEqual([]);
    expect(await found(paper, third)).toEqual([['event', first]]);
    const chief = { ...editor, roles: ['chief'] } as const;
    orThrow(await restore(paper.desk.newsroom, chief, { storyId: second }));
    orThrow(await publish(paper.desk.newsroom, editor, { storyId: second }));
    await settle(paper);
    expect(await shownIds(paper, first)).toContain(second);
  });

  test('what lies under an embargo is under no story, however it came into the list', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const second = await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    const until = paper.desk.now().add({ hours: 1 }).epochMilliseconds;
    const { records } = paper.desk;
    await records.write.updateTable('stories').set({ embargo_until: until }).where('id', '=', second).execute();
    paper.desk.newsroom.kept.cards.drop(second);
    expect(await shownIds(paper, first)).not.toContain(second);
    expect((await view(paper, first)).event).toBeNull();
  });

  test('a draft is related to nothing and stands under nothing', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    await file(paper.desk, 'القاطرات تستعد', words(update));
    await settle(paper);
    expect(await found(paper, first)).toEqual([]);
  });

  test('an editor is told why: the event, the topics and the words in common; the public is not', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const { newsroom } = paper.desk;
    const { topicId } = orThrow(await addTopic(newsroom, editor, { edition: 'ar', name: 'حوادث السفن' }));
    const filed = { topics: [topicId] };
    const first = (await live(paper.desk, 'جنوح سفينة قمح', { ...filed, ...words(flash) })).storyId;
    const second = (await live(paper.desk, 'القاطرات تستعد', { ...filed, ...words(update) })).storyId;
    await settle(paper);
    const [why] = await whyRelated(newsroom, editor, first);
    expect(why).toMatchObject({ storyId: second, kind: 'event' });
    expect(why?.reasons).toContainEqual({ kind: 'event' });
    expect(why?.reasons).toContainEqual({ kind: 'topics', names: ['حوادث السفن'] });
    const shared = why?.reasons.find((reason) => reason.kind === 'words');
    expect(shared?.words).toContain('الرافدين');
    await expect(whyRelated(newsroom, publicActor, first)).rejects.toThrow('not allowed');
  });

  test('stories of one event have a page in the order of time, with copy that came twice once', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const second = await publishWords(paper, 'القاطرات تستعد', update);
    await publishWords(paper, 'إنقاذ بحارة سفينة', flash);
    await settle(paper);
    expect((await view(paper, first)).event).toBeNull();
    paper.desk.pass({ hours: 20 });
    const third = await publishWords(paper, 'تحقيق في الجنوح', inquiry);
    await settle(paper);
    const link = (await view(paper, third)).event;
    expect(link).toMatchObject({ stories: 3 });
    const page = await event(paper.desk.newsroom, publicActor, link?.id as EventId);
    expect(page?.cards.map((card) => card.id)).toEqual([first, second, third]);
    orThrow(await kill(paper.desk.newsroom, editor, { storyId: second, reason: 'خبر غير صحيح' }));
    const left = await event(paper.desk.newsroom, publicActor, link?.id as EventId);
    expect(left?.cards.map((card) => card.id)).toEqual([first, third]);
    expect((await view(paper, third)).event).toBeNull();
  });

  test('two events that a story shows to be one become one, and the address of the smaller leads to it', async () => {
    const { desk } = await setPaper(await setDesk(await open()));
    const { newsroom } = desk;
    const ids: StoryId[] = [];
    for (let at = 0; at < 6; at += 1) ids.push((await live(desk, `الحلقة ${at}`)).storyId);
    const [one, two, three, four, five, six] = ids as [StoryId, StoryId, StoryId, StoryId, StoryId, StoryId];
    const tell = async (id: StoryId, others: readonly StoryId[]) => {
      const around = others.map((other) => ({ storyId: other, likeness: 0.5 }));
      const given = { storyId: id, related: [], nearDuplicates: [], noNearDuplicates: [], around };
      orThrow(await relate(newsroom, scheduler, { stories: [given], seen: 0, upTo: null }));
    };
    await tell(one, [two]);
    await tell(three, [four, five]);
    const shown = async (id: number) => await event(newsroom, publicActor, id as EventId);
    expect((await shown(1))?.cards.map((card) => card.id)).toEqual([one, two]);
    await tell(six, [one, two, three, four, five]);
    expect((await shown(2))?.cards.map((card) => card.id)).toEqual(ids);
    expect((await shown(1))?.id).toBe(2);
    expect((await story(newsroom, publicActor, one)) as unknown).toMatchObject({ view: { event: { id: 2 } } });
    // All that showed either of them is dropped from the caches.
    expect(desk.touched()).toEqual(expect.arrayContaining(['event:1', 'event:2', ...ids.map((id) => `story:${id}`)]));
  });

  test('a story that joins an event touches the pages of the event and of all its stories, and so does its kill', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    const second = await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    const third = await publishWords(paper, 'تحقيق في الجنوح', inquiry);
    paper.desk.touched();
    await settle(paper);
    const stories = [first, second, third].map((id) => `story:${id}`);
    expect(paper.desk.touched()).toEqual(expect.arrayContaining(['event:1', ...stories]));
    orThrow(await kill(paper.desk.newsroom, editor, { storyId: third, reason: 'خبر غير صحيح' }));
    expect(paper.desk.touched()).toContain('event:1');
  });

  test('relating what has not changed writes nothing, and what was cut short is done again', async () => {
    const paper = await setPaper(await setDesk(await open()));
    await publishWords(paper, 'جنوح سفينة قمح', flash);
    await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    const { records, newsroom } = paper.desk;
    paper.desk.touched();
    await records.write.updateTable('followers').set({ last: 0 }).where('name', '=', 'relations').execute();
    await records.write.updateTable('relations').set({ seen: 0 }).execute();
    await settle(paper);
    expect(paper.desk.touched()).toEqual([]);
    expect(await relateChanged(newsroom, scheduler, paper.archive)).toEqual({ related: 0, isAbreast: true });
  });

  test('only the program relates, each story by a row of the log', async () => {
    const paper = await setPaper(await setDesk(await open()));
    const { newsroom, records } = paper.desk;
    const nothing = { stories: [], seen: 0, upTo: null };
    for (const actor of [publicActor, editor, reporter])
      expect(await relate(newsroom, actor, nothing)).toMatchObject({ ok: false, problem: { kind: 'denied' } });
    const first = await publishWords(paper, 'جنوح سفينة قمح', flash);
    await publishWords(paper, 'القاطرات تستعد', update);
    await settle(paper);
    const rows = await records.read.selectFrom('log').selectAll().where('act', '=', 'relate').execute();
    expect(rows).toContainEqual(
      expect.objectContaining({ actor: 'system:scheduler', subject: `story:${first}`, rule: 'scheduler:relate' }),
    );
  });
});
