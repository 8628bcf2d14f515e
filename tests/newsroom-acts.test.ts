// What acts promise beyond what they touch: no silent overwrite, no early publication, a log that names the rule, events that arrive in time.
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { addEdition } from '../src/newsroom/add-edition.ts';
import { addPicture } from '../src/newsroom/add-picture.ts';
import { addSection } from '../src/newsroom/add-section.ts';
import { correct } from '../src/newsroom/correct.ts';
import { curateFront } from '../src/newsroom/curate-front.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { fileStory } from '../src/newsroom/file-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { linkTranslations } from '../src/newsroom/link-translations.ts';
import { pinRelated } from '../src/newsroom/pin-related.ts';
import { publish } from '../src/newsroom/publish.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { restore } from '../src/newsroom/restore.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { publishDue, schedule, unschedule } from '../src/newsroom/schedule.ts';
import type { OutboxEvent } from '../src/records/outbox.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import type { StoryId } from '../src/story/ids.ts';
import { eachEngine } from './engines.ts';
import {
  cli,
  contentOf,
  type Desk,
  editor,
  englishEdition,
  file,
  live,
  newsroomAt,
  reporter,
  scheduler,
  setDesk,
} from './newsroom-desk.ts';

async function cardTimes(
  desk: Desk,
  id: StoryId,
): Promise<{ publishedAt: number; updatedAt: number; headline: string }> {
  const answer = await story(desk.newsroom, publicActor, id);
  if (answer.kind !== 'story') throw new Error(`the story is ${answer.kind}`);
  const { publishedAt, updatedAt, headline } = answer.view.card;
  return { publishedAt, updatedAt, headline };
}

