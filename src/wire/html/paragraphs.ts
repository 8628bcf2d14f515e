// From blocks to paragraphs: rows of a table as one, lines that are paragraphs of their own apart, corrections to themselves.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { blockNamed, labelOf } from '../capture/lexicon/blocks.ts';
import type { Block } from './blocks.ts';
import { hasHint } from './hints.ts';
import { around, oneSpaced, type PageElement } from './tree.ts';

export interface Paragraphs {
  readonly texts: readonly string[];
  /** Blocks for which there was no room. */
  readonly left: readonly Block[];
}

/** At most `most` paragraphs. */
export function paragraphsOf(blocks: readonly Block[], most: number): Paragraphs {
  const texts: string[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const row = rowFrom(blocks, at);
    const isRow = row.length > 1;
    const found = isRow
      ? [oneSpaced(cleanText(row.map(({ text }) => text).join(' | ')))]
      : linesAsParagraphs(cleanText((blocks[at] as Block).text));
    if (texts.length + found.length > most) return { texts, left: blocks.slice(at) };
    texts.push(...found.filter((text) => text !== ''));
    if (isRow) at += row.length - 1;
  }
  return { texts, left: [] };
}

/** The cells of one row of a table, when each holds a short text: a row of figures. A page laid out by a table has longer ones. */
function rowFrom(blocks: readonly Block[], from: number): Block[] {
  const row = rowOf(blocks[from] as Block);
  const cells: Block[] = [];
  const holders = new Set<PageElement>();
  for (let at = from; row !== null && at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    if (rowOf(block) !== row) break;
    if (holders.has(block.holder) || block.length > 300) return [];
    holders.add(block.holder);
    cells.push(block);
  }
  return cells;
}

function rowOf(block: Block): PageElement | null {
  if (block.kind !== 'cell') return null;
  for (const element of around(block.holder)) if (element.tag === 'tr') return element;
  return null;
}

const FULL_LINE = 60;

/** A break inside a paragraph parts paragraphs when both lines are whole; else (verse, addresses) it stays a break. */
function linesAsParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  for (const line of text.split('\n').map(oneSpaced)) {
    if (line === '') continue;
    const before = paragraphs[paragraphs.length - 1];
    const isApart = before === undefined || isWhole(before) || line.length >= FULL_LINE;
    if (isApart) paragraphs.push(line);
    else paragraphs[paragraphs.length - 1] = `${before}\n${line}`;
  }
  return paragraphs;
}

const isWhole = (line: string) => line.length >= FULL_LINE || /[.!؟?…:»"”]$/u.test(line);

// As match keys: alef without hamza, ه for ة, small letters, no punctuation.
const amended =
  /^(?:this (?:article|story|piece|report|page|headline|post) (?:was|has been) (?:amended|corrected|updated|edited) |an earlier version of this |a previous version of this |(?:ذكرت|اوردت|ورد في|جاء في|ورد خطا في) (?:نسخه|صيغه) سابقه |(?:عدل|عدلت|صحح|صححت|جري تعديل|تم تعديل|جري تصحيح|تم تصحيح) هذ)/u;

export interface Corrections {
  readonly texts: readonly string[];
  /** Their blocks, with the lines that only name them. */
  readonly blocks: ReadonlySet<Block>;
}

const MOST_CORRECTIONS = 50;

/** What a story's blocks say was wrong with it, without the word `تصويب` before it. */
export function correctionsAmong(blocks: readonly Block[]): Corrections {
  const texts: string[] = [];
  const found = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    if (found.has(block) || block.length > 3_000 || texts.length >= MOST_CORRECTIONS) continue;
    const next = blocks[at + 1];
    const isName = block.length <= 40 && blockNamed(matchKey(block.text)) === 'correction';
    if (isName && next !== undefined && next.length <= 3_000) {
      texts.push(oneSpaced(cleanText(next.text)));
      found.add(block).add(next);
    } else if (!isName && isCorrection(block)) {
      const text = oneSpaced(cleanText(block.text));
      const labelled = labelOf(text, matchKey);
      texts.push(labelled?.name === 'correction' ? labelled.rest : text);
      found.add(block);
    }
  }
  return { texts: [...new Set(texts)], blocks: found };
}

function isCorrection(block: Block): boolean {
  if (block.length < 15) return false;
  for (const element of around(block.holder, 4)) if (hasHint(element, 'correction')) return true;
  return amended.test(matchKey(block.text.slice(0, 120))) || labelOf(block.text, matchKey)?.name === 'correction';
}
