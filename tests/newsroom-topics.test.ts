// The list of names: whom stories are about, on whose page they and their quotations stand, and what merging and splitting do.
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { kill } from '../src/newsroom/kill.ts';
import { aroundTopic, topicPage } from '../src/newsroom/reading/topics.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { aliasTopic } from '../src/newsroom/topics/alias-topic.ts';
import { listedTopics } from '../src/newsroom/topics/listed-topics.ts';
import { mergeTopics } from '../src/newsroom/topics/merge-topics.ts';
import { nameTopic } from '../src/newsroom/topics/name-topic.ts';
import { readOutStories } from '../src/newsroom/topics/read-out-stories.ts';
import { renameTopic } from '../src/newsroom/topics/rename-topic.ts';
import { splitTopic } from '../src/newsroom/topics/split-topic.ts';
import { suggestTopics } from '../src/newsroom/topics/suggest-topics.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import type { Draft } from '../src/story/draft.ts';
import type { TopicId } from '../src/story/ids.ts';
import { eachEngine } from './engines.ts';
import { arabic, cli, contentOf, type Desk, editor, file, live, reporter, setDesk } from './newsroom-desk.ts';

const saying = (...paragraphs: string[]) => ({ content: { body: bodyOfParagraphs(paragraphs) } });
const trumpSays = 'قال الرئيس الأميركي دونالد ترمب: «الاتفاق عظيم وسيبقى عظيماً».';

async function named(desk: Desk, kind: 'person' | 'place' | 'subject', name: string, aliases: string[] = []) {
  return orThrow(await nameTopic(desk.newsroom, editor, { edition: 'ar', name, kind, aliases }));
}

/** Headlines on a topic's page, newest first; null when there is no such page. */
async function shown(desk: Desk, slug: string): Promise<string[] | null> {
  const page = await topicPage(desk.newsroom, publicActor, { edition: arabic, slug, limit: 20 });
  return page === null ? null : page.list.cards.map((card) => card.headline);
}

async function said(desk: Desk, topicId: TopicId): Promise<string[]> {
  const { quotations } = await aroundTopic(desk.newsroom, publicActor, { edition: arabic, topicId });
  return quotations.map(({ words, card }) => `${card.headline}: ${words}`);
}

async function readAll(desk: Desk): Promise<{ read: number; changed: number }> {
  const sum = { read: 0, changed: 0 };
  for (let after: number | null = 0; after !== null; ) {
    const batch: { read: number; changed: number; last: number | null } = orThrow(
      await readOutStories(desk.newsroom, editor, { after, limit: 2 }),
    );
    sum.read += batch.read;
    sum.changed += batch.changed;
    after = batch.last;
  }
  return sum;
}

