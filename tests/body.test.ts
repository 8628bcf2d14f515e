// The two spellings of the body's schema agree: what zod takes at the doors is what ProseMirror would build, and nothing else.
import { describe, expect, test } from 'vitest';
import { editions } from '../demo/editions.ts';
import { demoBody } from '../src/cli/demo-body.ts';
import { type Body, body, linkAddress, textOfBody } from '../src/story/body.ts';
import { bodySchema } from '../src/story/body-schema.ts';
import { storyId } from '../src/story/ids.ts';

const picture = { pictureId: null, source: null, caption: 'تعليق', credit: 'أرشيفية', alt: '', focalPoint: null };
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = { type: 'paragraph', content: [text('فقرة.')] };

const takes = (document: unknown): boolean => body.safeParse(document).success;
function builds(document: unknown): boolean {
  try {
    bodySchema.nodeFromJSON(document).check();
    return true;
  } catch {
    return false;
  }
}

const doc = (...content: unknown[]) => ({ type: 'doc', content });

describe('the body document', () => {
  test('of every demo story passes both schemas and keeps its words', () => {
    for (const { stories } of editions) {
      for (const story of stories) {
        const document: Body = demoBody(story.body, { picture: () => picture, story: () => storyId.parse(1) });
        expect(body.parse(document), story.key).toEqual(document);
        expect(builds(document), story.key).toBe(true);
        expect(textOfBody(document).length, story.key).toBeGreaterThan(100);
      }
    }
  });

  test.each<[string, unknown]>([
    ['an unknown block', doc({ type: 'script', content: [text('x')] })],
    ['text outside a block', doc(text('x'))],
    ['a quote without a paragraph', doc({ type: 'quote', attrs: { attribution: '' }, content: [] })],
    ['a list whose items are paragraphs', doc({ type: 'list', attrs: { ordered: false }, content: [paragraph] })],
    [
      'a table row outside a table',
      doc({ type: 'tableRow', content: [{ type: 'tableCell', attrs: { header: false } }] }),
    ],
    ['a gallery of paragraphs', doc({ type: 'gallery', content: [paragraph] })],
    ['a paragraph in a paragraph', doc({ type: 'paragraph', content: [paragraph] })],
    ['an unknown mark', doc({ type: 'paragraph', content: [{ ...text('x'), marks: [{ type: 'blink' }] }] })],
    ['empty text', doc({ type: 'paragraph', content: [text('')] })],
  ])('is refused by both with %s', (_name, document) => {
    expect(takes(document)).toBe(false);
    expect(builds(document)).toBe(false);
  });
});

test.each([
  'javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example',
  '/\\evil.example', 'https://a b', 'ftp://x', 'java\nscript:x',
])('a link may not lead to %j', (href) => {
  expect(linkAddress.safeParse(href).success).toBe(false);
}); // biome-ignore format: a list to scan

test.each(['https://paper.example/1', 'mailto:desk@paper.example', '/economy/12', '#note'])(
  'a link may lead to %j',
  (href) => {
    expect(linkAddress.safeParse(href).success).toBe(true);
  },
);
