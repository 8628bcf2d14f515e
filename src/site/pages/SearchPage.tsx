// The search: the field, what was understood, the results with what narrows them, or what to do when there are none.
import type { MarkedSnippet } from '../../archive/snippets/marked-snippet.ts';
import type { SearchView } from '../../newsroom/archive/search-view.ts';
import type { Card as CardOfStory } from '../../story/card.ts';
import type { StoryId } from '../../story/ids.ts';
import { Card, looks } from '../components/Card.tsx';
import { Document } from '../components/Document.tsx';
import { ChosenFilters, Filters } from '../components/SearchFilters.tsx';
import { SearchForm } from '../components/SearchForm.tsx';
import { markedHtml, type Piece, words } from '../components/words.ts';
import { spanText } from '../dates.ts';
import { archivePath } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { LONGEST_QUERY, type SearchAsked, searchHref } from '../search-asked.ts';

/** The archive's answer, and the cards of those of its hits that readers may see now. */
export interface FoundStories {
  readonly view: SearchView;
  readonly cards: ReadonlyMap<StoryId, CardOfStory>;
}

interface SearchPageProps {
  readonly ctx: PageContext;
  readonly asked: SearchAsked;
  /** Null when nothing was asked yet. */
  readonly found: FoundStories | null;
}

export function SearchPage({ ctx, asked, found }: SearchPageProps) {
  const text = wordsOf(ctx).search;
  const query = asked.text.slice(0, LONGEST_QUERY);
  return (
    <Document ctx={ctx} subject={{ kind: 'search', query }}>
      <header class="search-head">
        <h1 class={found === null ? undefined : 'unseen'}>
          {found === null || query === '' ? text.name : text.resultsFor(query)}
        </h1>
        <SearchForm ctx={ctx} id="found" query={query} isFirst={found === null} />
        {found !== null && <Understood ctx={ctx} asked={asked} view={found.view} />}
      </header>
      {found === null ? <Guide ctx={ctx} /> : <Results ctx={ctx} asked={asked} found={found} />}
    </Document>
  );
}

/** What the archive made of the words: a better spelling, days that come first, what it left out. */
function Understood({ ctx, asked, view }: { ctx: PageContext; asked: SearchAsked; view: SearchView }) {
  const text = wordsOf(ctx).search;
  const { didYouMean, named, problems } = view;
  const days = named === null ? null : spanText(ctx, named);
  const better = { ...asked, text: didYouMean ?? '', after: null };
  if (didYouMean === null && days === null && problems.length === 0) return null;
  return (
    <ul class="understood">
      {didYouMean !== null && (
        <li class="did-you-mean">
          {text.didYouMean} <a href={searchHref(editionOf(ctx), better)}>{words(ctx, didYouMean)}</a>
          {text.question}
        </li>
      )}
      {days !== null && <li>{words(ctx, text.named(days))}</li>}
      {problems.map((problem) => (
        <li>{words(ctx, text.problems[problem.kind](problem.kind === 'unread-date' ? problem.value : ''))}</li>
      ))}
    </ul>
  );
}

function Results({ ctx, asked, found }: { ctx: PageContext; asked: SearchAsked; found: FoundStories }) {
  const { view } = found;
  const text = wordsOf(ctx).search;
  const { digits } = editionOf(ctx);
  const isMany = view.total > 1;
  const canNarrow = view.facets.length > 0 && view.total > 0;
  return (
    <div class={canNarrow ? 'found' : 'found without-filters'}>
      <div class="found-head">
        {!view.isNearest && view.total > 0 && <p class="total">{text.results(view.total, digits)}</p>}
        {isMany && <OrderSwitch ctx={ctx} asked={asked} />}
        {canNarrow && (
          <button type="button" class="narrow" popovertarget="filters">
            {text.narrow}
          </button>
        )}
        <ChosenFilters ctx={ctx} asked={asked} lists={view.facets} />
      </div>
      {canNarrow && <Filters ctx={ctx} asked={asked} lists={view.facets} />}
      <div class="found-stories">
        {view.total === 0 && <Nothing ctx={ctx} />}
        {view.isNearest && view.hits.length > 0 && <h2 class="block-title">{text.nearest}</h2>}
        <FoundCards ctx={ctx} found={found} />
        <MoreResults ctx={ctx} asked={asked} view={view} />
      </div>
    </div>
  );
}

