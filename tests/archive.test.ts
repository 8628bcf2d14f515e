// The archive made from the records: what is published is found, what is killed or was never public is not, and what
// happened since it was built is taken in without building it anew.
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import {
  ArchiveBusy,
  archiveFolder,
  catchUp,
  isDueForReindex,
  keptArchive,
  openArchive,
  reindex,
} from '../src/newsroom/archive/archive.ts';
import { checkArchive } from '../src/newsroom/archive/check-archive.ts';
import { find, type SearchTask } from '../src/newsroom/archive/found.ts';
import { takeHold } from '../src/newsroom/archive/hold.ts';
import type { LayeredArchive } from '../src/newsroom/archive/layers.ts';
import { kill } from '../src/newsroom/kill.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { publish } from '../src/newsroom/publish.ts';
import { restore } from '../src/newsroom/restore.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { eachEngine } from './engines.ts';
import { cli, type Desk, editor, live, setDesk } from './newsroom-desk.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-archive-'));
  folders.push(folder);
  return folder;
}

async function takeRecord(
  newsroom: Newsroom,
  id: string,
  headline: string,
  more: { publish?: boolean; text?: string } = {},
) {
  const byline = { authors: [], agencies: [], dateline: null };
  const absent = { kicker: null, standfirst: null, section: null, publishedAt: null, updatedAt: null, canonical: null };
  const lists = { pictures: [], corrections: [], topics: [], related: [] };
  const paragraphs = [more.text ?? `نص عن ${headline} وما حوله.`];
  const story = { ...absent, ...lists, headline, byline, language: 'ar', paragraphs };
  const given = { reading: { source: 'a.jsonl', stories: [story], unplaced: [] }, hash: id + headline };
  const record = { id, line: 1, outlet: '', isFirst: true };
  const isPublished = more.publish ?? true;
  const { readings } = orThrow(await takeIn(newsroom, cli, { readings: [{ ...given, record }], publish: isPublished }));
  const [taken] = readings[0]?.stories ?? [];
  if (taken === undefined || taken.outcome === 'refused') throw new Error('no story was taken in');
  return taken.storyId;
}

const search = async (newsroom: Newsroom, data: string, query: string) =>
  (await openArchive(newsroom, publicActor, data)).search(query, 10).map((hit) => hit.id);

/** A paper with enough settled stories that a few changes do not have it built anew. */
async function settled(desk: Desk): Promise<{ data: string; archive: LayeredArchive }> {
  const data = newFolder();
  for (let at = 0; at < 12; at += 1) await live(desk, `تقرير عن السوق رقم ${at}`);
  await reindex(desk.newsroom, publicActor, data);
  const archive = keptArchive(data);
  if (archive === null) throw new Error('no index was written');
  return { data, archive };
}

