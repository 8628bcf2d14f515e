// Finds who said what in the paragraphs of a story: words in marks that somebody is said to have said, and that somebody.

import { Attribution } from './attribution.ts';
import { type Marked, type Marking, markedIn } from './marks.ts';
import { isBody, isLabelled, isTitle } from './nouns.ts';
import { Registry } from './registry.ts';
import { fold, type Item, scan } from './scan.ts';
import { isThat, sayingOf } from './verbs.ts';
import type { Resolved, Speaker, Voice } from './voice.ts';

export type { Resolved, Speaker } from './voice.ts';

export type Quotation = {
  readonly words: string;
  /** The paragraph in which the words begin, and UTF-16 offsets in it: `end` in `lastParagraph`. Without the marks. */
  readonly paragraph: number;
  readonly start: number;
  readonly lastParagraph: number;
  readonly end: number;
  /** By the fullest name that the story gives, at the mention that gives it; null when the story does not plainly say. */
  readonly speaker: Speaker | null;
  /** As printed: `وأضاف`, `قائلاً`, `بحسب`; null when the words go on from before without one. */
  readonly verb: string | null;
  /** How the speaker was found; null when there is none. */
  readonly resolved: Resolved | null;
};

const MOST_PARAGRAPHS = 2000;
const LONGEST_PARAGRAPH = 20_000;
const MOST_CONTINUED = 8;
const REACH_AFTER = 40;
/** Words of one or two are a term or a title, unless they are all that was said. */
const FEWEST = 3;
const CARRIED_FEWEST = 5;
/** The longest title, brand or name in marks, in words. */
const LONGEST_LABEL = 6;
const LONGEST_NAME = 4;
const JOINTS = new Set(['و', 'ب', 'ل', 'ك', 'ال', 'وب', 'ف', 'بال']);

type Paragraph = { readonly text: string; readonly marking: Marking; readonly items: readonly Item[] };

/**
 * Attributed quotations in order, in linear time. A speaker is named only when the story says who it is. Bounded:
 * paragraphs past 2,000, and those longer than 20,000 units, are not read. Give it paragraphs from `cleanText`.
 *
 *     quotationsIn(['قال سيرغي لافروف: «لن نقبل بهذه الشروط أبداً».'])
 *     // [{ words: 'لن نقبل بهذه الشروط أبداً', speaker: { name: 'سيرغي لافروف', … }, verb: 'قال', resolved: 'named', … }]
 */
