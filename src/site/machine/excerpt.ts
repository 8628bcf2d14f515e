// A text cut to what a machine shows of it: one line, whole words.
import { withoutForbidden } from './xml.ts';

/** The text on one line, without characters that show nothing but break documents. */
export function line(text: string): string {
  return withoutForbidden(text).replace(/\s+/gu, ' ').trim();
}

/** At most so many UTF-16 units, cut between words and then ended with `…`. */
export function excerpt(text: string, most: number): string {
  // Only the beginning can be shown; a text may be a whole body.
  const whole = line(text.slice(0, most * 4));
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  // A single word longer than the limit is cut inside, but not inside a surrogate pair.
  const words = space > most / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s،؛,;:.\-–—]+$/u, '')}…`;
}
