// The story page: its parts in their order, its controls, its cards, what it depends on, what it survives.
import { expect, test } from 'vitest';
import { storyId } from '../../story/ids.ts';
import {
  cards,
  contextOf,
  documentOf,
  english,
  harmful,
  relatedStory,
  seen,
  storyWithAll,
  stub,
} from '../testing/fixtures.ts';
import { StoryPage } from './StoryPage.tsx';

const pageOf = (view = storyWithAll, ctx = contextOf()) => ({
  document: documentOf(<StoryPage ctx={ctx} view={view} />),
  ctx,
});

/** Whether the elements of the selectors follow one another in the document. */
function order(document: Document, selectors: readonly string[]): string[] {
  const all = [...document.querySelectorAll('*')];
  return selectors
    .map((selector) => ({ selector, at: all.indexOf(document.querySelector(selector) as Element) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ selector }) => selector);
}

test('the parts stand in the order of the paper: headline, tools, lead picture, byline, text, corrections, topics, related, next', () => {
  const parts = [
    'h1',
    '.tools',
    '.lead-picture',
    '.signature',
    '.body',
    '.corrections',
    '.topics',
    '.related-block',
    '.next',
  ];
  expect(order(pageOf().document, parts)).toEqual(parts);
});

test('the tools are share, save, listen, print and TT, in that order', () => {
  const { document } = pageOf();
  const tools = [...document.querySelectorAll('.tools > *')].map((tool) => seen(tool.querySelector('.tool-name')));
  expect(tools).toEqual(['مشاركة', 'حفظ', 'استماع', 'طباعة', 'حجم الخط']);
});

test("the headline is the document's title", () => {
  expect(pageOf().document.title).toBe(storyWithAll.card.headline);
});

test('section and kicker stand over the headline, the standfirst under it', () => {
  const { document } = pageOf();
  expect(seen(document.querySelector('.headline .label'))).toBe('آسيابعد عامين من الإغلاق');
  expect(order(document, ['.headline .label', 'h1', '.headline .standfirst'])).toEqual([
    '.headline .label',
    'h1',
    '.headline .standfirst',
  ]);
});

test('the masthead prints the day under both names of the month, and the Hijri day beside it', () => {
  const [gregorian, hijri] = pageOf().document.querySelectorAll('.today time');
  expect(seen(gregorian)).toBe('الثلاثاء، 24 نوفمبر (تشرين الثاني) 2026');
  expect(seen(hijri)).toBe('14 جمادى الآخرة 1448هـ');
});

test('the day in the masthead is the one of the edition’s own zone', () => {
  const late = { ...contextOf(), now: Temporal.Instant.from('2026-11-24T21:30:00Z') };
  expect(seen(pageOf(storyWithAll, late).document.querySelector('.today time'))).toContain('25 نوفمبر');
});

test('text size and theme are radio buttons that work without a script, and stand on the middle step', () => {
  const { document } = pageOf();
  const sizes = [...document.querySelectorAll<HTMLInputElement>('.text-size input[type=radio]')];
  expect(sizes.map((input) => input.value)).toEqual(['1', '2', '3', '4', '5']);
  expect(sizes.filter((input) => input.hasAttribute('checked')).map((input) => input.value)).toEqual(['3']);
  expect(document.querySelectorAll('.theme input[type=radio]')).toHaveLength(3);
});

test('whatever does nothing without a script is marked to be absent without one', () => {
  const { document } = pageOf();
  for (const button of document.querySelectorAll('main button'))
    expect(button.closest('.scripted'), button.outerHTML).not.toBeNull();
});

test('a story can be shared by plain links, which carry its whole address', () => {
  const { document } = pageOf();
  const hrefs = [...document.querySelectorAll('.share a')].map((link) => link.getAttribute('href') ?? '');
  expect(hrefs.map((href) => href.split('?')[0])).toEqual([
    'https://wa.me/',
    'https://x.com/intent/post',
    'https://t.me/share/url',
    'mailto:',
  ]);
  for (const href of hrefs)
    expect(decodeURIComponent(href)).toContain('https://paper.example/آسيا/11/اتفاق-على-فتح-الميناء');
});

