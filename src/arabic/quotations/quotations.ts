// Finds who said what in the paragraphs of a story: words in marks with a verb of saying near them, and their speaker.

import { isGivenName } from '../given-names.ts';
import { matchKey } from '../normal-form.ts';
import { type Token, tokens } from '../tokens.ts';
import { markedIn } from './marked.ts';
import { isReportingVerb } from './verbs.ts';

export type Speaker = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
};
export type Quotation = {
  /** As printed at the mention that names it. */
  readonly speaker: Speaker | null;
  readonly words: string;
  readonly paragraph: number;
  /** UTF-16 offsets of the words inside the marks, in that paragraph. */
  readonly start: number;
  readonly end: number;
  readonly verb: string | null;
};

const MOST_PARAGRAPHS = 2000;
const LONGEST_PARAGRAPH = 20_000;
const REACH = 160;
const after = new Set(
  'إن أن إنه إنها أنه أنها في على عن من إلى ان أمام خلال بعد قبل اليوم أمس الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد لـ قائلا قائلة قوله قولها بالقول حيث فيه الذي التي له لها'
    .split(' ')
    .map(matchKey),
);

/** The words after a verb up to a particle or mark: `الرئيس الأميركي دونالد ترامب`. */
function nameAfter(text: string, words: readonly Token[], from: number, paragraph: number): Speaker | null {
  const first = words[from];
  const verb = words[from - 1];
  if (first === undefined || verb === undefined || after.has(matchKey(first.text))) return null;
  if (first.start - verb.end > 3 || /[.:،؛«“"(\n]/u.test(text.slice(verb.end, first.start))) return null;
  let last = first;
  for (let at = from + 1; at < Math.min(words.length, from + 9); at += 1) {
    const word = words[at] as Token;
    const between = text.slice(last.end, word.start);
    if (/[.:؛«“"(\n]/u.test(between) || after.has(matchKey(word.text)) || isReportingVerb(word.text)) break;
    last = word;
  }
  return { name: text.slice(first.start, last.end), start: first.start, end: last.end, paragraph };
}

/** A fuller mention already seen that holds the short one, else the short one: `ترامب` → `دونالد ترامب`. */
function fuller(speaker: Speaker, seen: readonly Speaker[]): Speaker {
  const key = matchKey(speaker.name);
  const match = seen.findLast(
    (one) => one.name.length > speaker.name.length && ` ${matchKey(one.name)} `.includes(` ${key} `),
  );
  return match ?? speaker;
}

/**
 * Attributed quotations in order. Bounded: paragraphs past 2,000, and those longer than 20,000 units, are not read.
 */
export function quotationsIn(paragraphs: readonly string[]): readonly Quotation[] {
  const found: Quotation[] = [];
  const seen: Speaker[] = [];
  let previous: Speaker | null = null;
  for (const [paragraph, text] of paragraphs.slice(0, MOST_PARAGRAPHS).entries()) {
    if (text.length > LONGEST_PARAGRAPH) continue;
    const words = tokens(text);
    const verbs = words.flatMap((word, at) => (isReportingVerb(word.text) ? [at] : []));
    const spans = markedIn(text);
    const named: { at: number; speaker: Speaker }[] = [];
    for (const at of verbs) {
      if (spans.some((span) => (words[at] as Token).start >= span.start && (words[at] as Token).end <= span.end))
        continue;
      const speaker = nameAfter(text, words, at + 1, paragraph);
      if (speaker !== null) {
        const resolved = fuller(speaker, seen.slice(-40));
        named.push({ at, speaker: resolved });
        if (isGivenName(speaker.name.split(' ')[0] ?? '') || speaker.name.includes(' ')) seen.push(speaker);
      }
    }
    for (const span of spans) {
      const count = tokens(text.slice(span.start, span.end)).length;
      const verbAt = verbs.findLast((at) => {
        const word = words[at] as Token;
        return (
          word.end <= span.start && span.start - word.end <= REACH && !text.slice(word.end, span.start).includes('. ')
        );
      });
      if (count < 3 || verbAt === undefined) continue;
      const speaker: Speaker | null = named.findLast((one) => one.at <= verbAt)?.speaker ?? previous;
      previous = speaker;
      found.push({
        speaker,
        words: text.slice(span.start, span.end),
        paragraph,
        ...span,
        verb: (words[verbAt] as Token).text,
      });
    }
  }
  return found;
}
