// Lines with all that can be said of each by itself: its shape, its words, what it repeats. The decoder reads nothing else.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Deadline } from '../deadline.ts';
import { type BylineReading, readByline } from './bylines.ts';
import { type CreditedLine, isBareCredit, readCredited } from './captions.ts';
import { readComposite } from './composite.ts';
import { type PageDate, readPageDate } from './dates.ts';
import { type FieldName, fieldOf } from './fields.ts';
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
  /** `matchKey` of the text; of a long line the text itself, since making a key costs more than long lines repeat. */
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
  /** The field that a label before the text names; the label is cut off. */
  readonly field: FieldName | null;
  /** The first line that said the same. */
  readonly family: number;
}

/** The longest line whose words are looked at for being anything but a paragraph. */
const longestShort = 260;

/** `By`, `Written by`, `بقلم` alone on a line: the name is on the next. */
const bylineLabel =
  /^(?:by|written by|words by|posted by|story by|reported by|author|authors|كتبت|بقلم|إعداد|تحرير|ترجمة|تصوير|المصدر|الكاتب|الكاتبة)\s*[:：]?$/iu;

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
    const atom = isPlainlyText(line.text)
      ? longAtom(line, index, families)
      : shortAtom(line, index, families, timeZone);
    const label = atoms.at(-1)?.text ?? '';
    atoms.push(label.length <= 16 && bylineLabel.test(label) ? signed(atom, label) : atom);
  }
  return { atoms, families };
}

/** A line under a byline's label read as the byline; the label itself is the page's. */
function signed(atom: Atom, label: string): Atom {
  if (atom.length > 80 || atom.furniture !== null) return atom;
  const byline = readByline(`${label.replace(/\s*[:：]$/u, '')}: ${atom.text}`);
  return byline === null ? atom : { ...atom, byline, headline: -4, credited: null, isBareCredit: false };
}

/** A long line, or one that ends as sentences do and is longer than anything else that does: its words are not looked at. */
function isPlainlyText(text: string): boolean {
  return text.length > longestShort || (text.length > 130 && endingOf(text) === 'stop' && !/[)\]][.،]?$/u.test(text));
}

/** A line of which nothing but its text is known. One shape of object for all lines, filled in by whoever learns more. */
function blank(line: Line, index: number, ending: Ending): Mutable<Atom> {
  const { number, text, gap } = line;
  return {
    number,
    text,
    gap,
    index,
    length: text.length,
    words: 1,
    key: '',
    ending,
    prose: -3,
    headline: -4,
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
    field: null,
    family: index,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

// Words of which notices have one at least; only then is a line looked at for being one.
const mayBeNotice =
  /cookie|كوكيز|ارتباط|خصوصي|privacy|rights|copyright|حقوق|newsletter|النشرة|نشرتنا|النشرات|قائمتنا|بريدك|inbox|e-?mail|comments|required|تعليق|الآراء|الاراء|javascript|سكريبت|الاقتباس|الإقتباس|terms of|يحظر/iu;

function longAtom(line: Line, index: number, families: Families): Atom {
  const { text } = line;
  const atom = blank(line, index, endingOf(text));
  // Nothing asks a paragraph for more than roughly how many.
  atom.words = Math.ceil(text.length / 6);
  atom.key = text;
  atom.prose = proseOf(text.length, atom.ending);
  if (text.length <= 2000) {
    if (text.length <= 700 && mayBeNotice.test(text) && isNotice(matchKey(text))) atom.furniture = 'notice';
    if (text.length <= 700 && /[)\]][.،]?$/u.test(text)) atom.credited = readCredited(text);
    atom.address = addressOf(text);
  }
  atom.isListed = isListItem(text) || isTableRow(text);
  atom.family = families.add(index, text, atom.credited === null ? null : matchKey(atom.credited.caption));
  return atom;
}

function shortAtom(printed: Line, index: number, families: Families, timeZone: string): Atom {
  const field = fieldOf(printed.text);
  const line = field === null || field.text === '' ? printed : { ...printed, text: field.text };
  const { text } = line;
  const atom = blank(line, index, endingOf(text));
  atom.field = field?.name ?? null;
  if (field?.text === '') {
    atom.furniture = 'corner';
    atom.key = matchKey(text);
    return atom;
  }
  if (isBareNumber(text)) atom.furniture = 'number';
  else if (isOrnament(text)) atom.furniture = 'ornament';
  if (atom.furniture !== null) return atom;
  atom.key = matchKey(text);
  atom.words = wordsIn(text);
  atom.isTimeStamp = isTimeStamp(text);
  atom.address = addressOf(text);
  const isOwnWords = readFurniture(atom, timeZone) || readSigns(atom);
  const size = proseOf(atom.length, atom.ending);
  atom.prose = isOwnWords ? Math.min(0, size) : size;
  if (!isOwnWords) atom.headline = headlineOf(atom);
  if (atom.field === 'headline') atom.headline = Math.max(atom.headline, 0.8);
  if (atom.field === 'section') atom.isSection = true;
  atom.family = families.add(index, atom.key, otherKeyOf(atom));
  return atom;
}

