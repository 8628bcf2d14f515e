// A story for the printer: the paper's name and the day, the story, and where it can be read again. Nothing to press.
import { storyKey } from '../../story/listing.ts';
import type { StoryView } from '../../story/views.ts';
import { Body } from '../components/Body.tsx';
import { Signature } from '../components/Byline.tsx';
import { BareDocument } from '../components/Document.tsx';
import { Corrections, Headline, LeadPicture } from '../components/StoryParts.tsx';
import { words } from '../components/words.ts';
import { dayInCalendars, todayOf } from '../dates.ts';
import { storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

export function PrintPage({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const { card } = view;
  ctx.depend(storyKey(card.id));
  const href = storyHref(ctx, card);
  return (
    <BareDocument ctx={ctx} subject={{ kind: 'print', view }}>
      <header class="print-head">
        <p class="nameplate">{words(ctx, editionOf(ctx).name)}</p>
        <p class="today">
          {dayInCalendars(ctx, todayOf(ctx)).map((day) => (
            <span>{day}</span>
          ))}
        </p>
      </header>
      <article class="story printed" data-palette={view.section.palette}>
        <Headline ctx={ctx} view={view} />
        <LeadPicture ctx={ctx} view={view} />
        <Signature ctx={ctx} view={view} />
        <Body ctx={ctx} view={view} />
        <Corrections ctx={ctx} corrections={view.corrections} />
      </article>
      <p class="source-address">
        {wordsOf(ctx).address}{' '}
        <a href={href}>
          <bdi dir="ltr">{`${ctx.origin}/${card.id}`}</bdi>
        </a>
      </p>
    </BareDocument>
  );
}
