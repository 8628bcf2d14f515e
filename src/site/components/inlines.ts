// The runs of text inside a paragraph as HTML: strong, links, runs in another language, line breaks.
import { raw } from 'hono/html';
import type { Inline, Mark, TextNode } from '../../story/body.ts';
import { isOutside, safeHref } from '../links.ts';
import type { PageContext } from '../page-context.ts';
import { escaped, type Html, textHtml } from './words.ts';

function marked(html: string, mark: Mark): string {
  switch (mark.type) {
    case 'strong':
      return `<strong>${html}</strong>`;
    case 'link': {
      const href = safeHref(mark.attrs.href);
      if (href === null) return html;
      return `<a href="${escaped(href)}"${isOutside(href) ? ' rel="noopener"' : ''}>${html}</a>`;
    }
    case 'run': {
      const language = mark.attrs.language === null ? '' : ` lang="${escaped(mark.attrs.language)}"`;
      return `<bdi${language} dir="${mark.attrs.direction}">${html}</bdi>`;
    }
    default:
      return mark satisfies never;
  }
}

function textNodeHtml(ctx: PageContext, node: TextNode): string {
  const marks = node.marks ?? [];
  // A run already says where it begins and ends, so nothing inside it is isolated again.
  const plain = marks.some((mark) => mark.type === 'run') ? escaped(node.text) : textHtml(ctx, node.text);
  return marks.reduceRight(marked, plain);
}

export function inlinesHtml(ctx: PageContext, nodes: readonly Inline[] | undefined): string {
  let html = '';
  for (const node of nodes ?? []) html += node.type === 'text' ? textNodeHtml(ctx, node) : '<br/>';
  return html;
}

export const inlines = (ctx: PageContext, nodes: readonly Inline[] | undefined): Html => raw(inlinesHtml(ctx, nodes));