/** What belongs to the page and not to a story: tools, blocks' names, dates, dates with names. True when it is one of these. */
function readFurniture(atom: Mutable<Atom>, timeZone: string): boolean {
  const { text, key } = atom;
  atom.furniture = furnitureOf(text, key);
  // `تعليقات` may be a tool; with their number, `تعليقات (12)`, they begin.
  if (atom.furniture !== 'tools' || /\d/u.test(key)) atom.block = blockOf(text, key);
  // مباشر, Live: a corner of the menu, or the kicker of a story.
  if (atom.furniture === 'corner') atom.isGenre = isGenreName(key);
  if (atom.furniture !== null) return true;
  atom.date = readPageDate(text, key, timeZone);
  if (atom.date !== null || atom.block !== null) return true;
  const composite = readComposite(text, timeZone);
  if (composite === null) return false;
  atom.date = composite.date;
  atom.byline = composite.byline;
  atom.sectionBeside = composite.section;
  return true;
}

/** What a story's own short lines are. True when the line cannot be a headline for it. */
function readSigns(atom: Mutable<Atom>): boolean {
  const { text, key } = atom;
  atom.credited = readCredited(text);
  // `تصوير: …` is a picture's credit or one of those who made the story: its place decides.
  if (atom.credited === null || atom.credited.caption === '') atom.byline = readByline(text);
  atom.isBareCredit = isBareCredit(text, key);
  atom.crumbs = crumbsOf(text);
  atom.isSection = isSectionName(key);
  atom.isGenre = isGenreName(key);
  atom.isListed = isListItem(text) || isTableRow(text);
  return atom.credited?.isSure === true || atom.crumbs !== null || atom.address !== null;
}

function headlineOf(atom: Atom): number {
  return (
    headlineShapeOf(atom.length, atom.words, atom.ending) -
    (atom.isSection || atom.isGenre ? 2 : 0) -
    (atom.byline === null ? 0 : ([0.2, 1.2, 2.5][atom.byline.certainty - 1] ?? 0)) -
    (atom.isListed ? 0.6 : 0) -
    (atom.credited === null ? 0 : 1)
  );
}

/** The key of a caption without its credit, of a title without the paper's name. */
function otherKeyOf(atom: Atom): string | null {
  if (atom.credited !== null) return matchKey(atom.credited.caption);
  const head = withoutSiteName(atom.text);
  return head === null ? null : matchKey(head);
}

/** `© 2024 …`, `Copyright 2024 …`; a name after the sign, `© رويترز`, is a picture's credit. */
const isRightsLine = (text: string): boolean => /^(?:©|\(c\)|copyright(?: ©)?)\s*\p{N}{4}/iu.test(text);

function furnitureOf(text: string, key: string): Furniture | null {
  if (key === '') return 'ornament';
  if (isRightsLine(text)) return 'notice';
  if (bylineLabel.test(key)) return 'corner';
  if (isToolsRow(key)) return 'tools';
  if (isFurniturePhrase(key)) return blockNamed(key) === null ? 'corner' : null;
  if (isFurniturePattern(key)) return 'corner';
  return mayBeNotice.test(text) && isNotice(key) ? 'notice' : null;
}

function blockOf(text: string, key: string): Atom['block'] {
  const name = blockNamed(key);
  if (name !== null) return { name, rest: null };
  const labelled = labelOf(text, matchKey);
  return labelled === null ? null : { name: labelled.name, rest: labelled.rest };
}

const crumbMark = /\s*[>›→←/\\|•·]\s*|\s+[»«–—-]\s+/u;
const anyCrumbMark = /[>›→←/\\|•·»«–—-]/u;
const homeKeys = new Set(['الرييسيه', 'الصفحه الرييسيه', 'home', 'homepage', 'home page', 'الرييسه']);

/** `الرئيسية > أخبار > العالم العربي` gives its names without the first; at least one mark and a home or section name are needed. */
function crumbsOf(text: string): readonly string[] | null {
  if (text.length > 160) return null;
  if (!anyCrumbMark.test(text)) return null;
  const parts = text.split(crumbMark).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 7) return null;
  const keys = parts.map(matchKey);
  const startsHome = homeKeys.has(keys[0] ?? '');
  if (!startsHome && (/\p{N}/u.test(text) || keys.filter(isSectionName).length < 2 || !/[>›→←/\\|]|\s»\s/u.test(text)))
    return null;
  const names = startsHome ? parts.slice(1) : parts;
  return names.length === 0 ? null : names;
}
