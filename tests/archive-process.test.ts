// The archive in its own process: what is published is found within a second, a killed process is begun anew, whoever asks leaves
// none behind, and an index that is being built survives any end of its builder.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import { keptArchive, openArchive } from '../src/newsroom/archive/archive.ts';
import type { SearchRequest } from '../src/newsroom/archive/search-view.ts';
import { ArchiveDown } from '../src/newsroom/archive/service.ts';
import { kill } from '../src/newsroom/kill.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { type ArchiveProcess, startArchiveProcess } from '../src/server/archive/archive-process.ts';
import { openPaper } from '../src/server/serve.ts';
import { eachEngine } from './engines.ts';
import { arabic, editor, live, setDesk } from './newsroom-desk.ts';

const program = join(import.meta.dirname, '../dist/warraq.js');
const log = pino({ level: 'silent' });
const running: ArchiveProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const archive of running.splice(0)) await archive.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const request = (text: string): SearchRequest => ({
  edition: arabic,
  timeZone: 'Asia/Riyadh',
  text,
  chosen: [],
  order: 'relevance',
  after: null,
  limit: 10,
});

/** Asks until the archive answers and `isRight`, for at most so long. */
async function untilFound(archive: ArchiveProcess, text: string, isRight: (ids: number[]) => boolean, within: number) {
  const end = Date.now() + within;
  for (;;) {
    const ids = await archive.search(request(text)).then(
      (view) => view.hits.map((hit) => hit.id as number),
      (error: unknown) => {
        if (error instanceof ArchiveDown) return null;
        throw error;
      },
    );
    if (ids !== null && isRight(ids)) return ids;
    if (Date.now() > end) throw new Error(`after ${within} ms a search for ${text} gives ${ids}`);
    await pause(30);
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

eachEngine('the archive in its own process', (open, under) => {
  test('finds what is published within a second, drops what is killed, and is begun anew when it is killed itself', async () => {
    const place = await under.newPlace();
    const desk = await setDesk(await open(place));
    const first = await live(desk, 'تقرير عن السوق');
    const { data, databaseUrl } = place;
    const archive = startArchiveProcess({
      configuration: { data, databaseUrl },
      program: { path: program, words: ['archive-process'] },
      log,
    });
    running.push(archive);
    await untilFound(archive, 'السوق', (ids) => ids.includes(first.storyId), 30_000);

    const second = await live(desk, 'زلزال في الجزيرة');
    await untilFound(archive, 'الزلزال', (ids) => ids.includes(second.storyId), 1_000);
    orThrow(await kill(desk.newsroom, editor, { storyId: second.storyId, reason: 'خبر غير صحيح' }));
    expect((await archive.search(request('الزلزال'))).hits).toEqual([]);

    const before = archive.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await untilFound(archive, 'السوق', (ids) => ids.includes(first.storyId), 30_000);
    const after = archive.pid ?? 0;
    expect(after).not.toBe(before);
    await archive.close();
    expect(isAlive(after)).toBe(false);
  });
});

/** Rounds of killing a builder half-way. */
const ROUNDS = 8;

test('an index stays whole, and can be built again, whenever its builder is killed', async () => {
  const data = mkdtempSync(join(tmpdir(), 'warraq-reindex-'));
  folders.push(data);
  const words = ['سوق', 'ميناء', 'مدرسة', 'مباراة', 'وزير', 'قمح', 'سفينة', 'جامعة', 'مطر', 'نهر'];
  const lines = Array.from({ length: 1_500 }, (_, at) => {
    const text = Array.from({ length: 120 }, (_, place) => words[(at * 7 + place * place) % words.length]).join(' ');
    return JSON.stringify({ id: `K${at}`, headline: `خبر ${at} عن ${words[at % words.length]}`, text });
  });
  writeFileSync(join(data, 'stories.jsonl'), lines.join('\n'));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args, '--data', data], { stdio: 'pipe' });
  run('import', join(data, 'stories.jsonl'));
  const began = Date.now();
  run('reindex');
  const whole = Date.now() - began;
  let killed = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const builder = spawn(process.execPath, [program, 'reindex', '--data', data], { stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => builder.once('exit', (_, signal) => resolve(signal)));
    await pause((whole * round) / (ROUNDS + 1));
    builder.kill('SIGKILL');
    if ((await ended) === 'SIGKILL') killed += 1;
    const kept = keptArchive(data);
    expect(kept?.documents).toBe(1_500);
    expect(kept?.search('السفينة', 5)).toHaveLength(5);
    kept?.close();
  }
  expect(killed).toBeGreaterThan(ROUNDS / 2);
  const paper = await openPaper({ data });
  expect((await openArchive(paper.newsroom, publicActor, data)).documents).toBe(1_500);
  await paper.close();
});
