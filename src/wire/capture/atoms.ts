// Lines in their place on the page: what each says by itself, and which other lines say the same. The decoder reads nothing else.
import type { Deadline } from '../deadline.ts';
import { readByline } from './bylines.ts';
import { bylineLabel, LineReader, type LineWords } from './line-words.ts';
import type { Line } from './lines.ts';
import { Families } from './repetition.ts';

export interface Atom extends Line, LineWords {
  readonly text: string;
  readonly index: number;
  /** The first line that said the same. */
  readonly family: number;
}

export function atomsOf(
  lines: readonly Line[],
  timeZone: string,
  deadline: Deadline,
): { atoms: Atom[]; families: Families } {
  const families = new Families();
  const reader = new LineReader(timeZone);
  const atoms: Atom[] = [];
  for (const line of lines) {
    const index = atoms.length;
    if ((index & 255) === 0) deadline.check();
    const words = reader.read(line.text);
    const family = familyOf(families, index, words);
    const atom = placed(words, line, index, family);
    const label = atoms.at(-1)?.text ?? '';
    atoms.push(label.length <= 16 && bylineLabel.test(label) ? signed(atom, label) : atom);
  }
  return { atoms, families };
}

function familyOf(families: Families, index: number, words: LineWords): number {
  if (words.key === '') return index;
  return words.isLong
    ? families.addLong(index, words.text, words.otherKey)
    : families.add(index, words.key, words.otherKey);
}

/** Written out, since every line passes here and spreading costs more than all else that is done for most of them. */
function placed(words: LineWords, line: Line, index: number, family: number): Atom {
  return {
    number: line.number,
    gap: line.gap,
    index,
    family,
    text: words.text,
    length: words.length,
    words: words.words,
    key: words.key,
    ending: words.ending,
    prose: words.prose,
    headline: words.headline,
    furniture: words.furniture,
    block: words.block,
    date: words.date,
    byline: words.byline,
    credited: words.credited,
    isBareCredit: words.isBareCredit,
    isSection: words.isSection,
    sectionBeside: words.sectionBeside,
    isGenre: words.isGenre,
    crumbs: words.crumbs,
    address: words.address,
    isListed: words.isListed,
    isTimeStamp: words.isTimeStamp,
    field: words.field,
    otherKey: words.otherKey,
    isLong: words.isLong,
  };
}

/** A line under a byline's label read as the byline; the label itself is the page's. */
function signed(atom: Atom, label: string): Atom {
  if (atom.length > 80 || atom.furniture !== null) return atom;
  const byline = readByline(`${label.replace(/\s*[:：]$/u, '')}: ${atom.text}`);
  return byline === null ? atom : { ...atom, byline, headline: -4, credited: null, isBareCredit: false };
}
