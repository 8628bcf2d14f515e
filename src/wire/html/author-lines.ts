// Lines that may name authors, freed of what pages print beside the names: dates, reading times, offices, addresses.
import { isAgencyName } from '../../arabic/agencies.ts';
import { isKnownCity } from '../../arabic/cities.ts';
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { type BylineReading, readByline } from '../capture/bylines.ts';
import { readCredited } from '../capture/captions.ts';
import { isDateLine } from './date-lines.ts';
import { furnitureLine } from './furniture-lines.ts';
import { oneSpaced } from './tree.ts';

const LONGEST_LINE = 160;

const beginsDate =
  /[\s,،|(–—-]*(?:(?:نُشر|نشر|نشرت|تاريخ النشر|آخر تحديث|published|posted|updated)\s*:|(?:(?:on|في|published|posted|updated|last updated|نشر|آخر تحديث)\s*:?\s+)?(?:(?:\p{L}{3,9},?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}(?!\d)|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}\s+\p{Script=Arabic}{3,8}(?:\s*[/(]\s*\p{Script=Arabic}{2,6}\s?\p{Script=Arabic}{0,6}\)?)?\s+\d{4}))/iu;
const office =
  /[\s,،–—-]+(?:(?:senior|staff|deputy|chief|assistant|associate|managing|contributing|guest|lead|former|executive|freelance|news|features|special)\s+)*(?:editors?|writers?|reporters?|correspondents?|journalists?|columnists?|contributors?|directors?|managers?|ceo|cto|founder|co-founder|president|attorney|lawyer|specialist|expert|dietitian|professor|analyst|critic|fellow|trial|sr|jr|m\.?d|ph\.?d|m\.?s|m\.?a|m\.?b\.?a|r\.?d\.?n?|d\.?v\.?m|cpa|rn|of|at|for)\b.*$/iu;
const officeBefore = /^(?:&|and|و)\s+/iu;
const readingTime = /[\s,|–—-]*\b(?:\d{1,3}\s*(?:-|\s)?min(?:ute)?s?\b.*|reading time.*)$/iu;

/** The lines of a text that may name authors, each without what is not a name. */
export function authorLines(text: string): string[] {
  return cleanText(text.slice(0, 1_000))
    .split(/\n|\s*[|•·●⋅∙]\s*|\s{3,}/u)
    .map((line) => freed(oneSpaced(line)))
    .filter((line) => line.length > 1 && line.length <= LONGEST_LINE && mayNameAuthors(line));
}

function freed(written: string): string {
  if (written.length > LONGEST_LINE * 2) return '';
  const bare = written
    .replace(/\s*\S{1,60}@\S{1,60}\.\w{2,12}|\s*@\w{2,30}/gu, '')
    .replace(/^(?:about|von|posted|published|submitted)\s+(?=by\b)/iu, '')
    .replace(officeBefore, '')
    .replace(/^(?:(?:مرسلة|أرسلها|نشر|نشرت|نُشر|كتب|أضيف)\s+)?(?:بواسطة|من قبل)\s*[:：]?\s*(?=\p{L})/u, 'بقلم: ')
    .replace(/^by(?=[A-Z][a-z])/iu, 'By ');
  const at = bare.search(beginsDate);
  const undated = at > 2 ? bare.slice(0, at) : bare.replace(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s+/, '');
  const unhurried = undated
    .replace(readingTime, '')
    .replace(/\s+(?:in|on)\s+[A-Z][\w &]{2,40}$/u, (tail) => (isCityTail(tail) ? tail : ''));
  const named = unhurried.replace(office, '');
  // The office may be all that there is, or a word of the name.
  const chosen = named.split(' ').filter((word) => !/^by:?$/i.test(word)).length >= 2 ? named : unhurried;
  const line = chosen.replace(/^[\s,،;|–—-]+|[\s,،;:|–—-]+$/gu, '');
  const names = label.test(line) ? latinNames(line) : null;
  const city = /\sin\s+([A-Z][\p{L} ]{2,30})$/u.exec(line)?.[1];
  if (names === null) return line;
  return city !== undefined && isKnownCity(city) ? `By ${names} in ${city}` : `By ${names}`;
}