function OrderSwitch({ ctx, asked }: { ctx: PageContext; asked: SearchAsked }) {
  const text = wordsOf(ctx).search;
  return (
    <nav class="order" aria-label={text.order}>
      {(['relevance', 'date'] as const).map((order) => (
        <a
          href={searchHref(editionOf(ctx), { ...asked, order, after: null })}
          rel="nofollow"
          aria-current={asked.order === order ? 'true' : undefined}
        >
          {text.orders[order]}
        </a>
      ))}
    </nav>
  );
}

function FoundCards({ ctx, found: { view, cards } }: { ctx: PageContext; found: FoundStories }) {
  if (view.hits.length === 0) return null;
  return (
    <div class="rows">
      {view.hits.map(({ id, headline, snippet }) => {
        const card = cards.get(id);
        if (card === undefined) return null;
        const marked = { headline: markedHtml(ctx, headline), snippet: markedHtml(ctx, withDots(snippet)) };
        return <Card ctx={ctx} card={card} look={looks.row} level={view.isNearest ? 3 : 2} marked={marked} />;
      })}
    </div>
  );
}

const dots: Piece = { text: '…', isMarked: false };
/** What ends a sentence, and the marks that may close after it. */
const sentenceEnd = /[.!?؟…][»"”)\]]*\s*$/u;

/** Dots where the story goes on, but not after a whole sentence. */
function withDots({ pieces, isCutBefore, isCutAfter }: MarkedSnippet): Piece[] {
  const isOpen = isCutAfter && !sentenceEnd.test(pieces.at(-1)?.text ?? '');
  return [...(isCutBefore ? [dots] : []), ...pieces, ...(isOpen ? [dots] : [])];
}

function MoreResults({ ctx, asked, view }: { ctx: PageContext; asked: SearchAsked; view: SearchView }) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  if (view.next === null && asked.after === null) return null;
  return (
    <nav class="pager" aria-label={text.pages}>
      {asked.after !== null && <a href={searchHref(edition, { ...asked, after: null })}>{text.search.toFirst}</a>}
      {view.next !== null && (
        <a href={searchHref(edition, { ...asked, after: view.next })} rel="next nofollow">
          {text.search.more}
        </a>
      )}
    </nav>
  );
}

function Nothing({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx).search;
  return (
    <div class="found-nothing">
      <h2>{text.nothing}</h2>
      <p>{text.nothingExplained}</p>
    </div>
  );
}

/** What can be typed; each line can be tried. */
function Guide({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  return (
    <section class="guide" aria-labelledby="guide">
      <h2 id="guide" class="block-title">
        {text.search.guide}
      </h2>
      <dl>
        {text.search.guideLines.map(([typed, meaning]) => (
          <div>
            <dt>
              <a href={searchHref(edition, { text: typed })} rel="nofollow">
                {typed}
              </a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="ways">
        <a href={archivePath(edition)}>{text.archive}</a>
      </p>
    </section>
  );
}

/** The archive does not answer: the paper can still be read by its days. */
export function SearchDownPage({ ctx, asked }: Pick<SearchPageProps, 'ctx' | 'asked'>) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  const query = asked.text.slice(0, LONGEST_QUERY);
  return (
    <Document ctx={ctx} subject={{ kind: 'search', query }}>
      <header class="search-head">
        <SearchForm ctx={ctx} id="found" query={query} />
      </header>
      <div class="message">
        <h1>{text.search.down}</h1>
        <p>{text.search.downExplained}</p>
        <p class="ways">
          <a href={archivePath(edition)}>{text.archive}</a>
        </p>
      </div>
    </Document>
  );
}
