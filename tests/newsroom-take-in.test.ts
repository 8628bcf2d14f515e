// Captured pages come in: once each, better ones as revisions, cards finding their stories in either order.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { foundPaper } from '../src/newsroom/found-paper.ts';
import { kill } from '../src/newsroom/kill.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { resolveAddress } from '../src/newsroom/reading/address.ts';
import { editions, furniture } from '../src/newsroom/reading/furniture.ts';
import { latest } from '../src/newsroom/reading/lists.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { listRefusals } from '../src/newsroom/refused.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { type TakenStory, takeIn } from '../src/newsroom/take-in.ts';
import type { Records } from '../src/records/open.ts';
import { ofSourceIds } from '../src/records/read/source-ids.ts';
import { textOfBody } from '../src/story/body.ts';
import type { Draft, RelatedCard } from '../src/story/draft.ts';
import type { StoryId } from '../src/story/ids.ts';
import type { StoryView } from '../src/story/views.ts';
import { eachEngine } from './engines.ts';
import { arabic, cli, editor, english, newsroomAt, reporter, setDesk } from './newsroom-desk.ts';

function draft(headline: string, more: Partial<Draft> = {}): Draft {
  return {
    headline,
    kicker: null,
    standfirst: null,
    section: 'العالم',
    byline: { authors: [{ name: 'رائد جبر', role: 'writer' }], agencies: [], dateline: 'موسكو' },
    publishedAt: null,
    updatedAt: null,
    language: 'ar',
    paragraphs: [`قالت مصادر إن «${headline}» حدث أمس.`, 'وأضافت المصادر أن التحقيق مستمر في الواقعة.'],
    pictures: [],
    corrections: [],
    topics: [],
    related: [],
    canonical: null,
    ...more,
  };
}

function stub(headline: string, href: string | null = null): RelatedCard {
  return {
    section: 'آسيا',
    caption: 'صورة',
    credit: 'أ.ف.ب',
    headline,
    standfirst: 'سطر',
    author: 'رائد جبر',
    dateline: 'موسكو',
    href,
  };
}

const recordOf = (id: string, line: number, story: Draft) => ({
  reading: { source: 'agency.jsonl', stories: [story], unplaced: [] },
  hash: hash('sha256', JSON.stringify([id, story])),
  record: { id, line, outlet: 'وكالة', isFirst: line === 1 },
});

const page = (source: string, ...stories: Draft[]) => ({
  reading: { source, stories, unplaced: [] },
  hash: hash('sha256', JSON.stringify([source, stories])),
});
type Page = ReturnType<typeof page>;

async function take(newsroom: Newsroom, ...readings: Page[]): Promise<TakenStory[]> {
  const { readings: taken } = orThrow(await takeIn(newsroom, cli, { readings, publish: true }));
  return taken.flatMap((reading) => reading.stories);
}

const outcomes = (stories: readonly TakenStory[]): string[] => stories.map((taken) => taken.outcome);
const idOf = (taken: TakenStory | undefined): StoryId => {
  if (taken === undefined || taken.outcome === 'refused') throw new Error('no story was taken in');
  return taken.storyId;
};

async function shown(newsroom: Newsroom, id: StoryId): Promise<StoryView> {
  const answer = await story(newsroom, publicActor, id);
  if (answer.kind !== 'story') throw new Error(`story ${id} is ${answer.kind}`);
  return answer.view;
}

const counted = ['stories', 'revisions', 'listings', 'related', 'redirects', 'authors', 'topics', 'story_topics', 'sections', 'log', 'outbox', 'imports', 'refusals', 'corrections'] as const; // biome-ignore format: a list to scan

async function rowCounts(records: Records): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of counted) {
    const row = await records.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[table] = Number(row.count);
  }
  return counts;
}

const full = draft('لافروف يدعو واشنطن إلى قتال المتطرفين', {
  kicker: 'خلال مؤتمر صحافي',
  section: 'شؤون إقليمية',
  topics: ['روسيا', 'سوريا'],
  pictures: [{ src: null, caption: 'الوزير في موسكو', credit: 'رويترز' }],
  related: [stub('إيران تختبر صاروخاً جديداً بعيد المدى')],
  canonical: 'https://paper.example/home/article/3245',
});

