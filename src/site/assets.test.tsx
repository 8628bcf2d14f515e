// Builds what the reader's browser loads, and weighs a story's page with it.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAssets } from '../../scripts/assets.ts';
import { type AssetManifest, type Assets, assetsOf, readAssets } from './assets.ts';
import { pageHtml } from './components/Document.tsx';
import { StoryPage } from './pages/StoryPage.tsx';
import { contextOf, english, storyWithAll } from './testing/fixtures.ts';

let folder: string;
let manifest: AssetManifest;
let assets: Assets;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warraq-assets-'));
  manifest = await buildAssets(folder);
  assets = assetsOf(manifest);
}, 240_000);
afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const fileOf = (name: string): string => join(folder, assets.path(name).replace('/assets/', ''));
const sizeOf = async (name: string): Promise<number> => (await stat(fileOf(name))).size;
const compressed = async (name: string): Promise<number> => (await stat(`${fileOf(name)}.br`)).size;
const storyHtml = (furniture?: typeof english): string => {
  const view = { ...storyWithAll, card: { ...storyWithAll.card, picture: null } };
  return pageHtml(<StoryPage ctx={{ ...contextOf(furniture), assets }} view={view} />);
};

test('a story page weighs at most 30 KB compressed, of which the script 6', async () => {
  const script = await compressed('site.js');
  const whole = brotliCompressSync(storyHtml()).length + (await compressed('site.css')) + script;
  expect(script).toBeLessThanOrEqual(6_000);
  expect(whole).toBeLessThanOrEqual(30_000);
});

test('the fonts of a page weigh at most 75 KB, in both directions of writing', async () => {
  for (const furniture of [undefined, english]) {
    const faces = [...storyHtml(furniture).matchAll(/as="font"[^>]*href="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(faces).toHaveLength(4);
    const sizes = await Promise.all(
      faces.map(async (path) => (await stat(join(folder, path.replace('/assets/', '')))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(75_000);
  }
});

test('every asset that a page names was built', () => {
  const named = [...storyHtml().matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(6);
  for (const path of named) expect(Object.values(manifest.files)).toContain(path);
});

test('the stylesheet loads nothing but the fonts that were built', async () => {
  const css = await readFile(fileOf('site.css'), 'utf8');
  const loaded = [...css.matchAll(/url\((?!"?data:)"?([^")]+)/g)].map(([, path]) => path);
  expect(loaded.length).toBe(8);
  for (const path of loaded) expect(Object.values(manifest.files)).toContain(path);
});

test('a face that comes late is not swapped in, so that no line moves under the reader’s eyes', async () => {
  const faces = (await readFile(fileOf('site.css'), 'utf8')).match(/@font-face\{[^}]*woff2[^}]*\}/g) ?? [];
  expect(faces).toHaveLength(8);
  for (const face of faces) expect(face).toContain('font-display:optional');
});

test('the inline script is the one whose hash the security policy names, and cannot close its own element', () => {
  const { head, headHash } = manifest.inline;
  expect(headHash).toBe(`sha256-${createHash('sha256').update(head).digest('base64')}`);
  expect(storyHtml()).toContain(`<script>${head}</script>`);
  expect(head).not.toMatch(/<\/script|<!--/i);
  expect(head.length).toBeLessThan(600);
});

test('files are named by their content, and the manifest is read back as it was written', async () => {
  expect(assets.path('site.css')).toMatch(/^\/assets\/site-[0-9a-f]{8}\.css$/);
  expect(readAssets(folder).path('site.css')).toBe(assets.path('site.css'));
  expect(await sizeOf('icon-180.png')).toBeGreaterThan(0);
  expect(() => assets.path('nothing.css')).toThrow('nothing.css');
});
