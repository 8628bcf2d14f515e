// Which text blocks are a story's body: the part with the most running text, without the furniture inside it.
import type { Block } from './blocks.ts';
import { isDateLine } from './date-lines.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { hasHint } from './hints.ts';
import type { Scope } from './scopes.ts';
import { runningLength, type Survey, sumsOf } from './survey.ts';
import { around, isInAny, isInside, type PageElement, textOf } from './tree.ts';

export interface StoryBody {
  readonly container: PageElement;
  /** The body's blocks in order. */
  readonly blocks: readonly Block[];
  /** Blocks of the container that stand in the story but were taken for something else. */
  readonly dropped: readonly Block[];
}

/** The body within a scope; null when nothing in it reads like running text. */
export function bodyIn(survey: Survey, scope: Scope): StoryBody | null {
  const near = scope.blocks.filter((block) => !survey.isAway(block.holder));
  const value = sumsOf(near, worthOf);
  const container = descended(richest(value), value);
  if (container === null) return null;
  const inside = near.filter((block) => isInside(block.holder, container));
  const story = untilEnd(belowTitle(inside, scope.title), container, survey);
  const kept = new Set<Block>();
  for (const block of story) {
    survey.deadline.step(() => `near line ${survey.page.lineOf(block.at)}`);
    if (!isFurniture(block) && !isLooseLink(block) && !isByline(block, survey)) kept.add(block);
  }
  dropEdgeDates(kept);
  return { container, blocks: [...kept], dropped: inside.filter((block) => !kept.has(block)) };
}

/** A date before the first or after the last paragraphs is the story's, not one of its paragraphs. */
function dropEdgeDates(blocks: Set<Block>): void {
  const list = [...blocks];
  if (list.length < 3) return;
  for (const block of [...list.slice(0, 2), ...list.slice(-2)]) {
    if (block.length <= 80 && /\p{N}{4}/u.test(block.text) && isDateLine(block.text)) blocks.delete(block);
  }
}

function worthOf(block: Block): number {
  const running = runningLength(block);
  if (running > 0) return running;
  return block.linkLength > block.length / 2 ? -Math.min(60, block.linkLength) : 0;
}

function richest(value: ReadonlyMap<PageElement, number>): PageElement | null {
  let container: PageElement | null = null;
  let best = 0;
  for (const [element, worth] of value) {
    if (worth > best || (worth === best && container !== null && element.depth > container.depth)) {
      container = element;
      best = worth;
    }
  }
  return container;
}

/** The share of an element's worth that one part inside it must hold to stand for it. Measured on half of two corpora. */
const NAMED_SHARE = 0.75;
const PLAIN_SHARE = 0.8;

/** Goes down from the richest part while one part inside it holds nearly all. */
function descended(from: PageElement | null, value: ReadonlyMap<PageElement, number>): PageElement | null {
  let at = from;
  for (let next = at; at !== null && next !== null; ) {
    next = null;
    const here = value.get(at) ?? 0;
    for (const child of at.children) {
      if (child.kind !== 'element') continue;
      const isNamed = child.tag === 'article' || child.tag === 'main' || hasHint(child, 'body');
      if ((value.get(child) ?? 0) >= here * (isNamed ? NAMED_SHARE : PLAIN_SHARE)) next = child;
    }
    if (next !== null && standsAmongParagraphs(next, value)) break;
    if (next !== null) at = next;
  }
  return at;
}

/** Paragraphs right before or after a part are the story's as well as those in it. */
function standsAmongParagraphs(part: PageElement, value: ReadonlyMap<PageElement, number>): boolean {
  const siblings = (part.parent?.children ?? []).filter((child) => child.kind === 'element');
  const at = siblings.indexOf(part);
  return [siblings[at - 1], siblings[at + 1]].some((one) => one?.tag === 'p' && (value.get(one) ?? 0) >= 80);
}

const amountOf = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + runningLength(block), 0);

function belowTitle(blocks: readonly Block[], title: Block | null): readonly Block[] {
  if (title === null) return blocks;
  const below = blocks.filter((block) => block.index > title.index);
  return amountOf(below) >= amountOf(blocks) * 0.5 ? below : blocks;
}

/** The share of the text under which a part is a box inside the story and not a half of it. */
const BOX_SHARE = 0.25;

/**
 * Without the blocks that stand after stories: what their name heads goes, and all that follows when the name stands in no box
 * of its own. Only past half of the text, so that a heading of the story is not taken for one.
 */
function untilEnd(blocks: readonly Block[], container: PageElement, survey: Survey): readonly Block[] {
  const total = amountOf(blocks);
  const boxes = new Set<PageElement>();
  let before = 0;
  for (const [at, block] of blocks.entries()) {
    const kind = before > total * 0.5 && !isInAny(block.holder, boxes) ? furnitureLine(block.text) : null;
    if (kind === 'related' || kind === 'comments' || kind === 'author') {
      const box = kind === 'comments' ? null : boxAround(block, container, total, survey);
      if (box === null) return blocks.slice(0, at).filter(({ holder }) => !isInAny(holder, boxes));
      boxes.add(box);
    }
    before += runningLength(block);
  }
  return blocks.filter(({ holder }) => !isInAny(holder, boxes));
}

/** The largest small part around a name that holds more than the name. */
function boxAround(name: Block, container: PageElement, total: number, survey: Survey): PageElement | null {
  let box: PageElement | null = null;
  for (const element of around(name.holder)) {
    if (element === container || survey.runningIn(element) > total * BOX_SHARE) break;
    if (textOf(element, name.length + 200).length > name.length + 20) box = element;
  }
  return box;
}

function isFurniture(block: Block): boolean {
  if (furnitureLine(block.text) !== null) return true;
  const kind = furnitureBeginning(block.text);
  if (kind === null) return false;
  return kind !== 'related' || block.linkLength > block.length * 0.4;
}

function isLooseLink(block: Block): boolean {
  if (block.kind === 'item' || block.kind === 'cell' || block.kind === 'heading') return false;
  return block.linkLength >= block.length * (block.kind === 'paragraph' ? 0.9 : 0.5);
}

/** Lines of an element that is named for bylines or dates and holds little else. */
function isByline(block: Block, survey: Survey): boolean {
  if (block.length > 200) return false;
  for (
    let element: PageElement | null = block.holder, steps = 0;
    element !== null && steps < 4;
    element = element.parent, steps += 1
  ) {
    if (hasHint(element, 'byline', 'meta', 'date') && survey.runningIn(element) < 300) return true;
  }
  return false;
}
