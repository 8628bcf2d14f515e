// The words of news Arabic that end in ى and not ي, for repairing ی, which Persian keyboards write for both.

import { HAMZA_MARKS, TASHKEEL, TATWEEL } from './characters.ts';

// Frequent nouns, names, verbs and particles, without their clitics; what is not here ends in ي, which is by far the
// commoner ending (nisba adjectives, the plural of names, في، التي، الذي).
const WORDS = `
إلى على حتى لدى متى سوى مدى بلى عسى أنى هدى منى ندى سلمى ليلى لبنى بشرى يسرى نجوى سلوى ذكرى مصطفى موسى عيسى يحيى مرتضى مجتبى
كبرى صغرى وسطى عظمى قصوى أولى أخرى إحدى أقصى أدنى أعلى أغلى أقوى أغنى أنقى أذكى أرقى قوى قرى مستوى منتدى مستشفى مبنى معنى مقهى
ملهى منفى ملتقى مسمى مرسى مرمى مجرى مأوى مغزى محتوى مصفى مستثنى مقتضى فحوى دعوى فتوى جدوى شكوى عدوى بلوى تقوى فوضى جرحى قتلى
أسرى مرضى موتى غرقى حمى رؤى ضحى هوى مشفى حلوى ذرى خطى قضى مضى رأى أتى جرى بنى سعى دعا أبدى أدى ألقى أجرى أعطى أنهى أبقى ألغى
أخفى أوصى أحصى أمضى تلقى تولى تبنى تخطى تعاطى تنحى تحدى تصدى تعدى توفى التقى انتهى استدعى اشترى استولى اعتلى ارتقى اكتفى انتقى
احتوى نفى نعى حكى مشى بكى شفى حمى رمى طوى نوى عنى كفى صلى غطى سمى ربى لقى يبقى تبقى يسعى تسعى نسعى يرى ترى نرى يتلقى تتلقى
يتولى تتولى يتبنى تتبنى يلقى تلقى ينسى يحظى تحظى يتخطى تتخطى يتوخى يدعى تدعى يسمى تسمى يخشى تخشى نخشى يرضى ترضى يتسنى يتعدى
`;

const words = new Set(WORDS.split(/\s+/u).filter((word) => word.endsWith('ى')));
const marks = new RegExp(`[${TASHKEEL}${HAMZA_MARKS}${TATWEEL}]`, 'gu');

/** Whether a word whose last letter is ی is one that Arabic spells with ى, with or without و ف ب ك ل س ال before it. */
export function endsInMaksura(word: string): boolean {
  const spelled = word.normalize('NFC').replace(marks, '');
  if (!spelled.endsWith('\u{6CC}')) return false;
  const bare = `${spelled.slice(0, -1).replace(/\u{6CC}/gu, 'ي')}ى`;
  return [bare, ...withoutPrefixes(bare)].some((form) => words.has(form));
}

function withoutPrefixes(word: string): string[] {
  const forms: string[] = [];
  const afterConjunction = /^[وف]./u.test(word) ? [word, word.slice(1)] : [word];
  for (const form of afterConjunction) {
    forms.push(form);
    if (/^(?:ال|لل)./u.test(form)) forms.push(form.slice(2));
    if (/^[بكلس]./u.test(form)) forms.push(form.slice(1));
    if (/^[بك]ال./u.test(form)) forms.push(form.slice(3));
  }
  return forms;
}
