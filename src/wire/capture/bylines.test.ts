// Promises of the file beside it, each as a test.
import { describe, expect, it } from 'vitest';
import { readByline, readLead, splitNames } from './bylines.ts';

/** A byline in short: names with other roles than writer in brackets, agencies after +, the city after @. */
function short(text: string): string | null {
  const reading = readByline(text);
  if (reading === null) return null;
  const names = reading.authors.map(({ name, role }) => (role === 'writer' ? name : `${name} [${role}]`)).join(' | ');
  const agencies = reading.agencies.map((agency) => ` +${agency}`).join('');
  return `${names}${agencies}${reading.dateline === null ? '' : ` @${reading.dateline}`}`.trim();
}

describe('readByline', () => {
  it.each([
    ['سعيد عبد الرازق (أنقرة)', 'سعيد عبد الرازق @أنقرة'],
    ['«الشرق الأوسط» (نيويورك)', '«الشرق الأوسط» @نيويورك'],
    ['القاهرة: شيماء قنديل', 'شيماء قنديل @القاهرة'],
    ['كتبت: سلمى عيتاني', 'سلمى عيتاني'],
    ['كتب محمود راضي', 'محمود راضي'],
    ['بقلم: سوسن طراد', 'سوسن طراد'],
    ['تحقيق: نورا باوزير', 'نورا باوزير'],
    ['ترجمة: كارول نصار', 'كارول نصار [translator]'],
    ['تحرير: وليد وجدي', 'وليد وجدي [editor]'],
    ['تصوير: هادي شعبان', 'هادي شعبان [photographer]'],
    ['حاورتها: لينا عبد الهادي', 'لينا عبد الهادي [interviewer]'],
    ['أجرى الحوار: سامي حداد', 'سامي حداد [interviewer]'],
    ['واشنطن - رويترز', '+رويترز @واشنطن'],
    ['عمّان – بترا', '+بترا @عمّان'],
    ['(أ.ف.ب)', '+أ.ف.ب'],
    ['--(بترا)', '+بترا'],
    ['(أبوظبي - البيان)', 'البيان @أبوظبي'],
    ['الدوحة – «الوراق»', '«الوراق» @الدوحة'],
    ['سهى الداية - عين الماء', 'سهى الداية @عين الماء'],
    ['مادبا - كريم شحادة', 'كريم شحادة @مادبا'],
    ['ياسين الراشدي من آسفي', 'ياسين الراشدي @آسفي'],
    ['سمير جاد وهالة عمران', 'سمير جاد | هالة عمران'],
    ['By Dana Holt in Saltmere', 'Dana Holt @Saltmere'],
    ['By Leah Samson and Peter Oduya', 'Leah Samson | Peter Oduya'],
    ['By Priya Lund, Education reporter', 'Priya Lund'],
    ['(Reporting by Ines Falk; Editing by Tom Rudd)', 'Ines Falk [reporter] | Tom Rudd [editor]'],
    ['Author, هنادي رستم', 'هنادي رستم'],
  ])('%s', (line, expected) => {
    expect(short(line)).toBe(expected);
  });

  it.each([
    'كتب وزير الخارجية على صفحته أن الأمر انتهى',
    'روسيا: دعوات إلى دعم إيران ترافقها تلميحات رسمية',
    'بيروت: انفجار ضخم يهز المرفأ',
    'الصفحة الأخيرة',
    'لماذا يعود الناس إلى الرسائل؟',
    'Council splits over plan to widen the coast road',
    'كاتب وروائي',
  ])('does not take for a byline: %s', (line) => {
    expect(readByline(line)).toBeNull();
  });

  it('is sure of a label and a city, and leaves two bare words to their place on the page', () => {
    expect(readByline('كتبت: سلمى عيتاني')?.certainty).toBe(3);
    expect(readByline('باسل الخطيب')?.certainty).toBe(2);
    expect(readByline('Breaking News')?.certainty).toBe(1);
  });
});

describe('splitNames', () => {
  it('parts names at و, and not inside a name that begins with it', () => {
    expect(splitNames('سمير جاد وهالة عمران، محمد وليد')).toEqual(['سمير جاد', 'هالة عمران', 'محمد وليد']);
    expect(splitNames('Ann Lee, Tom Ray and Jo Park')).toEqual(['Ann Lee', 'Tom Ray', 'Jo Park']);
  });
});

describe('readLead', () => {
  it.each([
    ['(د.ب.أ) - رصد باحثون فوق المضيق سرباً', '', 'د.ب.أ', null],
    ['القاهرة - (رويترز) - قال الوزير إن', '', 'رويترز', 'القاهرة'],
    ['واشنطن (أ ف ب): أعلنت الإدارة', '', 'أ ف ب', 'واشنطن'],
    ['صنعاء - «الوراق»: في حقل صغير', '«الوراق»', '', 'صنعاء'],
    ['VALORA (Reuters) - Copper prices slipped', '', 'Reuters', 'VALORA'],
    ['CAPE MARREN, Nov. 4 (AP) - For half a century', '', 'AP', 'CAPE MARREN'],
  ])('%s', (paragraph, author, agency, dateline) => {
    const lead = readLead(paragraph);
    expect(lead?.authors.map(({ name }) => name).join()).toBe(author);
    expect(lead?.agencies.join()).toBe(agency);
    expect(lead?.dateline).toBe(dateline);
  });

  it('finds nothing in a paragraph that begins as any sentence', () => {
    expect(readLead('قال الوزير - وهو يغادر القاعة - إن الاجتماع انتهى.')).toBeNull();
    expect(readLead('The minister (who resigned in May) said: nothing.')).toBeNull();
  });
});
