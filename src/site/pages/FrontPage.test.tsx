// The front's order and densities, and what it depends on.
import { expect, test } from 'vitest';
import { contextOf, documentOf, frontView, seen } from '../testing/fixtures.ts';
import { FrontPage } from './FrontPage.tsx';

const pageOf = (view = frontView) => {
  const ctx = contextOf();
  return { document: documentOf(<FrontPage ctx={ctx} view={view} />), ctx };
};

test('one story leads, three stand beside it, three under it, and the newest run by the hour', () => {
  const { document } = pageOf();
  expect(seen(document.querySelector('.opening > .lead h2'))).toBe('اتفاق على فتح الميناء');
  expect(document.querySelectorAll('.beside > .card')).toHaveLength(3);
  expect(document.querySelectorAll('.under > .card')).toHaveLength(3);
  expect(document.querySelectorAll('.latest li')).toHaveLength(8);
});

test('every section that has stories has a block that leads to it', () => {
  const { document } = pageOf();
  expect([...document.querySelectorAll('.block > h2')].map(seen)).toEqual(['العالم', 'آسيا']);
  expect(document.querySelector('.block h2 a')?.getAttribute('href')).toBe('/world');
});

test('a section of opinion is set as its columnists: the name before the headline, no pictures', () => {
  const block = pageOf().document.querySelector('.block-opinion');
  const [first] = block?.querySelectorAll('.card') ?? [];
  expect(block?.querySelectorAll('img')).toHaveLength(0);
  expect(first?.innerHTML.indexOf('byline')).toBeLessThan(first?.innerHTML.indexOf('<h3') ?? 0);
});

test('blocks of news take turns in density', () => {
  const [block] = frontView.blocks;
  const three = block === undefined ? [] : [block, { ...block }, { ...block }, { ...block }];
  const { document } = pageOf({ ...frontView, blocks: three });
  expect([...document.querySelectorAll('.block')].map((one) => one.className)).toEqual([
    'block block-spread',
    'block block-row',
    'block block-columns',
    'block block-spread',
  ]);
});

test("the page's one h1 is the paper's name", () => {
  const headings = pageOf().document.querySelectorAll('h1');
  expect([...headings].map(seen)).toEqual(['الميزان']);
});

test("only the lead's picture is asked for at once, and before the page is read", () => {
  const { document } = pageOf();
  expect(document.querySelectorAll('img[fetchpriority=high]')).toHaveLength(1);
  const preload = document.querySelector('link[rel=preload][as=image]');
  expect(preload?.getAttribute('imagesrcset')).toBe(document.querySelector('.lead source')?.getAttribute('srcset'));
  expect(preload?.getAttribute('imagesizes')).toBe(document.querySelector('.lead source')?.getAttribute('sizes'));
});

test('the page declares its slots, the edition’s list, and every story on it', () => {
  const { ctx } = pageOf();
  for (const key of [
    'front:ar',
    'edition:ar',
    'furniture:ar',
    'story:11',
    'story:400',
    'story:405',
    'story:500',
    'story:600',
    'story:707',
  ] as const)
    expect(ctx.declared, key).toContain(key);
});

test('a paper that has published nothing says so', () => {
  const { document } = pageOf({ lead: null, top: [], blocks: [], latest: [] });
  expect(seen(document.querySelector('main'))).toBe('لم يُنشر شيء هنا بعد.');
});

test('a card without a picture says more in words', () => {
  const [block] = frontView.blocks;
  if (block === undefined) throw new Error('the front has a block');
  const bare = { ...block, cards: block.cards.map((card) => ({ ...card, picture: null })) };
  const { document } = pageOf({ ...frontView, blocks: [{ ...bare }, bare] });
  expect(document.querySelector('.block-row .wordy .standfirst')).not.toBeNull();
});
