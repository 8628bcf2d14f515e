// Lines with all that can be said of each by itself: its shape, its words, what it repeats. The decoder reads nothing else.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Deadline } from '../deadline.ts';
import { type BylineReading, readByline } from './bylines.ts';
import { type CreditedLine, isBareCredit, readCredited } from './captions.ts';
import { readComposite } from './composite.ts';
import { type PageDate, readPageDate } from './dates.ts';
import { type BlockName, blockNamed, labelOf } from './lexicon/blocks.ts';
import { isFurniturePattern, isFurniturePhrase, isNotice, isToolsRow } from './lexicon/furniture.ts';
import { isGenreName, isSectionName } from './lexicon/sections.ts';
import {
  addressOf,
  type Ending,
  endingOf,
  headlineShapeOf,
  isBareNumber,
  isListItem,
  isOrnament,
  isTableRow,
  isTimeStamp,
  proseOf,
  wordsIn,
} from './line-shape.ts';
import type { Line } from './lines.ts';
import { Families, withoutSiteName } from './repetition.ts';

/** What kind of page furniture a line is by its own words. */
export type Furniture = 'tools' | 'corner' | 'notice' | 'ornament' | 'number';

export interface Atom extends Line {
  readonly index: number;
  readonly length: number;
  readonly words: number;
  /** `matchKey` of the text; of a long line only its beginning, enough to compare. */
  readonly key: string;
  readonly ending: Ending;
  readonly prose: number;
  /** How well it would do as a headline, from -4 to 1, words regarded. */
  readonly headline: number;
  readonly furniture: Furniture | null;
  /** The block that it names; with `rest`, the block's first entry stands on the same line. */
  readonly block: { readonly name: BlockName; readonly rest: string | null } | null;
  readonly date: PageDate | null;
  readonly byline: BylineReading | null;
  readonly credited: CreditedLine | null;
  readonly isBareCredit: boolean;
  readonly isSection: boolean;
  /** A section's name among other things on the line. */
  readonly sectionBeside: string | null;
  readonly isGenre: boolean;
  /** Names of sections from the home page down to the story's own. */
  readonly crumbs: readonly string[] | null;
  readonly address: string | null;
  /** A list item or a table row: text of a body however short. */
  readonly isListed: boolean;
  readonly isTimeStamp: boolean;
  /** The first line that said the same. */
  readonly family: number;
}

/** The longest line whose words are looked at for being anything but a paragraph. */
const longestShort = 260;

export function atomsOf(
  lines: readonly Line[],
  timeZone: string,
  deadline: Deadline,
): { atoms: Atom[]; families: Families } {
  const families = new Families();
  const atoms: Atom[] = [];
  for (const line of lines) {
    const index = atoms.length;
    if ((index & 255) === 0) deadline.check();
    atoms.push(
      line.text.length > longestShort ? longAtom(line, index, families) : shortAtom(line, index, families, timeZone),
    );
  }
  return { atoms, families };
}

const nothing = {
  furniture: null,
  block: null,
  date: null,
  byline: null,
  credited: null,
  isBareCredit: false,
  isSection: false,
  sectionBeside: null,
  isGenre: false,
  crumbs: null,
  address: null,
  isListed: false,
  isTimeStamp: false,
} as const;

function longAtom(line: Line, index: number, families: Families): Atom {
  const { text } = line;
  const ending = endingOf(text);
  // A caption may be long; a notice of cookies or rights too. Past that a line is a paragraph whatever it says.
  const mayBeCaption = text.length <= 700 && /[)\]][.،]?$/u.test(text);
  const credited = mayBeCaption ? readCredited(text) : null;
  const key = text.length <= 700 ? matchKey(text) : text;
  return {
    ...line,
    ...nothing,
    index,
    length: text.length,
    words: wordsIn(text),
    key,
    ending,
    prose: proseOf(text.length, ending),
    headline: -4,
    credited,
    furniture: text.length <= 700 && isNotice(key) ? 'notice' : null,
    isListed: isListItem(text) || isTableRow(text),
    address: addressOf(text),
    family: families.add(
      index,
      credited === null || credited.caption === '' ? [key] : [key, matchKey(credited.caption)],
    ),
  };
}

