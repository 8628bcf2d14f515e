// What narrows the results of a search: what was chosen, to be taken away again, and what can be, with how many there are.
// Every one is a link, so that it works by itself and its result has an address.
import type { FacetCount, FacetKind, FacetList } from '../../newsroom/archive/facet-lists.ts';
import { monthText, numberText, yearText } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { type SearchAsked, searchHref, toggled } from '../search-asked.ts';
import { words } from './words.ts';

interface FiltersProps {
  readonly ctx: PageContext;
  readonly asked: SearchAsked;
  readonly lists: readonly FacetList[];
}

/** Months and years come as figures; everything else by its name. */
function nameOf(ctx: PageContext, kind: FacetKind, { name }: Pick<FacetCount, 'name'>): string {
  if (kind === 'year') return yearText(ctx, Number(name));
  if (kind !== 'month') return name;
  const [year = 0, month = 0] = name.split('-').map(Number);
  return month >= 1 && month <= 12 ? monthText(ctx, { year, month }) : name;
}

/** The chosen, each with a way to be without it. */
export function ChosenFilters({ ctx, asked, lists }: FiltersProps) {
  const text = wordsOf(ctx).search;
  const edition = editionOf(ctx);
  const chosen = lists.flatMap(({ kind, values }) =>
    values.filter((value) => value.isChosen).map((value) => ({ ...value, name: nameOf(ctx, kind, value) })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label={text.chosen}>
      {chosen.map(({ facet, name }) => (
        <li>
          <a href={searchHref(edition, toggled(asked, facet))} rel="nofollow" aria-label={text.drop(name)}>
            {words(ctx, name)}
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li class="drop-all">
          <a href={searchHref(edition, { ...asked, chosen: [], after: null })} rel="nofollow">
            {text.dropAll}
          </a>
        </li>
      )}
    </ul>
  );
}

/** At the side of the results; on a phone a sheet that rises over them from below. */
export function Filters({ ctx, asked, lists }: FiltersProps) {
  const text = wordsOf(ctx).search;
  const edition = editionOf(ctx);
  return (
    <aside class="filters" id="filters" popover="auto" aria-label={text.narrow}>
      <button type="button" class="close" popovertarget="filters" popovertargetaction="hide">
        {text.close}
      </button>
      {lists.map(({ kind, values }) => (
        <section>
          <h2>{text.facets[kind]}</h2>
          <ul>
            {values.map((value) => (
              <li>
                <a
                  href={searchHref(edition, toggled(asked, value.facet))}
                  rel="nofollow"
                  aria-current={value.isChosen ? 'true' : undefined}
                >
                  <span>{words(ctx, nameOf(ctx, kind, value))}</span>
                  {value.count > 0 && <span class="count">{numberText(ctx, value.count)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