const isCityTail = (tail: string) => isKnownCity(tail.replace(/^\s+(?:in|on)\s+/u, ''));

const label = /^(?:(?:by|written by|words by|story by|text by|reporting by|author)\s*:?\s+)/iu;
const nameWord =
  /^(?:\p{Lu}[\p{L}\p{M}'’-]*\.?|\p{Lu}\.(?:\p{Lu}\.)*|al-\p{L}+|el-\p{L}+|bin|ibn|van|von|der|de|la|di|da|du|le)$/u;
const officeWord =
  /^(?:senior|staff|deputy|chief|assistant|associate|managing|contributing|guest|lead|former|executive|freelance|news|special|editor|writer|reporter|correspondent|journalist|columnist|contributor|director|manager|analyst|critic|professor|view|read|see|the|in|for|share|follow|more|updated|published)$/iu;

/**
 * The names with which a line in Latin letters begins, after a label or without one: `By Ann Lee and Tom Ray, staff writers` →
 * `Ann Lee and Tom Ray`. Null when it begins with none of two words or more.
 */
export function latinNames(line: string): string | null {
  const names: string[] = [];
  for (const part of line.replace(label, '').split(/\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/u)) {
    const words = part.split(' ');
    const end = words.findIndex((word) => !nameWord.test(word) || officeWord.test(word) || /^\p{Lu}{3,}$/u.test(word));
    const name = words.slice(0, end < 0 ? words.length : end);
    if (name.length < 2 || name.length > 5) break;
    names.push(name.join(' '));
    if (end >= 0) break;
  }
  return names.length === 0 ? null : names.join(' and ');
}

/** Whether a line says of itself that names follow. */
export const isLabelled = (line: string): boolean =>
  label.test(line) || /^(?:كتب|كتبت|بقلم|إعداد|تقرير)[\s:]/u.test(line);

function mayNameAuthors(line: string): boolean {
  if (/^[©ⓒ]|https?:|www\.|[<>{}=]/iu.test(line) || !/\p{L}{2}/u.test(line)) return false;
  if (furnitureLine(line) !== null || isDateLine(line) || officeWord.test(line.split(' ')[0] ?? '')) return false;
  return readCredited(line)?.caption !== '' || readByline(line)?.certainty === 3;
}

const noPerson =
  /^(?:admin|administrator|editor|editors|staff|staff writer|guest|webmaster|user|author|authors|unknown|none|null|undefined|n\/a|contributor|contributors|team|writer|reporter|الموقع|المحرر|محرر|الإدارة|غير معروف|هيئة التحرير|مرسلة بواسطة|بواسطة|بقلم|كتب|كتبه|الكاتب|by|written by|posted by)$/iu;

/** Words that stand where a name stands and are nobody's. */
export const isNoPerson = (name: string) => noPerson.test(name.trim()) || /https?:|www\.|[<>{}=]|\d{3}/i.test(name);

/** `(أبوظبي - البيان)`, `(النهر - وكالات)`: the paper's own name, known from the page, alone or beside a city and agencies. */
export function paperAndCity(text: string, papers: ReadonlySet<string>): Omit<BylineReading, 'certainty'> | null {
  const parts = text
    .replace(/^(?:المصدر|source)\s*[:：]\s*/iu, '')
    .replace(/^[\s([«"]+|[\s)\]»"]+$/gu, '')
    .split(/\s*[-–—ـ|/،,()]\s*/u)
    .filter((one) => one !== '');
  if (parts.length === 0 || parts.length > 3) return null;
  const paper = parts.find((one) => papers.has(matchKey(one)));
  if (paper === undefined) return null;
  const rest = parts.filter((one) => one !== paper);
  const agencies = rest.filter((one) => isAgencyName(one));
  const cities = rest.filter((one) => !agencies.includes(one) && isKnownCity(one));
  if (agencies.length + cities.length < rest.length) return null;
  return { authors: [{ name: paper, role: 'writer' }], agencies, dateline: cities[0] ?? null };
}
