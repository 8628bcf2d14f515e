// The page of a topic (a subject, a person, a place, a body): what it said, the stories about it, and the months of them.

import type { AroundTopic, QuotationView } from '../../newsroom/reading/topics.ts';
import { topicPath } from '../../story/address.ts';
import { storyKey, topicList } from '../../story/listing.ts';
import type { TopicView } from '../../story/views.ts';
import { timeOf } from '../components/Card.tsx';
import { Document } from '../components/Document.tsx';
import { Pager, Rows } from '../components/Lists.tsx';
import { dirOf, words } from '../components/words.ts';
import { monthText } from '../dates.ts';
import { storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { ListHead, type ListProps } from './ListPages.tsx';

interface TopicProps extends ListProps {
  readonly topic: TopicView;
  /** On the first page of the list only. */
  readonly around: AroundTopic | null;
}

/** Quotations shown at once; the others wait behind a click. */
const SHOWN = 4;
/** Characters of a quotation; the story has the rest. */
const LONGEST = 420;

export function TopicPage({ ctx, topic, list, around, before }: TopicProps) {
  ctx.depend(topicList(topic.id));
  const text = wordsOf(ctx);
  const hasQuotations = around !== null && around.quotations.length > 0;
  return (
    <Document ctx={ctx} subject={{ kind: 'topic', topic, list, before }}>
      <ListHead
        ctx={ctx}
        above={<p class="label">{text.topicKinds[topic.kind]}</p>}
        name={topic.name}
        about={topic.about}
      />
      {hasQuotations && <Quotations ctx={ctx} quotations={around.quotations} />}
      {list.cards.length === 0 && <p class="nothing">{text.nothingYet}</p>}
      {hasQuotations && list.cards.length > 0 && <h2 class="part-head">{text.newestOfTopic}</h2>}
      <Rows ctx={ctx} cards={list.cards} level={hasQuotations ? 3 : 2} />
      <Pager ctx={ctx} path={topicPath(editionOf(ctx), topic)} older={list.older} before={before} />
      {around !== null && around.months.length > 1 && <Months ctx={ctx} topic={topic} months={around.months} />}
    </Document>
  );
}

function Quotations({ ctx, quotations }: { ctx: PageContext; quotations: readonly QuotationView[] }) {
  const text = wordsOf(ctx);
  const [shown, others] = [quotations.slice(0, SHOWN), quotations.slice(SHOWN)];
  return (
    <section class="quotations" aria-labelledby="quotations">
      <h2 class="part-head" id="quotations">
        {text.quotations}
      </h2>
      <QuotationList ctx={ctx} quotations={shown} />
      {others.length > 0 && (
        <details>
          <summary>{text.moreQuotations}</summary>
          <QuotationList ctx={ctx} quotations={others} />
        </details>
      )}
    </section>
  );
}

function QuotationList({ ctx, quotations }: { ctx: PageContext; quotations: readonly QuotationView[] }) {
  return (
    <ol>
      {quotations.map(({ words: said, card }) => {
        ctx.depend(storyKey(card.id));
        const href = storyHref(ctx, card);
        return (
          <li>
            <blockquote cite={href} dir={dirOf(ctx, said)}>
              <p>{words(ctx, `«${cutAt(said, LONGEST)}»`)}</p>
            </blockquote>
            <p class="source">
              <a href={href} dir={dirOf(ctx, card.headline)}>
                {words(ctx, card.headline)}
              </a>
              {timeOf(ctx, card)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** The words up to a space before `limit`, with what shows that they go on. */
function cutAt(said: string, limit: number): string {
  if (said.length <= limit) return said;
  const end = said.lastIndexOf(' ', limit);
  return `${said.slice(0, end > 0 ? end : limit).replace(/[،؛:,.\s]+$/u, '')}…`;
}

type MonthsProps = { ctx: PageContext; topic: TopicView; months: AroundTopic['months'] };

/** Each month leads to the page of the list that begins with it. */
function Months({ ctx, topic, months }: MonthsProps) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  const path = topicPath(edition, topic);
  return (
    <nav class="months" aria-labelledby="months">
      <h2 class="part-head" id="months">
        {text.byMonth}
      </h2>
      <ol>
        {months.map(({ month, stories, before }) => (
          <li>
            <a href={`${path}?before=${before}`}>
              <time datetime={month}>{monthText(ctx, Temporal.PlainYearMonth.from(month))}</time>
            </a>{' '}
            <span>{text.stories(stories, edition.digits)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
