// What names promises: the spellings of one name share a key, plainly different names do not.

import { expect, test } from 'vitest';
import { nameKeys } from './names.ts';

const MEET = `
غوغل=جوجل|غوغل=Google|جوجل=Google|ترامب=ترمب|ترامب=Trump|ترمب=Trump|نتنياهو=نتانياهو|نتنياهو=Netanyahu|عبدالله=عبد الله|عبد الله=Abdullah
عبدالله=Abdallah|محمد=Mohammed|محمد=Muhammad|محمد=Mohamed|Mohammed=Muhammad|بوتين=Putin|لافروف=Lavrov|واشنطن=Washington|إسطنبول=اسطنبول|إسطنبول=Istanbul
فيسبوك=فيس بوك|فيسبوك=Facebook|فيس بوك=Facebook|بايدن=Biden|ماكرون=Macron|أردوغان=Erdogan|أردوغان=إردوغان|القذافي=Gaddafi|القذافي=Qaddafi|بنغازي=Benghazi
لندن=London|باريس=Paris|برلين=Berlin|طهران=Tehran|بغداد=Baghdad|إيران=Iran|العراق=Iraq|دمشق=Dimashq|الرياض=Riyadh|الكويت=Kuwait
حلب=Halab|طرابلس=Tarablus|أبو ظبي=Abu Dhabi|أبوظبي=أبو ظبي|دبي=Dubai|يوسف=Youssef|يوسف=Yusuf|حسين=Hussein|حسين=Hussain|خالد=Khaled
خالد=Khalid|صالح=Saleh|أحمد=Ahmed|أحمد=Ahmad|حافظ=Hafez|عثمان=Othman|عثمان=Osman|تشرشل=Churchill|تشافيز=Chavez|زيلينسكي=Zelensky
زيلينسكي=Zelenskyy|جونسون=Johnson|سميث=Smith|مودي=Modi|بلينكن=Blinken|أوباما=Obama|كلينتون=Clinton|هاريس=Harris|ميركل=Merkel|خامنئي=Khamenei
تويتر=Twitter|مايكروسوفت=Microsoft|أمازون=Amazon|سامسونغ=Samsung|سامسونج=سامسونغ|تسلا=Tesla|نيويورك=New York|إنجلترا=إنغلترا|بنغلاديش=بنجلاديش|بنغلاديش=Bangladesh
شنغهاي=Shanghai|كييف=Kiev|أوكرانيا=Ukraine|أنغولا=أنجولا|غرينلاند=جرينلاند|فنزويلا=ڤنزويلا|غزة=Gaza|بيونغ يانغ=Pyongyang|غانتس=Gantz|مادورو=Maduro`;

const APART = `
غوغل=فيسبوك|ترامب=بايدن|ترامب=أوباما|بوتين=لافروف|بوتين=ماكرون|محمد=أحمد|محمد=محمود|أحمد=حامد|خالد=وليد|حسن=حسين كامل
حسن=سلمان|سعيد=سعد الدين|يوسف=يونس|علي=عمر|عمر=عثمان|صالح=صلاح الدين|مصطفى=مرتضى|إبراهيم=إسماعيل|كريم=كمال|كريم=رحيم
جميل=جمال الدين|طارق=طاهر|ناصر=نصر الله|ياسر=ياسين|فيصل=فهد|ماجد=أمجد|منصور=منير|سامي=سمير|نبيل=نزار|عادل=عدنان
لندن=باريس|برلين=بيروت|بيروت=بغداد|دمشق=حلب|الرياض=الرباط|طهران=وهران|طرابلس=تونس|دبي=الدوحة|القاهرة=قرطبة|عمان=عدن
إيران=العراق|سوريا=روسيا|ليبيا=لبنان|الصين=اليابان|مصر=قطر|تركيا=تشاد|فرنسا=فنلندا|ألمانيا=ألبانيا|النرويج=النيجر|النمسا=السويد
كندا=كينيا|كوبا=كوريا|الهند=هولندا|السودان=الصومال|نيجيريا=النيجر|بلجيكا=بلغاريا|إسبانيا=إيطاليا|اليمن=اليابان|البحرين=البرازيل|المغرب=الجزائر
Google=Apple|Microsoft=Amazon|Tesla=Toyota|Samsung=Sony|Twitter=TikTok|Paris=Berlin|London=Lisbon|Moscow=Madrid|Tehran=Tokyo|Boston=Dallas
Trump=Obama|Clinton=Harris|Merkel=Macron|Putin=Pence|Johnson=Cameron|ترامب=Obama|محمد=Ahmed|لافروف=Zelensky|نتنياهو=Gantz|واشنطن=Boston`;

const pairs = (list: string) =>
  list
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.split('=') as [string, string]);

/** Pairs of the lists above that the key gets wrong, known and counted. */
const MISSED: readonly string[] = ['شنغهاي=Shanghai'];
const CONFUSED: readonly string[] = [
  'محمد=محمود',
  'حسن=حسين كامل',
  'سعيد=سعد الدين',
  'صالح=صلاح الدين',
  'جميل=جمال الدين',
  'ناصر=نصر الله',
  'نيجيريا=النيجر',
];

function meet(one: string, other: string): boolean {
  const keys = new Set(nameKeys(one));
  return nameKeys(other).some((key) => keys.has(key));
}

test('spellings of one name meet, but for the ones that are listed', () => {
  expect(
    pairs(MEET)
      .filter(([one, other]) => !meet(one, other))
      .map((pair) => pair.join('=')),
  ).toEqual(MISSED);
  expect(pairs(MEET).length).toBeGreaterThanOrEqual(80);
});

test('plainly different names stay apart, but for the ones that are listed', () => {
  expect(
    pairs(APART)
      .filter(([one, other]) => meet(one, other))
      .map((pair) => pair.join('=')),
  ).toEqual(CONFUSED);
  expect(pairs(APART).length).toBeGreaterThanOrEqual(80);
});

test('a name without letters has no key, and a name of one letter keeps its own spelling', () => {
  expect(nameKeys(' - ')).toEqual([]);
  expect(nameKeys('مي')).toEqual(['=مي']);
  expect(nameKeys('عبد الله')).toContain(nameKeys('عبدالله')[0]);
});
