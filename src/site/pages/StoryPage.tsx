// A story's page: its parts in the order in which the paper's readers have always had them.
import { storyKey } from '../../story/listing.ts';
import type { StoryView } from '../../story/views.ts';
import { Body } from '../components/Body.tsx';
import { Signature } from '../components/Byline.tsx';
import { Document } from '../components/Document.tsx';
import { NextStory } from '../components/NextStory.tsx';
import { RelatedBlock } from '../components/RelatedBlock.tsx';
import { Corrections, EventLink, Headline, LeadPicture, Topics } from '../components/StoryParts.tsx';
import { ToolsRow } from '../components/ToolsRow.tsx';
import { storyHref } from '../links.ts';
import { type PageContext, wordsOf } from '../page-context.ts';

export function StoryPage({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  const { card } = view;
  ctx.depend(storyKey(card.id));
  return (
    <Document ctx={ctx} subject={{ kind: 'story', view }}>
      <article
        class={`story story-${card.kind}`}
        data-story={card.id}
        data-href={storyHref(ctx, card)}
        data-palette={view.section.palette}
        data-language={wordsOf(ctx).language}
      >
        <Headline ctx={ctx} view={view} />
        <ToolsRow ctx={ctx} view={view} />
        <LeadPicture ctx={ctx} view={view} />
        <Signature ctx={ctx} view={view} />
        <Body ctx={ctx} view={view} />
        <Corrections ctx={ctx} corrections={view.corrections} />
        <EventLink ctx={ctx} event={view.event} />
        <Topics ctx={ctx} topics={view.topics} />
      </article>
      <RelatedBlock ctx={ctx} view={view} />
      <NextStory ctx={ctx} next={view.next} />
    </Document>
  );
}
