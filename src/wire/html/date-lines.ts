// Lines of a page that are dates: the captures' reader of them, asked in the page reader's words.
import { matchKey } from '../../arabic/normal-form.ts';
import { type PageDate, readPageDate } from '../capture/dates.ts';

/** Reads a line that is a date and nothing else but its label; null for any other. */
export function readDateLine(line: string, timeZone: string): PageDate | null {
  return line.length > 200 ? null : readPageDate(line, matchKey(line), timeZone);
}

export const isDateLine = (line: string): boolean => readDateLine(line, 'UTC') !== null;
