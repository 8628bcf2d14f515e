// Text is cut into the words that a reader sees.

import { describe, expect, it } from 'vitest';
import { cleanText } from './normal-form.ts';
import { hostileTexts, randomTexts, timeOf } from './testing/hostile.ts';
import { type TokenKind, tokens } from './tokens.ts';

const cut = (text: string) => tokens(text).map(({ text: written, kind }) => `${written}:${kind}`);
const all = (kind: TokenKind, ...texts: string[]) => texts.map((text) => `${text}:${kind}`);

describe('tokens', () => {
  it.each([
    ['قال «الوزير» أمس، إنّ', all('word', 'قال', 'الوزير', 'أمس', 'إنّ')],
    ['وكالتا أ.ف.ب ود.ب.أ', [...all('word', 'وكالتا'), ...all('abbreviation', 'أ.ف.ب', 'ود.ب.أ')]],
    ['(د.ب.أ)', all('abbreviation', 'د.ب.أ')],
    ['د. سلمى وم. خالد', [...all('abbreviation', 'د.'), ...all('word', 'سلمى', 'وم', 'خالد')]],
    ['أ.د. سلمى', [...all('abbreviation', 'أ.د.'), ...all('word', 'سلمى')]],
    ['النقطة أ.', all('word', 'النقطة', 'أ')],
    [
      'وسم #غزة_الآن و#Arab_News',
      [...all('word', 'وسم'), ...all('hashtag', '#غزة_الآن'), ...all('word', 'و'), ...all('hashtag', '#Arab_News')],
    ],
    ['كتب @warraq.news، أمس', [...all('word', 'كتب'), ...all('handle', '@warraq.news'), ...all('word', 'أمس')]],
    [
      'بلغ 1,234.5 و١٬٢٣٤٫٥ عند 15:30 في 8/10/2023.',
      [
        'بلغ:word',
        '1,234.5:number',
        'و:word',
        '١٬٢٣٤٫٥:number',
        'عند:word',
        '15:30:number',
        'في:word',
        '8/10/2023:number',
      ],
    ],
    ['نمو 12% إلى -3', ['نمو:word', '12:number', 'إلى:word', '3:number']],
    [
      'مرض COVID-19 ومقاتلة F-16 وشبكة 5G ولغة C++ وNode.js',
      [
        'مرض:word',
        'COVID-19:latin',
        'ومقاتلة:word',
        'F-16:latin',
        'وشبكة:word',
        '5G:latin',
        'ولغة:word',
        'C++:latin',
        'و:word',
        'Node.js:latin',
      ],
    ],
    ['the U.S. economy', ['the:latin', 'U.S.:abbreviation', 'economy:latin']],
    [
      'زوروا (https://example.com/a?b=1)، أو a.b@example.com.',
      ['زوروا:word', 'https://example.com/a?b=1:address', 'أو:word', 'a.b@example.com:address'],
    ],
    ['لـ«داعش» والـ21 و1445هـ', ['لـ:word', 'داعش:word', 'والـ:word', '21:number', 'و:word', '1445:number', 'هـ:word']],
    ['شركةApple', ['شركة:word', 'Apple:latin']],
    ['صحيفة Правда و日本', ['صحيفة:word', 'Правда:foreign', 'و:word', '日本:foreign']],
    ['القاهرة ـ رويترز … 😀', all('word', 'القاهرة', 'رويترز')],
    ['', []],
  ])('cuts %s', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it('gives offsets into the text, in order, and leaves out no letter or figure', () => {
    for (const text of [...randomTexts(500, 120).map(cleanText), ...hostileTexts(400)]) {
      let reached = 0;
      let left = '';
      for (const { text: written, start, end } of tokens(text)) {
        expect(start).toBeGreaterThanOrEqual(reached);
        expect(text.slice(start, end)).toBe(written);
        expect(written).not.toBe('');
        left += text.slice(reached, start);
        reached = end;
      }
      expect(left + text.slice(reached)).not.toMatch(/[\p{Script=Arabic}&&[\p{L}\p{Nd}]]|[A-Za-z0-9]/v);
    }
  });

  it('takes time in proportion to the length of a hostile text', { timeout: 120_000 }, () => {
    for (const text of [
      ...hostileTexts(250_000),
      'www.'.repeat(250_000),
      `a@${'a.'.repeat(500_000)}`,
      'أ.'.repeat(500_000),
    ]) {
      expect(timeOf(() => tokens(text))).toBeLessThan(20_000);
    }
  });
});
