// Promises of the file beside it, each as a test.
import { describe, expect, it } from 'vitest';
import { noDeadline } from '../deadline.ts';
import { languageOf } from './language.ts';
import { linesOf } from './lines.ts';
import { unwrapped } from './unwrap.ts';

describe('linesOf', () => {
  it('numbers lines as an editor does, whatever ends them, and counts the blank ones between', () => {
    expect(linesOf('أ\r\n\r\nب\rج\u{2028}\n د ', noDeadline)).toEqual([
      { number: 1, text: 'أ', gap: 0 },
      { number: 3, text: 'ب', gap: 1 },
      { number: 4, text: 'ج', gap: 0 },
      { number: 6, text: 'د', gap: 1 },
    ]);
  });

  it('repairs what shows nothing and keeps what readers see', () => {
    const [line] = linesOf('\u{200F}ﻣﺠﻠﺲ\u{A0}ا\u{FEFF}لعـــراق يُرحّب بـ«الخطوة»\u{E001}', noDeadline);
    expect(line?.text).toBe('مجلس العراق يُرحّب بـ«الخطوة»');
  });
});

describe('unwrapped', () => {
  const wrapped = `Keeper logs fifty years of fog

For half a century the keeper has written down every fog that rolled
over the cape, and this week the university put his notebooks online
for all to read.

Researchers say the record, kept every morning at six, is one of the
longest made by a single person anywhere in the world, and that it
shows how fog has become rarer since the record began.
`;

  it('puts the lines of a paragraph together again and leaves the headline alone', () => {
    const lines = unwrapped(linesOf(wrapped, noDeadline));
    expect(lines.map(({ number }) => number)).toEqual([1, 3, 7]);
    expect(lines[1]?.text).toMatch(/^For half a century .* rolled over the cape, .* for all to read\.$/u);
  });

  it('leaves a page alone whose lines are paragraphs', () => {
    const lines = linesOf(
      'عنوان قصير\nفقرة أولى قصيرة تنتهي هنا.\nفقرة ثانية أطول من الأولى قليلاً تنتهي هنا.\n',
      noDeadline,
    );
    expect(unwrapped(lines)).toBe(lines);
  });
});

describe('languageOf', () => {
  it.each([
    ['ar', 'افتتحت البلدية محطة جديدة لتنقية المياه'],
    ['ar', 'شركة گوگل تفتتح مكتباً في الرياض وتوظف مئات المهندسين في السنوات المقبلة'],
    ['en', 'The council will meet on Monday to sign the contract'],
    ['fr', 'Le conseil se réunit lundi pour signer le contrat avec les pêcheurs'],
    ['fa', 'دولت ایران اعلام کرد که این برنامه از سال آینده آغاز می‌شود'],
    ['ur', 'حکومت نے اعلان کیا ہے کہ یہ منصوبہ اگلے سال شروع ہوگا'],
    ['ru', 'Правительство объявило о новой программе'],
  ])('%s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
