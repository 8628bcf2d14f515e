// An event from its beginning: what happened when, day by day, in the paper's own headlines, each leading to its story.
import type { Card as CardOfStory } from '../../story/card.ts';
import { eventKey } from '../../story/listing.ts';
import type { EventView } from '../../story/views.ts';
import { Card, looks } from '../components/Card.tsx';
import { Document } from '../components/Document.tsx';
import { words } from '../components/words.ts';
import { dayInCalendars, dayOf, dayText, machineInstant, timeText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

export function EventPage({ ctx, view }: { ctx: PageContext; view: EventView }) {
  ctx.depend(eventKey(view.id));
  const text = wordsOf(ctx);
  const days = [...Map.groupBy(view.cards, (card) => dayOfCard(ctx, card).toString())];
  const printed = days.map(([day]) => dayText(ctx, Temporal.PlainDate.from(day)));
  const [from = '', to = from] = [printed[0], printed.at(-1)];
  return (
    <Document ctx={ctx} subject={{ kind: 'event', view }}>
      <header class="list-head">
        <p class="label">{text.timeline}</p>
        {/* Where the matter stands now is what it is known by. */}
        <h1>{words(ctx, view.cards.at(-1)?.headline ?? '')}</h1>
        <p class="about">{text.eventSpan(view.cards.length, from, to, editionOf(ctx).digits)}</p>
      </header>
      <div class="event-days">
        {days.map(([day, cards]) => (
          <section aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{dayInCalendars(ctx, Temporal.PlainDate.from(day))[0]}</h2>
            <Moments ctx={ctx} cards={cards} />
          </section>
        ))}
      </div>
    </Document>
  );
}

function Moments({ ctx, cards }: { ctx: PageContext; cards: readonly CardOfStory[] }) {
  return (
    <ol class="moments">
      {cards.map((card) => (
        <li>
          <p class="when">
            <time datetime={machineInstant(card.publishedAt)}>{timeText(ctx, card.publishedAt)}</time>
          </p>
          <Card ctx={ctx} card={card} look={looks.moment} />
        </li>
      ))}
    </ol>
  );
}

const dayOfCard = (ctx: PageContext, card: CardOfStory): Temporal.PlainDate =>
  dayOf(ctx, Temporal.Instant.fromEpochMilliseconds(card.publishedAt));
