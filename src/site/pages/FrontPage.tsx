// The front: what the editors put first, the newest as they come, and a block for each section, of different densities so
// that the eye finds its way down.
import { sectionPath } from '../../story/address.ts';
import type { Card as CardOfStory } from '../../story/card.ts';
import { editionList, frontKey } from '../../story/listing.ts';
import type { Section } from '../../story/section.ts';
import type { FrontView } from '../../story/views.ts';
import { Card, looks } from '../components/Card.tsx';
import { Document } from '../components/Document.tsx';
import { TimeLine } from '../components/Lists.tsx';
import { words } from '../components/words.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

export function FrontPage({ ctx, view }: { ctx: PageContext; view: FrontView }) {
  const edition = editionOf(ctx);
  ctx.depend(frontKey(edition.key));
  // What no editor placed is filled with the newest, so the front changes when anything is published.
  ctx.depend(editionList(edition.key));
  const text = wordsOf(ctx);
  const [beside, under] = [view.top.slice(0, 3), view.top.slice(3, 6)];
  return (
    <Document ctx={ctx} subject={{ kind: 'front', view }}>
      {view.lead === null && <p class="nothing">{text.nothingYet}</p>}
      {view.lead !== null && (
        <div class="opening">
          <Card ctx={ctx} card={view.lead} look={looks.lead} level={2} />
          {beside.length > 0 && (
            <div class="beside">
              {beside.map((card, index) => (
                <Card ctx={ctx} card={card} look={index === 0 ? looks.tile : looks.brief} level={2} />
              ))}
            </div>
          )}
          {under.length > 0 && (
            <div class="under">
              {under.map((card) => (
                <Card ctx={ctx} card={card} look={looks.tile} level={2} />
              ))}
            </div>
          )}
          <section class="latest" aria-labelledby="latest">
            <h2 class="block-title" id="latest">
              {text.latest}
            </h2>
            <TimeLine ctx={ctx} cards={view.latest} />
          </section>
        </div>
      )}
      {arranged(view.blocks).map(({ section, cards, arrangement }) => (
        <section
          class={`block block-${arrangement}`}
          data-palette={section.palette}
          aria-labelledby={`section-${section.id}`}
        >
          <h2 class="block-title" id={`section-${section.id}`}>
            <a href={sectionPath(edition, section)}>{words(ctx, section.name)}</a>
          </h2>
          {arrangements[arrangement](ctx, cards)}
        </section>
      ))}
    </Document>
  );
}

type Arrangement = 'spread' | 'row' | 'columns' | 'opinion';

interface Arranged {
  readonly section: Section;
  readonly cards: readonly CardOfStory[];
  readonly arrangement: Arrangement;
}

/** The three arrangements of news take turns; a section of opinion is set as its columnists wherever it stands. */
function arranged(blocks: FrontView['blocks']): Arranged[] {
  const turns: readonly Arrangement[] = ['spread', 'row', 'columns'];
  let turn = 0;
  return blocks
    .filter(({ cards }) => cards.length > 0)
    .map(({ section, cards }) => {
      const isOpinion = cards.every((card) => card.kind === 'opinion');
      return { section, cards, arrangement: isOpinion ? 'opinion' : (turns[turn++ % turns.length] ?? 'row') };
    });
}

const arrangements: Readonly<Record<Arrangement, (ctx: PageContext, cards: readonly CardOfStory[]) => unknown>> = {
  /** One large card and a list beside it. */
  spread: (ctx, [first, ...others]) => (
    <div class="spread">
      {first !== undefined && <Card ctx={ctx} card={first} look={looks.feature} />}
      <div class="list">
        {others.slice(0, 4).map((card) => (
          <Card ctx={ctx} card={card} look={looks.shortRow} />
        ))}
      </div>
    </div>
  ),
  /** Four of a size. */
  row: (ctx, cards) => (
    <div class="cards cards-4">
      {cards.slice(0, 4).map((card) => (
        <Card ctx={ctx} card={card} look={looks.plainTile} />
      ))}
    </div>
  ),
  /** Two with pictures, the rest in words. */
  columns: (ctx, cards) => (
    <div class="columns">
      {cards.slice(0, 2).map((card) => (
        <Card ctx={ctx} card={card} look={looks.plainTile} />
      ))}
      <div class="list">
        {cards.slice(2, 5).map((card) => (
          <Card ctx={ctx} card={card} look={looks.plainBrief} />
        ))}
      </div>
    </div>
  ),
  opinion: (ctx, cards) => (
    <div class="cards cards-4">
      {cards.slice(0, 4).map((card) => (
        <Card ctx={ctx} card={card} look={looks.column} />
      ))}
    </div>
  ),
};
