// Every block of a body on the page, and what hostile ones may not do.
import { expect, test } from 'vitest';
import { body } from '../../story/body.ts';
import { contextOf, fragmentOf, HARM, harmful, seen, story } from '../testing/fixtures.ts';
import { Body } from './Body.tsx';

const bodyOf = (content: unknown[], view = story) => {
  const ctx = contextOf();
  return { ...fragmentOf(<Body ctx={ctx} view={{ ...view, body: body.parse({ type: 'doc', content }) }} />), ctx };
};
const text = (words: string, marks: unknown[] = []) => ({ type: 'text', text: words, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

test('every kind of block that the schema knows has a place on the page', () => {
  const ctx = contextOf();
  const { root } = fragmentOf(<Body ctx={ctx} view={story} />);
  for (const selector of [
    'p',
    'h2',
    'figure.quote blockquote',
    'aside.pull-quote',
    'ol > li',
    'figure.picture img',
    'section.gallery figure',
    'p.embed a',
    'aside.read-also a',
    'section.table table',
    'section.facts ul',
    'hr',
  ])
    expect(root.querySelector(`.body > ${selector}`), selector).not.toBeNull();
});

test('marks nest as they were given: strong, links, runs of another language, line breaks', () => {
  const { html } = bodyOf([
    paragraph(
      text('مهم', [{ type: 'strong' }, { type: 'link', attrs: { href: '/world' } }]),
      { type: 'hardBreak' },
      text('dosya', [{ type: 'run', attrs: { language: 'tr', direction: 'ltr' } }]),
    ),
  ]);
  expect(html).toContain('<strong><a href="/world">مهم</a></strong><br/><bdi lang="tr" dir="ltr">dosya</bdi>');
});

test('a quotation names who said it, and a pull quote is not read out twice', () => {
  const { root } = bodyOf([
    { type: 'quote', attrs: { attribution: 'الوزير' }, content: [paragraph(text('لن نتراجع'))] },
    { type: 'pullQuote', attrs: { attribution: '' }, content: [text('لن نتراجع')] },
  ]);
  expect(seen(root.querySelector('.quote figcaption'))).toBe('الوزير');
  expect(root.querySelector('.pull-quote')?.getAttribute('aria-hidden')).toBe('true');
});

test('a table keeps its caption and heads, and can be scrolled by keyboard', () => {
  const cell = (words: string, header = false) => ({ type: 'tableCell', attrs: { header }, content: [text(words)] });
  const { root } = bodyOf([
    {
      type: 'table',
      attrs: { caption: 'الأسعار' },
      content: [
        { type: 'tableRow', content: [cell('السلعة', true), cell('السعر', true)] },
        { type: 'tableRow', content: [cell('القمح', true), cell('-3%')] },
      ],
    },
  ]);
  const region = root.querySelector('.table');
  expect(region?.getAttribute('tabindex')).toBe('0');
  expect(region?.getAttribute('aria-label')).toBe('الأسعار');
  expect([...root.querySelectorAll('thead th')].map((head) => head.getAttribute('scope'))).toEqual(['col', 'col']);
  expect(root.querySelector('tbody th')?.getAttribute('scope')).toBe('row');
  expect(root.querySelector('td bdi')?.textContent).toBe('-3%');
});

test("a picture whose file we never had shows its section's pattern, and keeps caption and credit", () => {
  const { root } = bodyOf([{ type: 'picture', attrs: { pictureId: null, caption: 'في الميناء', credit: 'أ.ف.ب' } }]);
  expect(root.querySelector('figure img')).toBeNull();
  expect(root.querySelector('.pattern')?.getAttribute('style')).toContain('/pictures/patterns/teal.svg');
  expect(seen(root.querySelector('figcaption'))).toBe('في الميناء (أ.ف.ب)');
});

test("somebody else's player is a link to it, never a frame of theirs", () => {
  const { root } = bodyOf([
    { type: 'embed', attrs: { provider: 'youtube', href: 'https://video.example/1', title: 'خطاب' } },
  ]);
  expect(root.querySelector('iframe, script, img, video')).toBeNull();
  expect(root.querySelector('.embed a')?.getAttribute('href')).toBe('https://video.example/1');
  expect(seen(root.querySelector('.embed'))).toContain('يُفتح في «يوتيوب»');
});

test('a story named in the text is linked and declared; one that is not public any more leaves no trace', () => {
  const named = bodyOf([{ type: 'relatedInline', attrs: { storyId: 12 } }]);
  expect(named.root.querySelector('.read-also a')?.getAttribute('href')).toMatch(/^\/.+\/12\//);
  expect(named.ctx.declared).toContain('story:12');
  const withdrawn = bodyOf([{ type: 'relatedInline', attrs: { storyId: 13 } }]);
  expect(withdrawn.root.querySelector('.body')?.children).toHaveLength(0);
});

test('a paragraph in another direction carries its own', () => {
  const { root } = bodyOf([paragraph(text('An English paragraph.')), paragraph(text('فقرة عربية.'))]);
  expect([...root.querySelectorAll('p')].map((part) => part.getAttribute('dir'))).toEqual(['ltr', null]);
});

test('hostile text stays text, and hostile addresses lead nowhere', () => {
  const ctx = contextOf();
  const { html, root } = fragmentOf(<Body ctx={ctx} view={harmful} />);
  expect(root.querySelectorAll('script, iframe, [onclick], [onerror]')).toHaveLength(0);
  expect(html).not.toContain('</script>');
  expect(html).toContain('&lt;/script&gt;');
  for (const link of root.querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|\/(?!\/)|mailto:|#)/);
  expect(seen(root)).toContain(HARM.slice(0, 20));
});

test('a link out of the paper gives nothing of the page away', () => {
  const { root } = bodyOf([
    paragraph(
      text('خارج', [{ type: 'link', attrs: { href: 'https://other.example/' } }]),
      text('داخل', [{ type: 'link', attrs: { href: '/world' } }]),
    ),
  ]);
  const [out, home] = root.querySelectorAll('a');
  expect(out?.getAttribute('rel')).toBe('noopener');
  expect(home?.getAttribute('rel')).toBeNull();
});
