// How much of one text stands word for word in another, by the runs of words that both have: what tells copy filed twice.

/** Words of a run. Two stories about one event share shorter runs by chance: names, titles, figures of speech. */
const RUN = 5;

/** The distinct runs of a text, each as a number. Two different runs are the same number once in some 4,000 million. */
export type Runs = ReadonlySet<number>;

/** The runs of words in their matching form. A text of fewer words than a run is one run. */
export function runsOf(words: readonly string[]): Runs {
  const numbers = words.map(numberOf);
  const runs = new Set<number>();
  const starts = numbers.length === 0 ? 0 : Math.max(1, numbers.length - RUN + 1);
  for (let start = 0; start < starts; start += 1) {
    let run = 0;
    for (let at = start; at < Math.min(start + RUN, numbers.length); at += 1)
      run = Math.imul(run, 0x01000193) ^ (numbers[at] ?? 0);
    runs.add(run);
  }
  return runs;
}

/** FNV-1a. */
function numberOf(word: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) number = Math.imul(number ^ word.charCodeAt(at), 0x01000193);
  return number;
}

export interface SharedRuns {
  /** How many. */
  readonly runs: number;
  /** How much of each text they are, 0 to 1. */
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** The runs that two texts share: counted, not estimated, because whoever asks has some forty candidates and their words. */
export function sharedRuns(first: Runs, second: Runs): SharedRuns {
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  let runs = 0;
  for (const run of small) if (large.has(run)) runs += 1;
  return { runs, ofFirst: runs / Math.max(1, first.size), ofSecond: runs / Math.max(1, second.size) };
}
