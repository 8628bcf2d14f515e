// The line of a news page that says when it was published and updated, in the forms of print and of machines.

import type { ClockReading } from './clock-rules.ts';
import { readClock, readZone } from './clock-rules.ts';
import { type DateContext, dayOf } from './date-resolving.ts';
import { type DateToken, dateTokens, isToken, readPhrase, skip } from './date-tokens.ts';
import { foldWord, phrasebook, wordSet } from './date-words.ts';
import { readDay } from './day-rules.ts';
import { zoneOfEnglish } from './zones.ts';

/** A dated moment of a page, and what the line calls it: null when it has no label. */
export type Dateline = {
  readonly role: 'published' | 'updated' | null;
  readonly instant: Temporal.Instant | null;
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime | null;
  readonly zone: string | null;
};

/** A dateline that is longer than this is prose. */
const LONGEST = 240;

const LABELS = phrasebook<'published' | 'updated'>([
  ...[
    'نشر',
    'نشرت',
    'تم نشره',
    'تم نشرها',
    'تم النشر',
    'تاريخ النشر',
    'وقت النشر',
    'نشر في',
    'أضيف',
    'أضيف في',
    'أضيفت',
    'كتب في',
    'النشر',
    'first published',
    'published',
    'published on',
    'posted',
    'posted on',
    'date',
    'created',
  ].map((label) => [label, 'published'] as const),
  ...[
    'آخر تحديث',
    'تاريخ آخر تحديث',
    'آخر تعديل',
    'تم التحديث',
    'تم تحديثه',
    'تاريخ التحديث',
    'حدث',
    'حدثت',
    'محدث',
    'محدثة',
    'التحديث',
    'تحديث',
    'last updated',
    'updated',
    'updated on',
    'last updated on',
    'last modified',
    'modified',
    'last update',
    'update',
  ].map((label) => [label, 'updated'] as const),
]);

const fillers = new Set([
  ',',
  '،',
  ':',
  '-',
  '|',
  '/',
  ';',
  '؛',
  '.',
  '(',
  ')',
  '[',
  ']',
  '•',
  '@',
  '·',
  '–',
  ...wordSet('في يوم بتاريخ الساعة عند الموافق و at on the'),
]);

type Open = { role: Dateline['role']; date: Temporal.PlainDate | null; clock: ClockReading | null };

/**
 * All dates of a dateline. Every word of the line must be a label, a date, a time, a zone or what stands between them; one
 * other word and the line is prose, and nothing is read.
 */
export function readDateline(text: string, context: DateContext, timeZone: string | undefined): Dateline[] {
  const line = text.trim();
  if (line.length === 0 || line.length > LONGEST) return [];
  const machine = readMachineDate(line);
  if (machine !== null) return [finish(machine, timeZone)].filter((dateline) => dateline !== null);
  const tokens = dateTokens(line);
  const opened = collect(tokens, context);
  // `اليوم` or `الخميس` alone is a word of any page; with a label, a time or a figure it dates one.
  if (opened === null || (!tokens.some(({ kind }) => kind === 'number') && opened[0]?.role === null)) return [];
  return opened.map((open) => finish(open, timeZone)).filter((dateline) => dateline !== null);
}

function collect(tokens: readonly DateToken[], context: DateContext): Open[] | null {
  const all: Open[] = [];
  let open: Open = { role: null, date: null, clock: null };
  for (let at = 0; at < tokens.length; ) {
    const label = readPhrase(tokens, at, LABELS);
    if (label !== null) {
      if (open.date !== null || open.clock !== null) {
        all.push(open);
        open = { role: label.value, date: null, clock: null };
      } else open.role = label.value;
      at = label.next;
      continue;
    }
    const next = addTo(open, tokens, at, context);
    if (next === null) return null;
    at = next;
  }
  all.push(open);
  // A second label with a time alone speaks of the same day: `نُشر 21 نوفمبر 2024 10:33، آخر تحديث 11:05`.
  for (const [index, later] of all.entries()) later.date ??= all[index - 1]?.date ?? null;
  return all;
}

