// Bylines in every form that the paper prints, and the dates under the lead picture.
import { expect, test } from 'vitest';
import type { ShownByline } from '../../story/card.ts';
import { authorId } from '../../story/ids.ts';
import { contextOf, english, fragmentOf, seen, story } from '../testing/fixtures.ts';
import { bylineLine, Signature } from './Byline.tsx';

const author = (name: string, role: ShownByline['authors'][number]['role'] = 'writer') => ({
  id: authorId.parse(1),
  slug: 'author',
  name,
  role,
});
const line = (byline: Partial<ShownByline>, ctx = contextOf()) =>
  seen(fragmentOf(bylineLine(ctx, { authors: [], agencies: [], dateline: null, ...byline }) ?? '').root);

test('an author stands with the city that the story was filed from', () => {
  expect(line({ authors: [author('سعيد عبد الرازق')], dateline: 'أنقرة' })).toBe('سعيد عبد الرازق (أنقرة)');
  expect(line({ authors: [author('«الشرق الأوسط»')], dateline: 'نيويورك' })).toBe('«الشرق الأوسط» (نيويورك)');
});

test('two authors are joined by the and of Arabic, three by a comma and it', () => {
  expect(line({ authors: [author('هند'), author('سلمى')] })).toBe('هند وسلمى');
  expect(line({ authors: [author('هند'), author('سلمى'), author('نزار')] })).toBe('هند، سلمى ونزار');
  expect(line({ authors: [author('Ann'), author('Ben')] }, contextOf(english))).toBe('Ann and Ben');
});

test('an agency signs alone, or after the authors', () => {
  expect(line({ agencies: ['رويترز'], dateline: 'باريس' })).toBe('رويترز (باريس)');
  expect(line({ authors: [author('هند')], agencies: ['أ.ف.ب'], dateline: 'دبي' })).toBe('هند (دبي) · أ.ف.ب');
});

test('those who did not write say what they did', () => {
  expect(line({ authors: [author('ريم', 'interviewer')], dateline: 'باريس' })).toBe('حوار: ريم (باريس)');
  expect(line({ authors: [author('هند'), author('نديم', 'photographer'), author('لبنى', 'translator')] })).toBe(
    'هند · ترجمة: لبنى · تصوير: نديم',
  );
});

test('a city stands alone when nobody signed, and nothing stands when there is nothing', () => {
  expect(line({ dateline: 'بيروت' })).toBe('بيروت');
  expect(bylineLine(contextOf(), { authors: [], agencies: [], dateline: null })).toBeNull();
});

test('every name is isolated', () => {
  const html = String(bylineLine(contextOf(), { authors: [author('Jane Doe')], agencies: ['AFP'], dateline: null }));
  expect(html).toContain('<bdi><bdi>Jane Doe</bdi></bdi>');
  expect(html).toContain('<bdi><bdi>AFP</bdi></bdi>');
});

test("a story's own byline leads to the authors' pages, and prints its times under both names of the month", () => {
  const { root } = fragmentOf(<Signature ctx={contextOf()} view={story} />);
  expect(root.querySelector('a[rel=author]')?.getAttribute('href')).toBe(encodeURI('/author/سعاد-الحلبي'));
  const [published, updated] = root.querySelectorAll('.dates');
  expect(seen(published)).toBe('نُشر 24 نوفمبر (تشرين الثاني) 2026 - 10:33 بتوقيت الرياض');
  expect(seen(updated)).toBe('آخر تحديث 24 نوفمبر (تشرين الثاني) 2026 - 12:00 بتوقيت الرياض');
  expect(published?.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-24T07:33:05.000Z');
  expect(seen(root.querySelector('.reading-time'))).toBe('مدة القراءة: دقيقة');
});

test('a story that was never changed has one date', () => {
  const unchanged = { ...story, card: { ...story.card, updatedAt: story.card.publishedAt } };
  expect(fragmentOf(<Signature ctx={contextOf()} view={unchanged} />).root.querySelectorAll('.dates')).toHaveLength(1);
});