eachEngine('the archive', (open) => {
  test('a published story is found, its new words after a revision, and nothing of it once it is killed', async () => {
    const { newsroom } = await setDesk(await open());
    const data = newFolder();
    const id = await takeRecord(newsroom, 'A1', 'سفينة القمح في الميناء');
    expect(await search(newsroom, data, 'القمح')).toContain(id);
    await takeRecord(newsroom, 'A1', 'سفينة الشعير الكبيرة في الميناء القديم');
    expect(await search(newsroom, data, 'الشعير')).toContain(id);
    orThrow(await kill(newsroom, editor, { storyId: id, reason: 'خبر غير صحيح' }));
    expect(await search(newsroom, data, 'الشعير')).toEqual([]);
  });

  test('a draft is not in the archive', async () => {
    const { newsroom } = await setDesk(await open());
    await takeRecord(newsroom, 'B1', 'خبر لم ينشر بعد', { publish: false });
    expect(await search(newsroom, newFolder(), 'ينشر')).toEqual([]);
  });

  test('a live story on which an embargo lies, however that came to be, is not in the archive', async () => {
    const desk = await setDesk(await open());
    const { storyId } = await live(desk, 'اتفاق تحت الحظر');
    const until = desk.now().add({ hours: 1 }).epochMilliseconds;
    await desk.newsroom.records.write
      .updateTable('stories')
      .set({ embargo_until: until })
      .where('id', '=', storyId)
      .execute();
    expect(await search(desk.newsroom, newFolder(), 'الاتفاق')).toEqual([]);
  });

  test('what happens after it was built is taken in beside the settled index, which stays as it was', async () => {
    const desk = await setDesk(await open());
    const { newsroom } = desk;
    const { data, archive } = await settled(desk);
    const written = statSync(join(archiveFolder(data), 'index')).mtimeMs;
    const found = async (query: string): Promise<number[]> => {
      expect(await catchUp(newsroom, publicActor, archive)).toBe('abreast');
      return archive.search(query, 10).map((hit) => hit.id);
    };
    const id = await takeRecord(newsroom, 'C1', 'زلزال في الجزيرة', { text: 'هز زلزال الجزيرة فجرا.' });
    expect(await found('الزلزال')).toEqual([id]);
    await takeRecord(newsroom, 'C1', 'هزة في الجزيرة', {
      text: 'ضربت هزة الجزيرة فجرا، ولا ضحايا، بحسب ما قال السكان.',
    });
    expect(await found('الزلزال')).toEqual([]);
    expect(await found('هزة')).toEqual([id]);
    orThrow(await kill(newsroom, editor, { storyId: id, reason: 'خبر غير صحيح' }));
    expect(await found('هزة')).toEqual([]);
    orThrow(await restore(newsroom, cli, { storyId: id }));
    expect(await found('هزة')).toEqual([]);
    orThrow(await publish(newsroom, editor, { storyId: id }));
    expect(await found('هزة')).toEqual([id]);
    expect(statSync(join(archiveFolder(data), 'index')).mtimeMs).toBe(written);
  });

  test('a settled story that is killed is found no more, and one that is changed by its new words alone', async () => {
    const desk = await setDesk(await open());
    const { archive } = await settled(desk);
    const [first, second] = archive.search('السوق', 20).map((hit) => hit.id);
    if (first === undefined || second === undefined) throw new Error('the settled stories are not found');
    orThrow(await kill(desk.newsroom, editor, { storyId: first, reason: 'خبر غير صحيح' }));
    await catchUp(desk.newsroom, publicActor, archive);
    const left = archive.search('السوق', 20).map((hit) => hit.id);
    expect(left).not.toContain(first);
    expect(left).toContain(second);
    expect(left).toHaveLength(11);
  });

  test('a process that opens it later takes in what it has missed, without building it anew', async () => {
    const desk = await setDesk(await open());
    const { data } = await settled(desk);
    const written = statSync(join(archiveFolder(data), 'index')).mtimeMs;
    const { storyId } = await live(desk, 'مكتبة جديدة في المدينة');
    expect(await search(desk.newsroom, data, 'المكتبة')).toEqual([storyId]);
    expect(statSync(join(archiveFolder(data), 'index')).mtimeMs).toBe(written);
  });

  test('a small archive that has doubled is built anew, and so is one that cannot be read', async () => {
    const desk = await setDesk(await open());
    const { data, archive } = await settled(desk);
    for (let at = 0; at < 13; at += 1) await live(desk, `خبر الملعب ${at}`);
    await catchUp(desk.newsroom, publicActor, archive);
    expect(isDueForReindex(archive)).toBe(true);
    expect((await openArchive(desk.newsroom, publicActor, data)).documents).toBe(25);
    writeFileSync(join(archiveFolder(data), 'index'), 'not an index');
    expect((await openArchive(desk.newsroom, publicActor, data)).search('الملعب', 20)).toHaveLength(13);
  });

  test('two do not build it at once, and what a killed builder left is cleared away', async () => {
    const desk = await setDesk(await open());
    const data = newFolder();
    const folder = archiveFolder(data);
    const hold = takeHold(folder);
    if ('heldBy' in hold) throw new Error('somebody holds a new folder');
    await expect(reindex(desk.newsroom, publicActor, data)).rejects.toThrow(ArchiveBusy);
    hold.release();
    mkdirSync(folder, { recursive: true });
    // No process has this number: it is above the highest that the system gives.
    writeFileSync(join(folder, 'building.pid'), JSON.stringify({ pid: 2 ** 30, began: '1' }));
    writeFileSync(join(folder, 'index.1073741824.new'), 'half an index');
    await reindex(desk.newsroom, publicActor, data);
    expect(() => statSync(join(folder, 'index.1073741824.new'))).toThrow('ENOENT');
    expect(() => statSync(join(folder, 'building.pid'))).toThrow('ENOENT');
  });

  test('hits come with headline, source id and a snippet of the text; a related story by source id; quotations by speaker', async () => {
    const desk = await setDesk(await open());
    const { newsroom } = desk;
    const { data } = await settled(desk);
    const text = 'قال الوزير سامي حداد: «لن ترتفع أسعار الخبز هذا العام»، في مؤتمر صحافي بالعاصمة.';
    const id = await takeRecord(newsroom, 'D1', 'الوزير يطمئن إلى أسعار الخبز', { text });
    const other = await takeRecord(newsroom, 'D2', 'أسعار الخبز لن ترتفع هذا العام', {
      text: 'مؤتمر صحافي للوزير عن الخبز وأسعار الخبز.',
    });
    const archive = await openArchive(newsroom, publicActor, data);
    const told = async (task: SearchTask, query: string) =>
      (await find(newsroom, publicActor, archive, { task, query, limit: 5 }))?.hits ?? [];
    const [hit] = await told('search', 'سامي حداد والخبز');
    expect(hit).toMatchObject({ id, sourceId: 'D1', headline: 'الوزير يطمئن إلى أسعار الخبز' });
    expect(hit?.snippet).toContain('الخبز');
    const related = await told('related', 'D1');
    expect(related[0]).toMatchObject({ id: other, sourceId: 'D2' });
    expect(related.map((story) => story.id)).not.toContain(id);
    const [quotation] = await told('quotes', 'حداد');
    expect(quotation).toMatchObject({ id, sourceId: 'D1', snippet: 'لن ترتفع أسعار الخبز هذا العام' });
    expect(quotation?.speaker).toContain('حداد');
    expect(await find(newsroom, publicActor, archive, { task: 'related', query: 'لا أحد', limit: 5 })).toBeNull();
    orThrow(await kill(newsroom, editor, { storyId: id, reason: 'خبر غير صحيح' }));
    // The archive itself has not caught up yet: the records know at once.
    expect((await told('search', 'سامي حداد')).map((story) => story.id)).not.toContain(id);
  });

  test('a query is read as readers write it: phrases, words left out, fields, days; a slip is put right as the stories print it', async () => {
    const desk = await setDesk(await open());
    const { newsroom } = desk;
    const { data } = await settled(desk);
    const bread = await takeRecord(newsroom, 'E1', 'أسعار الخبز ترتفع في العاصمة', { text: 'أزمة الخبز في المدينة.' });
    const wheat = await takeRecord(newsroom, 'E2', 'أسعار القمح ترتفع في العاصمة', { text: 'أزمة القمح في الميناء.' });
    const archive = await openArchive(newsroom, publicActor, data);
    const asked = async (query: string) => {
      const found = await find(newsroom, publicActor, archive, { task: 'search', query, limit: 5 });
      return { ids: found?.hits.map((hit) => hit.id) ?? [], didYouMean: found?.didYouMean };
    };
    expect((await asked('أسعار')).ids.sort()).toEqual([bread, wheat].sort());
    expect((await asked('أسعار -الخبز')).ids).toEqual([wheat]);
    expect((await asked('"أزمة القمح"')).ids).toEqual([wheat]);
    expect((await asked('"القمح أزمة"')).ids).toEqual([]);
    expect((await asked('أسعار قبل:2001-01-01')).ids).toEqual([]);
    expect((await asked('أسعار قسم:لا_قسم')).ids).toEqual([]);
    for (let at = 0; at < 3; at += 1)
      await takeRecord(newsroom, `E3${at}`, 'أميركا والقمح', { text: 'في أميركا قمح كثير.' });
    await catchUp(newsroom, publicActor, archive);
    expect(await asked('امبركا')).toMatchObject({ didYouMean: 'أميركا' });
    expect((await asked('امبركا')).ids).toHaveLength(3);
  });

  test('doctor compares it with the records: a story that lacks, one that should not be there, an index that cannot be read', async () => {
    const desk = await setDesk(await open());
    const data = newFolder();
    expect(await checkArchive(desk.newsroom, publicActor, data)).toEqual([]);
    const first = await live(desk, 'خبر أول عن السوق');
    await live(desk, 'خبر ثان عن السوق');
    await reindex(desk.newsroom, publicActor, data);
    expect(await checkArchive(desk.newsroom, publicActor, data)).toEqual([]);
    // As if the records had been put back from a copy that knows nothing of an act: no event tells the archive.
    const { write } = desk.newsroom.records;
    await write.updateTable('stories').set({ state: 'killed' }).where('id', '=', first.storyId).execute();
    expect(await checkArchive(desk.newsroom, publicActor, data)).toMatchObject([
      { kind: 'should-not-be-in-archive', subject: `story:${first.storyId}` },
    ]);
    await reindex(desk.newsroom, publicActor, data);
    await write.updateTable('stories').set({ state: 'live' }).where('id', '=', first.storyId).execute();
    expect(await checkArchive(desk.newsroom, publicActor, data)).toMatchObject([
      { kind: 'not-in-archive', subject: `story:${first.storyId}` },
    ]);
    writeFileSync(join(archiveFolder(data), 'index'), 'not an index');
    expect(await checkArchive(desk.newsroom, publicActor, data)).toMatchObject([{ kind: 'archive-unreadable' }]);
  });
});
