// Times of day as they are written: `15:30 بتوقيت غرينتش`, `الثالثة والنصف عصراً`, `10:33 م`, `12,30 ت غ`, `GMT 17:27`.

import { type DateToken, isToken, type Read, readNumber, readPhrase, skip } from './date-tokens.ts';
import { phrasebook, wordSet } from './date-words.ts';
import { CARDINALS, HOUR_ORDINALS } from './number-words.ts';
import { ARABIC_ZONE_NAMES, zoneOfEnglish } from './zones.ts';

export type ClockReading = { readonly time: Temporal.PlainTime; readonly zone: string | null };

type Period = 'am' | 'pm' | 'noon' | 'night';

const PERIODS = phrasebook<Period>([
  ...each<Period>('am', [
    'صباحاً',
    'ص',
    'فجراً',
    'قبل الظهر',
    'ق ظ',
    'صباح',
    'فجر',
    'ضحى',
    'من صباح',
    'من فجر',
    'am',
    'a m',
  ]),
  ...each<Period>('pm', [
    'مساءً',
    'م',
    'عصراً',
    'بعد الظهر',
    'بعد ظهر',
    'ب ظ',
    'مساء',
    'عصر',
    'من مساء',
    'من عصر',
    'من بعد ظهر',
    'pm',
    'p m',
  ]),
  ...each<Period>('noon', ['ظهراً', 'ظهر', 'من ظهر']),
  ...each<Period>('night', ['ليلاً', 'ليل', 'من ليل']),
]);

const FRACTIONS = phrasebook<number>([
  ['و النصف', 30],
  ['و نصف', 30],
  ['و الربع', 15],
  ['و ربع', 15],
  ['و الثلث', 20],
  ['و ثلث', 20],
  ['إلا ربعاً', -15],
  ['إلا الربع', -15],
  ['إلا ربع', -15],
  ['إلا ثلثاً', -20],
  ['إلا الثلث', -20],
]);

const ARABIC_ZONES = phrasebook<string>(ARABIC_ZONE_NAMES);
const hourWord = wordSet('الساعة ساعة');
const zoneWords = wordSet('بتوقيت توقيت');
const minuteWords = wordSet('دقيقة دقائق');
const afterHour = wordSet('تمام تمامًا');

/**
 * A time of day. With a colon (or, beside a zone or part of the day, a comma or point) it is read on twenty-four hours
 * unless a part of the day follows; in words it needs one, since الثالثة alone is two hours of the day.
 */
export function readClock(tokens: readonly DateToken[], at: number): Read<ClockReading> | null {
  const before = readZone(tokens, at);
  const start = before?.next ?? at;
  const said = isToken(tokens, start, 'الساعه') || isToken(tokens, start, 'ساعه');
  const from = skip(tokens, skip(tokens, start, hourWord), afterHour);
  const read = midnight(tokens, start) ?? inFigures(tokens, from, said || before !== null) ?? inWords(tokens, from);
  if (read === null) return null;
  const zone = before === null ? readZone(tokens, read.next) : null;
  const local = before === null && zone === null ? localTime(tokens, read.next) : read.next;
  return { value: { time: read.value, zone: (before ?? zone)?.value ?? null }, next: zone?.next ?? local };
}

type ReadTime = Read<Temporal.PlainTime> | null;

function midnight(tokens: readonly DateToken[], at: number): ReadTime {
  const from = skip(tokens, at, new Set(['عند', 'في']));
  return isToken(tokens, from, 'منتصف') && isToken(tokens, from + 1, 'الليل')
    ? { value: new Temporal.PlainTime(0, 0), next: from + 2 }
    : null;
}

function inFigures(tokens: readonly DateToken[], at: number, isSaid: boolean): ReadTime {
  const hour = readNumber(tokens, at, 2);
  if (hour === null) return null;
  const mark = tokens[hour.next];
  const minute = tokens[hour.next + 1];
  const hasMinutes =
    mark?.glued === true && minute?.glued === true && minute.kind === 'number' && minute.text.length === 2;
  if (hasMinutes && mark.text === ':') return withSeconds(tokens, hour.value, Number(minute.text), hour.next + 2);
  if (hasMinutes && /^[.,،]$/.test(mark.text))
    return withPointedMinutes(tokens, hour.value, Number(minute.text), hour.next + 2, isSaid);
  const period = readPeriod(tokens, hour.next);
  if (period !== null) return onTwelve(hour.value, 0, period);
  return isSaid && hour.value > 12 ? exactly(hour.value, 0, 0, hour.next) : null;
}

