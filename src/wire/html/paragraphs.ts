// From blocks to paragraphs: rows of a table as one, lines that are paragraphs of their own apart, corrections to themselves.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { labelOf } from '../capture/lexicon/blocks.ts';
import type { Block } from './blocks.ts';
import { hasHint } from './hints.ts';
import { around, oneSpaced, type PageElement } from './tree.ts';

export function paragraphsOf(blocks: readonly Block[]): string[] {
  const paragraphs: string[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const row = rowOf(block);
    if (row === null) {
      paragraphs.push(...linesAsParagraphs(cleanText(block.text)));
      continue;
    }
    const cells = [block.text];
    while (at + 1 < blocks.length && rowOf(blocks[at + 1] as Block) === row) {
      at += 1;
      cells.push((blocks[at] as Block).text);
    }
    paragraphs.push(oneSpaced(cleanText(cells.join(' | '))));
  }
  return paragraphs.filter((text) => text !== '');
}

/** The table row that a cell stands in; null for what is no cell. A cell of running text lays out a page and is no row's. */
function rowOf(block: Block): PageElement | null {
  if (block.kind !== 'cell' || block.length > 300) return null;
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

/** The blocks that say what was wrong with the story. */
export function isCorrection(block: Block): boolean {
  if (block.length > 3_000 || block.length < 15) return false;
  let steps = 0;
  for (const element of around(block.holder)) {
    steps += 1;
    if (steps > 4) break;
    if (hasHint(element, 'correction')) return true;
  }
  return labelOf(block.text, matchKey)?.name === 'correction';
}
