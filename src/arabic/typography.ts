// What the brackets and dashes of short printed lines hold: the credit of a caption, the city of a name.

import { isAgencyName } from './agencies.ts';
import { QUOTES } from './characters.ts';
import { isKnownCity } from './cities.ts';
import { isGivenName } from './given-names.ts';
import { HIJRI_SPELLINGS, MONTH_SPELLINGS } from './months.ts';
import { matchKey } from './normal-form.ts';

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const LONGEST_CREDIT = 80;
const MOST_CREDIT_WORDS = 9;

const monthKeys = new Set([...MONTH_SPELLINGS, ...HIJRI_SPELLINGS].flat().map(matchKey));
const positions = new Set(
  'يمين يسار وسط اليمين اليسار الوسط يمينا يسارا في الوسط إلى اليمين إلى اليسار من اليمين من اليسار أعلى أسفل right left centre center'
    .split(' ')
    .concat(['في الوسط', 'إلى اليمين', 'إلى اليسار', 'من اليمين', 'من اليسار', 'على اليمين', 'على اليسار'])
    .map(matchKey),
);

export type CreditedCaption = { readonly caption: string; readonly credit: string | null };

/**
 * Splits the bracketed credit off the end of a caption: `لافروف في موسكو 29 أغسطس 2024 (أ.ف.ب)` → caption
 * `لافروف في موسكو 29 أغسطس 2024`, credit `أ.ف.ب`. Brackets inside the credit belong to it. What cannot be a credit stays in
 * the caption: the second name of a month, `(أيار)`, a place in the picture, `(يمين)`, figures and dates, an ellipsis,
 * anything longer than a signature. A caption that is only a credit gives an empty caption.
 */
export function stripCredit(caption: string): CreditedCaption {
  const whole = caption.trim();
  const withoutStop = whole.replace(/[.،,]$/u, '').trimEnd();
  const open = openingOf(withoutStop);
  if (open === null) return { caption: whole, credit: null };
  const credit = withoutStop.slice(open + 1, -1).trim();
  if (!mayBeCredit(credit)) return { caption: whole, credit: null };
  return { caption: withoutStop.slice(0, open).trimEnd(), credit };
}

