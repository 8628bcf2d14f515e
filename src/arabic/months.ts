// The names of the months: the two Gregorian traditions of the Arab press, its regional spellings, and the Hijri year.
// Source: Unicode CLDR 48 (ar, ar-LB, ar-DZ, ar-TN, ar-MA) and the press's own habits.

/**
 * How an edition names Gregorian months: `gregorian` يناير (Egypt, the Gulf), `levantine` كانون الثاني (the Levant and
 * Iraq), `both` يناير (كانون الثاني) as the pan-Arab dailies print, `maghrebi` جانفي (Algeria, Tunisia), `moroccan` غشت.
 */
export type MonthNaming = 'gregorian' | 'levantine' | 'both' | 'maghrebi' | 'moroccan';

type TwelveNames = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

const gregorian: TwelveNames = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

const levantine: TwelveNames = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];

const maghrebi: TwelveNames = [
  'جانفي',
  'فيفري',
  'مارس',
  'أفريل',
  'ماي',
  'جوان',
  'جويلية',
  'أوت',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

const moroccan: TwelveNames = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'ماي',
  'يونيو',
  'يوليوز',
  'غشت',
  'شتنبر',
  'أكتوبر',
  'نونبر',
  'دجنبر',
];

const english: TwelveNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const hijri: TwelveNames = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];

const hijriInEnglish: TwelveNames = [
  'Muharram',
  'Safar',
  'Rabi al-Awwal',
  'Rabi al-Akhir',
  'Jumada al-Ula',
  'Jumada al-Akhira',
  'Rajab',
  'Shaban',
  'Ramadan',
  'Shawwal',
  'Dhu al-Qada',
  'Dhu al-Hijja',
];

/** The name of a Gregorian month, 1 to 12: `monthName(10, 'both')` → `أكتوبر (تشرين الأول)`. RangeError for another number. */
export function monthName(month: number, naming: MonthNaming): string {
  switch (naming) {
    case 'gregorian':
      return nameAt(gregorian, month);
    case 'levantine':
      return nameAt(levantine, month);
    case 'both':
      return `${nameAt(gregorian, month)} (${nameAt(levantine, month)})`;
    case 'maghrebi':
      return nameAt(maghrebi, month);
    case 'moroccan':
      return nameAt(moroccan, month);
    default:
      return naming satisfies never;
  }
}

/** The English name of a Gregorian month, 1 to 12. RangeError for another number. */
export function englishMonthName(month: number): string {
  return nameAt(english, month);
}

/** The name of a Hijri month, 1 to 12: `hijriMonthName(9)` → `رمضان`. RangeError for another number. */
export function hijriMonthName(month: number, language: 'ar' | 'en' = 'ar'): string {
  return nameAt(language === 'ar' ? hijri : hijriInEnglish, month);
}

function nameAt(names: TwelveNames, month: number): string {
  const name = names[month - 1];
  if (name === undefined) throw new RangeError(`no month ${month}: months are 1 to 12`);
  return name;
}

/**
 * Every spelling under which a Gregorian month is met in print, by month, the house's own spelling first: all the
 * traditions above, then Egypt's يونيه and يوليه, Mauritania's أغشت, and common misspellings.
 */
export const MONTH_SPELLINGS: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي', 'ينايير', 'كانون ثاني'],
  ['فبراير', 'شباط', 'فيفري', 'فبراير', 'فبرايير', 'اشباط'],
  ['مارس', 'آذار', 'أذار', 'مارث'],
  ['أبريل', 'نيسان', 'أفريل', 'إبريل', 'ابرايل'],
  ['مايو', 'أيار', 'ماي', 'مايه', 'أيّار'],
  ['يونيو', 'حزيران', 'جوان', 'يونيه', 'يونية'],
  ['يوليو', 'تموز', 'جويلية', 'يوليوز', 'يوليه', 'يولية'],
  ['أغسطس', 'آب', 'أوت', 'غشت', 'أغشت', 'أغسطوس'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'شتمبر', 'سيبتمبر'],
  ['أكتوبر', 'تشرين الأول', 'اكتوبر', 'تشرين أول', 'أوكتوبر'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر', 'نوفمبير', 'تشرين ثاني', 'تشرين ثان'],
  ['ديسمبر', 'كانون الأول', 'دجنبر', 'دجمبر', 'كانون أول', 'ديسمبير'],
];

/** Every spelling under which a Hijri month is met, by month; `ذو` also in its other cases. */
export const HIJRI_SPELLINGS: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام', 'المحرم الحرام'],
  ['صفر', 'صفر الخير', 'صفر المظفر'],
  ['ربيع الأول', 'ربيع أول'],
  ['ربيع الآخر', 'ربيع الثاني', 'ربيع ثاني', 'ربيع آخر'],
  ['جمادى الأولى', 'جمادى الأول', 'جماد الأول', 'جماد الأولى', 'جمادى أولى'],
  ['جمادى الآخرة', 'جمادى الآخر', 'جمادى الثانية', 'جمادى الثاني', 'جماد الآخر', 'جماد الثاني', 'جماد الآخرة'],
  ['رجب', 'رجب الفرد', 'رجب المرجب'],
  ['شعبان', 'شعبان المعظم'],
  ['رمضان', 'رمضان المبارك', 'رمضان المعظم', 'رمضان الكريم'],
  ['شوال', 'شوال المكرم'],
  ['ذو القعدة', 'ذي القعدة', 'ذا القعدة', 'ذو القعده', 'ذو قعدة', 'ذي قعدة'],
  ['ذو الحجة', 'ذي الحجة', 'ذا الحجة', 'ذو حجة', 'ذي حجة'],
];

/** English month names and their usual abbreviations, by month, in small letters and without the full stop. */
export const ENGLISH_SPELLINGS: readonly (readonly string[])[] = english.map((name, index) => {
  const short = name.slice(0, 3).toLowerCase();
  const spellings = [name.toLowerCase(), short];
  return index === 8 ? [...spellings, 'sept'] : spellings;
});
