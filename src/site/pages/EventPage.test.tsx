// The page of an event, and the way there from its stories.
import { expect, test } from 'vitest';
import { eventId } from '../../story/ids.ts';
import { cards, contextOf, documentOf, english, seen, storyWithAll } from '../testing/fixtures.ts';
import { EventPage } from './EventPage.tsx';
import { StoryPage } from './StoryPage.tsx';

const hour = 3_600_000;
const start = Date.parse('2026-11-24T09:00:00Z');
const id = eventId.parse(3);

/** Four stories over three days by the clock of Riyadh: the third appeared after midnight there. */
const moments = [0, 2, 13, 40].map((hours, at) => {
  const publishedAt = start + hours * hour;
  const [card] = cards(1, 100 + at, { headline: `خبر ${at + 1}`, publishedAt, updatedAt: publishedAt });
  if (card === undefined) throw new Error('a card was asked for');
  return card;
});
const view = { id, edition: moments[0]?.edition ?? english.edition.key, cards: moments };

test('an event is told day by day from its beginning, by the clock of the edition', () => {
  const ctx = contextOf();
  const page = documentOf(<EventPage ctx={ctx} view={view} />);
  expect([...page.querySelectorAll('.event-days > section')].map((day) => seen(day.querySelector('h2')))).toEqual([
    'الثلاثاء، 24 نوفمبر (تشرين الثاني) 2026',
    'الأربعاء، 25 نوفمبر (تشرين الثاني) 2026',
    'الخميس، 26 نوفمبر (تشرين الثاني) 2026',
  ]);
  const told = [...page.querySelectorAll('.moments li')].map((moment) => [
    seen(moment.querySelector('time')),
    seen(moment.querySelector('h3')),
  ]);
  expect(told).toEqual([
    ['12:00', 'خبر 1'],
    ['14:00', 'خبر 2'],
    ['01:00', 'خبر 3'],
    ['04:00', 'خبر 4'],
  ]);
  for (const link of page.querySelectorAll('.moments h3 a')) expect(link.getAttribute('href')).toMatch(/\/\d+\//);
  expect([...ctx.declared].sort()).toEqual(['event:3', 'furniture:ar', ...moments.map((card) => `story:${card.id}`)]);
});

test('it is named by where the matter stands, says how much there is, and has one address', () => {
  const page = documentOf(<EventPage ctx={contextOf()} view={view} />);
  expect(seen(page.querySelector('.list-head .label'))).toBe('تسلسل الأحداث');
  expect(seen(page.querySelector('h1'))).toBe('خبر 4');
  expect(seen(page.querySelector('.list-head .about'))).toBe(
    '4 مواد نُشرت بين 24 نوفمبر (تشرين الثاني) 2026 و26 نوفمبر (تشرين الثاني) 2026',
  );
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(/\/event\/3$/);
  expect(seen(page.querySelector('title'))).toMatch(/^تسلسل الأحداث: خبر 4 \| /u);
});

test('two stories of one day are said in the dual, on one day', () => {
  const page = documentOf(<EventPage ctx={contextOf()} view={{ ...view, cards: moments.slice(0, 2) }} />);
  expect(seen(page.querySelector('.list-head .about'))).toBe('مادتان نُشرتا في 24 نوفمبر (تشرين الثاني) 2026');
});

test('a story leads to its event, and says nothing of it where there is none', () => {
  const of = { id, stories: 12, since: start };
  const ctx = contextOf();
  const page = documentOf(<StoryPage ctx={ctx} view={{ ...storyWithAll, event: of }} />);
  const link = page.querySelector('.event-link a');
  expect(ctx.declared).toContain('event:3');
  expect(seen(link)).toBe('تسلسل الأحداث 12 مادة، أولاها في 24 نوفمبر (تشرين الثاني) 2026');
  expect(link?.getAttribute('href')).toBe('/event/3');
  const without = documentOf(<StoryPage ctx={contextOf()} view={storyWithAll} />);
  expect(without.querySelector('.event-link')).toBeNull();
});
