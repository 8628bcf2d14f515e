// Pages made to exhaust a reader are refused or read within bounds, and say where they went wrong.
import { describe, expect, test } from 'vitest';
import { readHtml } from './read-html.ts';
import { HtmlRefused } from './refused.ts';

const sentence = 'قال المتحدث إن الاجتماع سيعقد في العاصمة غداً، وإن الأطراف كلها وافقت على الحضور بلا شروط مسبقة';
const body = Array.from({ length: 5 }, (_, at) => `<p>${sentence} للمرة ${at + 2}.</p>`).join('');
const headline = '<h1>اجتماع العاصمة غداً</h1>';
const story = `${headline}${body}`;

function refusalOf(html: string): HtmlRefused {
  try {
    readHtml(html, { source: 'test' });
  } catch (error) {
    if (error instanceof HtmlRefused) return error;
    throw error;
  }
  throw new Error('the page was not refused');
}

describe('bombs are refused with kind, place and reason', () => {
  test.each([
    ['a hundred thousand divs inside each other', `\n\n${'<div>'.repeat(100_000)}${body}`, 'too-deep', 'line 3'],
    ['tables inside tables', '<table><tr><td>'.repeat(33_000), 'too-deep', 'line 1'],
    ['ten million elements', '<p>'.repeat(10_000_000), 'too-large', 'line 1'],
    ['fifty megabytes on one line', 'كلمة ثم كلمة، '.repeat(3_600_000), 'too-large', 'line 1'],
    ['entities without end', '&amp;'.repeat(10_000_000), 'too-large', 'line 1'],
    ['more than any page holds', ' '.repeat(64_000_001), 'too-large', '64000001 characters'],
  ])('%s', (_, html, kind, place) => {
    const refusal = refusalOf(html);
    expect(refusal).toMatchObject({ kind, place });
    expect(refusal.reason.length).toBeGreaterThan(20);
  });

  test('a page of a thousand stories', () => {
    const one = (at: number) => `<article><h1>اجتماع العاصمة رقم ${at}</h1><time>2026-01-01</time>${body}</article>\n`;
    const refusal = refusalOf(Array.from({ length: 1000 }, (_, at) => one(at)).join(''));
    expect(refusal).toMatchObject({ kind: 'too-large', place: 'line 301' });
  });

  test('a page that takes longer than it may', () => {
    const html = `${story}${'<div><a href="/x">رابط إلى خبر آخر</a></div>'.repeat(20_000)}`;
    expect(() => readHtml(html, { source: 'test', limits: { time: 1 } })).toThrow(HtmlRefused);
  });
});

describe('odd pages are read, in time that grows with their length', () => {
  test.each([
    ['a million attributes', `<p ${'a1=b class=x '.repeat(500_000)}>x</p>${story}`],
    [
      'a hundred thousand unclosed formatting elements',
      `${story.replace('<p>', `<p>${'<span><font>'.repeat(50_000)}`)}`,
    ],
    ['a hundred thousand links', `${story}${'<a href="/x">رابط إلى خبر</a>'.repeat(100_000)}`],
    ['a script without an end', `${story}<script>${'a<b '.repeat(1_000_000)}`],
    ['a comment without an end', `${story}<!--${'-'.repeat(5_000_000)}`],
    ['an attribute without an end', `${story}<p class="${'x '.repeat(2_000_000)}`],
    [
      'structured data nested a million deep',
      `<script type="application/ld+json">${'['.repeat(900_000)}</script>${story}`,
    ],
    ['thirty thousand headings', `${story}<article>${'<h1>عنوان من العناوين</h1>'.repeat(30_000)}</article>`],
    ['a line of dashes and a line of figures', `${story}<p>${'-'.repeat(1_000_000)}</p><p>${'1/'.repeat(500_000)}</p>`],
    ['null bytes', story.replaceAll('قال', 'قا\0ل')],
    [
      'stray end tags in a table',
      `<table><tr><td>${headline}</div></span></table></p>${body}</td></tr></table></body></html>`,
    ],
    ['no end tags at all', story.replace(/<\/\w+>/g, '')],
  ])('%s', (_, html) => {
    const { stories } = readHtml(html, { source: 'test' });
    expect(stories.map((draft) => draft.headline)).toEqual(['اجتماع العاصمة غداً']);
    expect(stories[0]?.paragraphs.filter((text) => text.startsWith(sentence))).toHaveLength(5);
  });

  test('paragraphs beyond what a story may hold are reported and not lost', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `<p>${sentence} للمرة ${at}.</p>`).join('\n');
    const { stories, unplaced } = readHtml(`${headline}\n${many}`, { source: 'test' });
    expect(stories[0]?.paragraphs).toHaveLength(4_000);
    expect(unplaced).toHaveLength(1_000);
    expect(unplaced[0]).toEqual({ line: 4_002, text: `${sentence} للمرة 4000.` });
  });

  test('what follows plaintext is text and nothing else', () => {
    const { stories } = readHtml(`${story}<plaintext><img src=x onerror=alert(1)>`, { source: 'test' });
    expect(stories[0]?.pictures).toEqual([]);
    expect(stories[0]?.paragraphs.slice(0, 5)).toHaveLength(5);
  });
});