eachEngine('acts', (open) => {
  test('an edit is seen when it is published, and moves only the time of the update', async () => {
    const desk = await setDesk(await open());
    const { storyId, revisionId } = await live(desk, 'قبل التعديل');
    const first = await cardTimes(desk, storyId);
    expect(first.updatedAt).toBe(first.publishedAt);
    desk.pass({ minutes: 10 });
    const edited = orThrow(
      await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content: contentOf('بعد التعديل') }),
    );
    expect(await cardTimes(desk, storyId)).toEqual(first);
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    const now = desk.now().epochMilliseconds;
    expect(await cardTimes(desk, storyId)).toEqual({
      publishedAt: first.publishedAt,
      updatedAt: now,
      headline: 'بعد التعديل',
    });
    // An older revision can be put back in its place.
    desk.pass({ minutes: 1 });
    orThrow(await publish(desk.newsroom, editor, { storyId, revisionId }));
    expect((await cardTimes(desk, storyId)).headline).toBe('قبل التعديل');
    expect(edited.number).toBe(2);
  });

  test('an edit over somebody else’s is a conflict, and writes nothing', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId, revisionId } = await file(desk, 'نسخة أولى');
    orThrow(
      await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content: contentOf('نسخة المحررة') }),
    );
    const late = await editStory(desk.newsroom, cli, {
      storyId,
      expectedHead: revisionId,
      content: contentOf('نسخة متأخرة'),
    });
    expect(late).toMatchObject({ ok: false, problem: { kind: 'conflict', headNumber: 2, by: 'user:1' } });
    const revisions = await records.read
      .selectFrom('revisions')
      .select('number')
      .where('story_id', '=', storyId)
      .execute();
    expect(revisions).toHaveLength(2);
  });

  test('of many edits at once on one revision exactly one goes in, and no revision is lost or changed', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId, revisionId } = await file(desk, 'نسخة واحدة');
    const edits = Array.from({ length: 8 }, (_, index) =>
      editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content: contentOf(`نسخة ${index}`) }),
    );
    const results = await Promise.all(edits);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.problem.kind === 'conflict')).toHaveLength(7);
    await expect(
      records.write.updateTable('revisions').set({ content: '{}' }).where('story_id', '=', storyId).execute(),
    ).rejects.toThrow(/never changed/);
  });

  test('saving the same words again is not a new revision', async () => {
    const desk = await setDesk(await open());
    const { storyId, revisionId } = await file(desk, 'كلام واحد');
    const again = orThrow(
      await editStory(desk.newsroom, editor, {
        storyId,
        expectedHead: revisionId,
        content: contentOf('كلام واحد'),
        sectionId: desk.asia,
      }),
    );
    expect(again).toEqual({ storyId, revisionId, number: 1, isNewRevision: false });
  });

  test('an embargo holds until its instant: not published, not scheduled before, not put on what readers have seen', async () => {
    const desk = await setDesk(await open());
    const until = desk.now().add({ hours: 2 });
    const { storyId, revisionId } = await file(desk, 'تحت الحظر', { embargoUntil: until });
    expect(await publish(desk.newsroom, editor, { storyId })).toEqual({
      ok: false,
      problem: { kind: 'embargoed', until },
    });
    expect(await schedule(desk.newsroom, editor, { storyId, at: until.subtract({ minutes: 1 }) })).toMatchObject({
      problem: { kind: 'embargoed' },
    });
    orThrow(await schedule(desk.newsroom, editor, { storyId, at: until }));
    desk.pass({ hours: 1, minutes: 59 });
    expect((await publishDue(desk.newsroom, scheduler)).published).toEqual([]);
    expect((await story(desk.newsroom, publicActor, storyId)).kind).toBe('absent');
    desk.pass({ minutes: 1 });
    expect((await publishDue(desk.newsroom, scheduler)).published).toEqual([storyId]);
    expect((await cardTimes(desk, storyId)).publishedAt).toBe(until.epochMilliseconds);
    const late = await editStory(desk.newsroom, editor, {
      storyId,
      expectedHead: revisionId,
      embargoUntil: desk.now().add({ hours: 1 }),
    });
    expect(late).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
  });

  test('an embargo that moves past the scheduled time keeps the story back', async () => {
    const desk = await setDesk(await open());
    const { storyId, revisionId } = await file(desk, 'مجدول ثم محظور');
    orThrow(await schedule(desk.newsroom, editor, { storyId, at: desk.now().add({ hours: 1 }) }));
    orThrow(
      await editStory(desk.newsroom, editor, {
        storyId,
        expectedHead: revisionId,
        embargoUntil: desk.now().add({ hours: 3 }),
      }),
    );
    desk.pass({ hours: 2 });
    expect((await publishDue(desk.newsroom, scheduler)).published).toEqual([]);
    desk.pass({ hours: 1 });
    expect((await publishDue(desk.newsroom, scheduler)).published).toEqual([storyId]);
  });

  test('the scheduler publishes what is due, oldest first, and nothing else; what was taken off the schedule stays', async () => {
    const desk = await setDesk(await open());
    const [one, two, three, draft] = [
      await file(desk, 'الأول'),
      await file(desk, 'الثاني'),
      await file(desk, 'الثالث'),
      await file(desk, 'مسودة'),
    ];
    orThrow(await schedule(desk.newsroom, editor, { storyId: one.storyId, at: desk.now().add({ minutes: 10 }) }));
    orThrow(await schedule(desk.newsroom, editor, { storyId: two.storyId, at: desk.now().add({ minutes: 5 }) }));
    orThrow(await schedule(desk.newsroom, editor, { storyId: three.storyId, at: desk.now().add({ minutes: 5 }) }));
    orThrow(await unschedule(desk.newsroom, editor, { storyId: three.storyId }));
    expect(await publish(desk.newsroom, scheduler, { storyId: draft.storyId })).toMatchObject({
      problem: { kind: 'denied' },
    });
    desk.pass({ minutes: 30 });
    expect(await publishDue(desk.newsroom, scheduler)).toEqual({ published: [two.storyId, one.storyId], refused: [] });
    expect(await publishDue(desk.newsroom, scheduler)).toEqual({ published: [], refused: [] });
    expect(await schedule(desk.newsroom, editor, { storyId: draft.storyId, at: desk.now() })).toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  test('the workflow is kept: no kill of a draft, no edit, correction or second kill of what is killed, a restored story is a draft', async () => {
    const desk = await setDesk(await open());
    const draft = await file(desk, 'مسودة');
    expect(await kill(desk.newsroom, editor, { storyId: draft.storyId, reason: 'سبب' })).toEqual({
      ok: false,
      problem: { kind: 'wrong-state', state: 'draft' },
    });
    const { storyId, revisionId } = await live(desk, 'يُسحب ثم يعود');
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'سبب' }));
    const wrong = { ok: false, problem: { kind: 'wrong-state', state: 'killed' } };
    expect(await kill(desk.newsroom, editor, { storyId, reason: 'سبب' })).toEqual(wrong);
    expect(await publish(desk.newsroom, editor, { storyId })).toEqual(wrong);
    expect(await correct(desk.newsroom, editor, { storyId, text: 'تصويب' })).toEqual(wrong);
    expect(
      await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content: contentOf('غيره') }),
    ).toEqual(wrong);
    expect(await restore(desk.newsroom, editor, { storyId })).toMatchObject({ problem: { kind: 'denied' } });
    orThrow(await restore(desk.newsroom, cli, { storyId }));
    expect((await story(desk.newsroom, publicActor, storyId)).kind).toBe('absent');
    const before = desk.now().epochMilliseconds;
    desk.pass({ minutes: 5 });
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect(await cardTimes(desk, storyId)).toMatchObject({
      publishedAt: before,
      updatedAt: desk.now().epochMilliseconds,
    });
  });

  test('every act leaves a row in the log with its actor and the rule that allowed it; a refused one leaves nothing', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const { storyId } = await live(desk, 'خبر مسجل');
    expect(await kill(desk.newsroom, reporter, { storyId, reason: 'لا يحق له' })).toEqual({
      ok: false,
      problem: { kind: 'denied', rule: 'deny:kill' },
    });
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'خبر غير صحيح' }));
    const rows = await records.read
      .selectFrom('log')
      .select(['actor', 'act', 'rule', 'detail'])
      .where('subject', '=', `story:${storyId}`)
      .orderBy('id')
      .execute();
    expect(rows.map(({ actor, act, rule }) => [actor, act, rule])).toEqual([
      ['user:1', 'file-story', 'editor:file-story'],
      ['user:1', 'publish', 'editor:publish'],
      ['user:1', 'kill', 'editor:kill'],
    ]);
    expect(JSON.parse(rows[2]?.detail ?? '')).toEqual({ reason: 'خبر غير صحيح' });
  });

  test('a reporter edits their own draft, not another’s and not what is live', async () => {
    const desk = await setDesk(await open());
    const own = orThrow(
      await fileStory(desk.newsroom, reporter, {
        edition: 'ar',
        sectionId: desk.world,
        content: contentOf('مسودة المراسل'),
      }),
    );
    const edit = { storyId: own.storyId, expectedHead: own.revisionId, content: contentOf('مسودة المراسل بعد تعديل') };
    const saved = orThrow(await editStory(desk.newsroom, reporter, edit));
    const other = await file(desk, 'مسودة المحررة');
    expect(
      await editStory(desk.newsroom, reporter, {
        storyId: other.storyId,
        expectedHead: other.revisionId,
        sectionId: desk.asia,
      }),
    ).toMatchObject({ problem: { kind: 'denied' } });
    orThrow(await publish(desk.newsroom, editor, { storyId: own.storyId }));
    expect(await editStory(desk.newsroom, reporter, { ...edit, expectedHead: saved.revisionId })).toMatchObject({
      problem: { kind: 'denied' },
    });
  });

  test('what comes in is checked: bodies, bounds, and every id that it names', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'خبر سليم');
    const filing = { edition: 'ar', sectionId: desk.world };
    const script = bodyOfParagraphs(['نص']);
    script.content[0] = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'رابط', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
    };
    const problems = await Promise.all([
      fileStory(desk.newsroom, editor, { ...filing, content: contentOf('رابط خبيث', { body: script }) }),
      fileStory(desk.newsroom, editor, {
        ...filing,
        content: contentOf('طويل', { body: bodyOfParagraphs(Array.from({ length: 50 }, () => 'ن'.repeat(10_000))) }),
      }),
      fileStory(desk.newsroom, editor, { ...filing, content: contentOf('') }),
      curateFront(desk.newsroom, editor, { edition: 'ar', stories: [storyId, storyId] }),
      pinRelated(desk.newsroom, editor, { storyId, targets: [storyId] }),
      kill(desk.newsroom, editor, { storyId, reason: '  ' }),
    ]);
    expect(problems.map((result) => (result.ok ? 'done' : result.problem.kind))).toEqual(Array(6).fill('invalid'));
    const absent = await Promise.all([
      fileStory(desk.newsroom, editor, { ...filing, sectionId: desk.news, content: contentOf('قسم من طبعة أخرى') }),
      fileStory(desk.newsroom, editor, { ...filing, content: contentOf('موضوع غير موجود'), topics: [99] }),
      fileStory(desk.newsroom, editor, {
        ...filing,
        content: contentOf('صورة غير موجودة', {
          leadPicture: { pictureId: 7 as never, source: null, caption: '', credit: '', alt: '', focalPoint: null },
        }),
      }),
      fileStory(desk.newsroom, editor, { ...filing, edition: 'fr', content: contentOf('طبعة غير موجودة') }),
      publish(desk.newsroom, editor, { storyId: 999 }),
      curateFront(desk.newsroom, editor, { edition: 'en', stories: [storyId] }),
      pinRelated(desk.newsroom, editor, { storyId, targets: [999] }),
      linkTranslations(desk.newsroom, editor, { stories: [storyId, 999] }),
    ]);
    expect(absent.map((result) => (result.ok ? 'done' : result.problem.kind))).toEqual(Array(8).fill('absent'));
  });

  test('editions and sections keep their addresses apart, and one edition stays the default', async () => {
    const desk = await setDesk(await open());
    const results = [
      await addSection(desk.newsroom, cli, { edition: 'ar', name: 'العالم' }),
      await addSection(desk.newsroom, cli, { edition: 'ar', name: 'English', slug: 'en' }),
      await addSection(desk.newsroom, cli, { edition: 'ar', name: 'أرشيف', slug: 'archive' }),
      await addSection(desk.newsroom, cli, { edition: 'ar', name: 'تحت قسم إنجليزي', parentId: desk.news }),
      await addEdition(desk.newsroom, cli, { ...englishEdition, isDefault: true }),
      await addEdition(desk.newsroom, cli, { ...englishEdition, timeZone: 'Mars/Olympus' }),
      await addEdition(desk.newsroom, cli, { ...englishEdition, motto: 'Changed' }),
    ];
    expect(results.map((result) => (result.ok ? 'done' : result.problem.kind))).toEqual([
      'taken',
      'taken',
      'invalid',
      'absent',
      'invalid',
      'invalid',
      'done',
    ]);
  });

  test('one story in two editions is linked, two of one edition are not', async () => {
    const desk = await setDesk(await open());
    const [one, two] = [await live(desk, 'خبر بلغتين'), await live(desk, 'خبر آخر')];
    const twin = await live(desk, 'A story in two languages', { edition: 'en', section: desk.news });
    orThrow(await linkTranslations(desk.newsroom, editor, { stories: [twin.storyId, one.storyId] }));
    expect(await linkTranslations(desk.newsroom, editor, { stories: [twin.storyId, two.storyId] })).toMatchObject({
      problem: { kind: 'invalid' },
    });
    const answer = await story(desk.newsroom, publicActor, one.storyId);
    expect(answer.kind === 'story' && answer.view.translations.map((card) => card.id)).toEqual([twin.storyId]);
  });

  test('a user cannot have a file of this machine read in as a picture', async () => {
    const desk = await setDesk(await open());
    const result = await addPicture(desk.newsroom, editor, { file: { path: '/etc/hostname' } });
    expect(result).toMatchObject({ ok: false, problem: { kind: 'denied' } });
  });
});

