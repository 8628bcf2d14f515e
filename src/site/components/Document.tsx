// The frame of every page: its head, the masthead, the sections, the page itself, the foot.
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { frontPath } from '../../story/address.ts';
import type { SectionId } from '../../story/ids.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { type Head, headOf, type Subject } from '../subject.ts';
import { footer } from './Footer.tsx';
import { documentHead } from './head.ts';
import { Masthead } from './Masthead.tsx';
import { sectionNav } from './SectionNav.tsx';

interface DocumentProps {
  readonly ctx: PageContext;
  readonly subject: Subject;
  readonly children?: Child;
}

export function Document({ ctx, subject, children }: DocumentProps) {
  const edition = editionOf(ctx);
  const head = headOf(ctx, subject);
  ctx.depend(`furniture:${edition.key}`);
  return (
    <html lang={edition.language} dir={edition.direction} data-digits={edition.digits}>
      {documentHead(ctx, subject)}
      <body class={`page-${subject.kind}`}>
        <a class="skip" href="#content">
          {wordsOf(ctx).skipToContent}
        </a>
        <Masthead
          ctx={ctx}
          isFront={subject.kind === 'front'}
          isSearch={subject.kind === 'search'}
          counterparts={everyEdition(ctx, head)}
        />
        {sectionNav(ctx, currentSection(subject))}
        <main id="content">{children}</main>
        {footer(ctx)}
      </body>
    </html>
  );
}

/** For the switch between editions: the same page where there is one, else the other edition's front. */
function everyEdition(ctx: PageContext, head: Head): Head['counterparts'] {
  return ctx.elsewhere.map(
    ({ edition }) =>
      head.counterparts.find((counterpart) => counterpart.edition.key === edition.key) ?? {
        edition,
        href: frontPath(edition),
      },
  );
}

function currentSection(subject: Subject): SectionId | 'front' | 'none' {
  if (subject.kind === 'front') return 'front';
  if (subject.kind === 'section') return subject.section.id;
  return subject.kind === 'story' ? subject.view.section.id : 'none';
}

/** A page without the paper's furniture, for the printer. */
export function BareDocument({ ctx, subject, children }: DocumentProps) {
  const edition = editionOf(ctx);
  ctx.depend(`furniture:${edition.key}`);
  return (
    <html lang={edition.language} dir={edition.direction} data-digits={edition.digits}>
      {documentHead(ctx, subject)}
      <body class={`page-${subject.kind}`}>
        <main id="content">{children}</main>
      </body>
    </html>
  );
}

/** The whole page as it is sent. Pages render at once, without waiting: everything has been read before. */
export function pageHtml(page: { toString(): string } | Promise<unknown>): string {
  const html = page.toString();
  if (typeof html !== 'string') throw new TypeError('a page waited while it was rendered');
  return `<!doctype html>${raw(html)}`;
}
