// The parts of a story's page that are its own and small: headline, lead picture, corrections, topics.
import { eventPath, topicPath } from '../../story/address.ts';
import { eventKey } from '../../story/listing.ts';
import type { CorrectionView, StoryEvent, StoryView, TopicView } from '../../story/views.ts';
import { dayOf, dayText, machineInstant, momentText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { label, looks } from './Card.tsx';
import { Figure, frames } from './Picture.tsx';
import { dirOf, words } from './words.ts';

/** The headline with what belongs to it: section and kind, kicker above, standfirst below. */
export function Headline({ ctx, view: { card } }: { ctx: PageContext; view: StoryView }) {
  return (
    <header class="headline" dir={dirOf(ctx, card.headline)}>
      {label(ctx, card, looks.lead.has)}
      <h1>{words(ctx, card.headline)}</h1>
      {card.standfirst !== '' && <p class="standfirst">{words(ctx, card.standfirst)}</p>}
    </header>
  );
}

export function LeadPicture({ ctx, view: { card, section } }: { ctx: PageContext; view: StoryView }) {
  if (card.picture === null) return null;
  return (
    <Figure
      ctx={ctx}
      picture={card.picture}
      frame={frames.lead}
      palette={section.palette}
      isFirst
      class="lead-picture"
    />
  );
}

/** What was wrong and when it was put right, under the text that was corrected. */
export function Corrections({ ctx, corrections }: { ctx: PageContext; corrections: readonly CorrectionView[] }) {
  if (corrections.length === 0) return null;
  const text = wordsOf(ctx);
  return (
    <section class="corrections" aria-labelledby={`corrections-${corrections[0]?.storyId}`}>
      <h2 id={`corrections-${corrections[0]?.storyId}`}>{text.correctionNotes}</h2>
      {corrections.map((correction) => (
        <p>
          <time datetime={machineInstant(correction.at)}>{momentText(ctx, correction.at)}</time>
          {words(ctx, correction.text)}
        </p>
      ))}
    </section>
  );
}

export function Topics({ ctx, topics }: { ctx: PageContext; topics: readonly TopicView[] }) {
  if (topics.length === 0) return null;
  return (
    <div class="topics">
      <ul aria-label={wordsOf(ctx).topics}>
        {topics.map((topic) => (
          <li>
            <a href={topicPath(editionOf(ctx), topic)} rel="tag">
              {words(ctx, topic.name)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The way to the page of the event that the story tells of. */
export function EventLink({ ctx, event }: { ctx: PageContext; event: StoryEvent | null }) {
  if (event === null) return null;
  ctx.depend(eventKey(event.id));
  const text = wordsOf(ctx);
  const since = dayText(ctx, dayOf(ctx, Temporal.Instant.fromEpochMilliseconds(event.since)));
  return (
    <p class="event-link">
      <a href={eventPath(editionOf(ctx), event)}>
        <strong>{text.timeline}</strong> <span>{text.eventFrom(event.stories, since, editionOf(ctx).digits)}</span>
      </a>
    </p>
  );
}
