// A card: how a story shows itself on every page but its own. One component; a look says how much of it is shown.
import { raw } from 'hono/html';
import { sectionPath } from '../../story/address.ts';
import type { Card as CardOfStory, ShownPicture } from '../../story/card.ts';
import { storyKey } from '../../story/listing.ts';
import { machineInstant, shortMomentText } from '../dates.ts';
import { storyHref } from '../links.ts';
import { type PageContext, sectionById, wordsOf } from '../page-context.ts';
import { bylineLine } from './Byline.tsx';
import { Figure, type Frame, frames, PictureFrame } from './Picture.tsx';
import { dirOf, escaped, type Html, textHtml, words } from './words.ts';

type Part = 'section' | 'kicker' | 'standfirst' | 'byline' | 'time' | 'caption' | 'first';

export interface Look {
  readonly name: string;
  readonly frame: Frame | null;
  readonly has: ReadonlySet<Part>;
}

const look = (name: string, frame: Frame | null, ...has: Part[]): Look => ({ name, frame, has: new Set(has) });

export const looks = {
  /** The first story of the front, and of a section, whose name stands over it already. */
  lead: look('lead', frames.frontLead, 'section', 'kicker', 'standfirst', 'byline', 'first'),
  sectionLead: look('lead', frames.frontLead, 'kicker', 'standfirst', 'byline', 'first'),
  /** The first of a block. */
  feature: look('feature', frames.feature, 'kicker', 'standfirst', 'byline'),
  tile: look('tile', frames.card, 'section', 'byline'),
  plainTile: look('tile', frames.card, 'kicker', 'byline'),
  /** Picture at the side. */
  row: look('row', frames.thumb, 'section', 'standfirst', 'byline', 'time'),
  shortRow: look('row', frames.thumb, 'kicker', 'byline'),
  /** Words only. */
  brief: look('brief', null, 'section', 'byline'),
  plainBrief: look('brief', null, 'kicker', 'byline'),
  /** A columnist: the name before the headline. */
  column: look('column', null, 'standfirst'),
  /** A point of a timeline, which has the time beside it. */
  moment: look('moment', null, 'standfirst', 'byline'),
  related: look('related', frames.card, 'section', 'standfirst', 'byline', 'caption'),
} as const satisfies Record<string, Look>;

type Labelled = Pick<CardOfStory, 'sectionId' | 'kind' | 'kicker'>;

/**
 * The line over a headline: the section, leading to it, then the kicker, or else what kind of piece it is where that is
 * not plain news. A live story says so by a sign before either.
 */
export function label(ctx: PageContext, card: Labelled, has: ReadonlySet<Part>): Html | null {
  const place = sectionById(ctx, card.sectionId);
  const parts: string[] = [];
  if (place !== null && has.has('section')) {
    const { section, furniture } = place;
    parts.push(`<a href="${escaped(sectionPath(furniture.edition, section))}">${textHtml(ctx, section.name)}</a>`);
  }
  const kind = wordsOf(ctx).kinds[card.kind];
  const second = (has.has('kicker') ? card.kicker : '') || (kind === place?.section.name ? '' : kind);
  if (second !== '') parts.push(`<span class="kicker kicker-${card.kind}">${textHtml(ctx, second)}</span>`);
  return parts.length === 0 ? null : raw(`<p class="label">${parts.join('')}</p>`);
}

/** When it was published; the browser's script says how long ago that is while it is recent. */
export function timeOf(ctx: PageContext, card: Pick<CardOfStory, 'publishedAt'>): Html {
  return raw(
    `<time datetime="${machineInstant(card.publishedAt)}" data-recent>${escaped(shortMomentText(ctx, card.publishedAt))}</time>`,
  );
}

/** A picture that we never had. */
export const noPicture: ShownPicture = {
  file: null,
  focalPoint: { x: 0.5, y: 0.5 },
  caption: '',
  credit: '',
  alt: '',
};

/** How a story that was searched for shows why it was found. */
export interface Marked {
  readonly headline: Html;
  /** Stands in the standfirst's place. */
  readonly snippet: Html;
}

interface CardProps {
  readonly ctx: PageContext;
  readonly card: CardOfStory;
  readonly look: Look;
  /** Depth of its heading in the page's outline. */
  readonly level?: 2 | 3;
  readonly marked?: Marked;
}

export function Card({ ctx, card, look: { name, frame, has }, level = 3, marked }: CardProps) {
  ctx.depend(storyKey(card.id));
  const palette = sectionById(ctx, card.sectionId)?.section.palette ?? 'slate';
  const hasCaption = has.has('caption');
  // Where every card has a picture, one without gets its section's pattern; elsewhere it says more instead.
  const picture = frame === null ? null : (card.picture ?? (hasCaption ? noPicture : null));
  const hasStandfirst = has.has('standfirst') || (frame !== null && picture === null);
  const headline = raw(
    `<h${level}><a href="${escaped(storyHref(ctx, card))}">${marked?.headline ?? textHtml(ctx, card.headline)}</a></h${level}>`,
  );
  return (
    <article
      class={picture === null && frame !== null ? `card ${name} wordy` : `card ${name}`}
      data-palette={palette}
      dir={dirOf(ctx, card.headline)}
    >
      {picture !== null && frame !== null && !hasCaption && (
        <PictureFrame picture={picture} frame={frame} palette={palette} isFirst={has.has('first')} />
      )}
      {hasCaption && label(ctx, card, has)}
      {hasCaption && picture !== null && frame !== null && (
        <Figure ctx={ctx} picture={picture} frame={frame} palette={palette} />
      )}
      <div class="said">
        {!hasCaption && label(ctx, card, has)}
        {name === 'column' && bylineLine(ctx, card.byline)}
        {headline}
        {marked !== undefined && <p class="snippet">{marked.snippet}</p>}
        {marked === undefined && hasStandfirst && card.standfirst !== '' && (
          <p class="standfirst">{words(ctx, card.standfirst)}</p>
        )}
        {has.has('byline') && bylineLine(ctx, card.byline)}
        {has.has('time') && <p class="when">{timeOf(ctx, card)}</p>}
      </div>
    </article>
  );
}
