// The foot of every page: the paper's name, its sections with what stands under them, and its standing pages.
import { raw } from 'hono/html';
import { aboutPath, correctionsPath, frontPath, savedPath, sectionPath } from '../../story/address.ts';
import type { Furniture } from '../../story/views.ts';
import { archivePath } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { type Html, words } from './words.ts';

const written = new WeakMap<Furniture, Html>();

/** Written once for the furniture of an edition. */
export function footer(ctx: PageContext): Html {
  let html = written.get(ctx.furniture);
  if (html === undefined) {
    html = raw((<Footer ctx={ctx} />).toString());
    written.set(ctx.furniture, html);
  }
  return html;
}

function Footer({ ctx }: { ctx: PageContext }) {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const { sections } = ctx.furniture;
  const pages = [
    [archivePath(edition), text.archive],
    [correctionsPath(edition), text.corrections],
    [savedPath(edition), text.savedStories],
    [aboutPath(edition), text.aboutPaper(edition.name)],
  ] as const;
  return (
    <footer class="foot">
      <p class="nameplate">
        <a href={frontPath(edition)}>{words(ctx, edition.name)}</a>
      </p>
      <nav class="foot-sections" aria-label={text.guide}>
        <ul>
          {sections.map((section) => (
            <li>
              <a href={sectionPath(edition, section)}>{words(ctx, section.name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="foot-pages" aria-label={edition.name}>
        <ul>
          {pages.map(([href, name]) => (
            <li>
              <a href={href}>{words(ctx, name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {edition.motto !== '' && <p class="motto">{words(ctx, edition.motto)}</p>}
    </footer>
  );
}
