// The elements that are open while a page is parsed, and which of them a tag ends. After the HTML standard, where it decides
// what text belongs to what; formatting elements are not rebuilt across blocks, since nothing here is styled.
import { ENDS_PARAGRAPH, HEADINGS, isBlock, SCOPE_WALLS } from './elements.ts';
import type { PageElement, PageNode } from './tree.ts';

/** An element that may still be added to. */
export type Open = { -readonly [K in keyof PageElement]: PageElement[K] } & { children: PageNode[] };

const isForeign = (tag: string) => tag === 'svg' || tag === 'math';

const noWalls: ReadonlySet<string> = new Set();
const listWalls: ReadonlySet<string> = new Set([...SCOPE_WALLS, 'ul', 'ol', 'menu', 'dir']);
const definitionWalls: ReadonlySet<string> = new Set([...SCOPE_WALLS, 'dl']);
const rowWalls: ReadonlySet<string> = new Set(['tr', 'table', 'template']);
const tableWalls: ReadonlySet<string> = new Set(['table', 'template']);
const optionWalls: ReadonlySet<string> = new Set([...SCOPE_WALLS, 'select', 'datalist']);
const tableParts: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'caption']);

export class OpenElements {
  readonly #root: Open;
  readonly #stack: Open[];
  /** How many SVG and MathML elements are open. */
  #foreign = 0;

  constructor(root: Open) {
    this.#root = root;
    this.#stack = [root];
  }

  get top(): Open {
    return this.#stack[this.#stack.length - 1] ?? this.#root;
  }

  get depth(): number {
    return this.#stack.length;
  }

  /** Whether the next tag stands in SVG or MathML, and not in HTML inside them. */
  isForeign(): boolean {
    if (this.#foreign === 0) return false;
    for (let at = this.#stack.length - 1; at >= 0; at -= 1) {
      const tag = this.#stack[at]?.tag ?? '';
      if (isForeign(tag)) return true;
      if (tag === 'foreignobject' || tag === 'body' || tag === 'div') return false;
    }
    return false;
  }

  /** Ends what an opening tag ends: a paragraph before a block, an item before the next. */
  endWhatItEnds(tag: string): void {
    if (ENDS_PARAGRAPH.has(tag)) this.#closeIfOpen('p', SCOPE_WALLS);
    if (tag === 'li') this.#closeIfOpen('li', listWalls);
    else if (tag === 'dd' || tag === 'dt') {
      this.#closeIfOpen('dd', definitionWalls);
      this.#closeIfOpen('dt', definitionWalls);
    } else if (tag === 'td' || tag === 'th') {
      this.#closeIfOpen('td', rowWalls);
      this.#closeIfOpen('th', rowWalls);
    } else if (tag === 'tr') this.#closeIfOpen('tr', tableWalls);
    else if (tag === 'tbody' || tag === 'thead' || tag === 'tfoot') {
      for (const part of ['tbody', 'thead', 'tfoot']) this.#closeIfOpen(part, tableWalls);
    } else if (HEADINGS.has(tag) && HEADINGS.has(this.top.tag)) this.pop();
    else if (tag === 'option' || tag === 'optgroup') this.#closeIfOpen('option', optionWalls);
    else if (tag === 'button') this.#closeIfOpen('button', tableWalls);
    else if (tag === 'a') this.#endOpenLink();
  }

  #endOpenLink(): void {
    for (let at = this.#stack.length - 1; at > 0; at -= 1) {
      const element = this.#stack[at] as Open;
      if (element.tag === 'a') {
        this.closeTo(at);
        return;
      }
      if (isBlock(element.tag, '')) return;
    }
  }

  #closeIfOpen(tag: string, walls: ReadonlySet<string>): void {
    for (let at = this.#stack.length - 1; at > 0; at -= 1) {
      const element = this.#stack[at] as Open;
      if (element.tag === tag) {
        this.closeTo(at);
        return;
      }
      if (walls.has(element.tag)) return;
    }
  }

  /** Ends what an end tag ends: nothing when it is stray, and never what stands outside a table's cell. */
  close(tag: string, at: number): void {
    const ofBlock = isBlock(tag, '') || tag === 'button';
    const walls = tag === 'table' || tag === 'template' ? noWalls : tableParts.has(tag) ? tableWalls : SCOPE_WALLS;
    for (let index = this.#stack.length - 1; index > 0; index -= 1) {
      const element = this.#stack[index] as Open;
      if (element.tag === tag) {
        this.closeTo(index);
        return;
      }
      if (walls.has(element.tag)) return;
      if (!ofBlock && isBlock(element.tag, '')) {
        if (tag === 'a') this.#endLinkAround(index, at);
        return;
      }
    }
  }

  /** `<a><div>…</a>…</div>`: the link is over though the block inside it is not. */
  #endLinkAround(from: number, at: number): void {
    for (let index = from; index > 0; index -= 1) {
      const element = this.#stack[index] as Open;
      if (element.tag === 'a') {
        element.linkEnd ??= at;
        return;
      }
      if (SCOPE_WALLS.has(element.tag)) return;
    }
  }

  push(element: Open): void {
    this.#stack.push(element);
    if (isForeign(element.tag)) this.#foreign += 1;
  }

  /** Ends elements until that many are open; the root stays. */
  closeTo(length: number): void {
    while (this.#stack.length > Math.max(1, length)) this.pop();
  }

  pop(): void {
    const closed = this.#stack.pop();
    if (closed !== undefined && isForeign(closed.tag)) this.#foreign -= 1;
  }
}
