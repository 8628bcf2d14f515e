// The page of a topic: what somebody said with its story, the stories, the months of them; each only where there is something.
import { expect, test } from 'vitest';
import type { AroundTopic } from '../../newsroom/reading/topics.ts';
import { topicId } from '../../story/ids.ts';
import { cards, contextOf, documentOf, HARM, list, seen } from '../testing/fixtures.ts';
import { TopicPage } from './TopicPage.tsx';

const topic = { id: topicId.parse(8), slug: 'لافروف', name: 'سيرغي لافروف', kind: 'person' as const, about: '' };

function around(count: number, words = 'لن نقبل بهذه الشروط أبداً'): AroundTopic {
  return {
    quotations: cards(count, 300).map((card) => ({ words, speaker: 'سيرغي لافروف', card })),
    months: [
      { month: '2026-11', stories: 2, before: '1796072400000-0' },
      { month: '2026-10', stories: 11, before: '1793480400000-0' },
    ],
  };
}

test('a quotation stands in marks, with the headline that leads to its story and its date', () => {
  const ctx = contextOf();
  const page = documentOf(<TopicPage ctx={ctx} topic={topic} list={list(2)} around={around(1)} before={null} />);
  expect(seen(page.querySelector('.quotations h2'))).toBe('أقوال وتصريحات');
  expect(seen(page.querySelector('.quotations blockquote'))).toBe('«لن نقبل بهذه الشروط أبداً»');
  const link = page.querySelector('.quotations .source a');
  expect(seen(link)).toBe('مادة 300');
  expect(link?.getAttribute('href')).toContain('/300/');
  expect(page.querySelector('.quotations time')).not.toBeNull();
  expect(ctx.declared).toContain('story:300');
});

test('past the first four, quotations wait behind a click that needs no script', () => {
  const page = documentOf(
    <TopicPage ctx={contextOf()} topic={topic} list={list(1)} around={around(6)} before={null} />,
  );
  expect(page.querySelectorAll('.quotations > ol > li')).toHaveLength(4);
  expect(page.querySelectorAll('.quotations details li')).toHaveLength(2);
});

test('long words are cut at a space, and what somebody said is never markup', () => {
  const long = documentOf(
    <TopicPage ctx={contextOf()} topic={topic} list={list(1)} around={around(1, 'كلمة، '.repeat(200))} before={null} />,
  );
  const shown = seen(long.querySelector('.quotations blockquote'));
  expect(shown.length).toBeLessThan(430);
  expect(shown).toMatch(/كلمة…»$/u);
  const harmed = documentOf(
    <TopicPage ctx={contextOf()} topic={topic} list={list(1)} around={around(1, HARM)} before={null} />,
  );
  expect(seen(harmed.querySelector('.quotations blockquote'))).toContain(HARM.slice(0, 10));
  expect(harmed.querySelector('.quotations script')).toBeNull();
});

test('each month has its name, the number of its stories, and leads to the list where it begins', () => {
  const page = documentOf(
    <TopicPage ctx={contextOf()} topic={topic} list={list(1)} around={around(0)} before={null} />,
  );
  const months = [...page.querySelectorAll('.months li')];
  expect(months.map(seen)).toEqual(['نوفمبر (تشرين الثاني) 2026 مادتان', 'أكتوبر (تشرين الأول) 2026 11 مادة']);
  expect(months[1]?.querySelector('a')?.getAttribute('href')).toMatch(/\?before=1793480400000-0$/);
  expect(page.querySelector('.quotations')).toBeNull();
});

test('an older page of the list is the list alone', () => {
  const page = documentOf(<TopicPage ctx={contextOf()} topic={topic} list={list(3)} around={null} before="17-3" />);
  expect(page.querySelector('.quotations, .months')).toBeNull();
  expect(page.querySelectorAll('main .card h2')).toHaveLength(3);
});
