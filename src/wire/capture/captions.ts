// Captions and credits of pictures as a page prints them: the credit in brackets at the end, or on a line of its own.

import { matchKey } from '../../arabic/normal-form.ts';
import { splitNameCity, stripCredit } from '../../arabic/typography.ts';
import { isAgencyName } from './known-names.ts';
import { isCreditWord, isSurelyCredit } from './lexicon/credits.ts';
import { functionWords } from './lexicon/function-words.ts';
import { wordsIn } from './line-shape.ts';

export interface CreditedLine {
  /** Without its credit; empty when the line was only a credit. */
  readonly caption: string;
  readonly credit: string;
  /** Whether the credit's words are known to be one; else only the bracket's place says so. */
  readonly isSure: boolean;
}

const label =
  /^(?:تصوير|عدسة|بعدسة|الصورة|مصدر الصورة|المصدر|حقوق الصورة|photo(?:graph)?(?:s)?(?: by| credit)?|image(?:s)?(?: by| credit| source| copyright| caption)?|picture(?:s)?(?: by)?|credit|source|courtesy(?: of)?|illustration(?: by)?)\s*[:：©/]\s*(.{2,120})$/iu;
const labelNeedsNoColon =
  /^(?:image copyright|image source|photo by|photograph by|photos by|مصدر الصورة|صدر الصورة|صورة من)\s*[,،]?\s+(.{2,90})$/iu;
const sign = /^[©ⓒ]\s*(?:copyright\s*)?(.{2,90})$/iu;
const labelAtEnd =
  /^(.{12,1500}?[.!؟?»”"\p{L}\d)])\s*(?:(?:—|–|-|\||\/)\s*)?(?:photo(?:graph)?(?: by| credit)?|image(?: by| credit)?|credit|picture|تصوير|عدسة|المصدر)\s*:\s*([^:.]{2,80})$/iu;
const photoByAtEnd = /^(.{12,1500}?[.!؟?”"])\s+((?:photo(?:graph)?s?|image|illustration) by [^.:]{3,70})\.?$/iu;

/** The longest line that may be a caption with its credit. */
const longest = 1200;

/** Reads a line that carries a picture's credit, with or without a caption before it; null when it carries none. */
export function readCredited(text: string): CreditedLine | null {
  if (text.length < 2 || text.length > longest) return null;
  return readCreditOnly(text) ?? readBracketed(text) ?? readMarkedEnd(text);
}

function readCreditOnly(text: string): CreditedLine | null {
  if (text.length > 130 || !hint.test(text)) return null;
  const named =
    label.exec(text) ?? labelNeedsNoColon.exec(text) ?? (/all rights|محفوظ/iu.test(text) ? null : sign.exec(text));
  const credit = named?.[1]?.trim();
  if (credit !== undefined && !/^\d{4}/u.test(credit)) return { caption: '', credit: bare(credit), isSure: true };
  return null;
}

function readBracketed(text: string): CreditedLine | null {
  const last = text.charAt(text.length - 1);
  if (last !== ')' && last !== ']' && !/[)\]][.،]$/u.test(text)) return null;
  const { caption, credit } = stripCredit(text);
  // A bracket alone on its line may as well be a byline: `(رويترز)` under the last paragraph. Its place decides.
  if (credit === null || caption === '') return null;
  const key = matchKey(credit);
  const isSure = isSurelyCredit(credit, key);
  // An unknown credit is a name: no word of a sentence is in it, `(and how it makes it easy)`.
  if (!isSure && (splitNameCity(text) !== null || key.split(' ').some((word) => functionWords.has(word)))) return null;
  return { caption, credit, isSure };
}

// Letters of either case are written out: a search without regard for case costs three times as much on every line.
const creditWord =
  /[Pp](?:hoto|HOTO|icture|ICTURE)|[Ii](?:mage|MAGE|llustration)|[Cc](?:redit|REDIT)|تصوير|عدسة|المصدر/u;
const hint = /[:：©ⓒ/]|[Ii](?:mage|MAGE)|[Pp](?:hoto|HOTO)|صدر الصورة|صورة من/u;

function readMarkedEnd(text: string): CreditedLine | null {
  if (creditWord.test(text)) {
    const labelled = labelAtEnd.exec(text) ?? photoByAtEnd.exec(text);
    if (labelled?.[1] !== undefined && labelled[2] !== undefined) {
      const credit = bare(labelled[2]).replace(/^(?:photo(?:graph)?s?|image|illustration) by /iu, '');
      return { caption: labelled[1].trim(), credit, isSure: true };
    }
  }
  return text.length > 300 ? null : readSigned(text);
}

/** `جانب من الحفل - رويترز`, `A market in Tripoli. AFP`: only an agency; a paper's name there signs an article as often as a picture. */
function readSigned(text: string): CreditedLine | null {
  const end = text.endsWith('.') ? text.length - 1 : text.length;
  let at = end - 1;
  while (at > end - 50 && at > 12 && !isSignMark(text.charCodeAt(at))) at -= 1;
  if (at <= Math.max(12, end - 50)) return null;
  const credit = text.slice(at + 1, end).trim();
  if (credit.length < 2 || credit.length > 34 || wordsIn(credit) > 4) return null;
  if (!isAgencyName(credit) && !/^(?:getty|ap|afp|epa)\b/iu.test(credit)) return null;
  return {
    caption: text
      .slice(0, at)
      .replace(/[\s—–|-]+$/u, '')
      .trim(),
    credit,
    isSure: true,
  };
}

/** — – | . ؛ ، , - */
const isSignMark = (code: number): boolean =>
  code === 0x2014 ||
  code === 0x2013 ||
  code === 0x7c ||
  code === 0x2e ||
  code === 0x61b ||
  code === 0x60c ||
  code === 0x2c ||
  code === 0x2d;

/** Without brackets around it. */
export const bare = (credit: string): string =>
  credit
    .trim()
    .replace(/^[([]\s*|\s*[)\]]$/gu, '')
    .trim();

/** Whether a whole line is a credit's words and nothing more: `رويترز`, `Getty Images`, `(أ.ف.ب)`. It may also be a byline. */
export function isBareCredit(text: string, key: string): boolean {
  return text.length <= 50 && wordsIn(text) <= 5 && (isCreditWord(key) || isAgencyName(bare(text)));
}
