// What can be said of a line by itself: its shape, and what its words are: furniture, a date, a byline, a caption, a block's name.
import { matchKey } from '../../arabic/normal-form.ts';
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
import { withoutSiteName } from './repetition.ts';

/** What kind of page furniture a line is by its own words. */
export type Furniture = 'tools' | 'corner' | 'notice' | 'ornament' | 'number';

/** What a line's words say, wherever it stands. */
export interface LineWords {
  /** As it is stored; without the label of a field. */
  readonly text: string;
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
  /** The key of a caption without its credit, of a title without the paper's name; null when that is no other. */
  readonly otherKey: string | null;
  /** Too long for anything but a paragraph or a caption: its key is its text. */
  readonly isLong: boolean;
}

/** `By`, `Written by`, `بقلم` alone on a line: the name is on the next. */
export const bylineLabel =
  /^(?:by|written by|words by|posted by|story by|reported by|author|authors|كتبت|بقلم|إعداد|تحرير|ترجمة|تصوير|المصدر|الكاتب|الكاتبة)\s*[:：]?$/iu;

/** Short lines that a batch brings again and again: tools, menus, names, dates. So many different ones are kept. */
const known = new Map<string, LineWords>();
const mostKnown = 10_000;
const longestKnown = 48;
let knownZone = '';

/** Reads the words of a page's lines, each different line once. A time without a zone is taken in the reader's. */
export class LineReader {
  readonly #timeZone: string;
  /** Longer lines of this page: a headline stands on it more than once. */
  readonly #ofPage = new Map<string, LineWords>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
    if (knownZone === timeZone && known.size < mostKnown) return;
    known.clear();
    knownZone = timeZone;
  }

  read(text: string): LineWords {
    if (isPlainlyText(text)) return readLong(text);
    const memory = text.length <= longestKnown ? known : this.#ofPage;
    const before = memory.get(text);
    if (before !== undefined) return before;
    const own = memory === known ? copied(text) : text;
    const words = readShort(own, this.#timeZone);
    if (memory.size < mostKnown) memory.set(own, words);
    return words;
  }
}

/** The engine keeps the whole page alive for a piece cut out of it; a copy lets the page go while its lines are remembered. */
const copied = (text: string): string => ` ${text}`.slice(1);

/** Beyond this nothing but a paragraph, a caption with its credit, a labelled list or a notice is left for a line to be. */
const longestHeadline = 150;

/** A long line, or one that ends as sentences do and is longer than anything else that does: few of its words are looked at. */
function isPlainlyText(text: string): boolean {
  return text.length > longestHeadline || (text.length > 90 && endingOf(text) === 'stop' && !/[)\]][.،]?$/u.test(text));
}

/** A line of which nothing but its text is known. One shape of object for all lines, filled in by whoever learns more. */
function blank(text: string): Mutable<LineWords> {
  return {
    text,
    length: text.length,
    words: 1,
    key: '',
    ending: endingOf(text),
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
    otherKey: null,
    isLong: false,
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

// Words of which notices have one at least; only then is a line looked at for being one.
const mayBeNotice =
  /cookie|كوكيز|ارتباط|خصوصي|privacy|rights|copyright|حقوق|newsletter|النشرة|نشرتنا|النشرات|قائمتنا|بريدك|inbox|e-?mail|comments|required|تعليق|الآراء|الاراء|javascript|سكريبت|الاقتباس|الإقتباس|terms of|يحظر/iu;

function readLong(text: string): LineWords {
  const atom = blank(text);
  // Nothing asks a paragraph for more than roughly how many.
  atom.words = Math.ceil(text.length / 6);
  atom.key = text;
  atom.isLong = true;
  atom.prose = proseOf(text.length, atom.ending);
  if (text.length <= 2000) {
    if (text.length <= 700 && mayBeNotice.test(text) && isNotice(matchKey(text))) atom.furniture = 'notice';
    if (text.length <= 700 && /[)\]][.،]?$|photo|image|credit|picture|تصوير|عدسة/iu.test(text))
      atom.credited = readCredited(text);
    atom.address = addressOf(text);
  }
  const labelled = labelOf(text, matchKey);
  // `تصويب: …`, `الوسوم: …` may be long; a block of related stories begins on no such line.
  if (labelled !== null && labelled.name !== 'related') atom.block = { name: labelled.name, rest: labelled.rest };
  atom.isListed = isListItem(text) || isTableRow(text);
  if (atom.credited !== null) atom.otherKey = matchKey(atom.credited.caption);
  return atom;
}

function readShort(printed: string, timeZone: string): LineWords {
  const field = fieldOf(printed);
  const text = field === null || field.text === '' ? printed : field.text;
  const atom = blank(text);
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
  atom.otherKey = otherKeyOf(atom);
  return atom;
}

/** What belongs to the page and not to a story: tools, blocks' names, dates, dates with names. True when it is one of these. */
function readFurniture(atom: Mutable<LineWords>, timeZone: string): boolean {
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
function readSigns(atom: Mutable<LineWords>): boolean {
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

function headlineOf(atom: LineWords): number {
  return (
    headlineShapeOf(atom.length, atom.words, atom.ending) -
    (atom.isSection || atom.isGenre ? 2 : 0) -
    (atom.byline === null ? 0 : ([0.2, 1.2, 2.5][atom.byline.certainty - 1] ?? 0)) -
    (atom.isListed ? 0.6 : 0) -
    (atom.credited === null ? 0 : 1)
  );
}

/** The key of a caption without its credit, of a title without the paper's name. */
function otherKeyOf(atom: LineWords): string | null {
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
  if (isFurniturePhrase(key)) return isToolsRow(key) ? 'tools' : blockNamed(key) === null ? 'corner' : null;
  if (isFurniturePattern(key)) return 'corner';
  return mayBeNotice.test(text) && isNotice(key) ? 'notice' : null;
}

function blockOf(text: string, key: string): LineWords['block'] {
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
