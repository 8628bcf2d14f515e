// Text in a page: escaped, isolated, in the edition's figures and direction.
import { expect, test } from 'vitest';
import { arabic, contextOf, english } from '../testing/fixtures.ts';
import { dirOf, escaped, inDigits, textHtml } from './words.ts';

const ctx = contextOf();

test('text cannot open or close anything of the page', () => {
  expect(escaped(`<script>"&'`)).toBe('&lt;script&gt;&quot;&amp;&#39;');
  expect(textHtml(ctx, 'قال <نعم> & «لا»')).toBe('قال &lt;نعم&gt; &amp; «لا»');
});

test('Latin words, handles and signed numbers are isolated from the Arabic around them', () => {
  expect(textHtml(ctx, 'طائرة F-16 حلّقت')).toBe('طائرة <bdi>F-16</bdi> حلّقت');
  expect(textHtml(ctx, 'كتب @warraq_ar على المنصة')).toContain('<bdi>@warraq_ar</bdi>');
  expect(textHtml(ctx, 'بلغت الحرارة -5% اليوم')).toContain('<bdi>-5%</bdi>');
});

test('an isolated run is escaped like everything else', () => {
  expect(textHtml(ctx, 'شركة AT&T أعلنت')).toContain('<bdi>AT&amp;T</bdi>');
});

test('plain Arabic with plain figures is left as it is', () => {
  expect(textHtml(ctx, 'وفود 11 دولة في عام 2023')).toBe('وفود 11 دولة في عام 2023');
});

test('figures are printed as the edition says, whatever family the story was written in', () => {
  const eastern = contextOf({ ...arabic, edition: { ...arabic.edition, digits: 'arab' } });
  expect(textHtml(eastern, 'في عام 2023')).toBe('في عام ٢٠٢٣');
  expect(textHtml(ctx, 'في عام ٢٠٢٣')).toBe('في عام 2023');
  expect(inDigits('F-16', 'arab')).toBe('F-16');
});

test('a line that runs against its page says so, and one without letters does not', () => {
  expect(dirOf(ctx, 'An English headline')).toBe('ltr');
  expect(dirOf(ctx, 'عنوان عربي')).toBeUndefined();
  expect(dirOf(contextOf(english), 'عنوان عربي')).toBe('rtl');
  expect(dirOf(contextOf(english), '2026')).toBeUndefined();
});