test('a captured card has section, captioned picture, headline, standfirst, and byline with its city', () => {
  const card = pageOf().document.querySelector('.related.stub');
  expect(seen(card?.querySelector('.label'))).toBe('شؤون إقليمية');
  expect(seen(card?.querySelector('figcaption'))).toBe('أردوغان يتحدث في أنقرة (موقع ديفينس تورك نت)');
  expect(seen(card?.querySelector('h3'))).toBe('خلاف على جدول الأعمال');
  expect(seen(card?.querySelector('.standfirst'))).toBe('قالت مصادر إن الخلاف محصور في بندين');
  expect(seen(card?.querySelector('.byline'))).toBe('سعيد عبد الرازق (أنقرة)');
});

test('a captured card leads nowhere unless its page gave a whole address, and for that one we do not answer', () => {
  const linked = (href: string | null) => {
    const view = { ...storyWithAll, related: stub.kind === 'stub' ? [{ ...stub, stub: { ...stub.stub, href } }] : [] };
    return pageOf(view).document.querySelector('.stub h3 a');
  };
  expect(linked(null)).toBeNull();
  expect(linked('/news/1')).toBeNull();
  expect(linked('javascript:alert(1)')).toBeNull();
  expect(linked('https://other.example/news/1')?.getAttribute('rel')).toBe('nofollow noopener external');
});

test('the next story is a plain link', () => {
  expect(pageOf().document.querySelector('.next a')?.getAttribute('href')).toBe(encodeURI('/آسيا/300/مادة-300'));
});

test('the page declares everything that it shows', () => {
  const { ctx } = pageOf();
  expect([...ctx.declared].sort()).toEqual([
    'furniture:ar', 'story:11', 'story:12', 'story:200', 'story:201', 'story:202', 'story:203', 'story:300',
  ]); // biome-ignore format: a list to scan
});

test('a story without picture, corrections, topics, related or next has no empty boxes for them', () => {
  const bare = {
    ...storyWithAll,
    card: { ...storyWithAll.card, picture: null },
    corrections: [],
    topics: [],
    related: [],
    next: null,
  };
  const { document } = pageOf(bare);
  for (const part of ['.lead-picture', '.corrections', '.topics', '.related-block', '.next'])
    expect(document.querySelector(part)).toBeNull();
});

test('no two elements share an id, and two stories on one page would not either', () => {
  const ids = (view: typeof storyWithAll) =>
    [...pageOf(view).document.querySelectorAll('main [id]')].map((element) => element.id);
  const first = ids(storyWithAll);
  const second = ids({
    ...storyWithAll,
    card: { ...storyWithAll.card, id: storyId.parse(99) },
    corrections: storyWithAll.corrections.map((one) => ({ ...one, storyId: storyId.parse(99) })),
  });
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
});

test('hostile stories stay text in every part of the page', () => {
  const { document } = pageOf({
    ...storyWithAll,
    ...harmful,
    related: [relatedStory({ ...harmful.card, id: storyId.parse(5) })],
  });
  const inline = [...document.querySelectorAll('body script')];
  expect(inline).toHaveLength(0);
  for (const element of document.querySelectorAll('*'))
    for (const { name } of element.attributes) expect(name.startsWith('on'), `${element.tagName} ${name}`).toBe(false);
  expect(document.querySelector('h1')?.textContent).toContain('</script>');
});

test('an English story on the Arabic edition says which way it runs; the English edition is mirrored whole', () => {
  const headline = 'An English headline';
  const { document } = pageOf({ ...storyWithAll, card: { ...storyWithAll.card, headline } });
  expect(document.querySelector('.headline')?.getAttribute('dir')).toBe('ltr');
  const mirrored = pageOf(storyWithAll, contextOf(english)).document.documentElement;
  expect([mirrored.getAttribute('lang'), mirrored.getAttribute('dir')]).toEqual(['en', 'ltr']);
});

test('stories of sections that are gone are still linked, by the short address', () => {
  const [orphan] = cards(1, 50, { sectionId: 999 as (typeof storyWithAll.card)['sectionId'] });
  const { document } = pageOf({ ...storyWithAll, next: orphan ?? null });
  expect(document.querySelector('.next a')?.getAttribute('href')).toBe('/50');
});
