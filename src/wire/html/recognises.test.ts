// Pages are told from feeds, agency files and plain text.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognisesHtml } from './recognises.ts';

const folder = new URL('./testing/', import.meta.url);

describe('recognisesHtml', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.html')))('%s is a page', (name) => {
    expect(recognisesHtml(readFileSync(new URL(name, folder), 'utf8'))).toBe(true);
  });

  test.each([
    [
      'a page behind a byte order mark, a declaration and comments',
      '\u{FEFF}\n<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE html><p>x',
    ],
    ['a part of a page', '<div class="story"><h1>عنوان</h1><p>نص</p></div>'],
    [
      'a page whose first words are loose',
      `قائمة ${'<li><a href="/x">خبر</a></li><p>نص قصير</p><div><span>x</span></div>'.repeat(8)}`,
    ],
  ])('%s is recognised', (_, text) => {
    expect(recognisesHtml(text)).toBe(true);
  });

  test.each([
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>y</link></channel></rss>'],
    ['an Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><link href="y"/></feed>'],
    [
      'an agency file',
      '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><p>x</p></newsItem>',
    ],
    ['a capture in plain text', 'عنوان الخبر\nشارك\nTT\nنص الخبر الأول.\nنص الخبر الثاني.'],
    ['a capture that quotes a tag', 'كيف تكتب <p> في صفحة\nنص الشرح، وفيه <br> مرة واحدة.'],
    ['nothing', ''],
  ])('%s is not', (_, text) => {
    expect(recognisesHtml(text)).toBe(false);
  });
});
