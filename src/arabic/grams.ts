// Pieces of words and pairs of neighbours, which catch what stems miss: spelling slips, odd inflections, closeness.

/**
 * Runs of `size` letters of a word in its matching form: `برنامج` → `برنا`, `رنام`, `نامج`. A word of up to `size`
 * letters is its own only gram. Letters are UTF-16 units: a rare letter outside the basic plane counts as two.
 */
export function grams(word: string, size = 4): string[] {
  if (word.length <= size) return [word];
  const found: string[] = [];
  for (let start = 0; start + size <= word.length; start += 1) found.push(word.slice(start, start + size));
  return found;
}

/** Each stem with the next one, `a_b`: fewer than two stems give none. */
export function stemPairs(stems: readonly string[]): string[] {
  return stems.slice(1).map((stem, index) => `${stems[index]}_${stem}`);
}
