// Gives a query back as text, for links that add a filter to a search or take one away.

import { printField } from './field-names.ts';
import type { ParsedQuery } from './parsed-query.ts';

/**
 * The canonical text of a query: what is sought as `printed` has it, then the fields, then بعد: and قبل:. Read again it is the
 * same query, when it is no longer than a query may be. `fields`, and `from` and `to` when `dateWords` is null, may have been
 * changed: `printQuery({ ...query, fields: [...query.fields, section] })`.
 */
export function printQuery(query: ParsedQuery): string {
  const fields = query.fields.map(({ field, value, without }) => `${without ? '-' : ''}${printField(field, value)}`);
  return [query.printed, ...fields, ...printBounds(query)].filter((part) => part !== '').join(' ');
}

function printBounds({ from, to, timeZone, dateWords }: ParsedQuery): string[] {
  if (dateWords !== null) return [];
  const bounds: string[] = [];
  if (from !== null) bounds.push(printField('after', dayOf(from, timeZone).subtract({ days: 1 }).toString()));
  if (to !== null) bounds.push(printField('before', dayOf(to, timeZone).toString()));
  return bounds;
}

function dayOf(instant: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}
