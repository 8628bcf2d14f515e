// The next story: a plain link, which the script replaces by the whole story as the reader nears it.
import type { Card } from '../../story/card.ts';
import { storyKey } from '../../story/listing.ts';
import { storyHref } from '../links.ts';
import { type PageContext, sectionById, wordsOf } from '../page-context.ts';
import { dirOf, words } from './words.ts';

export function NextStory({ ctx, next }: { ctx: PageContext; next: Card | null }) {
  if (next === null) return null;
  ctx.depend(storyKey(next.id));
  const palette = sectionById(ctx, next.sectionId)?.section.palette ?? 'slate';
  return (
    <nav class="next" data-palette={palette} aria-label={wordsOf(ctx).nextStory}>
      <p>{wordsOf(ctx).nextStory}</p>
      <a href={storyHref(ctx, next)} rel="next" dir={dirOf(ctx, next.headline)}>
        {words(ctx, next.headline)}
      </a>
    </nav>
  );
}
