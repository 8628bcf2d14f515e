// Tells a count from a year: `2000 لاجئ`, `نحو 1950 إصابة` and `مقتل 2023 شخصاً` name no year, `2023 غزة` does.

import { TASHKEEL } from './characters.ts';
import { type DateToken, isToken } from './date-tokens.ts';
import { foldWord, wordSet } from './date-words.ts';
import { isStopWord } from './stop-words.ts';

const counted = wordSet(
  [
    // People, as newspapers count them.
    'شخص أشخاص قتيل قتلى جريح جرحى شهيد شهداء ضحية ضحايا مصاب مفقود أسير أسرى معتقل سجين سجناء رهينة رهائن لاجئ نازح مهاجر',
    'جندي جنود عسكري ضابط ضباط شرطي مقاتل مسلح عنصر عناصر عامل عمال موظف طالب طلاب طفل أطفال امرأة نساء رجل رجال شاب شباب',
    'مواطن متظاهر محتج مستوطن حاج حجاج معتمر مسافر سائح سياح زائر زوار مشجع مريض مرضى طبيب أطباء صحفي صحافي ناخب نائب نواب',
    'مرشح مشارك عائلة عائلات أسرة أسر ساكن نسمة فرد أفراد متطوع مشترك مستخدم لاعب people persons killed dead refugees migrants troops soldiers',
    // Events and things.
    'حالة إصابة وفاة صوت هجوم غارة صاروخ صواريخ قذيفة قذائف طائرة دبابة سيارة شاحنة سفينة سفن منزل منازل مبنى مبان وحدة شقة غرفة',
    'سرير مدرسة مدارس مسجد شركة مصنع مصانع مشروع مشروعات مشاريع فرصة وظيفة كتاب كتب صفحة نسخة قطعة شجرة رحلة خيمة خيام شكوى قضية',
    'طلب مباراة هدف أهداف مرة دفعة حبة عينة جرعة وثيقة توقيع رسالة cases tents homes jobs',
    // Sums and measures.
    'مليون مليار ألف آلاف دولار دينار ريال درهم جنيه ليرة يورو شيكل روبل million billion dollars euros',
    'متر كيلومتر كيلو كلم كم ميل أميال طن كيلوغرام غرام كغ كغم لتر برميل هكتار دونم فدان ميغاواط واط درجة نقطة وحدات سعرة km tons meters',
    'سنة سنوات عاما يوما شهرا أسبوعا أيام أشهر أعوام ساعة دقيقة ثانية years days hours',
  ].join(' '),
);

const approximate = wordSet('نحو حوالي قرابة زهاء حدود قدر مقتل إصابة نزوح اعتقال ترحيل إجلاء about around nearly');
/** `أكثر من 2000`, `ما يزيد على 2000`. */
const comparing = wordSet('أكثر أقل أزيد يزيد تزيد يقل يقارب تقارب over than');
const linking = wordSet('من عن على than');
const tanwin = /[اى]\u{64B}$|\u{64B}[اى]?$/u;
const marks = new RegExp(`[${TASHKEEL}]`, 'u');
const arabic = /\p{Script=Arabic}/u;
/** Endings with which a counted noun stands after a figure: لاجئاً، لاجئين، إصابات. */
const inflected = /^(.{2,})(?:ا|ين|ون|ان)$/u;
const feminine = /^(.{2,})ات$/u;

/** Whether the four-digit number at a place counts what stands after it, or is said to be an estimate. */
export function isCount(text: string, tokens: readonly DateToken[], at: number): boolean {
  const previous = tokens[at - 1]?.text ?? '';
  if (approximate.has(previous)) return true;
  if (linking.has(previous) && comparing.has(tokens[at - 2]?.text ?? '')) return true;
  const follower = tokens[at + 1];
  if (follower?.kind !== 'word') return false;
  if (isCounted(follower.text)) return true;
  const printed = text.slice(follower.start, follower.end);
  if (marks.test(printed) && tanwin.test(printed)) return true;
  return isRound(tokens[at]?.text ?? '') && isIndefinite(tokens, at + 1);
}

function isCounted(word: string): boolean {
  if (counted.has(word)) return true;
  const base = inflected.exec(word)?.[1];
  if (base !== undefined && counted.has(base)) return true;
  const one = feminine.exec(word)?.[1];
  return one !== undefined && (counted.has(one) || counted.has(foldWord(`${one}ة`)));
}

/** Round years are rare in queries beside round counts. `عام 2000` is the grammar's, and stays a year. */
function isRound(number: string): boolean {
  return number.endsWith('00');
}

function isIndefinite(tokens: readonly DateToken[], at: number): boolean {
  const word = tokens[at]?.text ?? '';
  if (!arabic.test(word) || word.length < 3 || isStopWord(word, 'similarity')) return false;
  return !/^(?:ال|لل|وال|بال)/u.test(word) && !isToken(tokens, at, 'هجري') && !isToken(tokens, at, 'ميلادي');
}
