// What two stories are found to be to each other.
import { expect, test } from 'vitest';
import { wordsOf } from '../document.ts';
import { alike, compared } from './alike.ts';
import { runsOf, sharedRuns } from './runs.ts';

const agency =
  'أعلنت هيئة الموانئ أن السفينة «الرافدين» جنحت فجر الأحد قبالة رأس البحر بعدما تعطل محركها، وأن زورقين أنقذا بحارتها الستة عشر. ' +
  'وأوضحت الهيئة أن حمولة القمح لم تتضرر، وأن القاطرات ستحاول سحبها مع المد.';
const update = `${agency}\nوفي وقت لاحق أفاد مراسلنا بأن القاطرات بدأت عملها، وأن الحركة في الممر الملاحي عادت إلى طبيعتها بعد توقف دام خمس ساعات كاملة.`;
const otherDesk =
  'نجا ستة عشر بحاراً من السفينة «الرافدين» التي تعطل محركها وجنحت قبالة رأس البحر محملة بالقمح، فيما تستعد القاطرات لسحب السفينة وقت المد.';
const budget =
  'يناقش البرلمان غداً مشروع الموازنة بعجز يبلغ أربعة في المئة من الناتج، وسط خلاف بين الكتل على رواتب القطاع العام ودعم المحروقات.';

const day = 86_400_000;
const common = new Set(['ان', 'البحر', 'بعد', 'وقت']);
const known = {
  stemOf: (word: string) => word.replace(/^ال/u, ''),
  rarity: (word: string) => (common.has(word) ? 0.5 : 3),
};
const story = (text: string, { headline = '', at = 0 } = {}) =>
  compared({ headline, text, publishedAt: at * day }, known);

test('copy filed twice under two headlines is a near-duplicate, whatever its vowel marks and hamzas', () => {
  const again = agency.replace('أعلنت', 'اعلنت').replace('السفينة', 'السَّفينة');
  const found = alike(story(agency, { headline: 'جنوح سفينة' }), story(again, { headline: 'إنقاذ بحارة' }));
  expect(found.isNearDuplicate).toBe(true);
});

test('an update that holds the flash whole is a near-duplicate of it, from either side', () => {
  expect(alike(story(agency), story(update)).isNearDuplicate).toBe(true);
  expect(alike(story(update), story(agency)).isNearDuplicate).toBe(true);
});

test('the same event told by another is no near-duplicate but one event', () => {
  const found = alike(story(agency), story(otherDesk, { at: 1 }));
  expect(found).toMatchObject({ isNearDuplicate: false, isSameEvent: true });
});

test('what is as like but weeks apart is not one event', () => {
  expect(alike(story(agency), story(otherDesk, { at: 20 })).isSameEvent).toBe(false);
});

test('stories about other things are nothing to each other', () => {
  const found = alike(story(agency), story(budget));
  expect(found).toMatchObject({ isNearDuplicate: false, isSameEvent: false });
});

test('what the paper puts under each story makes no near-duplicates', () => {
  const furniture = 'تابعونا على منصاتنا كافة لتصلكم آخر الأخبار أولاً بأول وشاركونا آراءكم في التعليقات أسفل المادة';
  const under = new Set(wordsOf(furniture));
  const plain = { stemOf: (word: string) => word, rarity: (word: string) => (under.has(word) ? 0.1 : 3) };
  const [short, long] = ['وصل الوفد.', budget].map((text) =>
    compared({ headline: '', text: `${text}\n${furniture}`, publishedAt: 0 }, plain),
  );
  if (short === undefined || long === undefined) throw new Error('two stories are compared');
  const found = alike(short, long);
  expect(found.copied).toBeGreaterThan(0.55);
  expect(found.isNearDuplicate).toBe(false);
});

test('two stories of the same few words are one; two without a word are not', () => {
  expect(alike(story('صورة اليوم من الأهوار'), story('صورة اليوم من الأهوار')).isNearDuplicate).toBe(true);
  expect(alike(story(''), story('')).isNearDuplicate).toBe(false);
});

test('shared runs are counted exactly, as a share of each text', () => {
  const [first, second] = ['ا ب ج د ه و ز', 'ب ج د ه و'].map((text) => runsOf(text.split(' ')));
  expect(sharedRuns(first ?? new Set(), second ?? new Set())).toEqual({ runs: 1, ofFirst: 1 / 3, ofSecond: 1 });
});
