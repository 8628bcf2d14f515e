// «مقالات ذات صلة»: five cards, each with its section, captioned picture, headline, standfirst, and byline with its city.
import { raw } from 'hono/html';
import type { ShownPicture } from '../../story/card.ts';
import type { RelatedCard } from '../../story/draft.ts';
import { type Palette, palette } from '../../story/section.ts';
import type { StoryView } from '../../story/views.ts';
import { outsideHref } from '../links.ts';
import { type PageContext, wordsOf } from '../page-context.ts';
import { Card, looks, noPicture } from './Card.tsx';
import { Figure, frames } from './Picture.tsx';
import { dirOf, escaped, textHtml, words } from './words.ts';

export function RelatedBlock({ ctx, view: { card, related } }: { ctx: PageContext; view: StoryView }) {
  if (related.length === 0) return null;
  // No landmark of its own: the next story, which the script puts on the same page, has a block of the same name.
  return (
    <div class="related-block">
      <h2 class="block-title" id={`related-${card.id}`}>
        {wordsOf(ctx).related}
      </h2>
      <div class="related-cards">
        {related.map((one) =>
          one.kind === 'story' ? (
            <Card ctx={ctx} card={one.card} look={looks.related} />
          ) : (
            <StubCard ctx={ctx} stub={one.stub} />
          ),
        )}
      </div>
    </div>
  );
}

/**
 * A card that came with a captured page, of a story that we do not have. It leads to where the page said, if that was a
 * whole address, and search engines are told that we do not answer for it.
 */
function StubCard({ ctx, stub }: { ctx: PageContext; stub: RelatedCard }) {
  const href = outsideHref(stub.href);
  const headline = textHtml(ctx, stub.headline);
  const name = stub.author === null ? '' : `<bdi>${textHtml(ctx, stub.author)}</bdi>`;
  const city = stub.dateline === null ? '' : textHtml(ctx, stub.dateline);
  const byline = name !== '' && city !== '' ? `${name} (${city})` : name || city;
  const colours = paletteOf(ctx, stub);
  return (
    <article class="card related stub" data-palette={colours} dir={dirOf(ctx, stub.headline)}>
      {stub.section !== null && (
        <p class="label">
          <span>{words(ctx, stub.section)}</span>
        </p>
      )}
      <Figure ctx={ctx} picture={missingPicture(stub)} frame={frames.card} palette={colours} />
      <div class="said">
        <h3>
          {raw(
            href === null ? headline : `<a href="${escaped(href)}" rel="nofollow noopener external">${headline}</a>`,
          )}
        </h3>
        {stub.standfirst !== null && <p class="standfirst">{words(ctx, stub.standfirst)}</p>}
        {byline !== '' && raw(`<p class="byline">${byline}</p>`)}
      </div>
    </article>
  );
}

/** That of our section of the same name; for another name always the same one, so that a row of stubs is not one colour. */
function paletteOf(ctx: PageContext, { section }: RelatedCard): Palette {
  const known = ctx.furniture.sections.find(({ name }) => name === section);
  if (known !== undefined) return known.palette;
  const sum = [...(section ?? '')].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return palette.options[sum % palette.options.length] ?? 'slate';
}

const missingPicture = ({ caption, credit }: RelatedCard): ShownPicture => ({
  ...noPicture,
  caption: caption ?? '',
  credit: credit ?? '',
});
