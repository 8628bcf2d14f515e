// Words that lines with a date are made of, so that such a line is known before it is read, and told from a sentence with a date in it.
import { ENGLISH_SPELLINGS, HIJRI_SPELLINGS, MONTH_SPELLINGS } from '../../../arabic/months.ts';
import { ARABIC_ZONE_NAMES } from '../../../arabic/zones.ts';
import { phrases } from './phrases.ts';

const months = [...MONTH_SPELLINGS, ...HIJRI_SPELLINGS, ...ENGLISH_SPELLINGS].flat().join('|');
const weekdays = `السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة
monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun`;
const clock = `ص|م|صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|الساعة|في تمام|دقيقة|am|pm|a m|p m|at|on|in|h|هـ|ه|ميلادي|هجري|الموافق|م|يوم|بتوقيت|توقيت|تمام|في|من|شهر|عام|سنة|و|th|st|nd|rd|of|t|z
gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|bst|cet|cest|eet|eest|ist|ast|msk|gst|time|local time|edt updated|المحلي|التوقيت المحلي`;
const zones = ARABIC_ZONE_NAMES.map(([name]) => name).join('|');

const updatedLabels = `آخر تحديث|اخر تحديث|آخر تعديل|تم التحديث|تم تحديثه|تحديث|محدث|محدثة|حدث|حُدِّث|حدّث في|عدل|عُدّل|تم التعديل|تاريخ التحديث|updated|last updated|last modified|modified|update|upd|updated on|updated at|last update`;
const publishedLabels = `نشر|نُشر|نشرت|نُشرت|نشر في|نشر بتاريخ|نُشر في|تم النشر|تم نشره|تم النشر في|تم نشره في|تاريخ النشر|تاريخ الإضافة|أضيف في|أضيف بتاريخ|التاريخ|تاريخ|وقت النشر|منشور|بتاريخ|صدر في|كتب في|أول نشر|نسخة محفوظة|published|published on|published at|posted|posted on|posted at|first published|first published on|publish date|date|date published|created|issued|released|originally published`;

const all = phrases(`${months}|${weekdays}\n${clock}|${zones}\n${updatedLabels}|${publishedLabels}`);
export const monthNames = phrases(months);
export const weekdayNames = phrases(weekdays);

/** Whether a match key, figures parted from letters, is made of the words of dates and of figures alone. */
export const isMadeOfDateWords = (key: string): boolean => all.covers(key);

export const updatedLabel = phrases(updatedLabels);
export const publishedLabel = phrases(publishedLabels);
