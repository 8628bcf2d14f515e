// Promises of the file beside it, each as a test.
import { describe, expect, it } from 'vitest';
import { readCredited } from './captions.ts';
import { cutSections } from './section-in-caption.ts';

describe('readCredited', () => {
  it.each([
    ['سوق المدينة القديمة (أرشيفية - رويترز)', 'سوق المدينة القديمة', 'أرشيفية - رويترز'],
    ['الوزير في موسكو 29 أغسطس 2024 (أ.ف.ب)', 'الوزير في موسكو 29 أغسطس 2024', 'أ.ف.ب'],
    ['السفينة «كورفيت آضا» (موقع ديفينس تورك نت)', 'السفينة «كورفيت آضا»', 'موقع ديفينس تورك نت'],
    ['جانب من الحفل - رويترز', 'جانب من الحفل', 'رويترز'],
    ['الروائية في مكتبتها - تصوير: ندى شقير', 'الروائية في مكتبتها', 'ندى شقير'],
    ['The ferry leaving port. Photograph: Owen Birch/Coast', 'The ferry leaving port.', 'Owen Birch/Coast'],
    ['A market in Tripoli. AFP', 'A market in Tripoli', 'AFP'],
    ['© REUTERS / SHOKRY HUSSIEN', '', 'REUTERS / SHOKRY HUSSIEN'],
    ['مصدر الصورة، Getty Images', '', 'Getty Images'],
    ['Image source, Getty Images', '', 'Getty Images'],
  ])('%s', (line, caption, credit) => {
    expect(readCredited(line)).toMatchObject({ caption, credit });
  });

  it.each([
    'سعيد عبد الرازق (أنقرة)',
    'قصفت الطائرات المدينة في مايو (أيار)',
    'وقال: «لن نعود (...)»',
    'Top Trends for Fall (and How to Make Them Easy)',
    'مفاوضات أميركية - روسية',
    '© 2025 The Saltmere Courier',
  ])('finds no credit in: %s', (line) => {
    expect(readCredited(line)).toBeNull();
  });
});

describe('cutSections', () => {
  it('cuts the labels off where every caption of a block has one', () => {
    expect(
      cutSections([
        'آسيا المرشد يستقبل الرئيس',
        'المشرق العربي ديمتري بيسكوف أدان',
        'الولايات المتحدة وزير الخارجية يلقي كلمة',
      ]),
    ).toEqual([
      { section: 'آسيا', caption: 'المرشد يستقبل الرئيس' },
      { section: 'المشرق العربي', caption: 'ديمتري بيسكوف أدان' },
      { section: 'الولايات المتحدة', caption: 'وزير الخارجية يلقي كلمة' },
    ]);
  });

  it('leaves captions whole that merely begin with the name of a country', () => {
    const captions = ['مصر تستضيف القمة في سبتمبر', 'الرئيس يصافح نظيره في القصر', 'جنود على الحدود الشمالية'];
    expect(cutSections(captions)).toEqual(captions.map((caption) => ({ section: null, caption })));
  });

  it('guesses the one unknown label of a block by the agreement of its words', () => {
    const cut = cutSections([
      'اقتصاد مزارع يتفقد بئراً',
      'آسيا ألواح على سطح مدرسة',
      'رياضة لاعبان في مران الفريق',
      'بيئات بحرية غواص قرب المرجان الأحمر',
    ]);
    expect(cut[3]).toEqual({ section: 'بيئات بحرية', caption: 'غواص قرب المرجان الأحمر' });
  });
});
