// Numbers in words as dates and times use them: ordinals of days (الحادي والعشرين), hours (الثالثة), counts (ثلاثة).

import { phrasebook } from './date-words.ts';

const UNITS = ['', 'أول', 'ثاني', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع', 'ثامن', 'تاسع', 'عاشر'];

function* dayOrdinals(): Generator<readonly [string, number]> {
  yield ['الأول', 1];
  yield ['أول', 1];
  yield ['غرة', 1];
  for (let n = 2; n <= 10; n += 1) yield [`ال${UNITS[n]}`, n];
  yield ['الحادي عشر', 11];
  for (let n = 2; n <= 9; n += 1) yield [`ال${UNITS[n]} عشر`, 10 + n];
  for (const tens of ['العشرين', 'العشرون']) {
    yield [tens, 20];
    for (const one of ['الحادي', 'الواحد']) yield [`${one} و ${tens}`, 21];
    for (let n = 2; n <= 9; n += 1) yield [`ال${UNITS[n]} و ${tens}`, 20 + n];
  }
  for (const tens of ['الثلاثين', 'الثلاثون']) {
    yield [tens, 30];
    for (const one of ['الحادي', 'الواحد']) yield [`${one} و ${tens}`, 31];
  }
}

/** Ordinals of the days of a month, 1 to 31. A conjunction that is written joined is a word of its own here: `الحادي و العشرين`. */
export const DAY_ORDINALS = phrasebook(dayOrdinals());

/** Ordinals of the four quarters, and so of the two halves. */
export const FIRST_TO_FOURTH = phrasebook([
  ['الأول', 1],
  ['الثاني', 2],
  ['الثالث', 3],
  ['الرابع', 4],
]);

function* hourOrdinals(): Generator<readonly [string, number]> {
  yield ['الواحدة', 1];
  for (let n = 2; n <= 10; n += 1) yield [`ال${UNITS[n]}ة`, n];
  yield ['الحادية عشرة', 11];
  yield ['الثانية عشرة', 12];
  yield ['الحادية عشر', 11];
  yield ['الثانية عشر', 12];
}

/** Hours in words, 1 to 12. */
export const HOUR_ORDINALS = phrasebook(hourOrdinals());

const ONES = ['', 'واحد', 'اثنين', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع'];

function* cardinals(): Generator<readonly [string, number]> {
  for (let n = 3; n <= 9; n += 1) {
    yield [ONES[n] as string, n];
    yield [`${ONES[n]}ة`, n];
    for (const ten of ['عشر', 'عشرة']) {
      yield [`${ONES[n]} ${ten}`, 10 + n];
      yield [`${ONES[n]}ة ${ten}`, 10 + n];
    }
  }
  yield ['ثمان', 8];
  yield ['عشر', 10];
  yield ['عشرة', 10];
  for (const words of ['أحد عشر', 'إحدى عشرة']) yield [words, 11];
  for (const words of ['اثني عشر', 'اثنا عشر', 'اثنتي عشرة', 'اثنتا عشرة']) yield [words, 12];
  for (const [index, tens] of ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'].entries()) {
    const value = 20 + index * 10;
    for (const ending of ['ين', 'ون']) {
      const ten = `${tens}${ending}`;
      yield [ten, value];
      yield [`واحد و ${ten}`, value + 1];
      yield [`اثنين و ${ten}`, value + 2];
      for (let n = 3; n <= 9; n += 1) {
        yield [`${ONES[n]} و ${ten}`, value + n];
        yield [`${ONES[n]}ة و ${ten}`, value + n];
      }
    }
  }
}

/** Counts in words, 3 to 99: ثلاثة، إحدى عشرة، خمسة وعشرين. One and two are said by the noun (يوم، يومين). */
export const CARDINALS = phrasebook(cardinals());
