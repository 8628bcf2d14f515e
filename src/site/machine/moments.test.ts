// Dates of feeds: the forms of RFC 822 and RFC 3339, in the zone of the edition, always the same instant.
import { expect, test } from 'vitest';
import { rfc822, rfc3339 } from './moments.ts';

const millis = Date.parse('2026-11-24T21:33:05.678Z');

test('an instant is written in the zone of the edition', () => {
  expect(rfc822(millis, 'Asia/Riyadh')).toBe('Wed, 25 Nov 2026 00:33:05 +0300');
  expect(rfc3339(millis, 'Asia/Riyadh')).toBe('2026-11-25T00:33:05+03:00');
  expect(rfc822(millis, 'UTC')).toBe('Tue, 24 Nov 2026 21:33:05 +0000');
  expect(rfc3339(millis, 'America/St_Johns')).toBe('2026-11-24T18:03:05-03:30');
});

test('both forms name the instant itself, to the second, at any time and in any zone', () => {
  const zones = ['Asia/Riyadh', 'Africa/Cairo', 'Africa/Casablanca', 'Europe/London', 'Asia/Kathmandu', 'UTC'];
  for (const zone of zones) {
    for (const at of [0, millis, Date.parse('1938-10-01T00:00:00Z'), Date.parse('1899-12-31T23:59:59Z'), 999]) {
      const whole = Math.floor(at / 1000) * 1000;
      expect(Date.parse(rfc822(at, zone))).toBe(whole);
      expect(Date.parse(rfc3339(at, zone))).toBe(whole);
    }
  }
});

test('every hour around a change of the clocks, asked in either order, is written as Temporal says', () => {
  const change = Date.parse('2026-10-29T21:00:00Z');
  const hours = Array.from({ length: 12 }, (_, hour) => change + (hour - 6) * 3_600_000);
  const expected = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toString({ timeZone: 'Africa/Cairo', smallestUnit: 'second' });
  for (const at of [...hours, change - 1, change + 1, ...hours.toReversed()]) {
    expect(rfc3339(at, 'Africa/Cairo')).toBe(expected(at));
  }
  expect(new Set(hours.map((at) => rfc3339(at, 'Africa/Cairo').slice(-6)))).toEqual(new Set(['+03:00', '+02:00']));
});
