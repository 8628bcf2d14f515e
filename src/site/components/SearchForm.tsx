// The search field: large on the search page, and behind its sign in the masthead of every other page. A form that works by
// itself; the script adds suggestions under it.
import { searchPath, suggestPath } from '../../story/address.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { LONGEST_QUERY } from '../search-asked.ts';

interface SearchFormProps {
  readonly ctx: PageContext;
  /** Tells the field's suggestions from those of another on the page. */
  readonly id: string;
  readonly query?: string;
  /** Whether the page was opened to type here. */
  readonly isFirst?: boolean;
}

export function SearchForm({ ctx, id, query = '', isFirst = false }: SearchFormProps) {
  const edition = editionOf(ctx);
  const { field, submit, suggestions, suggested } = wordsOf(ctx).search;
  return (
    <search class="search-box">
      <form class="search-form" action={searchPath(edition)}>
        <input
          type="search"
          name="q"
          value={query}
          maxlength={LONGEST_QUERY}
          placeholder={field}
          aria-label={field}
          aria-keyshortcuts="/"
          autocomplete="off"
          autofocus={isFirst}
          data-suggest={suggestPath(edition)}
          data-list={id}
          data-name={suggestions}
          data-authors={suggested.authors}
          data-topics={suggested.topics}
          data-stories={suggested.stories}
        />
        <button type="submit">
          <span class="icon icon-search"></span>
          <span class="unseen">{submit}</span>
        </button>
      </form>
    </search>
  );
}
