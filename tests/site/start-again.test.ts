// A newspaper that is started again is the same newspaper: nothing is filled in twice, nothing is lost, whether it was
// stopped or killed; and an empty one stays empty.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editions } from '../../demo/editions.ts';
import { type Paper, startPaper } from '../paper.ts';

const papers: Paper[] = [];
let empty: string;

beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), 'warraq-paper-'));
});
afterAll(async () => {
  for (const paper of papers) await paper.stop();
  await rm(empty, { recursive: true, force: true });
});

async function start(wanted: Parameters<typeof startPaper>[0]): Promise<Paper> {
  const paper = await startPaper(wanted);
  papers.push(paper);
  return paper;
}

/** All that a reader can see of which stories there are, by number, and how many originals of pictures are kept. */
async function contentOf(paper: Paper): Promise<{ stories: string[]; originals: number }> {
  const index = await (await fetch(`${paper.url}/sitemap.xml`)).text();
  const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
  const stories: string[] = [];
  for (const map of maps) {
    const text = await (await fetch(paper.url + map)).text();
    for (const [, address = ''] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) stories.push(new URL(address).pathname);
  }
  const files = await readdir(join(paper.data, 'pictures', 'originals'), { recursive: true, withFileTypes: true });
  return { stories: stories.sort(), originals: files.filter((file) => file.isFile()).length };
}

test('a second start fills in nothing and serves the same stories, after a stop and after a kill', async () => {
  const first = await start({ demo: true });
  const content = await contentOf(first);
  const filed = editions.reduce((sum, edition) => sum + edition.stories.length, 0);
  expect(content.stories.filter((path) => /\/\d+\//.test(path))).toHaveLength(filed);
  expect(content.originals).toBeGreaterThan(50);

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const before = papers.at(-1) ?? first;
    await before.kill(signal);
    const began = performance.now();
    const again = await start({ demo: true, data: first.data });
    const page = await fetch(again.url);
    expect(page.status).toBe(200);
    await page.text();
    console.log(`after ${signal}: the first page ${Math.round(performance.now() - began)} ms after the start`);
    expect(again.output()).not.toContain('demo edition');
    expect(await contentOf(again)).toEqual(content);
  }
});

test('it stops when it is asked to, and says nothing but where it is read', async () => {
  const paper = await start({ demo: true });
  await (await fetch(paper.url)).text();
  await paper.kill('SIGTERM');
  expect(paper.output().trim()).toBe(`Warraq is read at ${paper.url}`);
});

test('an empty newspaper is empty, says so, and prints the link for the first account once', async () => {
  const paper = await start({ demo: false, data: empty });
  const front = await fetch(paper.url);
  expect([front.status, await front.text()]).toEqual([200, expect.stringContaining('لم يُنشر شيء هنا بعد')]);
  const path = /first account at http:\/\/[^/]+(\/setup\/\S+)/.exec(paper.output())?.[1] ?? '';
  expect(path.length).toBeGreaterThan('/setup/'.length + 16);
  expect((await fetch(paper.url + path)).status).toBe(200);
  expect((await fetch(`${paper.url}${path}x`)).status).toBe(404);
  await paper.kill('SIGTERM');

  const again = await start({ demo: true, data: empty });
  expect(again.output()).not.toContain('/setup/');
  expect(again.output()).not.toContain('demo edition');
  expect(await (await fetch(again.url)).text()).toContain('لم يُنشر شيء هنا بعد');
});

test('two papers do not serve one port: the second says which is taken and ends with 3', async () => {
  const first = await start({ demo: true });
  const { port } = new URL(first.url);
  const second = startPaper({ demo: true, flags: ['--port', port] });
  await expect(second).rejects.toThrow(`port ${port} is taken`);
  await expect(second).rejects.toThrow('(3)');
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
});
