// The archive made from the records: what is published is found, what is killed or was never public is not.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { openArchive } from '../src/newsroom/archive/archive.ts';
import { kill } from '../src/newsroom/kill.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { eachEngine } from './engines.ts';
import { cli, editor, setDesk } from './newsroom-desk.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-archive-'));
  folders.push(folder);
  return folder;
}

async function takeRecord(newsroom: Newsroom, id: string, headline: string, publish = true) {
  const byline = { authors: [], agencies: [], dateline: null };
  const absent = { kicker: null, standfirst: null, section: null, publishedAt: null, updatedAt: null, canonical: null };
  const lists = { pictures: [], corrections: [], topics: [], related: [] };
  const story = { ...absent, ...lists, headline, byline, language: 'ar', paragraphs: [`نص عن ${headline} وما حوله.`] };
  const given = { reading: { source: 'a.jsonl', stories: [story], unplaced: [] }, hash: id + headline };
  const record = { id, line: 1, outlet: '', isFirst: true };
  const { readings } = orThrow(await takeIn(newsroom, cli, { readings: [{ ...given, record }], publish }));
  const [taken] = readings[0]?.stories ?? [];
  if (taken === undefined || taken.outcome === 'refused') throw new Error('no story was taken in');
  return taken.storyId;
}

const search = async (newsroom: Newsroom, data: string, query: string) =>
  (await openArchive(newsroom, publicActor, data)).search(query, 10).map((hit) => hit.id);

eachEngine('the archive', (open) => {
  test('a published story is found, its new words after a revision, and nothing of it once it is killed', async () => {
    const { newsroom } = await setDesk(await open());
    const data = await newFolder();
    const id = await takeRecord(newsroom, 'A1', 'سفينة القمح في الميناء');
    expect(await search(newsroom, data, 'القمح')).toContain(id);
    await takeRecord(newsroom, 'A1', 'سفينة الشعير الكبيرة في الميناء القديم');
    expect(await search(newsroom, data, 'الشعير')).toContain(id);
    orThrow(await kill(newsroom, editor, { storyId: id, reason: 'خبر غير صحيح' }));
    expect(await search(newsroom, data, 'الشعير')).toEqual([]);
  });

  test('a draft is not in the archive', async () => {
    const { newsroom } = await setDesk(await open());
    await takeRecord(newsroom, 'B1', 'خبر لم ينشر بعد', false);
    expect(await search(newsroom, await newFolder(), 'ينشر')).toEqual([]);
  });
});
