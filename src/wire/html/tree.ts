// A parsed page as the reader sees it: elements and text with their places in the source. Text only, no behaviour.

export interface PageText {
  readonly kind: 'text';
  readonly text: string;
  /** Where it begins in the source, in characters. */
  readonly at: number;
  readonly parent: PageElement;
}

export interface PageElement {
  readonly kind: 'element';
  readonly tag: string;
  /** Only the attributes that the reader knows (see elements.ts); no prototype. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly at: number;
  readonly depth: number;
  readonly parent: PageElement | null;
  readonly children: readonly PageNode[];
  /** For a link whose end tag came while a block inside it was open: where that was. What follows is not in the link. */
  readonly linkEnd: number | null;
}

export type PageNode = PageText | PageElement;

export interface Page {
  readonly root: PageElement;
  /** The texts of `application/ld+json` scripts, unread. */
  readonly linkedData: readonly string[];
  /** The line, counted from 1, of a place in the source. */
  lineOf(at: number): number;
}

/** Every element under `from` in the order of the page, `from` among them. Skips what is inside an element when told to. */
export function* elementsIn(
  from: PageElement,
  passOver: (element: PageElement) => boolean = () => false,
): Generator<PageElement> {
  const waiting: PageElement[] = [from];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (passOver(element)) continue;
    yield element;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child?.kind === 'element') waiting.push(child);
    }
  }
}

/** The element and those around it, innermost first; at most that many. */
export function* around(element: PageElement | null, most = Number.POSITIVE_INFINITY): Generator<PageElement> {
  let steps = 0;
  for (let at = element; at !== null && steps < most; at = at.parent) {
    yield at;
    steps += 1;
  }
}

export function isInside(element: PageElement, other: PageElement): boolean {
  let at: PageElement | null = element;
  while (at !== null && at.depth > other.depth) at = at.parent;
  return at === other;
}

/** Whether an element, or one around it, is in the set. */
export function isInAny(element: PageElement, set: ReadonlySet<PageElement>): boolean {
  if (set.size === 0) return false;
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (set.has(at)) return true;
  return false;
}

/** The innermost element that holds both. */
export function commonPart(one: PageElement, other: PageElement): PageElement {
  let left = one;
  let right = other;
  while (left !== right) {
    if (left.depth >= right.depth && left.parent !== null) left = left.parent;
    else if (right.parent !== null) right = right.parent;
    else break;
  }
  return left;
}

/** All the text under an element with its spaces made one, scripts and such left out. At most `most` characters. */
export function textOf(
  element: PageElement,
  most = 20_000,
  leaveOut: (inner: PageElement) => boolean = () => false,
): string {
  const parts: string[] = [];
  let length = 0;
  const waiting: PageNode[] = [element];
  for (let node = waiting.pop(); node !== undefined && length < most; node = waiting.pop()) {
    if (node.kind === 'text') {
      const written = node.text.replace(/\s+/gu, ' ');
      parts.push(written);
      length += written.length;
      continue;
    }
    if (node !== element && leaveOut(node)) continue;
    if (node.tag === 'br') parts.push(' ');
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
  return oneSpaced(parts.join('').slice(0, most));
}

export function oneSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
