// Who wrote it and from where, as the paper prints it: `سعيد عبد الرازق (أنقرة)`; and when, on the story's own page.
import { raw } from 'hono/html';
import { countWords, readingMinutes } from '../../arabic/reading-time.ts';
import { authorPath } from '../../story/address.ts';
import { textOfBody } from '../../story/body.ts';
import type { AuthorRole } from '../../story/byline.ts';
import type { ShownAuthor, ShownByline } from '../../story/card.ts';
import type { StoryView } from '../../story/views.ts';
import { machineInstant, momentText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { escaped, type Html, textHtml } from './words.ts';

/** Those who wrote stand first and without a word before them; the others say what they did. */
const order: readonly AuthorRole[] = ['writer', 'reporter', 'interviewer', 'editor', 'translator', 'photographer'];

function nameHtml(ctx: PageContext, author: ShownAuthor, isLinked: boolean): string {
  const name = `<bdi>${textHtml(ctx, author.name)}</bdi>`;
  return isLinked ? `<a rel="author" href="${escaped(authorPath(editionOf(ctx), author))}">${name}</a>` : name;
}

/** `فلان وفلان`, `فلان، فلان وفلان`. */
function namesHtml(ctx: PageContext, names: readonly string[]): string {
  const { and, comma } = wordsOf(ctx);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : names.slice(0, -1).join(comma) + and + last;
}

/** The byline as HTML; empty when nobody signed. Names lead to their pages only where `isLinked` says so. */
export function bylineHtml(ctx: PageContext, byline: ShownByline, isLinked = false): string {
  const { roles } = wordsOf(ctx);
  const names = (some: readonly ShownAuthor[]) => namesHtml(ctx, some.map((author) => nameHtml(ctx, author, isLinked)));
  const wrote = byline.authors.filter((author) => roles[author.role] === '');
  const agencies = namesHtml(ctx, byline.agencies.map((agency) => `<bdi>${textHtml(ctx, agency)}</bdi>`));
  const city = byline.dateline === null ? '' : textHtml(ctx, byline.dateline);
  const signature = wrote.length > 0 ? names(wrote) : agencies;
  const placed = city === '' ? signature : signature === '' ? city : `${signature} (${city})`;
  const parts = [placed, wrote.length > 0 ? agencies : ''];
  for (const role of order) {
    const some = byline.authors.filter((author) => author.role === role);
    if (roles[role] !== '' && some.length > 0) parts.push(`${roles[role]}: ${names(some)}`);
  }
  return parts.filter((part) => part !== '').join(' <span class="dot">·</span> ');
}

/** The byline of a card, as a line of its own. */
export function bylineLine(ctx: PageContext, byline: ShownByline): Html | null {
  const html = bylineHtml(ctx, byline);
  return html === '' ? null : raw(`<p class="byline">${html}</p>`);
}

/** Names, places, dates and reading time under the lead picture. */
export function Signature({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const { card } = view;
  const text = wordsOf(ctx);
  const signed = bylineHtml(ctx, card.byline, true);
  const minutes = readingMinutes(countWords(textOfBody(view.body)), text.language);
  return (
    <div class="signature">
      {signed !== '' && <p class="byline">{raw(signed)}</p>}
      <p class="dates">
        {text.published} <time datetime={machineInstant(card.publishedAt)}>{momentText(ctx, card.publishedAt)}</time>
      </p>
      {card.updatedAt !== card.publishedAt && (
        <p class="dates">
          {text.updated} <time datetime={machineInstant(card.updatedAt)}>{momentText(ctx, card.updatedAt)}</time>
        </p>
      )}
      <p class="dates">
        {text.readingTime(minutes, editionOf(ctx).digits)}
        <time class="ago" datetime={machineInstant(card.updatedAt)} data-ago></time>
      </p>
    </div>
  );
}
