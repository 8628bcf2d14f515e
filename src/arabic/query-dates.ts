// Finds the dates that readers write in a search query and gives them as ranges of days; the grammar is `date-grammar.ts`'s.
// A range that was not meant hides what is sought, so that a word that may be something else is no date.

import { type FoundDate, findDates } from './date-grammar.ts';
import { GREGORIAN_YEARS, monthDays, monthOf, yearDays } from './date-resolving.ts';
import { type DateToken, dateTokens, readPhrase } from './date-tokens.ts';
import { MONTHS, NEAR_DAYS, WEEKDAYS, wordSet } from './date-words.ts';
import { readMonth } from './month-rules.ts';
import { isCount } from './query-dates-counts.ts';

export type QueryDate = {
  /** First and last day, both included, in ISO. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** UTF-16 offsets: `query.slice(start, end)` is `text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

type Days = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
type Found = Days & { readonly end: number };

/** What is beyond is not read. */
const LONGEST_QUERY = 300;
const MOST_DATES = 8;

/** A query with what is known of it before its words are walked. */
type Query = {
  readonly text: string;
  readonly tokens: readonly DateToken[];
  readonly today: Temporal.PlainDate;
  /** What the grammar finds in the whole, by where it starts. */
  readonly found: ReadonlyMap<number, FoundDate>;
};
const since = wordSet('منذ since');
const before = wordSet('قبل before');
const after = wordSet('بعد after');
const namedUnits = wordSet('عام سنة شهر');
const monthSays = wordSet('شهر في خلال منذ قبل بعد in since before after during');
const otherWords = wordSet('آب مارس ماي مايو أوت جوان نيسان may mar march sat sun dec jan');
const namedAfterDate = wordSet(
  'مدينة حرب جامعة جسر شارع ثورة ميدان حركة كلية مستشفى رؤية أجندة خطة المصري أخبار خطبة صلاة روسيا usa russia india vision agenda',
);
const afterNewspaper = wordSet('السابع كلينيك clinic');
const numberJoints = /^[-.,:/%$٪٫٬+_#@]$/;

/** The dates in a query, in order, not overlapping. `now` is the reader's day: أمس is the day before it. */
export function queryDates(query: string, now: Temporal.ZonedDateTime): QueryDate[] {
  const text = query.slice(0, LONGEST_QUERY);
  const today = now.toPlainDate().withCalendar('iso8601');
  const tokens = dateTokens(text);
  const byStart = new Map(findDates(text, { reference: today }).map((date) => [date.start, date]));
  const written: Query = { text, tokens, today, found: byStart };
  const dates: QueryDate[] = [];
  let reached = 0;
  for (const [at, token] of tokens.entries()) {
    if (dates.length === MOST_DATES) break;
    if (token.start < reached) continue;
    const found = openRange(written, at) ?? dateAt(written, at);
    if (found === null) continue;
    reached = found.end;
    const { from, to, end } = found;
    dates.push({ from, to, start: token.start, end, text: text.slice(token.start, end) });
  }
  return dates;
}

/** `منذ 2020`, `قبل مارس 2021`, `since March 2020`. `قبل عامين` is the grammar's. */
function openRange(query: Query, at: number): Found | null {
  const { tokens, today } = query;
  const word = tokens[at]?.text ?? '';
  if (!since.has(word) && !before.has(word) && !after.has(word)) return null;
  if (readPhrase(tokens, at, NEAR_DAYS) !== null) return null;
  const found = namedUnit(query, at + 1) ?? dateAt(query, at + 1);
  if (found === null) return since.has(word) ? sinceAgo(query, tokens[at]) : null;
  const days = before.has(word)
    ? { from: new Temporal.PlainDate(GREGORIAN_YEARS.from, 1, 1), to: found.from.subtract({ days: 1 }) }
    : { from: since.has(word) ? found.from : found.to.add({ days: 1 }), to: today };
  return Temporal.PlainDate.compare(days.from, days.to) > 0 ? null : { ...days, end: found.end };
}

/** `عام 2019`, `شهر مارس 2021` after قبل, where the grammar, reading the whole, has taken `قبل عام`. */
function namedUnit(query: Query, at: number): Found | null {
  const { tokens, text } = query;
  const token = tokens[at];
  if (token === undefined || !namedUnits.has(token.text)) return null;
  const [date] = findDates(text.slice(token.start, tokens[at + 3]?.end), { reference: query.today });
  if (date?.start !== 0) return null;
  return byGrammar({ ...query, found: new Map([[token.start, { ...date, end: token.start + date.end }]]) }, token);
}

/** `منذ أسبوع`: the grammar's day is where the stretch begins. */
function sinceAgo(query: Query, token: DateToken | undefined): Found | null {
  const found = token === undefined ? null : byGrammar(query, token);
  return found === null || Temporal.PlainDate.compare(found.from, query.today) > 0
    ? null
    : { ...found, to: query.today };
}

function dateAt(query: Query, at: number): Found | null {
  const { text, tokens, today } = query;
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token === undefined || token.kind === 'mark' || isInside(token, previous)) return null;
  const said = previous?.text ?? '';
  if (namedAfterDate.has(said) || afterNewspaper.has(tokens[at + 1]?.text ?? '')) return null;
  // What the grammar refused whole (31 فبراير, a wrong weekday) is not read in part.
  if (readPhrase(tokens, at - 1, WEEKDAYS) !== null || (previous?.kind === 'number' && said.length < 3)) return null;
  return (
    byGrammar(query, token) ??
    bareMonth(tokens, at, today) ??
    englishTurn(tokens, at, today) ??
    bareYear(text, tokens, at)
  );
}

/** Part of a longer figure or word: `8.5`, `A2023`. */
function isInside(token: DateToken, previous: DateToken | undefined): boolean {
  if (!token.glued || previous === undefined) return false;
  if (previous.kind === 'word') return !wordSet('و ال ب ل').has(previous.text);
  return previous.kind === 'number' || numberJoints.test(previous.text);
}

function byGrammar({ found, today }: Query, token: DateToken): Found | null {
  const first = found.get(token.start);
  if (first === undefined || first.reading.kind === 'time') return null;
  const { from, to, assumed, calendar } = first.reading;
  const { end } = first;
  if (!assumed || Temporal.PlainDate.compare(from, today) <= 0) return { from, to, end };
  // Without a year the latest is meant: an archive holds nothing from the days to come.
  return calendar === 'hijri' ? null : { from: from.subtract({ years: 1 }), to: to.subtract({ years: 1 }), end };
}

function bareMonth(tokens: readonly DateToken[], at: number, today: Temporal.PlainDate): Found | null {
  const lead = tokens[at]?.text === 'شهر' ? at + 1 : at;
  const month = readMonth(tokens, lead);
  if (month === null) return null;
  const isDoubtful = month.value.calendar === 'hijri' || otherWords.has(tokens[lead]?.text ?? '');
  const isSaid = lead !== at || monthSays.has(tokens[at - 1]?.text ?? '') || month.next - at === tokens.length;
  const follower = tokens[month.next];
  if ((isDoubtful && !isSaid) || follower?.kind === 'number') return null;
  const current = monthOf(month.value.calendar, today);
  const year = month.value.month <= current.month ? current.year : current.year - 1;
  const days = monthDays(month.value.calendar, year, month.value.month);
  return days === null ? null : { ...days, end: tokens[month.next - 1]?.end ?? 0 };
}

/** `last year`, `last month`, `last week`. */
function englishTurn(tokens: readonly DateToken[], at: number, today: Temporal.PlainDate): Found | null {
  const turn = { last: 1, this: 0 }[tokens[at]?.text ?? ''];
  const unit = tokens[at + 1];
  if (turn === undefined || unit === undefined) return null;
  const { end } = unit;
  if (unit.text === 'week') {
    const from = today.subtract({ days: today.dayOfWeek - 1 + 7 * turn });
    return { from, to: from.add({ days: 6 }), end };
  }
  const month = today.with({ day: 1 }).subtract({ months: turn });
  const days =
    unit.text === 'month'
      ? monthDays('gregorian', month.year, month.month)
      : unit.text === 'year'
        ? yearDays('gregorian', today.year - turn)
        : null;
  return days === null ? null : { ...days, end };
}

function bareYear(text: string, tokens: readonly DateToken[], at: number): Found | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return null;
  const year = Number(token.text);
  const isHijri = year >= 1300 && year <= 1500;
  if (!isHijri && (year < 1900 || year > 2100)) return null;
  const follower = tokens[at + 1];
  const isCounted = follower?.kind === 'number' || isCount(text, tokens, at);
  const isJoined = follower?.glued === true && (follower.kind === 'word' || numberJoints.test(follower.text));
  if (isCounted || isJoined || tokens[at - 1]?.kind === 'number' || MONTHS.has(tokens[at - 1]?.text ?? '')) return null;
  const days = yearDays(isHijri ? 'hijri' : 'gregorian', year);
  return days === null ? null : { ...days, end: token.end };
}
