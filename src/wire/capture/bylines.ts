// Lines that say who wrote a story and from where, in the many forms that papers print them.

import { matchKey } from '../../arabic/normal-form.ts';
import { splitNameCity } from '../../arabic/typography.ts';
import type { AuthorRole, BylineAuthor } from '../../story/byline.ts';
import { isAgencyName, isFunctionWord, isGivenName, isKnownCity } from './known-names.ts';
import { isSectionName } from './lexicon/sections.ts';
import { wordsIn } from './line-shape.ts';

export interface BylineReading {
  readonly authors: readonly BylineAuthor[];
  readonly agencies: readonly string[];
  readonly dateline: string | null;
  /** 3: its form says so; 2: its words do; 1: only its place on the page can say so. */
  readonly certainty: 1 | 2 | 3;
}

const longest = 140;

// Roles by the word before the names. The longer words first, since كتب also begins كتبت.
const labels: readonly (readonly [AuthorRole, RegExp])[] = [
  ['translator', /^(?:ترجمة وتحرير|ترجمة|ترجمها|ترجمه|نقله إلى العربية|translated by|translation by|translation|translator)\s*[:：\-–—]?\s+/iu],
  ['editor', /^(?:تحرير|حرره|حررها|المحرر|أشرف على التحرير|editing by|edited by|editor)\s*[:：\-–—]?\s+/iu],
  ['photographer', /^(?:تصوير|عدسة|بعدسة|photography by|photographs by|photos by|photography|photographer|visuals by)\s*[:：\-–—]?\s+/iu],
  ['interviewer', /^(?:أجرى الحوار|أجرت الحوار|أجرى المقابلة|أجرت المقابلة|حاوره|حاورها|حاورته|حاورتها|حاورهم|حوار|interview by|interviewed by)\s*[:：\-–—]?\s+/iu],
  ['reporter', /^(?:مراسلتنا|مراسلنا|مراسلة|مراسل|شارك في التغطية|ساهم في التغطية|شارك في الإعداد|additional reporting by|reporting by|reported by|with reporting by)\s*[:：\-–—]?\s+/iu],
  ['writer', /^(?:المصدر|نقلاً عن|نقلا عن|source)\s*[:：]\s*/iu],
  ['writer', /^(?:كتبت|كتبه|كتبها|كتب|بقلم الكاتبة|بقلم الكاتب|بقلم|يكتب|إعداد|تحقيق|استطلاع|متابعة|أعدته|أعدها|أعده|أعد التقرير|تقرير|الكاتبة|الكاتب|المؤلف|by|written by|words by|author|authors|story by|analysis by|opinion by|report by|text by)\s*[:：,،\-–—]?\s*/iu],
]; // biome-ignore format: a table to scan

const labelStart =
  /^(?:تر|نق|تح|است|مت|المص|حر|المحر|أشر|تص|عد|بعد|أج|حا|حو|مر|سا|شا|كت|بق|يكت|إع|أع|تق|الكات|المؤ|[tepirsavwb])/iu;

/** Reads a byline; null for what cannot be one. Dates, tools and section names on the same line must be cut off before. */
export function readByline(text: string): BylineReading | null {
  if (text.length < 2 || text.length > longest || /[؟?!…]|\.\.|[.؛]$/u.test(text)) return null;
  const line = unwrapped(text);
  if (isTooWordy(line)) return null;
  return (
    severallyLabelled(line) ?? labelled(line) ?? nameAndCity(line) ?? signature(line, line !== text) ?? bareName(line)
  );
}

/** Seven words and more are a byline only with a label, a bracketed city, or a name at their beginning. */
function isTooWordy(line: string): boolean {
  if (wordsIn(line) < 7 || labelStart.test(line) || line.endsWith(')')) return false;
  return !isGivenName(line.split(' ', 1)[0] ?? '');
}

/** Without brackets or dashes around the whole: `(أبوظبي - البيان)`, `--(بترا)`. */
function unwrapped(text: string): string {
  const inner = /^[-–—*\s]*[([]([^()[\]]{2,80})[)\]][-–—.\s]*$/u.exec(text)?.[1];
  return (inner ?? text).trim();
}