export function quotationsIn(paragraphs: readonly string[]): readonly Quotation[] {
  const texts = paragraphs.slice(0, MOST_PARAGRAPHS).map((text) => (text.length > LONGEST_PARAGRAPH ? '' : text));
  if (!texts.some((text) => /[«“”"'‘„]/u.test(text))) return [];
  const read = readParagraphs(texts);
  const counts = wordCounts(read);
  const registry = new Registry(counts);
  for (const [at, { items }] of read.entries()) registry.read(items, at);
  const attribution = new Attribution(registry, counts, texts);
  const found: Quotation[] = [];
  for (const at of read.keys()) walk(at, read, attribution, found);
  return found;
}

/** How often each word stands in the story, also behind a joined letter: `لترامب` counts for `ترامب`. */
function wordCounts(read: readonly Paragraph[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { items } of read)
    for (const { kind, key } of items) {
      if (kind !== 'word') continue;
      add(key);
      if (key.length > 4 && /^[وفبل]/u.test(key)) add(key.slice(1));
    }
  return counts;
}

/** Marks, and the items between them. A mark left open is closed where a later paragraph closes it, or at the end of its own. */
function readParagraphs(texts: readonly string[]): readonly Paragraph[] {
  const continued = new Map<number, number>();
  return texts.map((text, at) => {
    const stray = continued.get(at);
    if (stray === text.length) return { text, marking: { spans: [], unclosed: -1, stray: -1 }, items: [] };
    const marking = markedIn(text, stray !== undefined);
    const spans = [...marking.spans];
    if (stray !== undefined) spans.unshift({ open: 0, start: 0, end: 0, after: stray + 1 });
    if (marking.unclosed >= 0) {
      const end = tailEnd(texts, at, continued) ?? text.length;
      spans.push({ open: marking.unclosed, start: marking.unclosed + 1, end, after: end });
    }
    return { text, marking: { ...marking, spans }, items: scan(text, spans) };
  });
}

/** Looks for the mark that closes what a paragraph left open, and notes which paragraphs it runs through. */
function tailEnd(texts: readonly string[], from: number, continued: Map<number, number>): number | null {
  for (let at = from + 1; at <= from + MOST_CONTINUED && at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    const { stray, spans, unclosed } = markedIn(text, true);
    if (stray >= 0) {
      for (let between = from + 1; between < at; between += 1) continued.set(between, (texts[between] ?? '').length);
      continued.set(at, stray);
      return null;
    }
    if (spans.length > 0 || unclosed >= 0) return null;
  }
  return null;
}

type Spoken = { readonly voice: Voice | null; readonly verb: string | null };

function walk(at: number, read: readonly Paragraph[], attribution: Attribution, found: Quotation[]): void {
  const { text, marking, items } = read[at] as Paragraph;
  attribution.open(at, items);
  for (let index = 0; index < items.length; ) {
    const item = items[index] as Item;
    if (item.kind === 'word') {
      index = attribution.word(index);
      continue;
    }
    index += 1;
    if (item.kind === 'stop') attribution.endSentence(index);
    if (item.kind === 'break') attribution.afterDash(index - 1);
    if (item.kind !== 'marked') continue;
    const span = marking.spans[item.span] as Marked;
    const spoken = span.end > span.start ? spokenAt(index - 1, span, { text, items }, attribution, found, at) : null;
    if (spoken !== null) {
      if (spoken.voice !== null) attribution.spoke(spoken.voice);
      found.push(quotation(at, read, span, spoken));
    }
    const closed = /[.!؟?…]["'»”’]*\s*$/u.test(text.slice(Math.max(span.start, span.end - 4), span.end));
    if (closed && items[index]?.kind !== 'comma' && span.end > span.start) attribution.endSentence(index);
  }
}

const wordCount = (text: string): number => text.match(/(?<!\S)[^\s\p{L}\p{N}]*\p{L}\S*/gu)?.length ?? 0;

/** Whether a marked passage is somebody's words, and whose; null when it is a name, a title or a term. */
function spokenAt(
  index: number,
  span: Marked,
  { text, items }: { text: string; items: readonly Item[] },
  attribution: Attribution,
  found: readonly Quotation[],
  paragraph: number,
): Spoken | null {
  const count = wordCount(text.slice(span.start, Math.min(span.end, span.start + 200)));
  let before = index - 1;
  while (items[before]?.kind === 'word' && JOINTS.has(items[before]?.key ?? '')) before -= 1;
  const hasColon = items[before]?.kind === 'colon';
  if (hasColon || items[before]?.kind === 'comma') before -= 1;
  const left = items[before];
  const key = left?.kind === 'word' ? left.key : '';
  const { cue } = attribution;
  const direct = cue !== null && (cue.at === before || (hasColon && before >= cue.at));
  // A mark that nothing closes, after a newspaper's name and the like, closed nothing.
  if (span.after === span.end && !hasColon && isLabelled(key)) return null;
  const isLabel = !hasColon && left?.kind === 'word' && !DOCUMENTS.test(key);
  if (isLabel && ((isLabelled(key) && count <= LONGEST_LABEL) || ((isTitle(key) || isBody(key)) && count <= FEWEST)))
    return null;
  // `إلى «سينما قصر النيل»`: what stands in the marks says itself that it is a name.
  if (
    !hasColon &&
    count <= LONGEST_NAME &&
    isLabelled(fold(/[\p{L}\p{M}]+/u.exec(text.slice(span.start, span.end))?.[0] ?? ''))
  )
    return null;
  // `لـ«سكاي نيوز عربية»`: whom it was said to.
  if (!hasColon && count <= LONGEST_NAME && items[index - 1]?.key === 'ل' && saysThat(items, index)) return null;
  const role = key === '' ? undefined : sayingOf(key, '')?.role;
  if (count < FEWEST) {
    const isAll = cue !== null && direct && (hasColon || (role === 'participle' && SPEAKING.test(key)));
    return isAll ? { voice: cue.voice, verb: cue.verb } : null;
  }
  if (cue !== null) {
    // `أعلنت «هيئة تحرير الشام» أن`: the marks hold the subject.
    const isSubject =
      !hasColon &&
      (role === 'verb' || role === 'source') &&
      count <= 5 &&
      cue.at === before &&
      isThat(items[index + 1]?.key ?? '');
    if (isSubject) return null;
    return { voice: cue.voice ?? after(index, count, items, attribution, text)?.voice ?? null, verb: cue.verb };
  }
  const later = after(index, count, items, attribution, text);
  if (later !== null) return later;
  if (hasColon) {
    const voice = attribution.subject;
    if (voice !== null) return { voice, verb: null };
  }
  return goesOn(index, count, items, attribution, found, paragraph);
}

/** `لـ«…» إن`, `لـ«…»، أن`. */
const saysThat = (items: readonly Item[], index: number): boolean =>
  isThat(items[index + (items[index + 1]?.kind === 'comma' ? 2 : 1)]?.key ?? '');

/** After these even one word is all that was said: `قائلاً «نعم»`. */
const SPEAKING = /(?:قايل|قول|مضيف|متابع|مردف|معلق|مجيب|مخاطب|متسايل)/u;
const DOCUMENTS = /^(?:ال|لل|بال)?(?:بيان|تقرير|رساله|تصريح|بلاغ|منشور)/u;

/** A passage that fills its sentence after another quotation: the same speaker goes on. */
function goesOn(
  index: number,
  count: number,
  items: readonly Item[],
  attribution: Attribution,
  found: readonly Quotation[],
  paragraph: number,
): Spoken | null {
  const previous = found.at(-1);
  const fills =
    (index === 0 || items[index - 1]?.kind === 'stop') &&
    (items[index + 1] === undefined || items[index + 1]?.kind === 'stop');
  if (!fills || previous === undefined || previous.speaker === null || count < CARRIED_FEWEST) return null;
  if (paragraph - previous.lastParagraph > 1 || attribution.last === null) return null;
  return { voice: { ...attribution.last, resolved: 'carried' }, verb: null };
}

/** What says whose words they were after them: `«…»، قال لافروف`, `«…» بحسب البيان`, `«…» على حد قوله`. */
function after(
  index: number,
  count: number,
  items: readonly Item[],
  attribution: Attribution,
  text: string,
): Spoken | null {
  let at = index + 1;
  if (items[at]?.kind === 'comma' || items[at]?.kind === 'break') at += 1;
  if (items[at]?.key === 'كما' || items[at]?.key === 'هكذا') at += 1;
  const verbAt = items[at];
  if (verbAt?.kind === 'word') {
    const { key } = verbAt;
    const joined = /^[وف]/u.test(key) && sayingOf(key.slice(1), '') !== undefined;
    const opens = index === 0 || items[index - 1]?.kind !== 'word' || count >= CARRIED_FEWEST;
    if (!joined && opens && sayingOf(key, items[at + 1]?.key ?? '')?.role === 'verb') {
      const voice = attribution.voiceAt(at + 1);
      if (voice !== null) return { voice, verb: text.slice(verbAt.start, verbAt.end) };
    }
  }
  for (let next = index + 1; next < Math.min(items.length, index + REACH_AFTER); next += 1) {
    const item = items[next] as Item;
    if (item.kind === 'stop' || item.kind === 'marked') return null;
    const onTerms = item.key === 'علي' && items[next + 1]?.key === 'حد';
    if (!onTerms && sayingOf(item.key, '')?.role !== 'source') continue;
    const voice = attribution.source(onTerms ? next + 1 : next);
    return voice === null ? null : { voice, verb: text.slice(item.start, item.end) };
  }
  return null;
}

function quotation(at: number, read: readonly Paragraph[], span: Marked, spoken: Spoken): Quotation {
  const { text } = read[at] as Paragraph;
  let lastParagraph = at;
  let last = span.end;
  // A mark that its own paragraph does not close ends where the paragraphs after it say.
  if (span.after === span.end) {
    for (let next = at + 1; next < read.length; next += 1) {
      const first = read[next] as Paragraph;
      const stray = first.marking.spans[0];
      if (first.items.length === 0 && first.text.length > 0 && stray === undefined) continue;
      if (stray !== undefined && stray.end === 0) {
        lastParagraph = next;
        last = stray.after - 1;
      }
      break;
    }
    if (lastParagraph === at) last = span.start + sentenceEnd(text.slice(span.start, span.end));
  }
  let { start } = span;
  while (start < span.end && /[\s"«“]/u.test(text.charAt(start))) start += 1;
  const tail = (read[lastParagraph] as Paragraph).text;
  while (last > 0 && /\s/u.test(tail.charAt(last - 1)) && (lastParagraph > at || last > start)) last -= 1;
  const middle = read.slice(at + 1, lastParagraph).map((one) => one.text);
  const words =
    lastParagraph === at ? text.slice(start, last) : [text.slice(start), ...middle, tail.slice(0, last)].join('\n');
  const { voice, verb } = spoken;
  return {
    words,
    paragraph: at,
    start,
    lastParagraph,
    end: last,
    speaker: voice?.speaker ?? null,
    verb,
    resolved: voice?.resolved ?? null,
  };
}

/** Where words whose mark never closes are taken to end: before `على حد قوله` or `بحسب`, else at the end. */
function sentenceEnd(words: string): number {
  const found = words.search(/[،.]?\s*(?:على حد (?:قول|تعبير|وصف)|(?:ب?حسب|وفق|وفقاً|وفقا) )/u);
  return found > 0 ? found : words.length;
}