eachEngine('topics by name', (open) => {
  test('a story stands on the pages of those whom it opens with or comes back to, in whatever spelling', async () => {
    const desk = await setDesk(await open());
    const trump = await named(desk, 'person', 'دونالد ترامب', ['ترامب']);
    const google = await named(desk, 'place', 'غوغل');
    await live(desk, 'ترمب يزور جوجل');
    await live(desk, 'في السوق', saying('مقدمة.', 'وسط.', 'ذكر المحلل اسم ترامب مرة واحدة.'));
    await live(desk, 'عودة', saying('مقدمة.', 'وسط.', 'خاطب ترامب الحشد.', 'ثم عاد ترمب.'));
    expect(await shown(desk, trump.slug)).toEqual(['عودة', 'ترمب يزور جوجل']);
    expect(await shown(desk, google.slug)).toEqual(['ترمب يزور جوجل']);
  });

  test("a person's page has what the person said; a killed story's words are gone from it", async () => {
    const desk = await setDesk(await open());
    const trump = await named(desk, 'person', 'دونالد ترامب', ['ترامب']);
    const first = await live(desk, 'اتفاق', saying(trumpSays));
    await live(desk, 'ابنة', saying('قالت إيفانكا ترامب: «لن أعود إلى السياسة أبداً».'));
    expect(await said(desk, trump.topicId)).toEqual(['اتفاق: الاتفاق عظيم وسيبقى عظيماً']);
    desk.touched();
    orThrow(await kill(desk.newsroom, editor, { storyId: first.storyId, reason: 'خطأ' }));
    expect(desk.touched()).toContain(`topic:${trump.topicId}`);
    expect(await said(desk, trump.topicId)).toEqual([]);
    expect(await shown(desk, trump.slug)).not.toContain('اتفاق');
  });

  test('what was live before is read again by the list, and a second reading finds nothing to put right', async () => {
    const desk = await setDesk(await open());
    for (const headline of ['ترامب في قطر', 'خبر عابر', 'قطر تستضيف']) await live(desk, headline);
    const qatar = await named(desk, 'place', 'قطر');
    expect(await shown(desk, qatar.slug)).toBeNull();
    desk.touched();
    expect(await readAll(desk)).toEqual({ read: 3, changed: 2 });
    expect(desk.touched()).toEqual([`topic:${qatar.topicId}`]);
    expect(await shown(desk, qatar.slug)).toEqual(['قطر تستضيف', 'ترامب في قطر']);
    expect(await readAll(desk)).toEqual({ read: 3, changed: 0 });
    orThrow(await aliasTopic(desk.newsroom, editor, { topicId: qatar.topicId, remove: ['قطر'] }));
    expect(await readAll(desk)).toEqual({ read: 3, changed: 2 });
    expect(await shown(desk, qatar.slug)).toBeNull();
  });

  test('a name means one topic; renamed, a topic keeps its address and its former name', async () => {
    const desk = await setDesk(await open());
    const paper = await named(desk, 'place', 'سوريا');
    const other = await nameTopic(desk.newsroom, editor, {
      edition: 'ar',
      name: 'دمشق',
      kind: 'place',
      aliases: ['سوريا'],
    });
    expect(other).toMatchObject({ ok: false, problem: { kind: 'taken' } });
    orThrow(await renameTopic(desk.newsroom, editor, { topicId: paper.topicId, name: 'سورية' }));
    await live(desk, 'سوريا وسورية');
    expect(await shown(desk, paper.slug)).toEqual(['سوريا وسورية']);
    const { topics } = orThrow(await listedTopics(desk.newsroom, editor, arabic));
    expect(topics).toMatchObject([{ name: 'سورية', slug: paper.slug, names: ['سوريا', 'سورية'] }]);
  });

  test('merged topics have one page, which both addresses and both names lead to', async () => {
    const desk = await setDesk(await open());
    const trump = await named(desk, 'person', 'دونالد ترامب');
    const short = await named(desk, 'person', 'الرئيس ترامب', ['ترامب']);
    const words = 'قال الرئيس ترامب: «سأعود قريباً جداً إلى هنا».';
    await live(desk, 'الرئيس ترامب يصل', { topics: [short.topicId], ...saying(words) });
    await live(desk, 'دونالد ترامب والرئيس ترامب', { topics: [trump.topicId, short.topicId], ...saying(trumpSays) });
    orThrow(await mergeTopics(desk.newsroom, editor, { from: short.topicId, into: trump.topicId }));
    const both = ['دونالد ترامب والرئيس ترامب', 'الرئيس ترامب يصل'];
    expect(await shown(desk, trump.slug)).toEqual(both);
    expect(await shown(desk, short.slug)).toEqual(both);
    const page = await topicPage(desk.newsroom, publicActor, { edition: arabic, slug: short.slug, limit: 1 });
    expect(page?.topic).toMatchObject({ id: trump.topicId, slug: trump.slug });
    await live(desk, 'الرئيس ترامب يغادر');
    expect(await shown(desk, trump.slug)).toEqual(['الرئيس ترامب يغادر', ...both]);
    const president = await named(desk, 'person', 'رئيس الولايات المتحدة');
    orThrow(await mergeTopics(desk.newsroom, editor, { from: trump.topicId, into: president.topicId }));
    expect(await shown(desk, short.slug)).toEqual(await shown(desk, president.slug));
    expect(await said(desk, president.topicId)).toContain('الرئيس ترامب يصل: سأعود قريباً جداً إلى هنا');
    const again = await named(desk, 'person', 'ترامب الابن');
    expect(again.slug).not.toBe(short.slug);
  });

  test('split off, a name takes the stories that it found to a page of its own', async () => {
    const desk = await setDesk(await open());
    const bush = await named(desk, 'person', 'جورج بوش', ['بوش الأب', 'بوش الابن']);
    await live(desk, 'بوش الأب والحرب');
    await live(desk, 'بوش الابن والحرب');
    const younger = orThrow(
      await splitTopic(desk.newsroom, editor, {
        topicId: bush.topicId,
        name: 'جورج دبليو بوش',
        kind: 'person',
        names: ['بوش الابن'],
      }),
    );
    await readAll(desk);
    expect(await shown(desk, bush.slug)).toEqual(['بوش الأب والحرب']);
    expect(await shown(desk, younger.slug)).toEqual(['بوش الابن والحرب']);
  });

  test('a captured story whose page names a topic by another of its names is filed under it', async () => {
    const desk = await setDesk(await open());
    const qatar = await named(desk, 'place', 'قطر', ['دولة قطر']);
    const story: Draft = {
      headline: 'خبر من الخليج',
      kicker: null,
      standfirst: null,
      section: null,
      byline: { authors: [], agencies: [], dateline: null },
      publishedAt: null,
      updatedAt: null,
      language: 'ar',
      paragraphs: ['نص لا يسمي أحداً.'],
      pictures: [],
      corrections: [],
      topics: ['دولة قطر'],
      related: [],
      canonical: null,
    };
    const reading = { source: 'page.txt', stories: [story], unplaced: [] };
    orThrow(await takeIn(desk.newsroom, cli, { readings: [{ reading, hash: 'page' }], publish: true }));
    expect(await shown(desk, qatar.slug)).toEqual(['خبر من الخليج']);
  });

  test('editors keep the list and reporters do not; each change is in the log with who and by which rule', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const refused = await nameTopic(desk.newsroom, reporter, { edition: 'ar', name: 'قطر', kind: 'place' });
    expect(refused).toEqual({ ok: false, problem: { kind: 'denied', rule: 'deny:name-topic' } });
    const qatar = await named(desk, 'place', 'قطر');
    orThrow(await aliasTopic(desk.newsroom, editor, { topicId: qatar.topicId, add: ['الدوحة'] }));
    orThrow(await renameTopic(desk.newsroom, editor, { topicId: qatar.topicId, name: 'دولة قطر' }));
    const log = await records.read
      .selectFrom('log')
      .select(['actor', 'act', 'rule'])
      .where('subject', '=', `topic:${qatar.topicId}`)
      .orderBy('id')
      .execute();
    expect(log).toEqual(
      ['name-topic', 'alias-topic', 'rename-topic'].map((act) => ({ actor: 'user:1', act, rule: `editor:${act}` })),
    );
  });

  test('topics are suggested while a story is written, best first, with the reason', async () => {
    const desk = await setDesk(await open());
    const qatar = await named(desk, 'place', 'قطر');
    const trump = await named(desk, 'person', 'دونالد ترامب', ['ترامب']);
    const content = contentOf('ترمب يصل', { body: bodyOfParagraphs(['مقدمة.', 'وسط.', 'وصل دونالد ترامب إلى قطر.']) });
    const suggested = await suggestTopics(desk.newsroom, reporter, { edition: arabic, content });
    expect(suggested).toEqual([
      {
        topicId: trump.topicId,
        name: 'دونالد ترامب',
        kind: 'person',
        reason: { names: ['ترامب', 'دونالد ترامب'], place: 'headline', count: 2 },
        isAbout: true,
      },
      {
        topicId: qatar.topicId,
        name: 'قطر',
        kind: 'place',
        reason: { names: ['قطر'], place: 'body', count: 1 },
        isAbout: false,
      },
    ]);
    await expect(suggestTopics(desk.newsroom, publicActor, { edition: arabic, content })).rejects.toThrow(
      'not allowed',
    );
  });

  test('the months of a topic are counted in the time zone of the edition, and lead to the list at that month', async () => {
    const desk = await setDesk(await open(), '2026-10-31T20:00:00Z');
    const qatar = await named(desk, 'place', 'قطر');
    await live(desk, 'قطر أولاً');
    desk.set('2026-10-31T21:30:00Z');
    await live(desk, 'قطر ثانياً');
    await live(desk, 'قطر ثالثاً');
    await file(desk, 'قطر مسودة');
    const { months } = await aroundTopic(desk.newsroom, publicActor, { edition: arabic, topicId: qatar.topicId });
    expect(months.map(({ month, stories }) => [month, stories])).toEqual([
      ['2026-11', 2],
      ['2026-10', 1],
    ]);
    const before = months[1]?.before;
    const page = await topicPage(desk.newsroom, publicActor, { edition: arabic, slug: qatar.slug, limit: 5, before });
    expect(page?.list.cards.map((card) => card.headline)).toEqual(['قطر أولاً']);
  });
});
