// What the reader of quotations promises: words, verb and speaker as printed; names in marks are not quotations.

import { expect, test } from 'vitest';
import { quotationsIn } from './quotations.ts';

test('words after a verb are a quotation of the named speaker, and «وأضاف» goes on with them', () => {
  const found = quotationsIn(['قال سيرغي لافروف: «لن نقبل بهذه الشروط أبداً». وأضاف: «سنرد في الوقت المناسب».']);
  expect(found.map((one) => [one.speaker?.name, one.verb])).toEqual([
    ['سيرغي لافروف', 'قال'],
    ['سيرغي لافروف', 'وأضاف'],
  ]);
});

test('a name in marks is not a quotation, and a mark that never closes finds nothing', () => {
  expect(quotationsIn(['قال متحدث باسم «حماس» إن الوفد وصل', `قال: «${'كلام '.repeat(3000)}`])).toEqual([]);
});
