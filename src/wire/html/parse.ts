// From HTML to a tree of elements and text, within bounds: one pass over the source, no recursion, nothing run or fetched.
//
// The tokens are htmlparser2's; the tree is built here and not by a DOM library because a stray end tag in a legacy table
// must not close the page around it, because depth, nodes and time are to be bounded while building, and because places in
// the source are needed to say what was not placed. Rules follow the HTML standard where they decide what text belongs to.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { HEAVY_ATTRIBUTES, isBlock, KEPT_ATTRIBUTES, NEVER_TEXT, OF_HEAD, VOID } from './elements.ts';
import { type Open, OpenElements } from './open-elements.ts';
import { type Deadline, type HtmlLimits, type HtmlRefusalKind, HtmlRefused } from './refused.ts';
import type { Page, PageText } from './tree.ts';

const CHUNK = 262_144;
const LONGEST_ATTRIBUTE = 4_000;
const LONGEST_HEAVY_ATTRIBUTE = 20_000;
const MOST_LINKED_DATA = 64;
const LONGEST_LINKED_DATA = 2_000_000;

/** Parses a page. Throws {@link HtmlRefused} when it is larger or deeper than the limits, or takes longer than the deadline. */
export function parsePage(html: string, limits: HtmlLimits, deadline: Deadline): Page {
  const lineOf = lineFinder(html);
  if (html.length > limits.length) {
    throw new HtmlRefused(
      'too-large',
      `${html.length} characters`,
      `a page may hold ${limits.length} characters; save it without pictures written into it`,
    );
  }
  const builder = new TreeBuilder(html, limits, lineOf);
  const tokenizer = new Tokenizer({}, builder);
  for (let at = 0; at < html.length; at += CHUNK) {
    tokenizer.write(html.slice(at, at + CHUNK));
    deadline.check(() => `line ${lineOf(at)}`);
  }
  tokenizer.end();
  return { root: builder.root, linkedData: builder.linkedData, lineOf };
}

