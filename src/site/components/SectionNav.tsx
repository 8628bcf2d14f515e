// The paper's top sections in the editors' order, in one line that scrolls on a phone.
import { raw } from 'hono/html';
import { frontPath, sectionPath } from '../../story/address.ts';
import type { SectionId } from '../../story/ids.ts';
import { type Furniture, pathOfSection } from '../../story/views.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { escaped, type Html, textHtml } from './words.ts';

/** The same line stands on every page of a section, so it is written once for each and kept with the furniture. */
const written = new WeakMap<Furniture, Map<SectionId | 'front' | 'none', Html>>();

export function sectionNav(ctx: PageContext, current: SectionId | 'front' | 'none'): Html {
  let lines = written.get(ctx.furniture);
  if (lines === undefined) {
    lines = new Map();
    written.set(ctx.furniture, lines);
  }
  let line = lines.get(current);
  if (line === undefined) {
    line = write(ctx, current);
    lines.set(current, line);
  }
  return line;
}

function write(ctx: PageContext, current: SectionId | 'front' | 'none'): Html {
  const edition = editionOf(ctx);
  const text = wordsOf(ctx);
  const { sections } = ctx.furniture;
  const top = typeof current === 'number' ? pathOfSection(sections, current)[0] : undefined;
  const links = sections
    .filter((section) => section.parentId === null)
    .map((section) => {
      const mark =
        section.id !== top?.id ? '' : section.id === current ? ' aria-current="page"' : ' aria-current="true"';
      return `<li data-palette="${section.palette}"><a href="${escaped(sectionPath(edition, section))}"${mark}>${textHtml(ctx, section.name)}</a></li>`;
    });
  const home = `<li><a href="${frontPath(edition)}"${current === 'front' ? ' aria-current="page"' : ''}>${text.home}</a></li>`;
  return raw(`<nav class="sections" aria-label="${text.sections}"><ul>${home}${links.join('')}</ul></nav>`);
}