function withSeconds(tokens: readonly DateToken[], hour: number, minute: number, at: number): ReadTime {
  const second = tokens[at + 1];
  const hasSeconds = isToken(tokens, at, ':') && second?.kind === 'number' && second.glued && second.text.length === 2;
  const next = hasSeconds ? skipFraction(tokens, at + 2) : at;
  const period = readPeriod(tokens, next);
  if (period !== null && hour <= 12) return onTwelve(hour, minute, period, hasSeconds ? Number(second.text) : 0);
  return exactly(hour, minute, hasSeconds ? Number(second.text) : 0, period?.next ?? next);
}

function skipFraction(tokens: readonly DateToken[], at: number): number {
  return isToken(tokens, at, '.') && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued === true ? at + 2 : at;
}

/** `10.33` and `12,30` are also decimals: they are times only after الساعة or beside a zone or a part of the day. */
function withPointedMinutes(
  tokens: readonly DateToken[],
  hour: number,
  minute: number,
  at: number,
  isSaid: boolean,
): ReadTime {
  const period = readPeriod(tokens, at);
  if (period !== null && hour <= 12) return onTwelve(hour, minute, period);
  return isSaid || readZone(tokens, at) !== null ? exactly(hour, minute, 0, at) : null;
}

function inWords(tokens: readonly DateToken[], at: number): ReadTime {
  const hour = readPhrase(tokens, at, HOUR_ORDINALS);
  if (hour === null) return null;
  const minutes = readMinutes(tokens, hour.next);
  const period = readPeriod(tokens, minutes.next);
  if (period === null) return null;
  const total = hour.value * 60 + minutes.value;
  return onTwelve(Math.floor(total / 60), total % 60, period);
}

/** `والنصف`, `إلا ربعاً`, `وخمس دقائق`, `و20 دقيقة`, `والنصف وخمس دقائق`; none is 0. */
function readMinutes(tokens: readonly DateToken[], at: number): Read<number> {
  let total = 0;
  let next = at;
  for (let round = 0; round < 2; round += 1) {
    const fraction = readPhrase(tokens, next, FRACTIONS);
    const counted = fraction ?? countedMinutes(tokens, next);
    if (counted === null) break;
    total += counted.value;
    next = counted.next;
  }
  return { value: total, next };
}

function countedMinutes(tokens: readonly DateToken[], at: number): Read<number> | null {
  const sign = isToken(tokens, at, 'و') ? 1 : isToken(tokens, at, 'الا') ? -1 : 0;
  if (sign === 0) return null;
  const count = readNumber(tokens, at + 1, 2) ?? readPhrase(tokens, at + 1, CARDINALS);
  if (count === null || count.value > 59) return null;
  const next = skip(tokens, count.next, minuteWords);
  return next === count.next ? null : { value: sign * count.value, next };
}

function readPeriod(tokens: readonly DateToken[], at: number): Read<Period> | null {
  const dotted = readDotted(tokens, at);
  if (dotted !== null) return dotted;
  return readPhrase(tokens, at, PERIODS);
}

/** `ق.ظ`, `p.m.`. */
function readDotted(tokens: readonly DateToken[], at: number): Read<Period> | null {
  const first = tokens[at];
  const second = tokens[at + 2];
  if (first?.kind !== 'word' || !isToken(tokens, at + 1, '.') || second?.kind !== 'word' || !second.glued) return null;
  const period = PERIODS.get(first.text)?.find(
    (phrase) => phrase.words.length === 2 && phrase.words[1] === second.text,
  );
  if (period === undefined) return null;
  return { value: period.meaning, next: isToken(tokens, at + 3, '.') ? at + 4 : at + 3 };
}

/** Twelve hours and a part of the day; null for what no clock says, such as 3 ظهراً's neighbour 9 ظهراً. */
function onTwelve(hour: number, minute: number, period: Read<Period>, second = 0): ReadTime {
  if (hour > 12) return exactly(hour, minute, second, period.next);
  if (hour < 1) return period.value === 'am' ? exactly(hour, minute, second, period.next) : null;
  const base = hour % 12;
  switch (period.value) {
    case 'am':
      return exactly(base, minute, second, period.next);
    case 'pm':
      return exactly(base + 12, minute, second, period.next);
    case 'noon':
      return hour >= 11 && hour < 12
        ? exactly(hour, minute, second, period.next)
        : base <= 3
          ? exactly(base + 12, minute, second, period.next)
          : null;
    case 'night':
      if (base >= 7) return exactly(base + 12, minute, second, period.next);
      return base <= 4 ? exactly(base, minute, second, period.next) : null;
    default:
      return period.value satisfies never;
  }
}

