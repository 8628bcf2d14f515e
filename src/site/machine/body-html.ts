// A story's body as plain HTML that stands on its own in somebody else's reader: no classes, no script, whole addresses.
import type { Block, Inline, Mark } from '../../story/body.ts';
import type { ShownPicture } from '../../story/card.ts';
import type { StoryView } from '../../story/views.ts';
import { escaped } from '../components/words.ts';
import { safeHref, storyHref } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { captionLine, pictureFile, shownInBody } from './picture-files.ts';
import { withoutForbidden } from './xml.ts';

/** What the writer of a body needs to know of its surroundings. */
interface Setting {
  readonly ctx: PageContext;
  readonly view: StoryView;
  /** The story's own whole address, to which `#fragment` links are relative. */
  readonly address: string;
}

/** Wide enough for any reader's column on a sharp screen. */
const WIDEST = 1200;

/**
 * Lead picture, body and corrections, inside one element that states language and direction, since nothing around it
 * will. Declares the stories that it names. `address` is the story's own.
 */
export function storyHtml(view: StoryView, ctx: PageContext, address: string): string {
  const setting: Setting = { ctx, view, address };
  const { language, direction } = editionOf(ctx);
  const lead = view.card.picture === null ? '' : figure(setting, view.card.picture);
  const blocks = view.body.content.map((block) => blockHtml(setting, block)).join('');
  const label = escaped(wordsOf(ctx).correctionNotes);
  const corrections = view.corrections.map(({ text }) => `<p><strong>${label}:</strong> ${escaped(text)}</p>`);
  const end = corrections.length === 0 ? '' : `<hr>${corrections.join('')}`;
  return withoutForbidden(`<div lang="${escaped(language)}" dir="${direction}">${lead}${blocks}${end}</div>`);
}

function blockHtml(setting: Setting, block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return paragraph(setting, block.content);
    case 'heading':
      return `<h${block.attrs.level}>${inlinesHtml(setting, block.content)}</h${block.attrs.level}>`;
    case 'quote':
      return quotation(block.content.map((part) => paragraph(setting, part.content)).join(''), block.attrs.attribution);
    case 'pullQuote':
      return quotation(paragraph(setting, block.content), block.attrs.attribution);
    case 'list':
      return block.attrs.ordered
        ? `<ol>${items(setting, block.content)}</ol>`
        : `<ul>${items(setting, block.content)}</ul>`;
    case 'facts':
      return `<h3>${escaped(block.attrs.title)}</h3><ul>${items(setting, block.content)}</ul>`;
    case 'picture':
      return figure(setting, shownInBody(setting.view, block.attrs));
    case 'gallery':
      return block.content.map((part) => figure(setting, shownInBody(setting.view, part.attrs))).join('');
    case 'embed':
      return embed(setting, block);
    case 'relatedInline':
      return relatedInline(setting, block);
    case 'table':
      return table(setting, block);
    case 'separator':
      return '<hr>';
    default:
      return block satisfies never;
  }
}

function paragraph(setting: Setting, content: readonly Inline[] | undefined): string {
  const html = inlinesHtml(setting, content);
  return html === '' ? '' : `<p>${html}</p>`;
}

function quotation(words: string, attribution: string): string {
  return `<blockquote>${words}${attribution === '' ? '' : `<p>— ${escaped(attribution)}</p>`}</blockquote>`;
}

function items(setting: Setting, content: Extract<Block, { type: 'list' }>['content']): string {
  return content
    .map(({ content: parts }) => {
      const [only] = parts;
      const isSingle = parts.length === 1 && only !== undefined;
      return `<li>${isSingle ? inlinesHtml(setting, only.content) : parts.map((part) => paragraph(setting, part.content)).join('')}</li>`;
    })
    .join('');
}

/** A picture without a file has still a caption to say. */
function figure({ ctx }: Setting, picture: ShownPicture): string {
  const file = pictureFile(picture, 'full', WIDEST, ctx.origin);
  const caption = captionLine(picture);
  if (file === null) return caption === '' ? '' : `<p>${escaped(caption)}</p>`;
  const image = `<img src="${escaped(file.address)}" alt="${escaped(picture.alt)}" width="${file.width}" height="${file.height}">`;
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`}</figure>`;
}

function embed({ ctx }: Setting, block: Extract<Block, { type: 'embed' }>): string {
  const href = safeHref(block.attrs.href);
  const text = wordsOf(ctx);
  const title = block.attrs.title === '' ? text.openAt(text.providers[block.attrs.provider]) : block.attrs.title;
  return href === null ? '' : `<p><a href="${escaped(href)}">${escaped(title)}</a></p>`;
}

/** Nothing when the story that it names is not public any more. */
function relatedInline({ ctx, view }: Setting, block: Extract<Block, { type: 'relatedInline' }>): string {
  const card = view.inline.get(block.attrs.storyId);
  if (card === undefined) return '';
  ctx.depend(`story:${card.id}`);
  const href = ctx.origin + storyHref(ctx, card);
  return `<p>${escaped(wordsOf(ctx).readAlso)}: <a href="${escaped(href)}">${escaped(card.headline)}</a></p>`;
}

function table(setting: Setting, block: Extract<Block, { type: 'table' }>): string {
  const rows = block.content.map((row) => {
    const cells = row.content.map((cell) => {
      const name = cell.attrs.header ? 'th' : 'td';
      return `<${name}>${inlinesHtml(setting, cell.content)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const { caption } = block.attrs;
  return `<table>${caption === '' ? '' : `<caption>${escaped(caption)}</caption>`}<tbody>${rows.join('')}</tbody></table>`;
}

function inlinesHtml(setting: Setting, nodes: readonly Inline[] | undefined): string {
  let html = '';
  for (const node of nodes ?? []) {
    if (node.type === 'hardBreak') html += '<br>';
    else html += (node.marks ?? []).reduceRight((inner, mark) => marked(setting, inner, mark), escaped(node.text));
  }
  return html;
}

function marked(setting: Setting, html: string, mark: Mark): string {
  switch (mark.type) {
    case 'strong':
      return `<strong>${html}</strong>`;
    case 'link': {
      const href = wholeAddress(setting, mark.attrs.href);
      return href === null ? html : `<a href="${escaped(href)}">${html}</a>`;
    }
    case 'run': {
      const language = mark.attrs.language === null ? '' : ` lang="${escaped(mark.attrs.language)}"`;
      return `<bdi${language} dir="${mark.attrs.direction}">${html}</bdi>`;
    }
    default:
      return mark satisfies never;
  }
}

/** A link as it must read away from our pages; null for one that no page may lead to. */
function wholeAddress({ ctx, address }: Setting, written: string): string | null {
  const href = safeHref(written);
  if (href === null) return null;
  if (href.startsWith('/')) return ctx.origin + href;
  return href.startsWith('#') ? address + href : href;
}
