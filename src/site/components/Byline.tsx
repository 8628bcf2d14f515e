// Who wrote it and from where, as the paper prints it: `سعيد عبد الرازق (أنقرة)`; and when, on the story's own page.
import { raw } from 'hono/html';
import { countWords, readingMinutes } from '../../arabic/reading-time.ts';
import { authorPath } from '../../story/address.ts';
import { textOfBody } from '../../story/body.ts';
import type { AuthorRole } from '../../story/byline.ts';
import type { ShownAuthor, ShownByline } from '../../story/card.ts';
import type { StoryView } from '../../story/views.ts';
import { machineInstant, momentText, remembered } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { escaped, type Html, textHtml } from './words.ts';

/** Those who wrote stand first and without a word before them; the others say what they did. */
const order: readonly AuthorRole[] = ['interviewer', 'reporter', 'writer', 'editor', 'translator', 'photographer'];

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

/**
 * The byline in its parts: those who wrote, or what else stands first, with the city; then the agencies; then the others
 * by what they did. Names lead to their pages only where `isLinked` says so.
 */
function bylineParts(ctx: PageContext, byline: ShownByline, isLinked: boolean): string[] {
  const { roles } = wordsOf(ctx);
  const names = (some: readonly ShownAuthor[]) =>
    namesHtml(
      ctx,
      some.map((author) => nameHtml(ctx, author, isLinked)),
    );
  const parts = [
    names(byline.authors.filter((author) => roles[author.role] === '')),
    namesHtml(
      ctx,
      byline.agencies.map((agency) => `<bdi>${textHtml(ctx, agency)}</bdi>`),
    ),
    ...order
      .filter((role) => roles[role] !== '' && byline.authors.some((author) => author.role === role))
      .map((role) => `${roles[role]}: ${names(byline.authors.filter((author) => author.role === role))}`),
  ].filter((part) => part !== '');
  if (byline.dateline === null) return parts;
  const city = textHtml(ctx, byline.dateline);
  const [first, ...others] = parts;
  return first === undefined ? [city] : [`${first} (${city})`, ...others];
}

/** The byline of a card, as a line of its own; null when nobody signed. */
export function bylineLine(ctx: PageContext, byline: ShownByline): Html | null {
  const parts = bylineParts(ctx, byline, false);
  return parts.length === 0 ? null : raw(`<p class="byline">${parts.join(' · ')}</p>`);
}

/** Names, places, dates and reading time under the lead picture. */
export function Signature({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const { card } = view;
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const minutes = readingMinutes(countWords(textOfBody(view.body)), text.language);
  return (
    <div class="signature">
      {bylineParts(ctx, card.byline, true).map((part) => (
        <p class="byline">{raw(part)}</p>
      ))}
      <p class="dates">
        {text.published} <time datetime={machineInstant(card.publishedAt)}>{momentText(ctx, card.publishedAt)}</time>
      </p>
      {card.updatedAt !== card.publishedAt && (
        <p class="dates">
          {text.updated} <time datetime={machineInstant(card.updatedAt)}>{momentText(ctx, card.updatedAt)}</time>
        </p>
      )}
      <p class="reading-time">
        {remembered(edition, `minutes ${minutes}`, () => text.readingTime(minutes, edition.digits))}
        <time class="ago" datetime={machineInstant(card.updatedAt)} data-ago></time>
      </p>
    </div>
  );
}
