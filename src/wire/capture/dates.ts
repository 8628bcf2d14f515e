// Lines that say when a story was published or changed. The grammar of dates is the room `arabic`'s; here is what a capture may
// conclude from one.
import { readDateTimes } from '../../arabic/date-grammar.ts';
import { isMadeOfDateWords, monthNames, publishedLabel, updatedLabel, weekdayNames } from './lexicon/date-words.ts';

export interface PageDate {
  /** ISO instants in UTC. A day without a time is its midnight; null when not stated to the day and year. */
  readonly published: string | null;
  readonly updated: string | null;
  /** `قبل ساعتين`, `3 hours ago`: a date only by the clock of whoever captured the page. */
  readonly isRelative: boolean;
}

const longest = 160;
const relative =
  /^(?:(?:نشر|نشر في|updated|published|posted|اخر تحديث|تحديث) )?(?:(?:قبل|منذ) (?:\d{1,3} )?(?:دقيقه|دقايق|دقيقتين|ساعه|ساعات|ساعتين|يوم|ايام|يومين|اسبوع|اسابيع|اسبوعين|شهر|اشهر|شهور|شهرين|سنه|سنوات|سنتين|عام|عامين|ثانيه|ثوان|لحظات|قليل)(?: واحده?)?|\d{1,3} ?(?:s|sec|secs|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|years?) ago|(?:an?|one) (?:minute|hour|day|week|month|year) ago|yesterday|today|just now|moments ago|الان|امس|اليوم)$/u;

// Labels that say only that a date follows.
const ownLabel = /^(?:التاريخ|تاريخ الخبر|تاريخ|بتاريخ|date)\s*[:：]\s*/iu;
const hasYear = /\p{N}{4}|\p{N}{1,2}[/.-]\p{N}{1,2}[/.-]\p{N}{2}(?!\p{N})/u;
// Years that are not written are never guessed, so that any day will do.
const reference = Temporal.PlainDate.from('2000-01-01');

/** Reads a line, given with its match key, that is a date and nothing else but its label; null for any other. A time without a zone is taken in `timeZone`. */
export function readPageDate(text: string, lineKey: string, timeZone: string): PageDate | null {
  if (text.length > longest || text.length < 3) return null;
  if (!/\d/u.test(lineKey)) {
    return relative.test(lineKey) ? { published: null, updated: null, isRelative: true } : null;
  }
  const key = parted(lineKey);
  if (relative.test(key)) return { published: null, updated: null, isRelative: true };
  if (!(isAllFigures(key) || isMadeOfDateWords(key)) || !hasDate(text, key)) return null;
  return hasYear.test(text) ? stated(text, timeZone) : { published: null, updated: null, isRelative: false };
}

export const isRelativeDate = (key: string): boolean => relative.test(key);

/** Whether a part of a line is a date, or the time that belongs to one: `22 مارس 2025`, `11:20 بتوقيت غرينتش`, `قبل ساعتين`. */
export function isDatePart(text: string, lineKey: string): boolean {
  if (text.length > longest) return false;
  if (relative.test(lineKey)) return true;
  return (
    /\d/u.test(lineKey) && isMadeOfDateWords(parted(lineKey)) && (isClock.test(text) || hasDate(text, parted(lineKey)))
  );
}

/** `29/1/2025`: a date without a word. */
const isAllFigures = (key: string): boolean => /^[\d. ]{6,40}$/u.test(key);
const isClock = /\p{N}{1,2}[:.]\p{N}{2}/u;
const parted = (key: string): string => key.replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ');

function stated(text: string, timeZone: string): PageDate {
  let published: string | null = null;
  let updated: string | null = null;
  for (const { role, instant, date } of readDateTimes(text.replace(ownLabel, ''), { reference, timeZone })) {
    if (date.year < 1800) continue;
    const when = (instant ?? date.toZonedDateTime(timeZone).toInstant()).toString();
    if (role === 'updated') updated ??= when;
    else published ??= when;
  }
  return { published, updated, isRelative: false };
}

function hasDate(text: string, key: string): boolean {
  const words = key.split(' ');
  if (words.some((_, at) => monthNames.wordsAtStart(words.slice(at, at + 3)) > 0)) return true;
  if (/\p{N}{1,4}\s?[/.\-–]\s?\p{N}{1,2}\s?[/.\-–]\s?\p{N}{2,4}/u.test(text)) return true;
  const labelled = updatedLabel.wordsAtStart(words) > 0 || publishedLabel.wordsAtStart(words) > 0;
  return (labelled || words.some((word) => weekdayNames.has(word))) && /\p{N}{1,2}[:.]\p{N}{2}/u.test(text);
}
