// Captions and credits of pictures as a page prints them: the credit in brackets at the end, or on a line of its own.
import { isAgencyName } from '../../arabic/agencies.ts';
import { matchKey } from '../../arabic/normal-form.ts';
import { splitNameCity, stripCredit } from '../../arabic/typography.ts';
import { isCreditWord, isSurelyCredit } from './lexicon/credits.ts';

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
  /^(?:image copyright|image source|photo by|photograph by|photos by|مصدر الصورة)\s*,?\s+(.{2,90})$/iu;
const sign = /^[©ⓒ]\s*(?:copyright\s*)?(.{2,90})$/iu;
const labelAtEnd =
  /^(.{12,1500}?[.!؟?»”"\p{L}\d)])\s*(?:(?:—|–|-|\||\/)\s*)?(?:photo(?:graph)?(?: by| credit)?|image(?: by| credit)?|credit|picture|تصوير|عدسة|المصدر)\s*:\s*([^:.]{2,80})$/iu;
const agencyAtEnd = /^(.{12,1500}?)(?:\s*[—–|]\s*|\s+-\s+|[.؛،,]\s+)([^—–|.]{2,50})\.?$/u;

/** The longest line that may be a caption with its credit. */
const longest = 1200;

/** Reads a line that carries a picture's credit, with or without a caption before it; null when it carries none. */
export function readCredited(text: string): CreditedLine | null {
  if (text.length < 2 || text.length > longest) return null;
  return readCreditOnly(text) ?? readBracketed(text) ?? readMarkedEnd(text);
}

function readCreditOnly(text: string): CreditedLine | null {
  if (text.length > 130) return null;
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
  const isSure = isSurelyCredit(credit, matchKey(credit));
  if (!isSure && splitNameCity(text) !== null) return null;
  return { caption, credit, isSure };
}

function readMarkedEnd(text: string): CreditedLine | null {
  const labelled = labelAtEnd.exec(text);
  if (labelled?.[1] !== undefined && labelled[2] !== undefined) {
    return { caption: labelled[1].trim(), credit: bare(labelled[2]), isSure: true };
  }
  if (text.length > 300) return null;
  const signed = agencyAtEnd.exec(text);
  const credit = signed?.[2]?.trim();
  if (signed?.[1] === undefined || credit === undefined) return null;
  // A paper's name after a dash signs an article as often as a picture.
  return isAgencyName(credit) || /^(?:getty|ap|afp|epa)\b/iu.test(credit)
    ? { caption: signed[1].trim(), credit, isSure: true }
    : null;
}

/** Without brackets around it. */
export const bare = (credit: string): string =>
  credit
    .trim()
    .replace(/^[([]\s*|\s*[)\]]$/gu, '')
    .trim();

/** Whether a whole line is a credit's words and nothing more: `رويترز`, `Getty Images`, `(أ.ف.ب)`. It may also be a byline. */
export function isBareCredit(text: string, key: string): boolean {
  return text.length <= 60 && (isAgencyName(bare(text)) || isCreditWord(key));
}
