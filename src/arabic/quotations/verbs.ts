// The words by which Arabic news gives somebody's words (قال، مؤكداً، على حد قوله، بحسب), in the forms in which they are printed.

import { fold } from './scan.ts';

export type Gender = 'male' | 'female' | 'plural' | 'any';
/**
 * `verb`: has a subject of its own. `same`: a verb that by its sense goes on with the speaker before (أضاف، تابع).
 * `participle`: قائلاً، قوله: its subject is that of the verb before it. `source`: بحسب، وفقاً: a name comes after it.
 */
export type Saying = {
  readonly role: 'verb' | 'same' | 'participle' | 'source';
  readonly gender: Gender;
  /** A verb after which a speaker stands rather than an object: قال, unlike انتقد. */
  readonly isPlain: boolean;
};

const sayings = new Map<string, Saying>();
const list = (words: string): readonly string[] =>
  words
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map(fold);
const add = (key: string, role: Saying['role'], gender: Gender, isPlain = false) => {
  if (!sayings.has(key)) sayings.set(key, { role, gender, isPlain });
};

// Past, present, masdar and participle of the verbs; the forms below are made from them. `-`: the form misleads or is rare.
const VERBS = `
قال يقول قول قائل / أكد يؤكد تأكيد مؤكد / أوضح يوضح إيضاح موضح / شدد يشدد تشديد مشدد / أشار يشير إشارة مشير / لفت يلفت - لافت
اعتبر يعتبر اعتبار معتبر / صرح يصرح تصريح مصرح / كتب يكتب - - / غرد يغرد - مغرد / ذكر يذكر - ذاكر / أعلن يعلن إعلان معلن
حذر يحذر تحذير محذر / علق يعلق - معلق / أفاد يفيد - - / طالب يطالب - مطالب / أعرب يعرب إعراب معرب / نصح ينصح - - / وصف يصف وصف واصف
انتقد ينتقد انتقاد منتقد / اتهم يتهم اتهام متهما / هدد يهدد تهديد مهدد / تعهد يتعهد تعهد متعهد / ناشد يناشد - مناشد / اقترح يقترح - مقترح
توقع يتوقع - متوقع / رجح يرجح - مرجح / كشف يكشف - كاشف / زعم يزعم زعم زاعم / أقر يقر إقرار مقر / اعترف يعترف اعتراف معترف / أدان يدين إدانة مدين
ندد يندد تنديد مندد / استنكر يستنكر استنكار مستنكر / رحب يرحب ترحيب مرحب / أشاد يشيد إشادة مشيد / نبه ينبه تنبيه منبه / ألمح يلمح - ملمح
تساءل يتساءل تساؤل متسائل / أجاب يجيب - مجيب / برر يبرر تبرير مبرر / نوه ينوه تنويه منوه / تمنى يتمنى تمني - / أبلغ - - - / أخبر يخبر - - / جدد يجدد - مجدد
توعد يتوعد توعد متوعد / فسر يفسر - مفسر / شرح يشرح - شارح / لخص يلخص - - / وعد يعد - واعد / استغرب يستغرب استغراب مستغرب / أعاد - - - / خاطب يخاطب - مخاطب / حض يحض - -
تحدث يتحدث - متحدث / أوصى يوصي - موصي / جزم يجزم - جازم / استبعد يستبعد - مستبعد / شكك يشكك تشكيك مشكك / دافع يدافع - - / رد يرد رد راد / حث يحث حث حاث / عبر - تعبير معبر
أبدى يبدي إبداء مبدي / رأى يرى - - / دعا يدعو دعوة داعي / نفى ينفي نفي نافي / روى يروي - - / حكى يحكي - - / حيا يحيي - - / هنأ يهنئ - مهنئ / شكر يشكر - شاكر / هاجم يهاجم - مهاجما
سخر يسخر - ساخر / أسف - - - / عقب - - معقب / اشتكى يشتكي - - / ادعى يدعي ادعاء مدعي / تحدى يتحدى - متحدي / أمل يأمل - - / رفض يرفض رفض رافض / سمى يسمي - - / اكتفى - - -
طلب يطلب - طالبا / أمر - - - / احتج يحتج - محتج / صاح يصيح - صائح / هتف يهتف - هاتف / نشر - - - / أورد يورد - - / أبان - - - / ألح - - - / أصر يصر إصرار مصر / ناقش - - - / استشهد - - مستشهد
استدرك يستدرك - مستدرك / بعث - - - / وجه يوجه - موجه / دون - - - / قدر يقدر - - / تذكر يتذكر - - / جادل يجادل - مجادل / اشترط يشترط - مشترط / دشن - - - / عزا - - - / قرأ - - - / نعى ينعى - -
خلص يخلص - - / أثنى يثني - مثني / سأل يسأل سؤال سائل / أيد يؤيد - مؤيد / طمأن يطمئن - مطمئن / أنذر ينذر - منذر / فند يفند - مفند / استنتج يستنتج - مستنتج / تعجب يتعجب - متعجب`;
const SAME = `
أضاف يضيف إضافة مضيف / تابع يتابع متابعة متابعا / أردف يردف - مردف / استطرد يستطرد - مستطرد / واصل يواصل - مواصلا / زاد يزيد - - / ختم يختم - خاتم / اختتم يختتم - مختتم / أكمل يكمل - مكمل / استكمل - - مستكملا / مضى - - - / أتبع - - -`;

