// A page as a run of text blocks in reading order: what stands on lines of its own, with how much of it is links.
import { HEADINGS, isBlock, NEVER_TEXT } from './elements.ts';
import { type Hint, hasHint } from './hints.ts';
import { elementsIn, type PageElement, type PageNode, type PageText, textOf } from './tree.ts';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'cell' | 'code' | 'term' | 'other';

export interface Block {
  readonly index: number;
  /** The innermost element that stands on its own lines and holds this text. */
  readonly holder: PageElement;
  readonly kind: BlockKind;
  /** Spaces made one; `\n` where the page breaks the line inside the block. */
  readonly text: string;
  /** Characters of the text, and of the part of it that is links. */
  readonly length: number;
  readonly linkLength: number;
  /** Where it begins in the source. */
  readonly at: number;
  /** All of it in large letters by old markup: a heading in pages that have no headings. */
  readonly isLoud: boolean;
}

/** Characters in paragraphs from which text that is hidden until a button is pressed is taken for the story's. */
const PROSE_THAT_SHOWS = 400;

/** Elements that do not show, as the page itself says, and hold no long text: `read more` hides the rest of stories. */
export function isHidden(element: PageElement): boolean {
  if (!saysHidden(element)) return false;
  let prose = 0;
  for (const inner of elementsIn(element)) {
    if (inner.tag === 'p') prose += textOf(inner, PROSE_THAT_SHOWS).length;
    if (prose >= PROSE_THAT_SHOWS) return false;
  }
  return true;
}

/** Style sheets are not read. */
function saysHidden({ attributes, tag }: PageElement): boolean {
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  if (attributes['aria-hidden'] === 'true' && tag !== 'span') return true;
  const style = attributes.style;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

type Pending = { parts: string[]; length: number; linkLength: number; loudLength: number; at: number; breaks: number };

/**
 * The blocks of a page, or of a part of it. What an element holds is passed over when `leaveOut` says so, and always when
 * it can never be text (scripts, forms' fields, frames).
 */
export function blocksOf(from: PageElement, leaveOut: (element: PageElement) => boolean): Block[] {
  const blocks: Block[] = [];
  const pending: Pending = { parts: [], length: 0, linkLength: 0, loudLength: 0, at: 0, breaks: 0 };
  const holders: PageElement[] = [from];
  const links: PageElement[] = [];
  const loud: PageElement[] = [];

  const end = () => {
    const holder = holders[holders.length - 1] ?? from;
    const text = tidied(pending.parts.join(''));
    if (text !== '') {
      blocks.push({
        index: blocks.length,
        holder,
        kind: kindOf(holder),
        text,
        length: text.length,
        linkLength: Math.min(text.length, pending.linkLength),
        at: pending.at,
        isLoud: pending.loudLength >= pending.length * 0.9,
      });
    }
    pending.parts = [];
    pending.length = 0;
    pending.linkLength = 0;
    pending.loudLength = 0;
    pending.breaks = 0;
  };

  const enter = (node: PageElement): boolean => {
    if (NEVER_TEXT.has(node.tag) || node.tag === 'noscript' || node.tag === 'title' || leaveOut(node)) return false;
    if (node.tag === 'br') {
      pending.breaks += 1;
      if (pending.breaks > 1 || BREAKS_LINES.has(holders[holders.length - 1]?.tag ?? '')) end();
      else pending.parts.push('\n');
    } else if (node.tag === 'hr') end();
    else if (isBlock(node.tag, node.parent?.tag ?? '') || standsApart(node, holders[holders.length - 1])) {
      end();
      holders.push(node);
    } else if (node.tag === 'a' && node.attributes.href !== undefined) links.push(node);
    if (isLarge(node)) loud.push(node);
    return true;
  };

  const leave = (node: PageElement) => {
    if (holders[holders.length - 1] === node) {
      end();
      holders.pop();
    }
    if (links[links.length - 1] === node) links.pop();
    if (loud[loud.length - 1] === node) loud.pop();
  };

  const write = (node: PageText) => {
    const written = node.text.replace(/\s+/gu, ' ');
    if (written.trim() === '') {
      pending.parts.push(written === '' ? '' : ' ');
      return;
    }
    if (pending.length === 0) pending.at = node.at + (node.text.length - node.text.trimStart().length);
    pending.parts.push(written);
    pending.length += written.length;
    if (loud.length > 0) pending.loudLength += written.length;
    pending.breaks = 0;
    const link = links[links.length - 1];
    if (link !== undefined && (link.linkEnd === null || node.at < link.linkEnd))
      pending.linkLength += written.trim().length;
  };

  traverse(from, { enter, leave, write });
  end();
  return blocks;
}

/** Cells of pages laid out by tables part their lines by single breaks. */
const BREAKS_LINES: ReadonlySet<string> = new Set(['td', 'th', 'center']);

const APART: readonly Hint[] = ['kicker', 'standfirst', 'section', 'byline', 'meta', 'date', 'caption', 'credit'];
const HOLDS_ONE_TEXT = /^(?:p|h[1-6]|blockquote|figcaption|caption|pre)$/;

/** Inline elements that are named as a field of their own: pages set them apart by style. */
function standsApart(node: PageElement, holder: PageElement | undefined): boolean {
  if (node.tag === 'br' || holder === undefined || HOLDS_ONE_TEXT.test(holder.tag)) return false;
  return hasHint(node, ...APART);
}

/** `<font size=5>`, `<font size="+2">`, `<big>`. */
function isLarge({ tag, attributes }: PageElement): boolean {
  return tag === 'big' || (tag === 'font' && /^(?:[4-7]|\+[1-4])$/.test((attributes.size ?? '').trim()));
}

type Visitor = {
  /** False to pass over what the element holds; `leave` is then not called. */
  enter(element: PageElement): boolean;
  leave(element: PageElement): void;
  write(text: PageText): void;
};

function traverse(from: PageElement, visitor: Visitor): void {
  const frames: { element: PageElement; next: number }[] = [{ element: from, next: 0 }];
  for (let frame = frames[0]; frame !== undefined; frame = frames[frames.length - 1]) {
    const child: PageNode | undefined = frame.element.children[frame.next];
    frame.next += 1;
    if (child === undefined) {
      frames.pop();
      if (frame.element !== from) visitor.leave(frame.element);
    } else if (child.kind === 'text') visitor.write(child);
    else if (visitor.enter(child)) frames.push({ element: child, next: 0 });
  }
}

function tidied(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function kindOf(holder: PageElement): BlockKind {
  for (let at: PageElement | null = holder, steps = 0; at !== null && steps < 4; at = at.parent, steps += 1) {
    if (HEADINGS.has(at.tag)) return 'heading';
    if (at.tag === 'p') return hasParent(at, 'blockquote') ? 'quote' : hasParent(at, 'li') ? 'item' : 'paragraph';
    if (at.tag === 'li') return 'item';
    if (at.tag === 'blockquote') return 'quote';
    if (at.tag === 'td' || at.tag === 'th') return 'cell';
    if (at.tag === 'pre') return 'code';
    if (at.tag === 'dt' || at.tag === 'dd') return 'term';
  }
  return 'other';
}

function hasParent(element: PageElement, tag: string): boolean {
  return element.parent?.tag === tag || element.parent?.parent?.tag === tag;
}
