// How near a reading comes to what people marked as the story: the measures that the published tables use, and those of fields.

export type Agreement = { readonly precision: number; readonly recall: number; readonly f1: number };

/** Agreement of one page by words, each counted as often as it occurs (the measure of WCXB's tables). */
export function wordAgreement(read: string, marked: string): Agreement {
  return agreementOf(shared(counts(wordsOf(read)), counts(wordsOf(marked))));
}

export type Overlap = { readonly both: number; readonly onlyRead: number; readonly onlyMarked: number };

/** Overlap of one page by runs of four words (the measure of the article extraction benchmark), as parts of a whole. */
export function shingleOverlap(read: string, marked: string): Overlap {
  const { both, onlyRead, onlyMarked } = shared(
    counts(shingles(wordsOf(read, false))),
    counts(shingles(wordsOf(marked, false))),
  );
  const whole = both + onlyRead + onlyMarked || 1;
  return { both: both / whole, onlyRead: onlyRead / whole, onlyMarked: onlyMarked / whole };
}

/** Agreement over many overlaps, every page weighing the same. */
export function agreementOver(overlaps: readonly Overlap[]): Agreement {
  const total = { both: 0, onlyRead: 0, onlyMarked: 0 };
  for (const overlap of overlaps) {
    total.both += overlap.both;
    total.onlyRead += overlap.onlyRead;
    total.onlyMarked += overlap.onlyMarked;
  }
  return agreementOf(total);
}

function agreementOf({ both, onlyRead, onlyMarked }: Overlap): Agreement {
  if (both + onlyRead + onlyMarked === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = both + onlyRead === 0 ? 0 : both / (both + onlyRead);
  const recall = both + onlyMarked === 0 ? 0 : both / (both + onlyMarked);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function wordsOf(text: string, small = true): string[] {
  return (small ? text.toLowerCase() : text).match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function shingles(words: readonly string[]): string[] {
  if (words.length > 0 && words.length < 4) return [words.join(' ')];
  return words.slice(0, Math.max(0, words.length - 3)).map((_, at) => words.slice(at, at + 4).join(' '));
}

function counts(things: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const thing of things) found.set(thing, (found.get(thing) ?? 0) + 1);
  return found;
}

function shared(read: ReadonlyMap<string, number>, marked: ReadonlyMap<string, number>): Overlap {
  let both = 0;
  let onlyRead = 0;
  let onlyMarked = 0;
  for (const [thing, n] of read) {
    const other = marked.get(thing) ?? 0;
    both += Math.min(n, other);
    onlyRead += Math.max(0, n - other);
  }
  for (const [thing, n] of marked) onlyMarked += Math.max(0, n - (read.get(thing) ?? 0));
  return { both, onlyRead, onlyMarked };
}

const bare = (text: string) =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Whether two headlines are the same but for case, punctuation and space. */
export function sameHeadline(read: string | null, marked: string): boolean {
  return bare(read ?? '') === bare(marked);
}

/** Whether the authors read name the marked author: every word of the one in the other, either way. */
export function sameAuthor(read: readonly string[], marked: string): boolean {
  const ours = new Set(bare(read.join(' ')).split(' ').filter(Boolean));
  const theirs = new Set(
    bare(marked.replace(/\b(?:by|and)\b/gi, ' '))
      .split(' ')
      .filter(Boolean),
  );
  if (ours.size === 0 || theirs.size === 0) return false;
  const smaller = ours.size < theirs.size ? ours : theirs;
  const larger = smaller === ours ? theirs : ours;
  return [...smaller].every((word) => larger.has(word)) && (smaller.size > 1 || larger.size < 3);
}

/** Whether an instant falls on the marked day, give or take the day that a time zone moves it. */
export function sameDay(read: string | null, marked: string): boolean {
  const one = Date.parse(read ?? '');
  const other = Date.parse(/^\d{4}-\d\d-\d\d/.exec(marked)?.[0] ?? '');
  return Number.isFinite(one) && Number.isFinite(other) && Math.abs(one - other) <= 38 * 3_600_000;
}