const PRONOUNS = list('ه ها هم هما');

/** Verbs whose subject follows them before anything else does. */
const PLAIN = new Set(
  list(
    'قال أكد أوضح شدد أشار لفت صرح كتب غرد ذكر علق أفاد رأى اعتبر زعم تساءل أجاب نوه رد أعرب عبر أضاف تابع أردف استطرد واصل زاد ختم اختتم أكمل استدرك تعهد حذر نبه ألمح اعترف أقر أعلن توقع رجح اقترح جزم',
  ),
);

function addForms(past: string, present: string, masdar: string, participle: string, role: 'verb' | 'same'): void {
  const isPlain = PLAIN.has(past);
  const verb = (key: string, gender: Gender) => add(key, role, gender, isPlain);
  // رأى، دعا: the last letter goes before the endings.
  const stem = /[اي]$/u.test(past) && past.length > 2 ? past.slice(0, -1) : past;
  verb(past, 'male');
  verb(`${stem}ت`, 'female');
  verb(`${stem}وا`, 'plural');
  // The dual of a short verb is another word: ردا، وصفا.
  if (stem === past && past.length > 3) verb(`${past}ا`, 'plural');
  if (present !== '-') {
    verb(present, 'male');
    verb(`س${present}`, 'male');
    if (present.startsWith('ي')) verb(`ت${present.slice(1)}`, 'female');
    verb(`${present}ون`, 'plural');
  }
  if (masdar !== '-')
    for (const pronoun of PRONOUNS)
      for (const joint of ['', 'ب', 'ل', 'ك'])
        add(
          `${joint}${masdar.replace(/ه$/u, 'ت')}${pronoun}`,
          'participle',
          pronoun === 'ه' ? 'male' : pronoun === 'ها' ? 'female' : 'plural',
        );
  if (participle === '-') return;
  const base = participle.replace(/ا$/u, '');
  add(`${base}ا`, 'participle', 'male');
  add(`${base}ه`, 'participle', 'female');
  add(`${base}ين`, 'participle', 'plural');
}

for (const [role, table] of [
  ['same', SAME],
  ['verb', VERBS],
] as const)
  for (const row of table.split(/[/\n]/u)) {
    const [past, present, masdar, participle] = list(row.replace(/-/g, '−'));
    if (past !== undefined)
      addForms(
        past,
        ...([present, masdar, participle].map((form) => form?.replace('−', '-') ?? '-') as [string, string, string]),
        role,
      );
  }
for (const key of list('بالقول بقول وصفا تعبيرا بلسان بعبارة بجملة')) add(key, 'participle', 'any');
for (const key of list('نقل نقلت ينقل تنقل تناقل تناقلت')) add(key, 'verb', key.includes('ت') ? 'female' : 'male');
for (const key of list('بحسب حسب حسبما وفق وفقا وفقما نقلا طبقا')) add(key, 'source', 'any');
// With the one spoken to at their end: `سأله سلامة`, `فرد عليه`.
for (const key of list(
  'سأله سألها أجابه أجابها خاطبه خاطبها أخبره أخبرها أبلغه أبلغها نصحه نصحها دعاه حذره اتهمه اتهمها هدده شكره طالبه نقلته نقله نقلتها نقلها',
))
  add(key, 'verb', /تها?$|ته$/u.test(key) ? 'female' : 'male');
add(fold('جاء'), 'verb', 'any');
add(fold('ورد'), 'verb', 'any');

// Words that are verbs of saying only in some company, and what that company is.
const ASKS_THAT = new Set(list('بين قدر أعاد أمر دون وعد أمل وجه ووجه حمل يعد ورد عقب تذكر أسف بعث حيا يصف دشن'));
const THAT = new Set(
  list('أن أنه أنها أنهم أنهما أني أنني أننا إن إنه إنها إنهم إني إنني إننا بأن بأنه بأنها بأنهم بأننا'),
);
const NOT_VERBS = new Set(
  list(
    'يدعي تدعي يذكر يشار يعد يسمي تسمي سمي سميت يدين تدين تحدي تعد أيدت مهاجما كتبا رده برده بردها ردها متحدث متحدثه متحدثين معلقه معلقين محمله مقترحه متهمه متهمين مهدده مهددين متوقعه شاكره كاتبه منشورا مصرا مقره مقرا موجهه مقدره مواصله أقرا مغرده مدينه اثني محتجين مدعيا حثه',
  ),
);

/** What a folded word says about speech, with `و` or `ف` before it or not; undefined when nothing. `next` is the folded word after it. */
export function sayingOf(key: string, next: string): Saying | undefined {
  let bare = key;
  let saying = sayings.get(key);
  if (saying === undefined && key.length > 2 && (key.startsWith('و') || key.startsWith('ف'))) {
    bare = key.slice(1);
    saying = sayings.get(bare);
  }
  if (saying === undefined || NOT_VERBS.has(bare)) return undefined;
  if (ASKS_THAT.has(bare) && bare === key && !THAT.has(next)) return undefined;
  return saying;
}

/** Whether a folded word opens what was said: إن، أنه، بأن. */
export const isThat = (key: string): boolean => THAT.has(key);
