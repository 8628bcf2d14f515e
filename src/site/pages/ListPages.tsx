// Pages that are a list under a heading: a section, an author.
import type { Child } from 'hono/jsx';
import { authorPath, sectionPath } from '../../story/address.ts';
import { authorList, sectionList } from '../../story/listing.ts';
import type { Section } from '../../story/section.ts';
import { type AuthorView, type ListPage, pathOfSection } from '../../story/views.ts';
import { Card, looks } from '../components/Card.tsx';
import { Document } from '../components/Document.tsx';
import { Pager, Rows } from '../components/Lists.tsx';
import { words } from '../components/words.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';

export interface ListProps {
  readonly ctx: PageContext;
  readonly list: ListPage;
  /** The cursor of the page being shown; null on the first. */
  readonly before: string | null;
}

/** The heading of a list: a small word above, the name, a sentence about it. */
export function ListHead({ ctx, above, name, about }: { ctx: PageContext; above: Child; name: string; about: string }) {
  return (
    <header class="list-head">
      {above}
      <h1>{words(ctx, name)}</h1>
      {about !== '' && <p class="about">{words(ctx, about)}</p>}
    </header>
  );
}

export function SectionPage({ ctx, section, list, before }: ListProps & { section: Section }) {
  ctx.depend(sectionList(section.id));
  const edition = editionOf(ctx);
  const [lead, ...others] = list.cards;
  const hasOpening = before === null && lead !== undefined && others.length >= 2;
  return (
    <Document ctx={ctx} subject={{ kind: 'section', section, list, before }}>
      <div data-palette={section.palette}>
        <ListHead
          ctx={ctx}
          above={<Ancestors ctx={ctx} section={section} />}
          name={section.name}
          about={section.about}
        />
        <SubSections ctx={ctx} section={section} />
      </div>
      {list.cards.length === 0 && <p class="nothing">{wordsOf(ctx).nothingYet}</p>}
      {hasOpening && (
        <div class="section-opening">
          <Card ctx={ctx} card={lead} look={looks.sectionLead} level={2} />
          <div class="list">
            {others.slice(0, 2).map((card) => (
              <Card ctx={ctx} card={card} look={looks.plainTile} level={2} />
            ))}
          </div>
        </div>
      )}
      <Rows ctx={ctx} cards={hasOpening ? others.slice(2) : list.cards} />
      <Pager ctx={ctx} path={sectionPath(edition, section)} older={list.older} before={before} />
    </Document>
  );
}

/** The sections that this one lies in, from the top. */
function Ancestors({ ctx, section }: { ctx: PageContext; section: Section }) {
  const ancestors = pathOfSection(ctx.furniture.sections, section.id).slice(0, -1);
  if (ancestors.length === 0) return null;
  return (
    <p class="label">
      {ancestors.map((ancestor) => (
        <a href={sectionPath(editionOf(ctx), ancestor)}>{words(ctx, ancestor.name)}</a>
      ))}
    </p>
  );
}

function SubSections({ ctx, section }: { ctx: PageContext; section: Section }) {
  const children = ctx.furniture.sections.filter((other) => other.parentId === section.id);
  if (children.length === 0) return null;
  return (
    <nav class="sub-sections" aria-label={wordsOf(ctx).subsections}>
      <ul>
        {children.map((child) => (
          <li>
            <a href={sectionPath(editionOf(ctx), child)}>{words(ctx, child.name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function AuthorPage({ ctx, author, list, before }: ListProps & { author: AuthorView }) {
  ctx.depend(authorList(author.id));
  return (
    <Document ctx={ctx} subject={{ kind: 'author', author, list, before }}>
      <ListHead ctx={ctx} above={<p class="label">{wordsOf(ctx).author}</p>} name={author.name} about={author.about} />
      {list.cards.length === 0 && <p class="nothing">{wordsOf(ctx).nothingYet}</p>}
      <Rows ctx={ctx} cards={list.cards} />
      <Pager ctx={ctx} path={authorPath(editionOf(ctx), author)} older={list.older} before={before} />
    </Document>
  );
}
