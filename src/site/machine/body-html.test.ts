// A body outside the paper: everything that it says is there, addresses are whole, and nothing in it can do harm.
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { Block } from '../../story/body.ts';
import { textsOfBlock } from '../../story/body.ts';
import { storyHtml } from './body-html.ts';
import { contextOf, harmful, ORIGIN, story } from './testing/fixtures.ts';

const ADDRESS = `${ORIGIN}/story`;
type Parsed = ReturnType<typeof parseDocument>['children'][number];

/** Every element of a piece of HTML. */
function elementsOf(nodes: readonly Parsed[]): Extract<Parsed, { attribs: object }>[] {
  return nodes.flatMap((node) => [
    ...('attribs' in node ? [node] : []),
    ...('children' in node ? elementsOf(node.children) : []),
  ]);
}

const elements = (html: string) => elementsOf(parseDocument(html).children);
const textOf = (nodes: readonly Parsed[]): string =>
  nodes.map((node) => ('children' in node ? textOf(node.children) : 'data' in node ? node.data : '')).join('');

test('every text of every kind of block is there', () => {
  const html = storyHtml(story, contextOf(), ADDRESS);
  const shown = textOf(parseDocument(html).children);
  for (const block of story.body.content) {
    for (const text of textsOfBlock(block)) for (const part of text.split('\n')) expect(shown).toContain(part);
  }
  expect(shown).toContain('ورد خطأً أن العدد 12 سفينة.');
});

test('it states its language and direction', () => {
  expect(storyHtml(story, contextOf(), ADDRESS)).toMatch(/^<div lang="ar" dir="rtl">/);
});

test('links and pictures have whole addresses', () => {
  const found = elements(storyHtml(story, contextOf(), ADDRESS));
  const addresses = found.flatMap(({ attribs }) => [attribs.href, attribs.src]).filter((it) => it !== undefined);
  expect(addresses).toContain(`${ORIGIN}/world`);
  expect(addresses).toContain(`${ADDRESS}#notes`);
  expect(addresses).toContain('https://agency.example/?a=1&b=2');
  expect(addresses).toContain(`${ORIGIN}${encodeURI('/آسيا/12/مادة-أخرى')}`);
  for (const address of addresses) expect(address).toMatch(/^https:\/\//);
});

test('pictures state their size and keep the words of the story before those of the file', () => {
  const html = storyHtml(story, contextOf(), ADDRESS);
  const images = elements(html).filter(({ name }) => name === 'img');
  expect(images.map(({ attribs }) => [attribs.width, attribs.height])).toEqual([
    ['1200', '800'],
    ['1200', '800'],
  ]);
  expect(html).toContain('<figcaption>ميناء قديم (أ.ف.ب)</figcaption>');
  expect(html).toContain('<figcaption>من الجو (أ.ف.ب)</figcaption>');
  expect(html).toContain('<p>صورة لم تصل</p>');
});

test('a story named in the body is declared; one that is not public is neither shown nor declared', () => {
  const ctx = contextOf();
  const html = storyHtml(story, ctx, ADDRESS);
  expect(html).toContain('مادة أخرى');
  expect([...ctx.declared]).toEqual(['story:12']);
});

test('no script, no foreign address scheme and no unknown element comes through', () => {
  const found = elements(storyHtml(harmful, contextOf(), ADDRESS));
  const allowed = new Set(['div', 'p', 'a', 'strong', 'bdi', 'br', 'hr', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote']);
  const names = new Set([...found.map(({ name }) => name)]);
  for (const name of ['figure', 'img', 'figcaption']) allowed.add(name);
  expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
  expect(found.filter(({ name }) => name === 'a')).toEqual([]);
  expect(found.flatMap(({ attribs }) => Object.keys(attribs)).filter((name) => name.startsWith('on'))).toEqual([]);
});

test('an empty body gives an empty element', () => {
  const content: Block[] = [];
  const empty = {
    ...story,
    card: { ...story.card, picture: null },
    corrections: [],
    body: { type: 'doc' as const, content },
  };
  expect(storyHtml(empty, contextOf(), ADDRESS)).toBe('<div lang="ar" dir="rtl"></div>');
});
