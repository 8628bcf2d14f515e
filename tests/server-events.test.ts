// From an act to a reader: what is acknowledged is what is served, on every page that shows the story, at once and for good.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../src/newsroom/actor.ts';
import { addSection } from '../src/newsroom/add-section.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { fileStory } from '../src/newsroom/file-story.ts';
import { foundPaper } from '../src/newsroom/found-paper.ts';
import { kill } from '../src/newsroom/kill.ts';
import { publish } from '../src/newsroom/publish.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { configuration } from '../src/server/configuration.ts';
import { openPaper, type Paper, type Served, serve } from '../src/server/serve.ts';
import { bodyOfParagraphs } from '../src/story/body.ts';
import { type EditionKey, editionKey, type SectionId } from '../src/story/ids.ts';
import { type StoryContent, storyContent } from '../src/story/story.ts';

const actor: Actor = { kind: 'system', name: 'cli' };
const assetsFolder = join(import.meta.dirname, '../dist/assets');
const log = pino({ level: 'silent' });

let data: string;
let paper: Paper;
let served: Served;
let edition: EditionKey;
let sectionId: SectionId;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'warraq-events-'));
  const settings = configuration.parse({ data, port: 0, demo: false });
  paper = await openPaper(settings);
  orThrow(await foundPaper(paper.newsroom, actor));
  edition = editionKey.parse('ar');
  sectionId = orThrow(await addSection(paper.newsroom, actor, { edition, name: 'اقتصاد', slug: 'economy' })).section.id;
  served = await serve({ configuration: settings, paper, assetsFolder, log });
});

afterAll(async () => {
  await served.close();
  await paper.close();
});

const content = (headline: string): StoryContent =>
  storyContent.parse({
    headline,
    standfirst: `مقدمة ${headline}`,
    byline: { authors: [{ name: 'كاتبة متخيلة' }], agencies: [], dateline: 'بيروت' },
    body: bodyOfParagraphs(['الفقرة الأولى من المادة.', 'الفقرة الثانية من المادة.']),
  });

async function published(headline: string) {
  const { newsroom } = paper;
  const filed = orThrow(await fileStory(newsroom, actor, { edition, sectionId, content: content(headline) }));
  orThrow(await publish(newsroom, actor, { storyId: filed.storyId }));
  return filed;
}

const text = async (path: string): Promise<string> => (await fetch(served.url + path)).text();

/** Every kind of page on which a story of this paper shows itself. */
const showing = ['/', '/economy', '/rss.xml', '/atom.xml', '/feed.json', '/economy/rss.xml', '/author/كاتبة-متخيلة'];

describe('an act that was acknowledged', () => {
  test('of publishing is on the front, its section, its author, and in every feed', async () => {
    await Promise.all(showing.map(text));
    await published('مادة جديدة عن أسعار القمح');
    for (const path of showing) expect(await text(path), path).toContain('مادة جديدة عن أسعار القمح');
  });

  test('of editing is on every page that shows the story, with the first request after it', async () => {
    const { storyId, revisionId } = await published('عنوان قبل التحرير');
    for (const path of [...showing, `/${storyId}`]) expect(await text(path), path).toContain('عنوان قبل التحرير');
    const { newsroom } = paper;
    orThrow(
      await editStory(newsroom, actor, { storyId, expectedHead: revisionId, content: content('عنوان بعد التحرير') }),
    );
    orThrow(await publish(newsroom, actor, { storyId }));
    for (const path of [...showing, `/${storyId}`]) {
      const page = await text(path);
      expect(page, path).toContain('عنوان بعد التحرير');
      expect(page, path).not.toContain('عنوان قبل التحرير');
    }
  });

  test('of killing is never contradicted, however many readers ask while it happens', async () => {
    const { storyId } = await published('مادة ستُسحب');
    const next = await published('المادة التي بعدها');
    const pages = [...showing, `/${storyId}`, `/${next.storyId}`, `/print/${storyId}`];
    let acknowledged = false;
    const late: string[] = [];
    const reader = async (): Promise<void> => {
      for (let round = 0; round < 40; round += 1) {
        const path = pages[round % pages.length] ?? '/';
        const wasAcknowledged = acknowledged;
        if ((await text(path)).includes('مادة ستُسحب') && wasAcknowledged) late.push(path);
      }
    };
    const readers = Array.from({ length: 12 }, reader);
    await text('/');
    orThrow(await kill(paper.newsroom, actor, { storyId, reason: 'اختبار السحب' }));
    acknowledged = true;
    await Promise.all(readers);
    expect(late).toEqual([]);
    const gone = await fetch(`${served.url}/${storyId}`);
    expect(gone.status).toBe(410);
    for (const path of pages) expect(await text(path), path).not.toContain('مادة ستُسحب');
  });

  test('in another process is served without anybody telling the server', async () => {
    await Promise.all(showing.map(text));
    const capture = [
      'قطار جديد يربط مدينتين متخيّلتين',
      '',
      'TT',
      '',
      'قطار جديد يربط مدينتين متخيّلتين',
      '',
      'سليم المتخيَّل (عمّان)',
      '',
      'بدأ القطار الجديد رحلته الأولى بين المدينتين المتخيّلتين صباح اليوم، بعد سنوات من العمل على الخط الذي يقطع الوادي.',
      '',
      'وقال مدير الخط إن الرحلة «تستغرق أربعين دقيقة»، مضيفاً أن التذاكر نفدت قبل أسبوع من موعد الرحلة الأولى.',
      '',
      'ويتوقع القائمون على الخط أن ينقل القطار خمسة آلاف راكب كل يوم في سنته الأولى، قبل أن تُفتح محطات جديدة.',
      '',
    ].join('\n');
    const program = join(import.meta.dirname, '../dist/warraq.js');
    const child = spawn(process.execPath, [program, 'import', '-', '--data', data, '--json'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(capture);
    let report = '';
    child.stdout.on('data', (chunk: Buffer) => {
      report += chunk.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(JSON.parse(report)).toMatchObject({ stories: { filed: 1 } });
    await expect.poll(() => text('/'), { timeout: 2_000, interval: 10 }).toContain('قطار جديد يربط مدينتين');
    expect(await text('/rss.xml')).toContain('قطار جديد يربط مدينتين');
  });
});

test('a kept page is dropped only by what it shows', async () => {
  const first = await published('مادة لا يمسّها غيرها');
  await text(`/${first.storyId}`);
  const figures = async () => {
    const metrics = await text('/metrics');
    return Number(/warraq_renders_total (\d+)/.exec(metrics)?.[1]);
  };
  await text('/about');
  const before = await figures();
  await published('مادة أخرى');
  await text('/about');
  expect(await figures()).toBe(before);
  await text('/');
  expect(await figures()).toBe(before + 1);
});