function labelled(line: string): BylineReading | null {
  if (!labelStart.test(line)) return null;
  for (const [role, label] of labels) {
    const before = label.exec(line)?.[0];
    if (before === undefined) continue;
    const rest = line.slice(before.length).trim();
    const hasMark = /[:：\-–—]/u.test(before);
    // Without a mark, a word such as كتب or حوار also begins sentences and headlines.
    if (rest === '' || (!/\s$/u.test(before) && !hasMark && /\p{L}$/u.test(before))) continue;
    const reading = namesAfterLabel(rest, role);
    if (reading === null) continue;
    return hasMark || isLatinLabel(before) || reading.authors.every(({ name }) => startsLikeName(name))
      ? reading
      : null;
  }
  return null;
}

const isLatinLabel = (label: string): boolean => /^[a-z]/iu.test(label);

/** `(Reporting by Ines Falk; Editing by Tom Rudd)`: several labels on one line. */
function severallyLabelled(line: string): BylineReading | null {
  const parts = line.split(/\s*[;؛|]\s*/u);
  if (parts.length < 2 || parts.length > 6) return null;
  const readings = parts.map(labelled);
  if (!readings.every((reading) => reading !== null)) return null;
  return {
    authors: readings.flatMap(({ authors }) => authors),
    agencies: readings.flatMap(({ agencies }) => agencies),
    dateline: readings.find(({ dateline }) => dateline !== null)?.dateline ?? null,
    certainty: 3,
  };
}

function namesAfterLabel(rest: string, role: AuthorRole): BylineReading | null {
  const place = splitNameCity(rest) ?? trailingPlace(rest);
  const names = namesIn(place?.name ?? rest);
  if (names === null) return null;
  return { ...sorted(names, role), dateline: place?.city ?? null, certainty: 3 };
}

/** `By Dana Holt in Cairo`, `كتب سامي حداد - بيروت`, `Dana Holt, Cairo`. */
function trailingPlace(text: string): { name: string; city: string } | null {
  const parts = /^(.{3,80}?)(?:\s+in\s+|\s+من\s+|\s*[-–—|/]\s*|[،,]\s*)([^-–—|/،,]{2,40})$/u.exec(text);
  const name = parts?.[1];
  const city = parts?.[2]?.trim();
  if (name === undefined || city === undefined) return null;
  const isPlace =
    isKnownCity(city) ||
    (/\sمن\s/u.test(text) && startsLikeName(name) && mayBeLabelledName(city)) ||
    /\sin\s+\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}$/u.test(text);
  return isPlace ? { name: name.trim(), city } : null;
}

function nameAndCity(line: string): BylineReading | null {
  if (line.length > 90 || wordsIn(line) > 10 || !/[():،,|/–—ـ-]|\sin\s|\sمن\s/u.test(line)) return null;
  const place = splitNameCity(line) ?? trailingPlace(line);
  if (place === null) return null;
  const names = namesIn(place.name);
  if (names === null) return null;
  const inBrackets = line.endsWith(')');
  // `خطة جديدة (بيروت)` has the form; a name that begins like one, a known city, a paper or an agency makes it sure.
  const isSure =
    names.every((name) => isPaper(name) || isAgencyName(name) || startsLikeName(name)) ||
    (inBrackets && isKnownCity(place.city));
  return { ...sorted(names, 'writer'), dateline: place.city, certainty: isSure ? 3 : 2 };
}

/** Only agencies, papers in quotes or a city with them: `رويترز`, `«الشرق الأوسط»`, `واشنطن - رويترز`, `عمان – بترا`. */
function signature(line: string, isBracketed: boolean): BylineReading | null {
  if (line.length > 60 || wordsIn(line) > 8) return null;
  if (wordsIn(line) <= 5 && isAgencyName(line))
    return { authors: [], agencies: splitNames(line), dateline: null, certainty: 3 };
  if (isPaper(line)) return { authors: [{ name: line, role: 'writer' }], agencies: [], dateline: null, certainty: 2 };
  if (!/[-–—ـ|/:،,]/u.test(line)) return null;
  const parts = line.split(/\s*[-–—ـ|/:،,]\s+|\s+[-–—ـ|/]\s*/u).map((part) => part.trim());
  if (parts.length < 2 || parts.length > 4 || parts.some((part) => part === '')) return null;
  const cities = parts.filter((part) => isKnownCity(part));
  const rest = parts.filter((part) => !isKnownCity(part));
  if (cities.length === 0 && !rest.some((part) => isAgencyName(part))) return nameAndUnknownPlace(parts);
  // After a colon comes a headline as often as a name: `بيروت: انفجار ضخم`.
  const maySign = (part: string): boolean =>
    isAgencyName(part) ||
    isPaper(part) ||
    (mayBePlainName(part) && (startsLikeName(part) || !/[:：]/u.test(line))) ||
    (isBracketed && mayBeLabelledName(part));
  if (rest.length === 0 || !rest.every(maySign)) return null;
  const isSure = isBracketed || rest.every((part) => isAgencyName(part) || isPaper(part) || startsLikeName(part));
  return { ...sorted(rest, 'writer'), dateline: cities[0] ?? null, certainty: isSure ? 3 : 1 };
}

