// A story found on a page, with the parts of the page around it that its fields are read from.
import type { Block } from './blocks.ts';
import type { StoryBody } from './body.ts';
import type { Head } from './head.ts';
import type { LinkedArticle, LinkedData } from './linked-data.ts';
import type { Scope } from './scopes.ts';
import type { Survey } from './survey.ts';
import { commonPart, isInside, type PageElement } from './tree.ts';

export interface StoryPart {
  readonly survey: Survey;
  readonly scope: Scope;
  readonly body: StoryBody;
  readonly head: Head;
  readonly linked: LinkedData;
  /** What JSON-LD says of this story; null when it says nothing that fits. */
  readonly article: LinkedArticle | null;
  /** Whether it is the only story of the page, so that what the head says is said of it. */
  readonly isOnly: boolean;
  /** The innermost element around headline and body. */
  readonly root: PageElement;
  /** Blocks from shortly above the headline to the body's beginning, furniture among them; without the headline and the body. */
  readonly above: readonly Block[];
  /** The blocks that follow the body closely. */
  readonly below: readonly Block[];
}

const BLOCKS_ABOVE_TITLE = 5;
const BLOCKS_ABOVE_BODY = 40;
const BLOCKS_BELOW = 14;

export function storyPart(part: Omit<StoryPart, 'root' | 'above' | 'below'>): StoryPart {
  const { scope, body } = part;
  const { title } = scope;
  const root = title === null ? body.container : commonPart(title.holder, body.container);
  const first = body.blocks[0]?.index ?? 0;
  const last = body.blocks[body.blocks.length - 1]?.index ?? 0;
  // A headline inside the body, or far above it, does not stretch what stands around.
  const from = title !== null && title.index < first ? title.index - BLOCKS_ABOVE_TITLE : first - BLOCKS_ABOVE_TITLE;
  return {
    ...part,
    root,
    above: scope.blocks.filter(
      (block) =>
        block.index >= Math.max(from, first - BLOCKS_ABOVE_BODY) &&
        block.index < (body.blocks[3]?.index ?? first) &&
        block !== title &&
        !body.blocks.includes(block),
    ),
    below: scope.blocks.filter((block) => block.index > last && block.index <= last + BLOCKS_BELOW),
  };
}

/** Whether a place in the source is between the headline (or a little before it, inside the same part) and the body's end. */
export function isAtStory({ scope, body, root }: StoryPart, element: PageElement): boolean {
  const last = body.blocks[body.blocks.length - 1];
  if (last === undefined || element.at > last.at + last.length) return false;
  const title = scope.title;
  if (title === null || element.at > title.at) return isInside(element, root);
  const shared = commonPart(title.holder, element);
  return shared.tag === 'article' || shared.tag === 'header' || shared.depth >= title.holder.depth - 3;
}

/** The body's first and last blocks, where bylines and dates stand that are no paragraphs. */
export function edgesOf({ body: { blocks } }: StoryPart): Block[] {
  return blocks.length < 3 ? [] : [...blocks.slice(0, 3), ...blocks.slice(Math.max(3, blocks.length - 3)).reverse()];
}
