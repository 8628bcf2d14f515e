// Instants as feeds and sitemaps write them, with the offset of the edition's own zone.

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
const MINUTE = 60_000;

/** A stretch of time in which a zone's offset stays, in epoch milliseconds; the end is not included. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Milliseconds east of Greenwich. */
  readonly offset: number;
  /** `+03:00`. */
  readonly sign: string;
}

/**
 * The last stretch that was asked for, by zone. A month's sitemap asks ten thousand times for one stretch, and asking
 * Temporal each time took nearly half of the time in which it was written.
 */
const stretches = new Map<string, Stretch>();

function stretchAt(millis: number, timeZone: string): Stretch {
  const known = stretches.get(timeZone);
  if (known !== undefined && known.from <= millis && millis < known.until) return known;
  const zoned = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(timeZone);
  // A change at this very instant has happened, and is the one before.
  const before = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const after = zoned.getTimeZoneTransition('next');
  const offset = zoned.offsetNanoseconds / 1_000_000;
  // Neither form can write an offset with seconds (Riyadh before 1947), and a rounded one would name another instant.
  const isWritten = offset % MINUTE === 0;
  const stretch = {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: isWritten ? offset : 0,
    sign: isWritten ? zoned.offset : '+00:00',
  };
  stretches.set(timeZone, stretch);
  return stretch;
}

/** A date whose UTC fields are those of the zone's clocks. */
const clockOf = (millis: number, { offset }: Stretch): Date => new Date(millis + offset);

/** RFC 822 with the year of four digits that RSS asks for: `Tue, 24 Nov 2026 10:33:00 +0300`. From epoch milliseconds. */
export function rfc822(millis: number, timeZone: string): string {
  const stretch = stretchAt(millis, timeZone);
  const at = clockOf(millis, stretch);
  const year = String(at.getUTCFullYear()).padStart(4, '0');
  const day = `${weekdays[at.getUTCDay()]}, ${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${year}`;
  return `${day} ${at.toISOString().slice(-13, -5)} ${stretch.sign.replace(':', '')}`;
}

/** RFC 3339: `2026-11-24T10:33:00+03:00`. From epoch milliseconds. */
export function rfc3339(millis: number, timeZone: string): string {
  const stretch = stretchAt(millis, timeZone);
  return `${clockOf(millis, stretch).toISOString().slice(0, -5)}${stretch.sign}`;
}
