// Numbers take the form of the noun that Arabic grammar gives them.

import { describe, expect, it } from 'vitest';
import { counted, TIME_UNITS } from './plurals.ts';

const stories = {
  zero: 'لا مواد',
  one: 'مادة واحدة',
  two: 'مادتان',
  few: 'مواد',
  many: 'مادة',
  other: 'مادة',
};

describe('counted', () => {
  it.each([
    [0, 'لا مواد'],
    [1, 'مادة واحدة'],
    [2, 'مادتان'],
    [3, '3 مواد'],
    [10, '10 مواد'],
    [11, '11 مادة'],
    [99, '99 مادة'],
    [100, '100 مادة'],
    [101, '101 مادة'],
    [102, '102 مادة'],
    [103, '103 مواد'],
    [1000, '1,000 مادة'],
  ])('counts %i as %s', (n, expected) => {
    expect(counted(n, stories, { digits: 'latn' })).toBe(expected);
  });

  it('leaves the case to the forms', () => {
    expect(counted(2, TIME_UNITS.minute.nominative, { digits: 'latn' })).toBe('دقيقتان');
    expect(counted(2, TIME_UNITS.minute.oblique, { digits: 'latn' })).toBe('دقيقتين');
    expect(counted(11, TIME_UNITS.day.oblique, { digits: 'arab' })).toBe('١١ يوماً');
  });

  it('puts the figure where the form says', () => {
    expect(counted(5, { one: 'نتيجة', few: 'وُجدت {n} نتائج', other: '{n} نتيجة' }, { digits: 'latn' })).toBe(
      'وُجدت 5 نتائج',
    );
  });

  it('prints nought before the noun when no phrase for it is given', () => {
    expect(counted(0, TIME_UNITS.minute.oblique, { digits: 'latn' })).toBe('0 دقيقة');
  });

  it('counts in English with two forms', () => {
    const forms = { one: 'story', other: 'stories' };
    expect(counted(1, forms, { digits: 'latn', language: 'en' })).toBe('1 story');
    expect(counted(0, forms, { digits: 'latn', language: 'en' })).toBe('0 stories');
    expect(counted(12, forms, { digits: 'latn', language: 'en' })).toBe('12 stories');
  });
});
