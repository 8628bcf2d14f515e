// The top of every page: the paper's name, the day in both calendars, the editions, and how the page looks.
import { frontPath, savedPath } from '../../story/address.ts';
import type { Edition } from '../../story/edition.ts';
import { dayInCalendars, remembered, todayOf } from '../dates.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import type { Counterpart } from '../subject.ts';
import { SearchForm } from './SearchForm.tsx';
import { words } from './words.ts';

export function Masthead({
  ctx,
  isFront,
  isSearch,
  counterparts,
}: {
  ctx: PageContext;
  isFront: boolean;
  /** The page is a field to search by itself. */
  isSearch: boolean;
  counterparts: readonly Counterpart[];
}) {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const today = todayOf(ctx);
  const name = <a href={frontPath(edition)}>{words(ctx, edition.name)}</a>;
  return (
    <header class={isFront ? 'masthead masthead-front' : 'masthead'}>
      <p class="today">
        {dayInCalendars(ctx, today).map((day) => (
          <time datetime={today.toString()}>{day}</time>
        ))}
      </p>
      <div class="utilities">
        <EditionSwitch ctx={ctx} counterparts={counterparts} />
        {!isSearch && <SearchMenu ctx={ctx} />}
        <a class="utility" href={savedPath(edition)}>
          <span class="icon icon-save"></span>
          <span class="utility-name">{text.savedStories}</span>
        </a>
        <Theme ctx={ctx} />
      </div>
      {isFront ? <h1 class="nameplate">{name}</h1> : <p class="nameplate">{name}</p>}
      {isFront && edition.motto !== '' && <p class="motto">{words(ctx, edition.motto)}</p>}
    </header>
  );
}

/** The field itself, behind its sign: nobody has to load a page to begin to type. */
function SearchMenu({ ctx }: { ctx: PageContext }) {
  return (
    <details class="tool-menu search-menu">
      <summary class="utility">
        <span class="icon icon-search"></span>
        <span class="utility-name">{wordsOf(ctx).search.name}</span>
      </summary>
      <div class="panel">
        <SearchForm ctx={ctx} id="masthead" />
      </div>
    </details>
  );
}

function EditionSwitch({ ctx, counterparts }: { ctx: PageContext; counterparts: readonly Counterpart[] }) {
  if (counterparts.length === 0) return null;
  return (
    <nav class="editions" aria-label={wordsOf(ctx).editions}>
      {counterparts.map(({ edition, href }) => (
        <a class="utility" href={href} lang={edition.language} hreflang={edition.language} dir={edition.direction}>
          {languageName(edition)}
        </a>
      ))}
    </nav>
  );
}

/** A language by its own name for itself: `English`, `العربية`. */
function languageName(edition: Edition): string {
  const { language } = edition;
  return remembered(edition, 'language', () => {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  });
}

/** Three radio buttons that the stylesheet reads by itself; the script remembers the choice. */
function Theme({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx);
  return (
    <details class="tool-menu theme">
      <summary class="utility">
        <span class="icon icon-theme"></span>
        <span class="unseen">{text.theme}</span>
      </summary>
      <fieldset class="panel">
        <legend class="unseen">{text.theme}</legend>
        {(['auto', 'light', 'dark'] as const).map((theme) => (
          <label>
            <input type="radio" class={`theme-${theme}`} name="theme" value={theme} checked={theme === 'auto'} />
            <span>{text.themes[theme]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
