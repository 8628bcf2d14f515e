// A card: how a story shows itself on every page but its own. One component; a look says how much of it is shown.
import { raw } from 'hono/html';
import { sectionPath } from '../../story/address.ts';
import type { Card as CardOfStory } from '../../story/card.ts';
import { storyKey } from '../../story/listing.ts';
import { machineInstant, shortMomentText } from '../dates.ts';
import { storyHref } from '../links.ts';
import { type PageContext, sectionById, wordsOf } from '../page-context.ts';
import { bylineLine } from './Byline.tsx';
import { Figure, type Frame, frames, pictureHtml } from './Picture.tsx';
import { dirOf, escaped, type Html, textHtml, words } from './words.ts';

export interface Look {
  readonly name: string;
  readonly frame: Frame | null;
  readonly has: ReadonlySet<'label' | 'kicker' | 'standfirst' | 'byline' | 'time' | 'caption' | 'first'>;
}

const look = (name: string, frame: Frame | null, ...has: (Look['has'] extends ReadonlySet<infer Part> ? Part : never)[]): Look => ({
  name,
  frame,
  has: new Set(has),
});

export const looks = {
  /** The first story of the front and of a section. */
  lead: look('lead', frames.frontLead, 'label', 'kicker', 'standfirst', 'byline', 'first'),
  sectionLead: look('lead', frames.frontLead, 'kicker', 'standfirst', 'byline', 'first'),
  /** A large card under it. */
  feature: look('feature', frames.feature, 'kicker', 'standfirst', 'byline'),
  tile: look('tile', frames.card, 'label', 'byline'),
  /** A tile in a block whose heading already names the section. */
  plainTile: look('tile', frames.card, 'byline'),
  /** Picture at the side. */
  row: look('row', frames.thumb, 'label', 'standfirst', 'byline', 'time'),
  shortRow: look('row', frames.thumb, 'label'),
  /** Words only. */
  brief: look('brief', null, 'byline'),
  labelledBrief: look('brief', null, 'label', 'byline'),
  /** A columnist: the name before the headline. */
  column: look('column', null, 'standfirst'),
  related: look('related', frames.card, 'label', 'standfirst', 'byline', 'caption'),
} as const satisfies Record<string, Look>;

/** The section's name, leading to it, and what kind of piece it is where that is not plain news. */
export function labelHtml(ctx: PageContext, card: Pick<CardOfStory, 'sectionId' | 'kind'>): string {
  const place = sectionById(ctx, card.sectionId);
  const kind = wordsOf(ctx).kinds[card.kind];
  const name = place?.section.name ?? '';
  const parts: string[] = [];
  if (place !== null) {
    parts.push(`<a href="${escaped(sectionPath(place.furniture.edition, place.section))}">${textHtml(ctx, name)}</a>`);
  }
  if (kind !== '' && kind !== name) parts.push(`<span class="kind kind-${card.kind}">${kind}</span>`);
  return parts.join('');
}

export function label(ctx: PageContext, card: Pick<CardOfStory, 'sectionId' | 'kind'>): Html | null {
  const html = labelHtml(ctx, card);
  return html === '' ? null : raw(`<p class="label">${html}</p>`);
}

/** When it was published; the browser's script says how long ago that is while it is recent. */
export function timeOf(ctx: PageContext, card: Pick<CardOfStory, 'publishedAt'>): Html {
  return raw(
    `<time datetime="${machineInstant(card.publishedAt)}" data-recent>${escaped(shortMomentText(ctx, card.publishedAt))}</time>`,
  );
}

interface CardProps {
  readonly ctx: PageContext;
  readonly card: CardOfStory;
  readonly look: Look;
  /** Depth of its heading in the page's outline. */
  readonly level?: 2 | 3;
}

export function Card({ ctx, card, look: { name, frame, has }, level = 3 }: CardProps) {
  ctx.depend(storyKey(card.id));
  const palette = sectionById(ctx, card.sectionId)?.section.palette ?? 'slate';
  const hasCaption = has.has('caption');
  const picture = frame === null ? null : card.picture;
  const headline = raw(
    `<h${level}><a href="${escaped(storyHref(ctx, card))}">${textHtml(ctx, card.headline)}</a></h${level}>`,
  );
  return (
    <article class={`card ${name}`} data-palette={palette} dir={dirOf(ctx, card.headline)}>
      {picture !== null && frame !== null && !hasCaption && (
        <div class={`frame frame-${frame.shape}`}>{pictureHtml(picture, frame, palette, has.has('first'))}</div>
      )}
      {hasCaption && label(ctx, card)}
      {hasCaption && picture !== null && frame !== null && <Figure ctx={ctx} picture={picture} frame={frame} palette={palette} />}
      <div class="said">
        {has.has('label') && !hasCaption && label(ctx, card)}
        {name === 'column' && bylineLine(ctx, card.byline)}
        {has.has('kicker') && card.kicker !== '' && <p class="kicker">{words(ctx, card.kicker)}</p>}
        {headline}
        {has.has('standfirst') && card.standfirst !== '' && <p class="standfirst">{words(ctx, card.standfirst)}</p>}
        {has.has('byline') && bylineLine(ctx, card.byline)}
        {has.has('time') && <p class="when">{timeOf(ctx, card)}</p>}
      </div>
    </article>
  );
}
