// Lists of stories: the running list of the newest, rows of cards, and the way to older pages.
import type { Card as CardOfStory } from '../../story/card.ts';
import { storyKey } from '../../story/listing.ts';
import { storyHref } from '../links.ts';
import { type PageContext, sectionById, wordsOf } from '../page-context.ts';
import { Card, label, looks, timeOf } from './Card.tsx';
import { dirOf, words } from './words.ts';

/** Headlines by the hour. */
export function TimeLine({
  ctx,
  cards,
  hasLabels = false,
}: {
  ctx: PageContext;
  cards: readonly CardOfStory[];
  hasLabels?: boolean;
}) {
  return (
    <ol class="time-line">
      {cards.map((card) => {
        ctx.depend(storyKey(card.id));
        const palette = sectionById(ctx, card.sectionId)?.section.palette ?? 'slate';
        return (
          <li data-palette={palette}>
            <p class="when">{timeOf(ctx, card)}</p>
            {hasLabels && label(ctx, card, looks.row.has)}
            <a href={storyHref(ctx, card)} dir={dirOf(ctx, card.headline)}>
              {words(ctx, card.headline)}
            </a>
          </li>
        );
      })}
    </ol>
  );
}

export function Rows({ ctx, cards, level = 2 }: { ctx: PageContext; cards: readonly CardOfStory[]; level?: 2 | 3 }) {
  if (cards.length === 0) return null;
  return (
    <div class="rows">
      {cards.map((card) => (
        <Card ctx={ctx} card={card} look={looks.row} level={level} />
      ))}
    </div>
  );
}

interface PagerProps {
  readonly ctx: PageContext;
  /** The list's first page. */
  readonly path: string;
  readonly older: string | null;
  /** The cursor of the page being shown; null on the first. */
  readonly before: string | null;
}

/** Pages of a list are named by where they begin, so that a new story does not move what a reader has open. */
export function Pager({ ctx, path, older, before }: PagerProps) {
  const text = wordsOf(ctx);
  if (older === null && before === null) return null;
  return (
    <nav class="pager" aria-label={text.pages}>
      {before !== null && <a href={path}>{text.backToNewest}</a>}
      {older !== null && (
        <a href={`${path}?before=${encodeURIComponent(older)}`} rel="next">
          {text.older}
        </a>
      )}
    </nav>
  );
}
