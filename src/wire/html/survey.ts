// One look over a whole page before any story is read from it: its blocks, how much running text each part holds, which
// parts are furniture, and where lists of cards stand.
import { type Block, blocksOf } from './blocks.ts';
import { type CardList, cardListsOf } from './cards.ts';
import { type Hint, hintsOf } from './hints.ts';
import type { Deadline } from './refused.ts';
import { around, type Page, type PageElement } from './tree.ts';

export interface Survey {
  readonly page: Page;
  readonly blocks: readonly Block[];
  /** Characters of running text under an element. */
  runningIn(element: PageElement): number;
  /** Whether an element is, or stands inside, a part that is named or made as furniture. */
  isAway(element: PageElement): boolean;
  /** The same for what is no text: a picture in a part named for captions is not away. */
  isBeside(element: PageElement): boolean;
  isInCard(element: PageElement): boolean;
  readonly cardLists: readonly CardList[];
  /** Refuses when the page's time is up. */
  readonly deadline: Deadline;
}

/** No block counts for more, however long: an endless line is not a longer story. */
const MOST_RUNNING = 20_000;

/** Characters of running text in a block: what makes it likely to be a story's. */
export function runningLength(block: Block): number {
  if (block.kind === 'heading' || block.linkLength > block.length / 2) return 0;
  if (block.length < 80 && (block.length < 35 || !/[.!?؟:،,;؛"»”]/u.test(block.text))) return 0;
  if (block.length > 1_000 && !/\p{L}[^\p{L}]{1,40}\p{L}/u.test(block.text.slice(0, 200))) return 0;
  return Math.min(MOST_RUNNING, block.length - block.linkLength);
}

export interface Sight {
  /** What does not show. */
  leaveOut(element: PageElement): boolean;
  /** Whether the names that parts were given are believed; else only what the elements themselves are. */
  readonly believesNames: boolean;
}

export function surveyOf(page: Page, { leaveOut, believesNames }: Sight, deadline: Deadline): Survey {
  const blocks = blocksOf(page.root, leaveOut);
  deadline.check(() => 'after its text was read');
  const running = sumsOf(blocks, runningLength);
  const total = running.get(page.root) ?? 0;
  const cardLists = cardListsOf(page.root, leaveOut, (element) =>
    deadline.step(() => `near line ${page.lineOf(element.at)}`),
  );
  deadline.check(() => 'while its lists were looked for');
  const cards = new Set(cardLists.flatMap((list) => list.items));
  const share = (element: PageElement) => (running.get(element) ?? 0) / (total || 1);
  return {
    page,
    blocks,
    cardLists,
    deadline,
    runningIn: (element) => running.get(element) ?? 0,
    isAway: remembering(
      (element) => cards.has(element) || isNamedAway(element, share(element), believesNames, BELIEVED),
    ),
    isBeside: remembering(
      (element) => cards.has(element) || isNamedAway(element, share(element), believesNames, BESIDE),
    ),
    isInCard: remembering((element) => cards.has(element)),
  };
}

/** Adds up a measure of blocks under every element that holds them: from the deepest elements outwards, each once. */
export function sumsOf(blocks: readonly Block[], measure: (block: Block) => number): Map<PageElement, number> {
  const sums = new Map<PageElement, number>();
  const byDepth: PageElement[][] = [];
  const add = (element: PageElement, worth: number) => {
    const before = sums.get(element);
    if (before === undefined) {
      const level = byDepth[element.depth];
      if (level === undefined) byDepth[element.depth] = [element];
      else level.push(element);
    }
    sums.set(element, (before ?? 0) + worth);
  };
  for (const block of blocks) {
    const worth = measure(block);
    if (worth !== 0) add(block.holder, worth);
  }
  for (let depth = byDepth.length - 1; depth > 0; depth -= 1) {
    for (const element of byDepth[depth] ?? [])
      if (element.parent !== null) add(element.parent, sums.get(element) ?? 0);
  }
  return sums;
}

/** Whether an element, or one around it, answers yes; each is asked once. */
function remembering(ask: (element: PageElement) => boolean): (element: PageElement) => boolean {
  const answers = new Map<PageElement, boolean>();
  return (element) => {
    const path: PageElement[] = [];
    let answer = false;
    for (const at of around(element)) {
      const before = answers.get(at);
      if (before === undefined) path.push(at);
      answer = before ?? ask(at);
      if (answer || before !== undefined) break;
    }
    for (const at of path) answers.set(at, answer);
    return answer;
  };
}

/** The share of a page's running text above which a name is not believed: some pages call their whole inside `modal`. */
const BELIEVED: Readonly<Partial<Record<Hint, number>>> = {
  furniture: 0.6,
  trail: 0.3,
  comments: 0.7,
  sharing: 0.4,
  teasers: 0.4,
  notice: 0.4,
  tags: 0.3,
  biography: 0.3,
  caption: 0.3,
  credit: 0.3,
};
const { caption: _caption, credit: _credit, ...BESIDE } = BELIEVED;
const BELIEVED_TAGS: Readonly<Record<string, number>> = {
  footer: 0.8,
  nav: 0.6,
  aside: 0.4,
  form: 0.4,
  figcaption: 0.3,
};

function isNamedAway(
  element: PageElement,
  share: number,
  believesNames: boolean,
  believed: Readonly<Partial<Record<Hint, number>>>,
): boolean {
  if (share < (BELIEVED_TAGS[element.tag] ?? 0)) return true;
  if (!believesNames) return false;
  for (const hint of hintsOf(element)) if (share < (believed[hint] ?? 0)) return true;
  return false;
}
