// Which topics a text names, by the names and aliases in the list, and where it does: what lists and suggestions go by.
import { nameWords } from '../../arabic/names-in-text.ts';
import { type Block, textsOfBlock } from '../../story/body.ts';
import type { TopicId } from '../../story/ids.ts';
import type { StoryContent } from '../../story/story.ts';
import type { NameBook } from './name-book.ts';

export interface NamedTopic {
  readonly id: TopicId;
  /** The names found, as they are listed, each once. */
  readonly names: readonly string[];
  /** The most prominent place in which one stands. */
  readonly place: 'headline' | 'standfirst' | 'opening' | 'body';
  /** How often any of them stands in the text. */
  readonly count: number;
}

/** Paragraphs that open a story: what they name, it is about. */
const OPENING = 2;
const places = ['headline', 'standfirst', 'opening', 'body'] as const;

const isPictures = (block: Block): boolean => block.type === 'picture' || block.type === 'gallery';

/** The paragraphs of a story without its captions: those that quotations count their places in. */
export const paragraphsOf = ({ body }: Pick<StoryContent, 'body'>): string[] =>
  body.content.filter((block) => !isPictures(block)).flatMap(textsOfBlock);

/** Every listed topic that the text names, the most prominent first. */
export function topicsNamedIn({ finder, kinds }: NameBook, content: StoryContent): NamedTopic[] {
  if (kinds.size === 0) return [];
  const paragraphs = paragraphsOf(content);
  const texts = [
    content.headline,
    `${content.kicker}\n${content.standfirst}`,
    paragraphs.slice(0, OPENING).join('\n'),
    paragraphs.slice(OPENING).join('\n'),
  ];
  const topics = new Map<TopicId, { names: Set<string>; place: number; count: number }>();
  for (const [place, text] of texts.entries()) {
    for (const { id, name } of finder.in(nameWords(text))) {
      const known = topics.get(id);
      if (known === undefined) topics.set(id, { names: new Set([name]), place, count: 1 });
      else {
        known.names.add(name);
        known.count += 1;
      }
    }
  }
  return [...topics]
    .sort(([, one], [, other]) => one.place - other.place || other.count - one.count)
    .map(([id, { names, place, count }]) => ({ id, names: [...names], place: places[place] ?? 'body', count }));
}

/** Whether a story belongs on a topic's page: it opens with the name, or comes back to it. A name in passing is not enough. */
export const isAbout = ({ place, count }: NamedTopic): boolean => place !== 'body' || count > 1;
