// Pieces of words, which catch what stems miss: slips of the pen, odd inflections, foreign names.

/** Stands for the beginning and the end of a word: pieces there say more than the same letters inside a word. */
const EDGE = '_';

/**
 * Runs of `size` letters of a word in its matching form, its edges counted as letters: `برنامج` → `_برن`, `برنا`, `رنام`, `نامج`,
 * `امج_`. A word too short for two has one. Letters are UTF-16 units: a rare letter outside the basic plane counts as two.
 */
export function grams(word: string, size = 4): string[] {
  const edged = EDGE + word + EDGE;
  if (edged.length <= size) return [edged];
  const found: string[] = [];
  for (let start = 0; start + size <= edged.length; start += 1) found.push(edged.slice(start, start + size));
  return found;
}
