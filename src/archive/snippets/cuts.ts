// Where a text may be cut for a snippet, and how well it is cut there.

/**
 * How much sense a cut leaves whole: `sentence` ends one, `clause` follows ، or ؛, `link` is before a word that links (في، الذي),
 * `word` parts two words, `bad` parts what belongs together (`في | القاهرة`, `15 | شخصاً`, `د. | سلمى`).
 */
export type Sense = 'sentence' | 'clause' | 'link' | 'word' | 'bad';

export type Cut = {
  /** UTF-16 offsets of the space at which the text is cut: what is before ends at `before`, what is after begins at `after`. */
  readonly before: number;
  readonly after: number;
  readonly sense: Sense;
  /** It stands between a quote and the one that closes it. */
  readonly isQuoted: boolean;
};

const space = /\s+/gu;
const ends = /[.!?؟…][»”"’)\]]*$/u;
const clauseEnds = /[،؛:][»”"’)\]]*$|[»”]$/u;
const loneLetter = /(?:^|[\s«“"([])(?:[وفبلك]?\p{L}|\p{L}(?:\.\p{L})+)\.$/u;
const figure = /\p{N}[%٪]?$/u;
const figureBegins = /^[\p{N}%٪]/u;
const letterBegins = /^\p{L}/u;
const dashEnds = /(?:^|\s)[-–—]$/u;
const closes = /^[»”)\].,،؛:!؟?%٪…]/u;
/** They belong to what follows them. */
const linking: ReadonlySet<string> = new Set(
  'في من إلى على عن مع بين منذ خلال بعد قبل حتى حول ضد عبر نحو لدى تحت فوق وسط أن إن بأن لأن كي لكي الذي التي الذين اللذين اللتين اللواتي لكن ولكن حيث كما إذا عندما بينما فيما مما بعدما وفي ومن وعلى وإلى وعن ومع وأن وإن وبين لا لم لن ما قد وقد غير كل بعض أي هذا هذه ذلك تلك'.split(
    ' ',
  ),
);
const lastWord = /(?:^|\s)(\p{L}+)$/u;
const firstWord = /^(\p{L}+)(?:\s|$)/u;
/** Enough of what stands before a space to tell what kind of place it is. */
const LOOKED_AT = 12;

/** The places between words in a stretch of a text, its two ends among them where they are the text's own. */
export function cutsIn(text: string, from: number, to: number, pairs: readonly Pair[]): Cut[] {
  const cuts: Cut[] = [];
  const isQuoted = (place: number) => pairs.some(({ start, end }) => start < place && place < end);
  if (from === 0) cuts.push({ before: 0, after: 0, sense: 'sentence', isQuoted: false });
  space.lastIndex = from;
  for (let found = space.exec(text); found !== null && found.index < to; found = space.exec(text)) {
    const before = found.index;
    const after = before + found[0].length;
    if (before === 0) continue;
    cuts.push({ before, after, sense: senseAt(text, before, after), isQuoted: isQuoted(before) });
  }
  if (to >= text.length) cuts.push({ before: text.length, after: text.length, sense: 'sentence', isQuoted: false });
  return cuts;
}

function senseAt(text: string, before: number, after: number): Sense {
  if (text.slice(before, after).includes('\n')) return 'sentence';
  const left = text.slice(Math.max(0, before - LOOKED_AT), before);
  const right = text.slice(after, after + LOOKED_AT);
  if (loneLetter.test(left) || closes.test(right)) return 'bad';
  if (ends.test(left)) return 'sentence';
  if (clauseEnds.test(left)) return 'clause';
  if (figure.test(left)) return figureBegins.test(right) || letterBegins.test(right) ? 'bad' : 'word';
  if (dashEnds.test(left) || linking.has(lastWord.exec(left)?.[1] ?? '')) return 'bad';
  return linking.has(firstWord.exec(right)?.[1] ?? '') ? 'link' : 'word';
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['“', '”'],
  ['(', ')'],
  ['[', ']'],
]);
const OPENING: ReadonlyMap<string, string> = new Map([...CLOSING].map(([opening, closing]) => [closing, opening]));
const mark = /["«»“”()[\]\n]/gu;

const LONGEST_PARAGRAPH = 4_000;

/** Two quotes or brackets, `end` behind the closing one, and what stands between them. */
export type Pair = { readonly start: number; readonly end: number };

/** The quotes and brackets of a stretch that open and close within one paragraph. */
export function pairsIn(text: string, from: number, to: number): Pair[] {
  const pairs: Pair[] = [];
  let open: { readonly mark: string; readonly at: number }[] = [];
  // Straight quotes open and close by turns, which only a paragraph's beginning can tell.
  mark.lastIndex = Math.max(text.lastIndexOf('\n', from) + 1, from - LONGEST_PARAGRAPH, 0);
  for (let found = mark.exec(text); found !== null && found.index < to; found = mark.exec(text)) {
    const sign = found[0];
    const at = found.index;
    const opening = sign === '"' ? '"' : OPENING.get(sign);
    const opened = opening === undefined ? -1 : open.findLastIndex((one) => one.mark === opening);
    if (sign === '\n') open = [];
    else if (opened >= 0) {
      pairs.push({ start: (open[opened] as { at: number }).at, end: at + 1 });
      open = open.slice(0, opened);
    } else if (CLOSING.has(sign) || sign === '"') open.push({ mark: sign, at });
  }
  return pairs.filter(({ end }) => end > from);
}