function exactly(hour: number, minute: number, second: number, next: number): ReadTime {
  if (hour > 23 || minute > 59 || second > 59 || minute < 0) return null;
  return { value: new Temporal.PlainTime(hour, minute, second), next };
}

/** `بتوقيت القاهرة`, `(توقيت مكة)`, `ت غ`, `GMT`, `GMT+3`, `+0300`, with or without brackets. */
export function readZone(tokens: readonly DateToken[], at: number): Read<string> | null {
  if (isToken(tokens, at, '(')) {
    const inside = readZone(tokens, at + 1);
    return inside !== null && isToken(tokens, inside.next, ')') ? { ...inside, next: inside.next + 1 } : null;
  }
  return arabicZone(tokens, at) ?? englishZone(tokens, at) ?? offset(tokens, at);
}

function arabicZone(tokens: readonly DateToken[], at: number): Read<string> | null {
  if (isToken(tokens, at, 'ت')) {
    const gee = isToken(tokens, at + 1, '.') ? at + 2 : at + 1;
    return isToken(tokens, gee, 'غ') ? { value: 'UTC', next: skip(tokens, gee + 1, new Set(['.'])) } : null;
  }
  if (isToken(tokens, at, 'تغ')) return { value: 'UTC', next: at + 1 };
  const named = skip(tokens, at, zoneWords);
  const name = readPhrase(tokens, named, ARABIC_ZONES);
  if (name === null || (named === at && name.value !== 'UTC')) return null;
  return name.value === 'UTC' ? withOffset(tokens, name.next) : name;
}

function englishZone(tokens: readonly DateToken[], at: number): Read<string> | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || !/^[a-z]+$/.test(token.text)) return null;
  const next = tokens[at + 1];
  const pair = next?.kind === 'word' ? zoneOfEnglish(`${token.text} ${next.text}`) : null;
  if (pair !== null) return { value: pair, next: skip(tokens, at + 2, new Set(['time'])) };
  const zone = zoneOfEnglish(token.text);
  if (zone === null) return null;
  return zone === 'UTC' ? withOffset(tokens, at + 1) : { value: zone, next: skip(tokens, at + 1, new Set(['time'])) };
}

/** `GMT+3`: the distance belongs to the name. */
function withOffset(tokens: readonly DateToken[], at: number): Read<string> {
  return offset(tokens, at) ?? { value: 'UTC', next: at };
}

/** `+03:00`, `+0300`, `+3`. A minus is a distance only when it stands against the figure and away from what is before. */
function offset(tokens: readonly DateToken[], at: number): Read<string> | null {
  const sign = tokens[at];
  const hours = tokens[at + 1];
  if (sign?.kind !== 'mark' || (sign.text !== '+' && sign.text !== '-') || hours?.kind !== 'number' || !hours.glued)
    return null;
  if (sign.text === '-' && hours.text.length !== 4 && !isToken(tokens, at + 2, ':')) return null;
  const colon = isToken(tokens, at + 2, ':') && tokens[at + 3]?.kind === 'number';
  const digits = colon
    ? `${hours.text.padStart(2, '0')}${tokens[at + 3]?.text}`
    : hours.text.length <= 2
      ? `${hours.text.padStart(2, '0')}00`
      : hours.text;
  if (!/^(?:0\d|1[0-4])[0-5]\d$/.test(digits)) return null;
  return { value: `${sign.text}${digits.slice(0, 2)}:${digits.slice(2)}`, next: colon ? at + 4 : at + 2 };
}

/** `بالتوقيت المحلي`, `(بالتوقيت المحلي)`: said, but names no zone. */
function localTime(tokens: readonly DateToken[], at: number): number {
  const from = isToken(tokens, at, '(') ? at + 1 : at;
  if (!isToken(tokens, from, 'بالتوقيت') || !isToken(tokens, from + 1, 'المحلي')) return at;
  return from === at ? at + 2 : skip(tokens, at + 3, new Set([')']));
}

function each<T>(value: T, phrases: readonly string[]): (readonly [string, T])[] {
  return phrases.map((phrase) => [phrase, value] as const);
}
