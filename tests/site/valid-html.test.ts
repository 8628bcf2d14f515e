// Every kind of page is what the HTML standard calls conforming: the Nu checker finds no error in it.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { find, java } from '../../scripts/programs.ts';
import { type Paper, startPaper } from '../paper.ts';
import { breakRecords, withdraw } from './at-the-desk.ts';
import { findStory, pathsOfKinds, storyKeys } from './pages.ts';

let paper: Paper;
let folder: string;

beforeAll(async () => {
  [paper, folder] = await Promise.all([startPaper({ demo: true }), mkdtemp(join(tmpdir(), 'warraq-html-'))]);
}, 300_000);
afterAll(async () => {
  await paper?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const report = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      subType: z.string().optional(),
      url: z.string().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** The checker's findings for all files of a folder, in one run: starting it takes longer than a file. */
function check(files: string): string[] {
  const program = find(java);
  if (program === null) throw new Error('Java was not found: apt-get install default-jre-headless');
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const words = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-jar', jar, '--skip-non-html', '--format', 'json', '--stdout'];
  const run = spawnSync(program, [...words, '--exit-zero-always', files], { maxBuffer: 1 << 26, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the checker did not run: ${run.stderr}`);
  return report
    .parse(JSON.parse(run.stdout))
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .map(({ url = '', type, message, extract = '' }) => `${url.split('/').at(-1)}: ${type}: ${message}: ${extract}`);
}

test('the Nu checker finds nothing on any kind of page', async () => {
  const paths: Record<string, string> = await pathsOfKinds(paper.url);
  const keep = async (kind: string, path: string, status: number): Promise<void> => {
    const response = await fetch(paper.url + path);
    expect(response.status, kind).toBe(status);
    expect(response.headers.get('content-type'), kind).toMatch(/^text\/html; *charset=utf-8$/i);
    await writeFile(join(folder, `${kind}.html`), await response.text());
  };
  for (const [kind, path] of Object.entries(paths)) await keep(kind, path, kind === 'no such page' ? 404 : 200);
  const [doomed, unread] = [await findStory(paper.url, storyKeys.doomed), await findStory(paper.url, storyKeys.unread)];
  await withdraw(paper, doomed.id);
  await keep('withdrawn', doomed.path, 410);
  const mend = breakRecords(paper.data);
  await keep('failed', unread.path, 500).finally(mend);
  expect(check(folder)).toEqual([]);
});

test('the checker sees what is wrong in a page', async () => {
  const wrong = await mkdtemp(join(tmpdir(), 'warraq-html-'));
  const page = await (await fetch(`${paper.url}/about`)).text();
  await writeFile(join(wrong, 'wrong.html'), page.replace('</h1>', '</h1><p><div>في غير مكانه</div></p><img src="x">'));
  expect(check(wrong).length).toBeGreaterThanOrEqual(2);
  await rm(wrong, { recursive: true, force: true });
});
