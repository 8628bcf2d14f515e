// Many short lists of whole numbers in two typed arrays.
import { Growing } from '../growing.ts';

/** Lists in order of their numbers: list `n` of `items` is from `starts[n]` to before `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

export function listsOf<T>(all: readonly T[], itemsOf: (one: T) => readonly number[]): Lists {
  const starts = new Uint32Array(all.length + 1);
  const items = new Growing();
  for (const [at, one] of all.entries()) {
    for (const item of itemsOf(one)) items.push(item);
    starts[at + 1] = items.length;
  }
  return { starts, items: items.taken() };
}

export const sizeOf = ({ starts }: Lists, list: number): number => (starts[list + 1] ?? 0) - (starts[list] ?? 0);
export const listOf = ({ starts, items }: Lists, list: number): Uint32Array =>
  items.subarray(starts[list], starts[list + 1]);

/** Which of many things have each of `count` numbers, when each has one. */
export function inverted(numbers: Uint32Array, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  const next = starts.slice();
  const items = new Uint32Array(numbers.length);
  for (const [thing, number] of numbers.entries()) {
    items[next[number] as number] = thing;
    next[number] = (next[number] as number) + 1;
  }
  return { starts, items };
}