function lineFinder(html: string): (at: number) => number {
  let starts: number[] | null = null;
  return (at) => {
    if (starts === null) {
      starts = [];
      for (let next = html.indexOf('\n'); next >= 0; next = html.indexOf('\n', next + 1)) starts.push(next);
    }
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

class TreeBuilder implements TokenizerCallbacks {
  readonly root: Open;
  readonly linkedData: string[] = [];
  readonly #html: string;
  readonly #limits: HtmlLimits;
  readonly #lineOf: (at: number) => number;
  readonly #open: OpenElements;
  #body: Open | null = null;
  #nodes = 0;
  #tag = '';
  #tagAt = 0;
  #attributes: Record<string, string | undefined> = Object.create(null);
  #name = '';
  #value = '';
  #text: string[] = [];
  #textAt = 0;
  #textLength = 0;

  constructor(html: string, limits: HtmlLimits, lineOf: (at: number) => number) {
    this.#html = html;
    this.#limits = limits;
    this.#lineOf = lineOf;
    this.root = open('html', Object.create(null), 0, null);
    this.#open = new OpenElements(this.root);
  }

  /** Inside SVG or MathML tags mean other things. The tokenizer asks at every tag. */
  isInForeignContext(): boolean {
    return this.#open.isForeign();
  }

  ontext(start: number, end: number): void {
    this.#addText(this.#html.slice(start, end), start);
  }

  ontextentity(codepoint: number, end: number): void {
    this.#addText(String.fromCodePoint(codepoint), end - 1);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, Math.min(end, start + 60)).toLowerCase();
    if (this.#tag === 'image') this.#tag = 'img';
    this.#tagAt = start - 1;
    this.#attributes = Object.create(null);
  }

  onattribname(start: number, end: number): void {
    const name = end - start > 30 ? '' : this.#html.slice(start, end).toLowerCase();
    this.#name = KEPT_ATTRIBUTES.has(name) && this.#attributes[name] === undefined ? name : '';
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#name === '') return;
    const room = (HEAVY_ATTRIBUTES.has(this.#name) ? LONGEST_HEAVY_ATTRIBUTE : LONGEST_ATTRIBUTE) - this.#value.length;
    if (room > 0) this.#value += this.#html.slice(start, Math.min(end, start + room));
  }

  onattribentity(codepoint: number): void {
    if (this.#name !== '' && this.#value.length < LONGEST_HEAVY_ATTRIBUTE)
      this.#value += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.#name !== '') this.#attributes[this.#name] = this.#value;
    this.#name = '';
  }

  onopentagend(): void {
    this.#openElement(false);
  }

  onselfclosingtag(): void {
    this.#openElement(this.#tag === 'svg' || this.#tag === 'math' || this.isInForeignContext());
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#html.slice(start, Math.min(end, start + 60)).toLowerCase();
    this.#flushText();
    if (tag === 'br') this.#attach(open('br', Object.create(null), start, this.#open.top));
    else if (tag !== 'body' && tag !== 'html') this.#open.close(tag, start);
  }

  onend(): void {
    this.#flushText();
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.isInForeignContext()) this.#addText(this.#html.slice(start, end - endOffset), start);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #addText(text: string, at: number): void {
    const { tag } = this.#open.top;
    if (tag !== 'script' && tag !== 'style') {
      this.#textLength += text.length;
      if (this.#textLength > this.#limits.text)
        this.#refuse(
          'too-large',
          at,
          `a page may hold ${this.#limits.text} characters of text; cut it into its stories`,
        );
    }
    if (this.#text.length === 0) this.#textAt = at;
    this.#text.push(text);
  }

  #flushText(): void {
    if (this.#text.length === 0) return;
    const text = this.#text.length === 1 ? (this.#text[0] as string) : this.#text.join('');
    this.#text = [];
    const parent = this.#open.top;
    if (parent.tag === 'script') {
      const isLinkedData = /ld\+json/i.test(parent.attributes.type ?? '');
      if (isLinkedData && this.linkedData.length < MOST_LINKED_DATA && text.length <= LONGEST_LINKED_DATA)
        this.linkedData.push(text);
      return;
    }
    if (parent.tag !== 'title' && NEVER_TEXT.has(parent.tag) && parent.tag !== 'head') return;
    if (parent.tag === 'head') {
      if (text.trim() === '') return;
      this.#open.pop();
    }
    const holder = this.#open.top;
    const node: PageText = { kind: 'text', text, at: this.#textAt, parent: holder };
    this.#count(this.#textAt);
    holder.children.push(node);
  }

  #openElement(isClosed: boolean): void {
    this.#flushText();
    const tag = this.#tag;
    if (tag === 'html' || tag === 'body') {
      this.#openBody(tag);
      return;
    }
    if (tag === 'head' && (this.#open.depth > 1 || this.#body !== null)) return;
    if (this.#open.top.tag === 'head' && !OF_HEAD.has(tag)) this.#open.pop();
    this.#open.endWhatItEnds(tag);
    const parent = this.#open.top;
    const element = open(tag, this.#attributes, this.#tagAt, parent);
    if (this.#open.depth >= this.#limits.depth && !VOID.has(tag)) {
      // Formatting that was never closed nests without meaning: its text stays, the element itself is passed over.
      if (!isBlock(tag, parent.tag)) return;
      this.#refuse(
        'too-deep',
        this.#tagAt,
        `elements stand more than ${this.#limits.depth} deep inside each other; no browser shows such a page`,
      );
    }
    this.#attach(element);
    if (!VOID.has(tag) && !isClosed) this.#open.push(element);
  }

  /** A second `html` or `body` adds nothing but the attributes that the first did not have. */
  #openBody(tag: string): void {
    if (tag === 'html') {
      Object.assign(this.root.attributes, { ...this.#attributes, ...this.root.attributes });
      return;
    }
    if (this.#body !== null) return;
    this.#open.closeTo(1);
    this.#body = open('body', this.#attributes, this.#tagAt, this.root);
    this.#attach(this.#body);
    this.#open.push(this.#body);
  }

  #attach(element: Open): void {
    this.#count(element.at);
    this.#open.top.children.push(element);
  }

  #count(at: number): void {
    this.#nodes += 1;
    if (this.#nodes <= this.#limits.nodes) return;
    this.#refuse(
      'too-large',
      at,
      `a page may hold ${this.#limits.nodes} elements and pieces of text; cut it into its stories`,
    );
  }

  #refuse(kind: HtmlRefusalKind, at: number, reason: string): never {
    throw new HtmlRefused(kind, `line ${this.#lineOf(at)}`, reason);
  }
}

function open(tag: string, attributes: Record<string, string | undefined>, at: number, parent: Open | null): Open {
  return {
    kind: 'element',
    tag,
    attributes,
    at,
    depth: parent === null ? 0 : parent.depth + 1,
    parent,
    children: [],
    linkEnd: null,
  };
}