function shortAtom(line: Line, index: number, families: Families, timeZone: string): Atom {
  const { text } = line;
  const length = text.length;
  const base = { ...line, ...nothing, index, length };
  if (isOrnament(text) || isBareNumber(text)) {
    const furniture: Furniture = isOrnament(text) ? 'ornament' : 'number';
    return { ...base, words: 1, key: '', ending: 'none', prose: -3, headline: -4, furniture, family: index };
  }
  const key = matchKey(text);
  const ending = endingOf(text);
  const words = wordsIn(text);
  const furniture = furnitureOf(key);
  const block = furniture === 'tools' ? null : blockOf(text, key);
  const composite = furniture === null && block === null ? readComposite(text, timeZone) : null;
  const date = furniture === null && composite === null ? readPageDate(text, timeZone) : (composite?.date ?? null);
  const isPlain = furniture === null && block === null && date === null && composite === null;
  const credited = isPlain ? readCredited(text) : null;
  const byline = composite?.byline ?? (isPlain && credited === null ? readByline(text) : null);
  const crumbs = isPlain ? crumbsOf(text) : null;
  const isSection = isPlain && isSectionName(key);
  const isGenre = isPlain && isGenreName(key);
  const address = addressOf(text);
  const isListed = isPlain && (isListItem(text) || isTableRow(text));
  const isMarked = !isPlain || credited !== null || crumbs !== null || address !== null;
  return {
    ...base,
    key,
    ending,
    words,
    prose: isMarked ? Math.min(0, proseOf(length, ending)) : proseOf(length, ending),
    headline: isMarked
      ? -4
      : headlineShapeOf(length, words, ending) -
        (isSection || isGenre ? 2 : 0) -
        (byline === null ? 0 : ([0.2, 1.2, 2.5][byline.certainty - 1] ?? 0)) -
        (isListed ? 0.6 : 0),
    furniture,
    block,
    date,
    byline,
    credited,
    isBareCredit: isPlain && isBareCredit(text, key),
    isSection,
    sectionBeside: composite?.section ?? null,
    isGenre,
    crumbs,
    address,
    isListed,
    isTimeStamp: isTimeStamp(text),
    family: families.add(index, keysOf(text, key, credited)),
  };
}

function keysOf(text: string, key: string, credited: CreditedLine | null): string[] {
  if (credited !== null) return credited.caption === '' ? [key] : [key, matchKey(credited.caption)];
  const head = withoutSiteName(text);
  return head === null ? [key] : [key, matchKey(head)];
}

function furnitureOf(key: string): Furniture | null {
  if (key === '') return 'ornament';
  if (isToolsRow(key)) return 'tools';
  if (isFurniturePhrase(key)) return blockNamed(key) === null ? 'corner' : null;
  if (isFurniturePattern(key)) return 'corner';
  return isNotice(key) ? 'notice' : null;
}

function blockOf(text: string, key: string): Atom['block'] {
  const name = blockNamed(key);
  if (name !== null) return { name, rest: null };
  const labelled = labelOf(text, matchKey);
  return labelled === null ? null : { name: labelled.name, rest: labelled.rest };
}

const crumbMark = /\s*[>›→←/\\|•·]\s*|\s+[»«–—-]\s+/u;
const homeKeys = new Set(['الرييسيه', 'الصفحه الرييسيه', 'home', 'homepage', 'home page', 'الرييسه']);

/** `الرئيسية > أخبار > العالم العربي` gives its names without the first; at least one mark and a home or section name are needed. */
function crumbsOf(text: string): readonly string[] | null {
  if (text.length > 160) return null;
  const parts = text.split(crumbMark).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 7) return null;
  const keys = parts.map(matchKey);
  const startsHome = homeKeys.has(keys[0] ?? '');
  if (!startsHome && !(isSectionName(keys[0] ?? '') && parts.length >= 2 && /[>›→←/\\|]|\s»\s/u.test(text)))
    return null;
  const names = startsHome ? parts.slice(1) : parts;
  return names.length === 0 ? null : names;
}