/** Adds the date or time that begins at a token; the place after it, or null when nothing there belongs in a dateline. */
function addTo(open: Open, tokens: readonly DateToken[], at: number, context: DateContext): number | null {
  const clock = readClock(tokens, at);
  if (clock !== null && isClockHere(tokens, at)) {
    if (open.clock !== null) return null;
    open.clock = clock.value;
    return clock.next;
  }
  const day = readDay(tokens, at, context);
  if (day !== null) {
    if (day.value === null) return null;
    const isSecond = open.date !== null;
    // A second date is the same day in the other calendar, within the day that a sighting may differ by.
    if (isSecond && Math.abs(day.value.date.until(open.date as Temporal.PlainDate).days) > 1) return null;
    if (!isSecond || day.value.calendar === 'gregorian') open.date = day.value.date;
    return day.next;
  }
  if (clock !== null && open.clock === null) {
    open.clock = clock.value;
    return clock.next;
  }
  const zone = readZone(tokens, at);
  if (zone !== null && open.clock?.zone === null) {
    open.clock = { ...open.clock, zone: zone.value };
    return zone.next;
  }
  const after = skip(tokens, at, fillers);
  return after === at ? null : after;
}

/** A time before a date has a colon or a word that says so; otherwise `9 ص` might be a day. */
function isClockHere(tokens: readonly DateToken[], at: number): boolean {
  return tokens[at]?.kind !== 'number' || isToken(tokens, at + 1, ':');
}

function finish(open: Open, timeZone: string | undefined): Dateline | null {
  const { role, date, clock } = open;
  if (date === null) return null;
  const zone = clock?.zone ?? null;
  const usedZone = zone ?? timeZone ?? null;
  const instant =
    clock === null || usedZone === null
      ? null
      : date.toZonedDateTime({ timeZone: usedZone, plainTime: clock.time }).toInstant();
  return { role, instant, date, time: clock?.time ?? null, zone };
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?$/i;
const rfc822 =
  /^(?:[A-Za-z]{3,9}, *)?(\d{1,2}) +([A-Za-z]{3,9}) +(\d{4}) +(\d\d):(\d\d)(?::(\d\d))? *(?:\(?([A-Za-z]{1,5})\)?|([+-]\d{4})(?: *\([A-Za-z]{1,5}\))?)?$/;
const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2024-11-21T10:33:00+03:00`, `Thu, 21 Nov 2024 10:33:00 GMT`: what feeds and page heads carry. */
function readMachineDate(line: string): Open | null {
  const isoParts = iso.exec(line);
  if (isoParts !== null) {
    const [, year, month, day, hour, minute, second, zone] = isoParts;
    return machineDate([year, month, day].map(Number), [hour, minute, second], isoZone(zone));
  }
  const mailParts = rfc822.exec(line);
  if (mailParts === null) return null;
  const [, day, name, year, hour, minute, second, zoneName, offset] = mailParts;
  const month = english.indexOf(foldWord(name ?? '').slice(0, 3)) + 1;
  const zone = zoneName === undefined ? isoZone(offset) : zoneOfEnglish(zoneName);
  if (zoneName !== undefined && zone === null) return null;
  return machineDate([Number(year), month, Number(day)], [hour, minute, second], zone);
}

function machineDate(ymd: readonly number[], hms: readonly (string | undefined)[], zone: string | null): Open | null {
  const date = dayOf('gregorian', ymd[0] ?? 0, ymd[1] ?? 0, ymd[2] ?? 0);
  if (date === null) return null;
  if (hms[0] === undefined) return { role: null, date, clock: null };
  const [hour = 0, minute = 0, second = 0] = hms.map((part) => Number(part ?? 0));
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { role: null, date, clock: { time: new Temporal.PlainTime(hour, minute, Math.min(second, 59)), zone } };
}

function isoZone(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  if (/^z$/i.test(zone)) return 'UTC';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return /^(?:0\d|1[0-4])[0-5]\d$/.test(digits) ? `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}` : null;
}
