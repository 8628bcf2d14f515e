// What a picture on a page offers, states and waits for.
import { expect, test } from 'vitest';
import { widths } from '../../pictures/variants.ts';
import { contextOf, fragmentOf, HARM, lead, seen } from '../testing/fixtures.ts';
import { Caption, Figure, frames } from './Picture.tsx';

const ctx = contextOf();
const figure = (picture = lead, frame: (typeof frames)[keyof typeof frames] = frames.card, isFirst = false) =>
  fragmentOf(<Figure ctx={ctx} picture={picture} frame={frame} palette="teal" isFirst={isFirst} />);

test('AVIF is offered first, then WebP, and JPEG to whoever reads neither', () => {
  const { root } = figure();
  expect([...root.querySelectorAll('source')].map((source) => source.getAttribute('type'))).toEqual([
    'image/avif',
    'image/webp',
  ]);
  expect(root.querySelector('img')?.getAttribute('src')).toMatch(/\.jpeg$/);
});

test('only widths of the decided set are offered, and none wider than the frame needs', () => {
  for (const frame of Object.values(frames)) {
    const { root } = figure(lead, frame);
    const offered = [...(root.querySelector('source')?.getAttribute('srcset') ?? '').matchAll(/ (\d+)w/g)].map(
      ([, width]) => Number(width),
    );
    expect(offered.length).toBeGreaterThan(0);
    for (const width of offered) expect(widths).toContain(width);
    expect(Math.max(...offered)).toBeLessThanOrEqual(frame.most);
  }
});

test('the dimensions are stated and have the shape of the crop', () => {
  const image = figure(lead, frames.lead).root.querySelector('img');
  const [width, height] = [Number(image?.getAttribute('width')), Number(image?.getAttribute('height'))];
  expect(width / height).toBeCloseTo(16 / 9, 2);
});

test('the first picture of a page is asked for at once, all others when they come near', () => {
  expect(figure(lead, frames.lead, true).root.querySelector('img')?.getAttribute('fetchpriority')).toBe('high');
  expect(figure(lead, frames.lead, true).root.querySelector('img')?.hasAttribute('loading')).toBe(false);
  expect(figure().root.querySelector('img')?.getAttribute('loading')).toBe('lazy');
});

test('a blurred copy holds the place, unless it is not what the picture store writes', () => {
  expect(figure().root.querySelector('img')?.getAttribute('style')).toBe(
    'background-image:url(data:image/webp;base64,AAAA)',
  );
  const file = lead.file === null ? null : { ...lead.file, placeholder: 'x);background:url(https://spy.example/' };
  expect(figure({ ...lead, file }).html).not.toContain('spy.example');
});

test('the credit stands in brackets at the end of the caption, once', () => {
  expect(seen(fragmentOf(<Caption ctx={ctx} picture={lead} />).root)).toBe('ميناء قديم (أ.ف.ب)');
  expect(seen(fragmentOf(<Caption ctx={ctx} picture={{ caption: '', credit: 'أ.ف.ب' }} />).root)).toBe('(أ.ف.ب)');
  expect(seen(fragmentOf(<Caption ctx={ctx} picture={{ caption: 'ميناء', credit: '' }} />).root)).toBe('ميناء');
  expect(figure({ ...lead, caption: '', credit: '' }).root.querySelector('figcaption')).toBeNull();
});

test('hostile captions and descriptions stay text', () => {
  const { root } = figure({ ...lead, caption: HARM, credit: HARM, alt: HARM });
  expect(root.querySelectorAll('script')).toHaveLength(0);
  expect(root.querySelector('img')?.getAttribute('alt')).toContain('</script>');
});