/** Where the bracket opens that closes at the end of the text; null when none does, or further back than a credit is long. */
function openingOf(text: string): number | null {
  const closer = text.at(-1) ?? '';
  const opener = OPENERS[closer];
  if (opener === undefined) return null;
  let depth = 0;
  const furthest = Math.max(0, text.length - LONGEST_CREDIT - 2);
  for (let at = text.length - 1; at >= furthest; at -= 1) {
    if (text[at] === closer) depth += 1;
    if (text[at] === opener) depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

function mayBeCredit(text: string): boolean {
  if (!/\p{L}/u.test(text) || /[؟?!…]|\.\.|\n/u.test(text)) return false;
  if (text.split(/\s+/u).length > MOST_CREDIT_WORDS) return false;
  const key = matchKey(text);
  if (monthKeys.has(key) || positions.has(key)) return false;
  // An age, a year, a score, a date: a figure and at most a word or two after it.
  return !/^\p{N}/u.test(key);
}

export type NameAndCity = { readonly name: string; readonly city: string };

const LONGEST_LINE = 90;
const MOST_NAME_WORDS = 8;
const MOST_CITY_WORDS = 4;

/**
 * Reads a byline that carries its city: `سعيد عبد الرازق (أنقرة)`, `«الشرق الأوسط» (نيويورك)`, `Reem Haddad (Beirut)`,
 * `دبي: هند السويدان`, `القاهرة - سلمى حسن`. The name may be an agency (`باريس - رويترز`) or several names (`أ وب (…)`): ask
 * `isAgencyName`. In the forms with a colon or dash one side must be a known city (`isKnownCity`); in brackets any place may
 * stand that is not an agency, a month or a figure. Null for lines that are longer than a byline or read like prose.
 */
export function splitNameCity(line: string): NameAndCity | null {
  const text = line.trim().replace(/\s+/gu, ' ');
  if (text.length === 0 || text.length > LONGEST_LINE) return null;
  return inBrackets(text) ?? besideMark(text);
}

function inBrackets(text: string): NameAndCity | null {
  const parts = /^([^()]+?) ?\(([^()]+)\)$/u.exec(text);
  const before = parts?.[1]?.trim();
  const inside = parts?.[2]?.trim();
  if (before === undefined || inside === undefined || /[:؛–]| - /u.test(before)) return null;
  if (isKnownCity(before) && isAgencyName(inside)) return { name: inside, city: before };
  // A line such as `القاهرة (مصر)` is a place and its country.
  if (isKnownCity(before) || !mayBeName(before) || !mayBeCity(inside)) return null;
  return { name: before, city: inside };
}

function besideMark(text: string): NameAndCity | null {
  const parts = /^(.{2,60}?)( ?[:–—ـ] ?| - |- | -)(.{2,70})$/u.exec(text);
  const first = parts?.[1]?.trim();
  const second = parts?.[3]?.trim();
  if (first === undefined || second === undefined) return null;
  if (isKnownCity(first)) {
    // A colon after a city also begins many a headline (`بيروت: انفجار ضخم`), so that the name must be one we know to be one.
    const isName = parts?.[2]?.includes(':') ? isSurelyName(second) : mayBeName(second, 5) && !hasNounEnding(second);
    return isName || isAgencyName(second) ? { name: second, city: first } : null;
  }
  // An agency signs after the place it files from, and few places have a name that the list would hold.
  if (isAgencyName(second) && !isAgencyName(first) && mayBeCity(first.replace(country, '')))
    return { name: second, city: first };
  if (!isKnownCity(second) || isAgencyName(first)) return null;
  return isSurelyName(first) ? { name: first, city: second } : null;
}

function isSurelyName(text: string): boolean {
  if (quoted.test(text)) return true;
  if (!mayBeName(text, 5)) return false;
  return (
    isGivenName(text.split(' ')[0] ?? '') || /^\p{Lu}[\p{L}'’.-]+(?: (?:\p{Lu}|al-|el-)[\p{L}'’.-]+){1,3}$/u.test(text)
  );
}

/** Endings of plurals and of tanwin, which names hardly have: `موسكو - مفاوضات جادة`. */
function hasNounEnding(text: string): boolean {
  return text.split(' ').some((word) => word.length > 5 && /(?:ات|اً|ًا|ٌ)$/u.test(word) && !isGivenName(word));
}

const country = /\s*\([^()]{1,30}\)$/u;
const quoted = new RegExp(`^[${QUOTES}][^${QUOTES}]{2,40}[${QUOTES}]$`, 'u');
const nameCharacters = /^[\p{L}\p{M}\u{640} .'’،,&-]+$/u;
// Words that stand in sentences and captions and never in a person's name.
const prose = new Set(
  `في من إلى على عن مع بعد قبل خلال أن إن أنه التي الذي هذا هذه ذلك تلك بين ضد حول عند لدى منذ حتى كما قد لن لم لا ما هل كيف لماذا متى أكثر أول كل
قال قالت أكد أكدت أعلن أعلنت كان كانت يكون تكون يستقبل يلقي يتحدث يدعو تدعو يحذر تحذر صورة لقطة رسم شعار مقر موقع حساب جانب أرشيفية أرشيف متداولة
the of in on at for with from and after before says said is are was to a an how why what photo file via`
    .split(/\s+/u)
    .map(matchKey),
);

/** A name: a few words of letters, none of them a word of prose; or the name of a paper in quotes. */
function mayBeName(text: string, mostWords = MOST_NAME_WORDS): boolean {
  if (quoted.test(text)) return true;
  if (!nameCharacters.test(text) || text.length < 3) return false;
  const words = text.split(/[\s،,]+/u).filter((word) => word !== '');
  if (words.length > mostWords) return false;
  return words.every((word) => !prose.has(matchKey(word)));
}

function mayBeCity(text: string): boolean {
  if (isKnownCity(text)) return true;
  if (isAgencyName(text) || !/^[\p{L}\p{M} '’،-]+$/u.test(text)) return false;
  const words = text.split(' ');
  if (words.length > MOST_CITY_WORDS || text.length > 40) return false;
  const key = matchKey(text);
  return !monthKeys.has(key) && !positions.has(key) && words.every((word) => !prose.has(matchKey(word)));
}
