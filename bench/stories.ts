// Makes as many stories as a bench asks for: the demo edition's own paragraphs, shuffled and numbered, so that vocabulary,
// lengths and mark-up are those of a newspaper and no two stories are the same.
import { stories as arabWorld } from '../demo/ar/arab-world.ts';
import { stories as culture } from '../demo/ar/culture.ts';
import { stories as economy } from '../demo/ar/economy.ts';
import { stories as health } from '../demo/ar/health.ts';
import { stories as opinion } from '../demo/ar/opinion.ts';
import { stories as science } from '../demo/ar/science.ts';
import { stories as sports } from '../demo/ar/sports.ts';
import { stories as world } from '../demo/ar/world.ts';
import type { Draft } from '../src/story/draft.ts';

const all = [...arabWorld, ...world, ...economy, ...culture, ...science, ...health, ...sports, ...opinion];
const sections = ['العالم العربي', 'العالم', 'اقتصاد', 'ثقافة', 'علوم وتقنية', 'صحة', 'رياضة', 'رأي'];
const names = ['نجوان الفيلالي', 'مطيع الصوراني', 'درّة المعلوف', 'رشدان العبسي', 'أثير النقيب', 'ميمونة الجابري'];
const cities = ['بيروت', 'القاهرة', 'عمّان', 'الرباط', 'بغداد', 'تونس', 'دبي', 'الخرطوم'];
const paragraphs = all.flatMap((story) =>
  story.body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])),
);

/** A small generator of numbers that gives the same ones for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const oneOf = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T;

const minuteMs = 60_000;

/** Story number `index` of the made archive; the same index always gives the same story. Nine paragraphs, as most have. */
export function madeDraft(index: number, newest: number): Draft {
  const random = numbers(index + 1);
  const base = oneOf(all, random());
  const published = new Date(newest - index * 7 * minuteMs).toISOString();
  const body = Array.from({ length: 9 }, () => oneOf(paragraphs, random()).replaceAll('**', ''));
  body[0] = `${body[0]} وجاء ذلك في التقرير رقم ${index + 1}.`;
  return {
    headline: `${base.headline} (${index + 1})`,
    kicker: null,
    standfirst: base.standfirst,
    section: oneOf(sections, random()),
    byline: {
      authors: [{ name: oneOf(names, random()), role: 'writer' }],
      agencies: [],
      dateline: oneOf(cities, random()),
    },
    publishedAt: published,
    updatedAt: null,
    language: 'ar',
    paragraphs: body,
    pictures: [{ src: null, caption: oneOf(all, random()).standfirst.slice(0, 90), credit: 'أرشيفية' }],
    corrections: [],
    topics: [oneOf(sections, random()), oneOf(cities, random())],
    related: [],
    canonical: `https://old.example/story/${index + 1}`,
  };
}

/** A draft as a plain-text capture of a page: the headline around a tools row, the caption twice, the byline, the body. */
export function asCapture(draft: Draft): string {
  const picture = draft.pictures[0];
  const caption = picture === undefined ? [] : [`${picture.caption} (${picture.credit})`];
  const author = draft.byline.authors[0]?.name ?? '';
  return [
    draft.headline,
    '',
    ...caption,
    ...caption,
    'TT',
    '',
    draft.headline,
    '',
    ...caption,
    '',
    `${author} (${draft.byline.dateline})`,
    '',
    ...draft.paragraphs.flatMap((paragraph) => [paragraph, '']),
  ].join('\n');
}
