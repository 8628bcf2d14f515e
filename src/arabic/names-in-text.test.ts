// Names are found whole, in their spellings and behind joined letters, and never in words that only look like them.
import { expect, test } from 'vitest';
import { NameFinder, nameWords } from './names-in-text.ts';
import { isOneSpelling } from './spellings.ts';

const person = (id: number, name: string) => ({ id, name, isSpelledFreely: true, isPerson: true });
const place = (id: number, name: string) => ({ id, name, isSpelledFreely: true, isPerson: false });
const found = (finder: NameFinder<number>, text: string): number[] => finder.in(nameWords(text)).map((name) => name.id);

test('the spellings of a foreign name are one, and Arabic words that a vowel tells apart are two', () => {
  for (const [one, other] of [
    ['ترامب', 'ترمب'],
    ['نتنياهو', 'نتانياهو'],
    ['غوغل', 'جوجل'],
    ['غوغل', 'قوقل'],
    ['غوتيريش', 'جوتيريش'],
    ['أردوغان', 'أردوجان'],
  ] as const)
    expect(isOneSpelling(one, other), `${one} ${other}`).toBe(true);
  for (const [one, other] of [
    ['محمد', 'محمود'],
    ['قطر', 'قطار'],
    ['سلام', 'سالم'],
    ['صلاح', 'صالح'],
    ['غوغل', 'ككل'],
    ['غوغل', 'قال'],
    ['جبير', 'كبير'],
    ['الجزيره', 'الغزيره'],
  ] as const)
    expect(isOneSpelling(one, other), `${one} ${other}`).toBe(false);
});

test('a name is found whole, behind joined letters and in another spelling', () => {
  const finder = new NameFinder([
    person(1, 'دونالد ترامب'),
    place(2, 'غوغل'),
    person(3, 'الملك عبد الله'),
    place(4, 'لبنان'),
  ]);
  expect(found(finder, 'التقى دونالد ترمب مدير «جوجل»')).toEqual([1, 2]);
  expect(found(finder, 'وبغوغل ولدونالد ترامب وللبنان')).toEqual([2, 1, 4]);
  expect(found(finder, 'زار الملك عبدالله لبنان')).toEqual([3, 4]);
  expect(found(finder, 'قال ككل من قال، ودونالد وحده')).toEqual([]);
});

test('the longest name that stands at a place is meant', () => {
  const finder = new NameFinder([person(1, 'محمد بن سلمان'), person(2, 'محمد بن سلمان آل خليفة'), person(3, 'سلمان')]);
  expect(found(finder, 'استقبل محمد بن سلمان آل خليفة محمد بن سلمان')).toEqual([2, 1]);
});

test('a surname behind the first name of somebody else is not found', () => {
  const finder = new NameFinder([person(1, 'الأسد'), person(1, 'بشار الأسد')]);
  expect(found(finder, 'قال الأسد')).toEqual([1]);
  expect(found(finder, 'قال ماهر الأسد')).toEqual([]);
});

test('a common noun is found as it is spelled alone', () => {
  const finder = new NameFinder([{ id: 1, name: 'انتخابات', isSpelledFreely: false, isPerson: false }]);
  expect(found(finder, 'انتخبت البلاد رئيساً')).toEqual([]);
  expect(found(finder, 'بانتخابات مبكرة')).toEqual([1]);
});