eachEngine('events', (open, { newPlace }) => {
  test('listeners have heard of an act when its promise resolves, and one that throws keeps neither the act nor the others', async () => {
    const desk = await setDesk(await open());
    const heard: string[] = [];
    desk.newsroom.onEvent(() => {
      throw new Error('a listener that fails');
    });
    const end = desk.newsroom.onEvent((event) => heard.push(event.type));
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
    const { storyId } = await file(desk, 'خبر يسمعونه');
    expect(heard).toEqual(['story-filed']);
    expect((await warned).message).toBe('a listener that fails');
    end();
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    expect(heard).toEqual(['story-filed']);
  });

  test('the outbox has the events in the order in which they were heard, none twice, none left out, also of acts at once', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const from = desk.events.length;
    await Promise.all(Array.from({ length: 20 }, (_, index) => file(desk, `خبر ${index}`)));
    const rows = await records.read
      .selectFrom('outbox')
      .select(['id', 'type', 'story_id'])
      .where('type', '=', 'story-filed')
      .orderBy('id')
      .execute();
    expect(rows).toHaveLength(20);
    expect(
      desk.events
        .slice(from)
        .map((event) => event.id)
        .toSorted((a, b) => a - b),
    ).toEqual(rows.map((row) => row.id));
  });

  test('another newsroom over the same records hears of everything when it catches up, once, and forgets what it remembered', async () => {
    const place = await newPlace();
    const desk = await setDesk(await open(place));
    const { storyId, revisionId } = await live(desk, 'قبل');
    const other = newsroomAt(await open(place), () => desk.now());
    const heard: OutboxEvent[] = [];
    other.onEvent((event) => heard.push(event));
    const headline = async (): Promise<string> => {
      const answer = await story(other, publicActor, storyId);
      return answer.kind === 'story' ? `${answer.view.card.headline} ${answer.view.related.length}` : answer.kind;
    };
    expect(await headline()).toBe('قبل 0');
    desk.events.length = 0;
    orThrow(await editStory(desk.newsroom, editor, { storyId, expectedHead: revisionId, content: contentOf('بعد') }));
    orThrow(await publish(desk.newsroom, editor, { storyId }));
    // An act of its own between two of the other process.
    orThrow(await fileStory(other, editor, { edition: 'ar', sectionId: desk.world, content: contentOf('من هنا') }));
    orThrow(await kill(desk.newsroom, editor, { storyId, reason: 'سبب' }));
    await expect
      .poll(async () => {
        await other.catchUp();
        await desk.newsroom.catchUp();
        return [heard.length, desk.events.length];
      })
      .toEqual([4, 4]);
    expect(heard.map((event) => event.id).toSorted()).toEqual(desk.events.map((event) => event.id).toSorted());
    expect(new Set(heard.map((event) => event.id)).size).toBe(4);
    expect(await headline()).toBe('killed');
  });
});
