// Pairs the quotation marks of a paragraph, straight ones by what stands around them; what never closes is said, not guessed.

/** UTF-16 offsets: `open` is the opening mark, `start` and `end` the words inside, `after` what follows the closing mark. */
export type Marked = { readonly open: number; readonly start: number; readonly end: number; readonly after: number };
export type Marking = {
  /** Outermost pairs in order. */
  readonly spans: readonly Marked[];
  /** The opening mark that nothing closes, or -1. */
  readonly unclosed: number;
  /** A closing mark before every pair with nothing to close: the end of what an earlier paragraph opened. Or -1. */
  readonly stray: number;
};

const LONGEST = 4000;
type Side = 'opens' | 'closes' | 'either';
type Mark = { readonly at: number; readonly length: number; readonly single: boolean; readonly side: Side };

const isMark = (sign: string): boolean => '«»“”„‟"‘’\''.includes(sign) && sign !== '';
const isSpace = (sign: string): boolean => sign === '' || /\s/u.test(sign);
const letter = /[\p{L}\p{N}#@([]/u;
const prefix = /(?:^|[\s(،:])(?:[وف]?(?:[بلك]ـ?|ال|الـ|[وف]ـ?)|ال?ـ)$/u;

/** What a mark does, told by its neighbours: a mark after a space and before a letter opens, one after a letter and before a space closes. */
function sideOf(text: string, at: number, length: number): Side {
  let left = at - 1;
  while (left >= 0 && at - left < 4 && isMark(text.charAt(left))) left -= 1;
  let right = at + length;
  while (right - at < 4 && isMark(text.charAt(right))) right += 1;
  const before = text.charAt(left);
  const after = text.charAt(right);
  const beforeLetter = letter.test(after) && after !== '';
  const joined = left >= 0 && letter.test(before) && prefix.test(text.slice(Math.max(0, left - 4), left + 1));
  if (beforeLetter && (isSpace(before) || '([:-–—ـ'.includes(before) || joined)) return 'opens';
  if (beforeLetter || (isSpace(before) && isSpace(after) && after !== '')) return 'either';
  if (isSpace(before) || before === ':') return !isSpace(after) || after === '' ? 'closes' : 'either';
  return 'closes';
}

function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 34 && code !== 39 && code !== 0xab && code !== 0xbb && (code < 0x2018 || code > 0x201f)) continue;
    if (!isMark(text.charAt(at))) continue;
    const doubled = code === 39 && text.charCodeAt(at + 1) === 39;
    const single = !doubled && (code === 39 || code === 0x2018 || code === 0x2019);
    const length = doubled ? 2 : 1;
    const nominal: Side = code === 0xab || code === 0x201e ? 'opens' : code === 0xbb ? 'closes' : 'either';
    const side = nominal === 'either' ? sideOf(text, at, length) : nominal;
    // An apostrophe is no mark: a single one counts only where its side is plain.
    if (!single || side !== 'either') marks.push({ at, length, single, side });
    if (doubled) at += 1;
  }
  return marks;
}

/** One walk over the marks. When nesting, an opening mark inside a pair must have its own end; when not, it is only a sign. */
function pair(marks: readonly Mark[], textLength: number, nesting: boolean, continues: boolean): Marking {
  const spans: Marked[] = [];
  let opener: Mark | null = null;
  let depth = 0;
  let stray = -1;
  for (const [index, mark] of marks.entries()) {
    if (opener !== null && mark.at - opener.at > LONGEST) opener = null;
    if (opener === null) {
      const next = marks[index + 1];
      // `تقع في" تبة الحمراء"`: a closing mark with nothing open and another after it was meant to open.
      const misplaced = mark.side === 'closes' && next?.side === 'closes' && !mark.single && !continues;
      if (mark.side === 'closes' && !misplaced) {
        if (spans.length === 0 && stray < 0 && !mark.single) stray = mark.at;
      } else {
        opener = mark;
        depth = 1;
      }
      continue;
    }
    // Single marks inside double ones are words like others.
    if (mark.single !== opener.single) continue;
    if (mark.side === 'opens') {
      if (nesting) depth += 1;
      continue;
    }
    depth -= 1;
    if (depth > 0) continue;
    const start = opener.at + opener.length;
    if (mark.at > start) spans.push({ open: opener.at, start, end: mark.at, after: mark.at + mark.length });
    opener = null;
  }
  const unclosed = opener === null || opener.single || textLength - opener.at > LONGEST ? -1 : opener.at;
  return { spans, unclosed, stray };
}

/**
 * Pairs the marks of one paragraph in linear time. `continues`: the paragraph before left a mark open, so that a closing
 * mark may come first. Pairs longer than 4,000 units are not made.
 */
export function markedIn(text: string, continues = false): Marking {
  const marks = marksOf(text);
  if (marks.length === 0) return { spans: [], unclosed: -1, stray: -1 };
  const nested = pair(marks, text.length, true, continues);
  if (nested.unclosed < 0) return nested;
  const flat = pair(marks, text.length, false, continues);
  if (flat.unclosed < 0) return flat;
  // `"كبيرا للغاية "على الصحة`: a closing mark set apart like an opening one; as many as there are pair in turn.
  const inTurn = marks
    .filter((mark) => !mark.single)
    .map((mark, index) => ({ ...mark, side: index % 2 === 0 ? 'opens' : 'closes' }) as const);
  return inTurn.length % 2 === 0 ? pair(inTurn, text.length, false, continues) : flat;
}