/** `سهى الداية - عين الماء`, `مادبا - كريم شحادة`: one part begins as names do, the other is a word or two that may be a place. */
function nameAndUnknownPlace(parts: readonly string[]): BylineReading | null {
  const [first = '', second = ''] = parts;
  if (parts.length !== 2 || !/^\p{Script=Arabic}/u.test(first)) return null;
  const [name, place] = startsLikeName(first) ? [first, second] : [second, first];
  if (!startsLikeName(name) || startsLikeName(place) || !mayBePlainName(name)) return null;
  if (!mayBeLabelledName(place) || place.split(' ').length > 3) return null;
  return { authors: [{ name, role: 'writer' }], agencies: [], dateline: place, certainty: 2 };
}

function bareName(line: string): BylineReading | null {
  if (line.length > 60 || wordsIn(line) > 5 || /[\d:«»"]/u.test(line) || !mayBePlainName(line)) return null;
  const names = namesIn(line);
  if (names === null || names.length === 0) return null;
  // In English any two words with capitals look like a name; its place has to say so.
  const isLikely = names.every(startsLikeName) && (title.test(line) || !/^[A-Z]/u.test(line));
  if (!isLikely && isSectionName(matchKey(line))) return null;
  return { ...sorted(names, 'writer'), dateline: null, certainty: isLikely ? 2 : 1 };
}

/** What follows a name and says what its bearer does: `Dana Holt, Staff Writer`, `سمير جاد، محرر الشؤون العربية`. */
const occupation =
  /(?:^|\s)(?:editor|writer|reporter|correspondent|columnists?|columnist|contributor|staff|bureau|chief|producer|fellow|professor|analyst|ph\.?d|md|university|محرر|محررة|مراسل|مراسلة|كاتب|كاتبة|صحافي|صحافية|صحفي|صحفية|باحث|باحثة|محلل|رئيس|مدير|أستاذ)(?:\s|$)/iu;

const isPaper = (text: string): boolean => /^[«“"][^«»“”"]{2,40}[»”"]$/u.test(text);
const title = /^(?:د|أ|م|أ\.د|dr|prof|mr|mrs|ms|sir)\.?\s|^(?:الدكتور|الدكتورة|الأستاذ|المهندس|اللواء|العميد)\s/iu;

function startsLikeName(name: string): boolean {
  if (title.test(name)) return true;
  const first = name.split(' ', 1)[0] ?? '';
  if (/^[A-Z]/u.test(name)) return latinName.test(name);
  return isGivenName(first) && name.includes(' ');
}

const latinName =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|al-\p{L}+|el-\p{L}+|bin|ibn|van|von|der|de|la|di|da|du|le|of|St\.?)){1,4}$/u;
const arabicName = /^(?:\p{L}\p{M}*\.\s?){0,2}\p{L}[\p{L}\p{M}\u{640}.'’-]*(?: \p{L}[\p{L}\p{M}\u{640}.'’-]*){1,4}$/u;

/** Two to five words of letters with no word of prose among them. */
function mayBePlainName(text: string): boolean {
  if (isPaper(text) || title.test(text)) return true;
  if (occupation.test(text)) return false;
  if (/[A-Z]/u.test(text.charAt(0))) {
    return latinName.test(text) && !text.split(' ').some((word) => isFunctionWord(word) && word !== 'of');
  }
  if (!arabicName.test(text) || !/^\p{Script=Arabic}/u.test(text)) return false;
  // Two definite words are an adjective and its noun far oftener than a person: الصفحة الأخيرة.
  if (/^ال\S+ ال/u.test(text) && !isGivenName(text.split(' ', 1)[0] ?? '')) return false;
  return text.split(' ').every((word) => !isFunctionWord(word) && !/(?:ات|ون|ين|اً|ًا|تها)$/u.test(word));
}

/** Several names on one line; null when one of them cannot be a name. */
function namesIn(text: string): string[] | null {
  const names = splitNames(text).filter((name, at) => at === 0 || !occupation.test(name));
  if (names.length === 0 || names.length > 12) return null;
  return names.every((name) => isPaper(name) || isAgencyName(name) || mayBeLabelledName(name)) ? names : null;
}

