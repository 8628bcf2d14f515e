// Instants as feeds and sitemaps write them, with the offset of the edition's own zone.

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
const MINUTE_NS = 60_000_000_000;

/**
 * To the second, in the zone. In UTC where the zone's offset was not of whole minutes (Riyadh before 1947): neither form
 * can write such an offset, and a rounded one would name another instant.
 */
function local(millis: number, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(millis);
  const zoned = instant.toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds % MINUTE_NS === 0 ? zoned : instant.toZonedDateTimeISO('UTC');
}

/** RFC 822 with the year of four digits that RSS asks for: `Tue, 24 Nov 2026 10:33:00 +0300`. From epoch milliseconds. */
export function rfc822(millis: number, timeZone: string): string {
  const at = local(millis, timeZone);
  const day = `${weekdays[at.dayOfWeek - 1]}, ${two(at.day)} ${months[at.month - 1]} ${String(at.year).padStart(4, '0')}`;
  return `${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} ${at.offset.replace(':', '')}`;
}

/** RFC 3339: `2026-11-24T10:33:00+03:00`. From epoch milliseconds. */
export function rfc3339(millis: number, timeZone: string): string {
  return local(millis, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second', roundingMode: 'floor' });
}
