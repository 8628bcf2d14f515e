// The verbs by which Arabic news gives somebody's words, in all the forms in which they are printed.

import { matchKey } from '../normal-form.ts';

const STEMS = `قال قالت قالوا قائلا قائلة يقول تقول قوله قولها بقوله بالقول القول قيل أكد أكدت يؤكد تؤكد مؤكدا مؤكدة أضاف أضافت يضيف مضيفا مضيفة أوضح أوضحت يوضح موضحا موضحة
شدد شددت مشددا مشددة أشار أشارت يشير مشيرا مشيرة لفت لفتت لافتا لافتة اعتبر اعتبرت يعتبر معتبرا معتبرة رأى رأت يرى ترى صرح صرحت كتب كتبت غرد غردت نقل نقلت بحسب حسب وفق وفقا
تابع تابعت متابعا ختم ختمت ذكر ذكرت أعلن أعلنت معلنا دعا دعت داعيا حذر حذرت محذرا علق علقت رد ردت زاد استطرد واصل جاء أفاد أفادت بين بينت مبينا طالب أعرب عبر عبرت معبرا تأكيده نصح`;

const verbs = new Set(STEMS.split(/\s+/u).map(matchKey));

/** Whether a word reports speech, with `و` or `ف` before it or not: `وأضاف`, `فقالت`. A closed list. */
export function isReportingVerb(word: string): boolean {
  const key = matchKey(word);
  return verbs.has(key) || (/^[وف]/u.test(key) && verbs.has(key.slice(1)));
}
