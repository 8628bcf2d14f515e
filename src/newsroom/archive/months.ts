// The year and month in which a story appeared, by the calendar and the clock of its edition.

/** An hour never holds the end of a month in a zone whose offset is whole hours; zones with half hours turn on the quarter. */
const QUARTER_MS = 900_000;
const remembered = new Map<string, string>();
const mostRemembered = 50_000;

/** `{ year: '2023', month: '2023-10' }`. Asking the calendar anew for each story is most of the work otherwise. */
export function monthsOf(epochMilliseconds: number, timeZone: string): { year: string; month: string } {
  const key = `${Math.floor(epochMilliseconds / QUARTER_MS)} ${timeZone}`;
  let month = remembered.get(key);
  if (month === undefined) {
    const date = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone).toPlainDate();
    month = date.toPlainYearMonth().toString();
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, month);
  }
  return { year: month.slice(0, -3), month };
}
