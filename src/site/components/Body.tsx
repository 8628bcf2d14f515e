// The body of a story: every kind of block that the body document knows, each as its own component.
import { raw } from 'hono/html';
import type { Block } from '../../story/body.ts';
import type { ShownPicture } from '../../story/card.ts';
import type { PictureUse } from '../../story/picture.ts';
import type { StoryView } from '../../story/views.ts';
import { outsideHref, storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { noPicture } from './Card.tsx';
import { inlines, inlinesHtml } from './inlines.ts';
import { Figure, frames } from './Picture.tsx';
import { dirOf, words } from './words.ts';

interface Part<Type extends Block['type']> {
  readonly ctx: PageContext;
  readonly view: StoryView;
  readonly block: Extract<Block, { type: Type }>;
}

export function Body({ ctx, view }: { ctx: PageContext; view: StoryView }) {
  return <div class="body">{view.body.content.map((block) => blockOf(ctx, view, block))}</div>;
}

function blockOf(ctx: PageContext, view: StoryView, block: Block) {
  switch (block.type) {
    case 'paragraph':
      return paragraph(ctx, block.content);
    case 'heading':
      return block.attrs.level === 2 ? <h2>{inlines(ctx, block.content)}</h2> : <h3>{inlines(ctx, block.content)}</h3>;
    case 'quote':
      return <Quote ctx={ctx} view={view} block={block} />;
    case 'pullQuote':
      return <PullQuote ctx={ctx} view={view} block={block} />;
    case 'list':
      return <List ctx={ctx} view={view} block={block} />;
    case 'picture':
      return <BodyPicture ctx={ctx} view={view} use={block.attrs} />;
    case 'gallery':
      return <Gallery ctx={ctx} view={view} block={block} />;
    case 'embed':
      return <Embed ctx={ctx} view={view} block={block} />;
    case 'relatedInline':
      return <RelatedInline ctx={ctx} view={view} block={block} />;
    case 'table':
      return <Table ctx={ctx} view={view} block={block} />;
    case 'facts':
      return <Facts ctx={ctx} view={view} block={block} />;
    case 'separator':
      return <hr />;
    default:
      return block satisfies never;
  }
}

/** A paragraph is most of what a body has, so it is written as a string; one that runs against the page says so. */
function paragraph(ctx: PageContext, content: Extract<Block, { type: 'paragraph' }>['content']) {
  const html = inlinesHtml(ctx, content);
  if (html === '') return null;
  const first = content?.find((node) => node.type === 'text');
  const dir = first?.type === 'text' ? dirOf(ctx, first.text) : undefined;
  return raw(dir === undefined ? `<p>${html}</p>` : `<p dir="${dir}">${html}</p>`);
}

function Quote({ ctx, block }: Part<'quote'>) {
  return (
    <figure class="quote">
      <blockquote>{block.content.map((part) => paragraph(ctx, part.content))}</blockquote>
      {block.attrs.attribution !== '' && <figcaption>{words(ctx, block.attrs.attribution)}</figcaption>}
    </figure>
  );
}

/** A repetition of what the story says, so it is hidden from those who listen to the page. */
function PullQuote({ ctx, block }: Part<'pullQuote'>) {
  return (
    <aside class="pull-quote" aria-hidden="true">
      <p>{inlines(ctx, block.content)}</p>
      {block.attrs.attribution !== '' && <p class="attribution">{words(ctx, block.attrs.attribution)}</p>}
    </aside>
  );
}

function items(ctx: PageContext, content: Extract<Block, { type: 'list' }>['content']) {
  return content.map((item) => (
    <li>
      {item.content.length === 1
        ? inlines(ctx, item.content[0]?.content)
        : item.content.map((part) => paragraph(ctx, part.content))}
    </li>
  ));
}

function List({ ctx, block }: Part<'list'>) {
  return block.attrs.ordered ? <ol>{items(ctx, block.content)}</ol> : <ul>{items(ctx, block.content)}</ul>;
}

/** A story's use of a picture with the file's own facts, the use's words before the file's. */
function shown(view: StoryView, use: PictureUse): ShownPicture {
  const picture = use.pictureId === null ? undefined : view.pictures.get(use.pictureId);
  if (picture === undefined) {
    return { ...noPicture, caption: use.caption, credit: use.credit };
  }
  return {
    file: { hash: picture.hash, width: picture.width, height: picture.height, placeholder: picture.placeholder },
    focalPoint: use.focalPoint ?? picture.focalPoint,
    caption: use.caption || picture.caption,
    credit: use.credit || picture.credit,
    alt: use.alt || picture.alt,
  };
}

function BodyPicture({ ctx, view, use }: { ctx: PageContext; view: StoryView; use: PictureUse }) {
  return (
    <Figure ctx={ctx} picture={shown(view, use)} frame={frames.body} palette={view.section.palette} class="picture" />
  );
}

function Gallery({ ctx, view, block }: Part<'gallery'>) {
  const label = wordsOf(ctx).gallery(block.content.length, editionOf(ctx).digits);
  return (
    <section class="gallery" aria-label={label}>
      {block.content.map((picture) => (
        <Figure ctx={ctx} picture={shown(view, picture.attrs)} frame={frames.gallery} palette={view.section.palette} />
      ))}
    </section>
  );
}

/** A link card. Nobody else's frame, script or picture is loaded by a page of the paper. */
function Embed({ ctx, block }: Part<'embed'>) {
  const { provider, title } = block.attrs;
  const href = outsideHref(block.attrs.href);
  if (href === null) return null;
  const text = wordsOf(ctx);
  return (
    <p class="embed">
      <a href={href} rel="noopener external">
        {title !== '' && <strong>{words(ctx, title)}</strong>}
        <span>{text.openAt(text.providers[provider])}</span>
      </a>
    </p>
  );
}

/** Nothing at all when the story that it names is not public any more. */
function RelatedInline({ ctx, view, block }: Part<'relatedInline'>) {
  const card = view.inline.get(block.attrs.storyId);
  if (card === undefined) return null;
  ctx.depend(`story:${card.id}`);
  return (
    <aside class="read-also" aria-label={wordsOf(ctx).readAlso}>
      <span>{wordsOf(ctx).readAlso}</span>
      <a href={storyHref(ctx, card)}>{words(ctx, card.headline)}</a>
    </aside>
  );
}

/** Scrolls by itself where the screen is narrower than the table, and can be reached by keyboard for that. */
function Table({ ctx, block }: Part<'table'>) {
  const { caption } = block.attrs;
  const [first, ...others] = block.content;
  const isHead = first?.content.every((cell) => cell.attrs.header) ?? false;
  return (
    <section class="table" tabindex={0} aria-label={caption === '' ? wordsOf(ctx).table : caption}>
      <table>
        {caption !== '' && <caption>{words(ctx, caption)}</caption>}
        {isHead && first !== undefined && <thead>{row(ctx, first, 'col')}</thead>}
        <tbody>{(isHead ? others : block.content).map((cells) => row(ctx, cells, 'row'))}</tbody>
      </table>
    </section>
  );
}

function row(ctx: PageContext, cells: Extract<Block, { type: 'table' }>['content'][number], scope: 'col' | 'row') {
  return (
    <tr>
      {cells.content.map((cell) =>
        cell.attrs.header ? <th scope={scope}>{inlines(ctx, cell.content)}</th> : <td>{inlines(ctx, cell.content)}</td>,
      )}
    </tr>
  );
}

function Facts({ ctx, block }: Part<'facts'>) {
  return (
    <section class="facts" aria-label={block.attrs.title}>
      <h2>{words(ctx, block.attrs.title)}</h2>
      <ul>{items(ctx, block.content)}</ul>
    </section>
  );
}
