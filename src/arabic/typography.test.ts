// Credits leave captions and cities leave names, and nothing else does.

import { describe, expect, it } from 'vitest';
import { isAgencyName } from './agencies.ts';
import { hostileTexts, timeOf } from './testing/hostile.ts';
import { splitNameCity, stripCredit } from './typography.ts';

describe('stripCredit', () => {
  it.each([
    ['السفينة الجديدة في المرفأ (موقع وزارة الدفاع)', 'السفينة الجديدة في المرفأ', 'موقع وزارة الدفاع'],
    ['الوزيران في لقاء سابق (أرشيفية - رويترز)', 'الوزيران في لقاء سابق', 'أرشيفية - رويترز'],
    ['مؤتمر صحافي في 29 أغسطس 2024 (أ.ف.ب)', 'مؤتمر صحافي في 29 أغسطس 2024', 'أ.ف.ب'],
    ['لقاء بين (أ) و(ب) (صور من (غيتي))', 'لقاء بين (أ) و(ب)', 'صور من (غيتي)'],
    ['من مباراة الأمس (رويترز).', 'من مباراة الأمس', 'رويترز'],
    ['A rally in Oran [Reuters]', 'A rally in Oran', 'Reuters'],
    ['صورة نشرتها الصحيفة («الشرق الأوسط»)', 'صورة نشرتها الصحيفة', '«الشرق الأوسط»'],
    ['(رويترز)', '', 'رويترز'],
  ])('splits %s', (given, caption, credit) => {
    expect(stripCredit(given)).toEqual({ caption, credit });
  });

  it.each([
    ['الاجتماع في مايو (أيار)'],
    ['الاجتماع في أكتوبر (تشرين الأول)'],
    ['اللاعب الجديد (22 عاماً)'],
    ['المنتخب في ملعبه (2024)'],
    ['الوزير (يمين)'],
    ['الوزير والسفير (إلى اليسار)'],
    ['قال إنه سيعود (...)'],
    ['قوس لم يُفتح)'],
    ['قوس لم يُغلق (رويترز'],
    ['جملة (وهذا كلام طويل جداً لا يمكن أن يكون توقيعاً لوكالة ولا لمصوّر بأي حال من الأحوال أبداً)'],
    ['بلا قوس'],
    [''],
  ])('leaves %s whole', (caption) => {
    expect(stripCredit(caption)).toEqual({ caption, credit: null });
  });
});

describe('splitNameCity', () => {
  it.each([
    ['سعيد عبد الرازق (أنقرة)', 'سعيد عبد الرازق', 'أنقرة'],
    ['«الشرق الأوسط» (نيويورك)', '«الشرق الأوسط»', 'نيويورك'],
    ['Reem Haddad (Beirut)', 'Reem Haddad', 'Beirut'],
    ['دبي: هند السويدان', 'هند السويدان', 'دبي'],
    ['القاهرة - سلمى حسن', 'سلمى حسن', 'القاهرة'],
    ['القاهرة ـ سلمى حسن', 'سلمى حسن', 'القاهرة'],
    ['دبي- سلمى حسن', 'سلمى حسن', 'دبي'],
    ['منى الشامي - كامبريدج', 'منى الشامي', 'كامبريدج'],
    ['كازان (روسيا) - رويترز', 'رويترز', 'كازان (روسيا)'],
    ['ويسلر – رويترز', 'رويترز', 'ويسلر'],
    ['لندن (رويترز)', 'رويترز', 'لندن'],
    ['هبة القدسي ورائد جبر (موسكو)', 'هبة القدسي ورائد جبر', 'موسكو'],
    ['القاهرة: «الشرق الأوسط»', '«الشرق الأوسط»', 'القاهرة'],
    ['Dubai: Hind Al-Suwaidan', 'Hind Al-Suwaidan', 'Dubai'],
  ])('reads %s', (line, name, city) => {
    expect(splitNameCity(line)).toEqual({ name, city });
  });

  it.each([
    ['الرئيس التركي في مؤتمر (رويترز)'],
    ['الوزير يتحدث في (باريس)'],
    ['لافروف: الشرق الأوسط على شفا «حرب شاملة»'],
    ['روسيا: دعوات إلى دعم إيران ترافقها تلميحات رسمية'],
    ['موسكو: مفاوضات جادة'],
    ['بيروت: انفجار ضخم'],
    ['موسكو - مفاوضات جادة'],
    ['Paris: Olympic games'],
    ['القاهرة (مصر)'],
    ['مايو (أيار)'],
    ['سعيد عبد الرازق'],
    ['(أنقرة)'],
    [''],
    [`${'سعيد '.repeat(40)}(أنقرة)`],
  ])('does not take %s for a byline', (line) => {
    expect(splitNameCity(line)).toBeNull();
  });
});

describe('isAgencyName', () => {
  it('knows agencies in their spellings, alone and together', () => {
    for (const name of ['أ.ف.ب', 'أ ف ب', 'رويترز', 'فرانس برس، رويترز', 'Reuters', 'وكالات', 'د.ب.أ']) {
      expect(isAgencyName(name)).toBe(true);
    }
    for (const name of ['أنقرة', 'سعيد عبد الرازق', '', 'رويترز وسعيد']) expect(isAgencyName(name)).toBe(false);
  });
});

describe('reading short lines', () => {
  it('takes no time over long ones', { timeout: 60_000 }, () => {
    for (const text of hostileTexts(1_000_000)) {
      expect(timeOf(() => stripCredit(`${text})`))).toBeLessThan(20_000);
      expect(timeOf(() => splitNameCity(text))).toBeLessThan(20_000);
      expect(timeOf(() => splitNameCity(text.slice(0, 90)))).toBeLessThan(20_000);
    }
  });
});