/** After a label or before a city more may be a name than elsewhere: one word, a title, initials. */
function mayBeLabelledName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d:؟?!«»"“”()[\]]|\.\.|[.؛]$/u.test(name)) return false;
  const words = name.split(' ');
  return words.length <= 6 && !words.slice(1).some((word) => isFunctionWord(word));
}

// Names that begin with و, before which the letter is no conjunction.
const withWaw = /^و(?:ليد|ائل|فاء|سام|سيم|لاء|جدي|جيه|ديع|هيب|اصف|ارد|داد|رد|سن|عد|صفي|فيق|هبة|لد|هران|اشنطن)(?:\s|$)/u;

/** Cuts `سمير جاد وهالة عمران، محمد عيد` and `Ann Lee, Tom Ray and Jo Park` into names, in order. */
export function splitNames(text: string): string[] {
  return text
    .split(/\s*[،,؛;&/+]\s*|\s+(?:and|with|مع)\s+|\s+[-–—|]\s+/u)
    .flatMap(splitAtWaw)
    .map((name) => name.replace(/^(?:و\s|and\s)/u, '').trim())
    .filter((name) => name !== '');
}

function splitAtWaw(text: string): string[] {
  const words = text.split(' ');
  const names: string[][] = [[]];
  words.forEach((word, at) => {
    const current = names[names.length - 1] ?? [];
    if (word === 'و') names.push([]);
    else if (opensName(word, current.length, at === words.length - 1)) names.push([word.slice(1)]);
    else current.push(word);
  });
  return names.map((name) => name.join(' '));
}

/** Whether the و of a word joins another name to the words before it, and is not the first letter of a family name. */
function opensName(word: string, wordsBefore: number, isLast: boolean): boolean {
  if (!word.startsWith('و') || word.length < 4 || wordsBefore === 0 || withWaw.test(word)) return false;
  return isGivenName(word.slice(1)) || (wordsBefore >= 2 && !isLast);
}

function sorted(names: readonly string[], role: AuthorRole): Pick<BylineReading, 'authors' | 'agencies'> {
  const agencies = names.filter((name) => isAgencyName(name));
  return { agencies, authors: names.filter((name) => !isAgencyName(name)).map((name) => ({ name, role })) };
}

/**
 * The city and agency with which a body begins: `القاهرة - (رويترز) - قال …`, `واشنطن (أ ف ب): …`, `CAIRO (Reuters) - The …`,
 * `(أ.ف.ب) - أعلنت …`, `القاهرة ـ «الشرق الأوسط»: …`. Null when it begins with neither. The paragraph itself stays as it is.
 */
export function readLead(paragraph: string): Omit<BylineReading, 'certainty'> | null {
  const start = paragraph.slice(0, 90);
  const parts =
    /^(?<city>\p{Lu}[\p{Lu} '’-]{2,40})(?:,\s[^()]{2,24})?\s*\((?<inside>[^()]{2,40})\)\s*[-–—:]/u.exec(start)
      ?.groups ??
    /^(?<city>[^:()،.]{2,40}?)\s*(?:[-–—ـ]\s*)?\((?<inside>[^()]{2,40})\)\s*[-–—ـ:]/u.exec(start)?.groups ??
    /^\((?<inside>[^()]{2,40})\)\s*[-–—ـ:]?\s/u.exec(start)?.groups ??
    /^(?<city>[^:()،.]{2,40}?)\s*[-–—ـ،/]\s*(?<inside>[^:()،.–—]{2,40}?)\s*(?:[:–—]|\s-\s|ـ\s)/u.exec(start)?.groups ??
    /^(?<city>[\p{Lu}][\p{Lu} .,'’]{2,40}?)\s*[-–—]\s/u.exec(start)?.groups;
  if (parts === undefined) return null;
  const city = parts.city?.replace(/[،,]\s.*$/u, '').trim() ?? '';
  const inside = parts.inside?.trim() ?? '';
  const names = inside === '' ? [] : splitNames(inside);
  const signs = names.filter((name) => isAgencyName(name) || isPaper(name));
  const dateline = city !== '' && isKnownCity(city) ? city : null;
  if (dateline === null && signs.length === 0) return null;
  if (city !== '' && dateline === null && city.split(' ').length > 3) return null;
  return { ...sorted(signs, 'writer'), dateline: dateline ?? (city !== '' && signs.length > 0 ? city : null) };
}