eachEngine('taking captures in', (open) => {
  test('a page of two stories is filed and published whole, in the order of the page', async () => {
    const desk = await setDesk(await open());
    const taken = await take(desk.newsroom, page('a.txt', full, draft('حماس ترحب بقرار الجمعية العامة')));
    expect(outcomes(taken)).toEqual(['filed', 'filed']);
    const view = await shown(desk.newsroom, idOf(taken[0]));
    expect(view.card).toMatchObject({
      headline: full.headline,
      kicker: 'خلال مؤتمر صحافي',
      byline: { authors: [{ name: 'رائد جبر', role: 'writer' }], dateline: 'موسكو' },
      picture: { file: null, caption: 'الوزير في موسكو', credit: 'رويترز' },
      publishedAt: desk.now().epochMilliseconds,
    });
    expect(view.section.name).toBe('شؤون إقليمية');
    expect(view.topics.map((topic) => topic.name)).toEqual(['روسيا', 'سوريا']);
    expect(textOfBody(view.body)).toBe(full.paragraphs.join('\n'));
    expect(view.related).toEqual([{ kind: 'stub', stub: full.related[0] }]);
    const { cards } = await latest(desk.newsroom, publicActor, { edition: arabic, limit: 10 });
    expect(cards.map((card) => card.id)).toEqual([idOf(taken[0]), idOf(taken[1])]);
    expect((await shown(desk.newsroom, idOf(taken[0]))).next?.id).toBe(idOf(taken[1]));
  });

  test('records of one headline and one address are stories of their own, known again by their ids alone', async () => {
    const desk = await setDesk(await open());
    const same = draft('أسعار العملات في أسواق اليوم كما وردت', { canonical: 'https://paper.example/rates' });
    const first = await take(desk.newsroom, recordOf('A1', 1, same), recordOf('A2', 2, same));
    expect(outcomes(first)).toEqual(['filed', 'filed']);
    expect(outcomes(await take(desk.newsroom, recordOf('A1', 1, same)))).toEqual(['unchanged']);
    const changed = {
      ...same,
      headline: 'أسعار العملات تتراجع في أسواق اليوم',
      paragraphs: [...same.paragraphs, 'وتراجعت الأسعار مساءً.'],
    };
    const second = await take(desk.newsroom, recordOf('A2', 2, changed));
    expect(outcomes(second)).toEqual(['revised']);
    const known = await ofSourceIds(desk.newsroom.records.read, ['A1', 'A2', 'A3']);
    expect([...known.keys()].sort()).toEqual(['A1', 'A2']);
    expect(known.get('A2')?.storyId).toBe(idOf(second[0]));
    expect(idOf(first[0])).not.toBe(idOf(first[1]));
  });

  test('one id twice in a file is one story, and a refused record names its line', async () => {
    const desk = await setDesk(await open());
    const better = draft('وصول السفينة إلى الميناء', {
      paragraphs: ['وصلت السفينة.', 'ثم فُرغت حمولتها في المساء كلها.'],
    });
    const bad = { ...draft('عنوان'), language: 'العربية' };
    const taken = await take(
      desk.newsroom,
      recordOf('B1', 1, draft('وصول السفينة إلى الميناء', { paragraphs: ['وصلت السفينة.'] })),
      recordOf('B1', 2, better),
      recordOf('B2', 3, bad),
    );
    expect(outcomes(taken)).toEqual(['filed', 'revised', 'refused']);
    expect(taken[2]).toMatchObject({ refusal: { source: 'agency.jsonl', place: 'line 3' } });
    // Another batch of the same file leaves the refusal standing.
    await take(desk.newsroom, recordOf('B3', 4, draft('سفينة أخرى في الطريق')));
    expect(orThrow(await listRefusals(desk.newsroom, cli)).refusals).toHaveLength(1);
  });

  test('the same page again is unchanged and leaves not one row more, whatever its file is called', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const first = page('a.txt', full, draft('خبر ثانٍ في الصفحة نفسها', { corrections: ['ورد خطأ.'] }));
    await take(desk.newsroom, first);
    const before = await rowCounts(records);
    desk.events.length = 0;
    desk.pass({ hours: 24 });
    expect(outcomes(await take(desk.newsroom, first))).toEqual(['unchanged', 'unchanged']);
    expect(outcomes(await take(desk.newsroom, { ...first, reading: { ...first.reading, source: 'b.txt' } }))).toEqual([
      'unchanged',
      'unchanged',
    ]);
    expect(await rowCounts(records)).toEqual(before);
    expect(desk.events).toEqual([]);
  });

  test('the same stories in other bytes are unchanged, and only the new input is remembered', async () => {
    const records = await open();
    const desk = await setDesk(records);
    await take(desk.newsroom, page('a.txt', full));
    const before = await rowCounts(records);
    expect(outcomes(await take(desk.newsroom, page('with-other-furniture.txt', full)))).toEqual(['unchanged']);
    expect(await rowCounts(records)).toEqual({ ...before, imports: 2 });
  });

  test('one input twice in a batch is filed once', async () => {
    const desk = await setDesk(await open());
    const one = page('a.txt', full);
    const taken = await take(desk.newsroom, one, one);
    expect(outcomes(taken)).toEqual(['filed', 'unchanged']);
    expect(idOf(taken[1])).toBe(idOf(taken[0]));
  });

  test('two captures of one story in a batch become one story with the better text', async () => {
    const desk = await setDesk(await open());
    const cut = draft(full.headline, { paragraphs: full.paragraphs.slice(0, 1), section: null });
    const taken = await take(desk.newsroom, page('cut.txt', cut), page('full.txt', full));
    expect(outcomes(taken)).toEqual(['filed', 'revised']);
    const view = await shown(desk.newsroom, idOf(taken[0]));
    expect(view.revision).toBe(2);
    expect(textOfBody(view.body)).toBe(full.paragraphs.join('\n'));
  });

  test('a better capture makes a revision of the same story, moves it out of the fallback section and brings its cards', async () => {
    const desk = await setDesk(await open());
    const cut = draft(full.headline, {
      section: null,
      paragraphs: ['قالت مصادر إن «لافروف يدعو'],
      canonical: full.canonical,
    });
    const [first] = await take(desk.newsroom, page('cut.txt', cut));
    expect((await shown(desk.newsroom, idOf(first))).section.name).toBe('أخبار');
    desk.events.length = 0;
    desk.pass({ hours: 1 });
    const [second] = await take(desk.newsroom, page('full.txt', full));
    expect(second).toMatchObject({ outcome: 'revised', storyId: idOf(first) });
    const view = await shown(desk.newsroom, idOf(first));
    expect(view.revision).toBe(2);
    expect(view.section.name).toBe('شؤون إقليمية');
    expect(view.related).toHaveLength(1);
    expect(view.topics).toHaveLength(2);
    expect(view.card.updatedAt).toBe(desk.now().epochMilliseconds);
    expect(view.card.publishedAt).toBeLessThan(view.card.updatedAt);
    expect(desk.touched()).toContain(`story:${idOf(first)}`);
  });

  test('a worse capture changes nothing; one that is shorter but has a field more gives only that field', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const [first] = await take(desk.newsroom, page('full.txt', full));
    const before = await rowCounts(records);
    const cut = draft(full.headline, {
      paragraphs: [full.paragraphs[0] ?? ''],
      byline: { authors: [], agencies: [], dateline: null },
    });
    expect(outcomes(await take(desk.newsroom, page('cut.txt', cut)))).toEqual(['unchanged']);
    expect(await rowCounts(records)).toEqual({
      ...before,
      imports: before.imports === undefined ? 0 : before.imports + 1,
    });
    const withStandfirst = { ...cut, standfirst: 'مقدمة لم تكن في الأولى' };
    expect(outcomes(await take(desk.newsroom, page('cut-2.txt', withStandfirst)))).toEqual(['revised']);
    const view = await shown(desk.newsroom, idOf(first));
    expect(view.card.standfirst).toBe('مقدمة لم تكن في الأولى');
    expect(view.card.byline.dateline).toBe('موسكو');
    expect(textOfBody(view.body)).toBe(full.paragraphs.join('\n'));
    expect(outcomes(await take(desk.newsroom, page('cut-3.txt', { ...withStandfirst, kicker: null })))).toEqual([
      'unchanged',
    ]);
  });

  test('a story with another headline at the same address is the same story when the text is, and another when it is not', async () => {
    const desk = await setDesk(await open());
    const [first] = await take(desk.newsroom, page('a.txt', full));
    const renamed = {
      ...full,
      headline: 'لافروف: على واشنطن أن تقاتل المتطرفين',
      paragraphs: [...full.paragraphs, 'وختم بالقول إن بلاده تنتظر الرد.'],
    };
    const [second] = await take(desk.newsroom, page('b.txt', renamed));
    expect(second).toMatchObject({ outcome: 'revised', storyId: idOf(first) });
    expect((await shown(desk.newsroom, idOf(first))).card.headline).toBe(renamed.headline);
    const stranger = draft('افتتاح معرض الكتاب في الشارقة بمشاركة واسعة', {
      canonical: full.canonical,
      paragraphs: ['افتتح المعرض أبوابه صباح اليوم.'],
    });
    const [third] = await take(desk.newsroom, page('c.txt', stranger));
    expect(third?.outcome).toBe('filed');
    expect(idOf(third)).not.toBe(idOf(first));
    expect(await resolveAddress(desk.newsroom, publicActor, full.canonical ?? '')).toBe(idOf(first));
  });

  test('one headline on two stated days is two stories, and so is a short headline over two texts', async () => {
    const desk = await setDesk(await open());
    const dated = (day: string) =>
      draft('أسعار العملات أمام الدولار اليوم', { publishedAt: `2026-11-${day}T10:00:00Z` });
    const short = (text: string) => draft('رسم كاريكاتير', { paragraphs: [text] });
    const taken = await take(
      desk.newsroom,
      page('a.txt', dated('01')),
      page('b.txt', dated('02')),
      page('c.txt', short('يبدو في الرسم رجل يحمل مظلة.')),
      page('d.txt', short('تقف في الرسم طفلة أمام مدرسة.')),
    );
    expect(outcomes(taken)).toEqual(['filed', 'filed', 'filed', 'filed']);
  });

  test('a stated time is kept, a later capture that states it moves the story there, and a time to come is not believed', async () => {
    const desk = await setDesk(await open());
    const at = '2023-10-08T11:30:00Z';
    const [first] = await take(desk.newsroom, page('undated.txt', full));
    desk.events.length = 0;
    const [second] = await take(desk.newsroom, page('dated.txt', { ...full, publishedAt: at }));
    expect(second).toMatchObject({ outcome: 'revised', storyId: idOf(first) });
    const view = await shown(desk.newsroom, idOf(first));
    expect(view.card.publishedAt).toBe(Date.parse(at));
    expect(view.revision).toBe(1);
    expect(desk.touched()).toEqual(expect.arrayContaining(['day:ar:2023-10-08', 'day:ar:2026-11-24', 'edition:ar']));
    const [future] = await take(
      desk.newsroom,
      page('future.txt', draft('خبر من الغد لم يأت بعد', { publishedAt: '2031-01-01T00:00:00Z' })),
    );
    expect((await shown(desk.newsroom, idOf(future))).card.publishedAt).toBe(desk.now().epochMilliseconds);
  });

  test('a card finds its story when the story comes later, by address or by headline, and the page above it is touched', async () => {
    const desk = await setDesk(await open());
    const [host] = await take(
      desk.newsroom,
      page(
        'host.txt',
        draft('الخبر الذي تحته البطاقات كلها', {
          related: [
            stub('عنوان تغير بعد النشر بيوم', 'https://paper.example/a/9?utm_source=card'),
            stub('إيران تختبر صاروخاً جديداً'),
          ],
        }),
      ),
    );
    desk.events.length = 0;
    const taken = await take(
      desk.newsroom,
      page('one.txt', draft('عنوان آخر تماماً للخبر الأول', { canonical: 'https://www.paper.example/a/9' })),
      page('two.txt', draft('إيران تُختبر صاروخًا جديداً')),
    );
    const related = (await shown(desk.newsroom, idOf(host))).related;
    expect(related.slice(0, 2)).toMatchObject([
      { kind: 'story', because: 'captured', card: { id: idOf(taken[0]) } },
      { kind: 'story', because: 'captured', card: { id: idOf(taken[1]) } },
    ]);
    expect(desk.touched()).toContain(`story:${idOf(host)}`);
  });

  test('a card finds its story when the story was there before, and within one batch', async () => {
    const desk = await setDesk(await open());
    const [before] = await take(desk.newsroom, page('one.txt', draft('خبر كان هنا من قبل')));
    const taken = await take(
      desk.newsroom,
      page(
        'host.txt',
        draft('الخبر الذي تحته البطاقات', { related: [stub('خبر كان هنا من قبل'), stub('خبر يأتي معه في الدفعة')] }),
      ),
      page('beside.txt', draft('خبر يأتي معه في الدفعة')),
    );
    const { related } = await shown(desk.newsroom, idOf(taken[0]));
    expect(related.slice(0, 2)).toMatchObject([{ card: { id: idOf(before) } }, { card: { id: idOf(taken[1]) } }]);
  });

  test('a killed story does not come back by another capture, and its cards stay away', async () => {
    const desk = await setDesk(await open());
    const [first] = await take(desk.newsroom, page('a.txt', full));
    orThrow(await kill(desk.newsroom, editor, { storyId: idOf(first), reason: 'طلب الوكالة' }));
    expect(outcomes(await take(desk.newsroom, page('same.txt', full)))).toEqual(['unchanged']);
    const longer = { ...full, paragraphs: [...full.paragraphs, 'فقرة جديدة في التقاط أكمل.'] };
    const host = draft('خبر آخر تحته بطاقة المسحوب', { related: [stub(full.headline, full.canonical)] });
    const taken = await take(desk.newsroom, page('longer.txt', longer), page('host.txt', host));
    expect(outcomes(taken)).toEqual(['refused', 'filed']);
    expect((await story(desk.newsroom, publicActor, idOf(first))).kind).toBe('killed');
    expect((await shown(desk.newsroom, idOf(taken[1]))).related).toEqual([]);
    const { refusals } = orThrow(await listRefusals(desk.newsroom, editor));
    expect(refusals).toMatchObject([{ source: 'longer.txt', place: 'story 1', kind: 'invalid' }]);
  });

  test('what an editor has rewritten is not replaced by a capture; the capture is refused and kept for later', async () => {
    const desk = await setDesk(await open());
    const [first] = await take(desk.newsroom, page('a.txt', full));
    const row = await desk.records.read.selectFrom('stories').select('head_revision_id').executeTakeFirstOrThrow();
    const revision = await desk.records.read.selectFrom('revisions').select('content').executeTakeFirstOrThrow();
    const content = { ...JSON.parse(revision.content), standfirst: 'مقدمة المحرر' };
    orThrow(
      await editStory(desk.newsroom, editor, { storyId: idOf(first), expectedHead: row.head_revision_id, content }),
    );
    const longer = { ...full, paragraphs: [...full.paragraphs, 'فقرة جديدة في التقاط أكمل.'] };
    expect(outcomes(await take(desk.newsroom, page('longer.txt', longer)))).toEqual(['refused']);
    expect(outcomes(await take(desk.newsroom, page('same.txt', full)))).toEqual(['unchanged']);
  });

  test('a bad story is refused by name and the others of its page and batch go in; taken in later, it leaves the list', async () => {
    const records = await open();
    const desk = await setDesk(records);
    const bad = { ...draft('عنوان جيد'), language: 'العربية' };
    const huge = draft('نص لا ينتهي أبداً في صفحة', {
      paragraphs: Array.from({ length: 30 }, () => 'ن'.repeat(20_000)),
    });
    const mixed = page('mixed.txt', bad, draft('خبر سليم في صفحة فيها خلل'), huge);
    const taken = await take(desk.newsroom, mixed, page('good.txt', draft('خبر سليم آخر في الدفعة')));
    expect(outcomes(taken)).toEqual(['refused', 'filed', 'refused', 'filed']);
    const kept = orThrow(await listRefusals(desk.newsroom, editor)).refusals;
    expect(kept).toMatchObject([
      { source: 'mixed.txt', place: 'story 1', kind: 'invalid' },
      { source: 'mixed.txt', place: 'story 3', kind: 'too-large' },
    ]);
    const before = await rowCounts(records);
    expect(outcomes(await take(desk.newsroom, mixed))).toEqual(['refused', 'unchanged', 'refused']);
    expect(await rowCounts(records)).toEqual(before);
    await take(desk.newsroom, page('mixed.txt', draft('عنوان جيد'), draft('خبر سليم في صفحة فيها خلل')));
    expect(orThrow(await listRefusals(desk.newsroom, editor)).refusals).toEqual([]);
  });

  test('a story goes to the edition of its language, an unknown language to the default one', async () => {
    const desk = await setDesk(await open());
    const taken = await take(
      desk.newsroom,
      page('en.txt', draft('A story in English about the harbour', { language: 'en', section: 'News' })),
      page('fr.txt', draft('Un article en français sur le port', { language: 'fr' })),
    );
    expect((await shown(desk.newsroom, idOf(taken[0]))).card).toMatchObject({ edition: english, sectionId: desk.news });
    expect((await shown(desk.newsroom, idOf(taken[1]))).card.edition).toBe(arabic);
  });

  test('a section is found by its name however it is spelled, or added with an address of its own', async () => {
    const desk = await setDesk(await open());
    await take(
      desk.newsroom,
      page('a.txt', draft('خبر في قسم معروف', { section: 'العــالم' })),
      page('b.txt', draft('خبر في قسم جديد', { section: 'en' })),
    );
    const { sections } = await furniture(desk.newsroom, publicActor, arabic);
    expect(sections.map((section) => section.name)).toEqual(['العالم', 'آسيا', 'اقتصاد', 'en']);
    // `/en` is the front of the English edition.
    expect(sections[3]?.slug).not.toBe('en');
    expect(desk.touched()).toContain('furniture:ar');
  });

  test('without publishing, stories wait as drafts that readers do not see, and keep the time that their page stated', async () => {
    const desk = await setDesk(await open());
    const at = '2023-10-08T11:30:00Z';
    const readings = [page('a.txt', { ...full, publishedAt: at })];
    const { readings: taken } = orThrow(await takeIn(desk.newsroom, cli, { readings, publish: false }));
    const id = idOf(taken[0]?.stories[0]);
    expect((await story(desk.newsroom, publicActor, id)).kind).toBe('absent');
    expect((await latest(desk.newsroom, publicActor, { edition: arabic, limit: 10 })).cards).toEqual([]);
    expect(desk.touched()).toEqual(['furniture:ar', `story:${id}`]);
    const { publish } = await import('../src/newsroom/publish.ts');
    orThrow(await publish(desk.newsroom, editor, { storyId: id }));
    expect((await shown(desk.newsroom, id)).card.publishedAt).toBe(Date.parse(at));
  });

  test('into a paper that has nothing yet, the first page brings the first edition with it', async () => {
    const newsroom = newsroomAt(await open(), () => Temporal.Instant.from('2026-11-24T09:00:00Z'));
    expect(await editions(newsroom, publicActor)).toEqual([]);
    expect(outcomes(await take(newsroom, page('a.txt', full)))).toEqual(['filed']);
    expect((await editions(newsroom, publicActor)).map((edition) => edition.key)).toEqual(['ar']);
    expect(orThrow(await foundPaper(newsroom, cli)).editions).toHaveLength(1);
  });

  test('the public and reporters may not take anything in', async () => {
    const desk = await setDesk(await open());
    for (const actor of [publicActor, reporter]) {
      const result = await takeIn(desk.newsroom, actor, { readings: [page('a.txt', full)], publish: true });
      expect(result).toEqual({ ok: false, problem: { kind: 'denied', rule: 'deny:take-in' } });
    }
  });

  test('a page of many stories with one headline ends, each seen once', async () => {
    const desk = await setDesk(await open());
    const many = Array.from({ length: 40 }, (_, index) =>
      draft('كاريكاتير', { paragraphs: [`الرسم رقم ${index} في معرض الرسام.`] }),
    );
    const taken = await take(desk.newsroom, page('many.txt', ...many));
    expect(new Set(outcomes(taken))).toEqual(new Set(['filed']));
    expect(new Set(taken.map(idOf)).size).toBe(40);
  });
});
