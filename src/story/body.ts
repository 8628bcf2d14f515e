// The body document: a ProseMirror document as JSON, with this as its written schema. Every door validates with `body`.
import { z } from 'zod';
import { storyId } from './ids.ts';
import { pictureUse } from './picture.ts';

/** Most characters of text in one body; the longest real story seen is under a tenth of it. */
export const bodyTextLimit = 400_000;
/** Most blocks in one body, tables' cells and lists' items not counted. */
export const bodyBlockLimit = 4_000;

/** Addresses that a link in a story may have: the web, mail and our own paths. Never script or data. */
export const linkAddress = z
  .string()
  .max(2000)
  .regex(
    /^(https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+|\/(?![/\\])[^\s<>"]*|#[^\s<>"]*)$/i,
    'a link must be http(s), mailto or a path of the paper',
  );

const strong = z.object({ type: z.literal('strong') });
const link = z.object({ type: z.literal('link'), attrs: z.object({ href: linkAddress }) });
/** A run in another language or direction than the text around it. */
const run = z.object({
  type: z.literal('run'),
  attrs: z.object({
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .nullable(),
    direction: z.enum(['rtl', 'ltr', 'auto']),
  }),
});
export const mark = z.discriminatedUnion('type', [strong, link, run]);
export type Mark = z.infer<typeof mark>;

export const textNode = z.object({
  type: z.literal('text'),
  text: z.string().min(1).max(bodyTextLimit),
  marks: z.array(mark).max(4).optional(),
});
export type TextNode = z.infer<typeof textNode>;
const hardBreak = z.object({ type: z.literal('hardBreak') });
export const inline = z.discriminatedUnion('type', [textNode, hardBreak]);
export type Inline = z.infer<typeof inline>;
const inlines = z.array(inline).max(2000);

const paragraph = z.object({ type: z.literal('paragraph'), content: inlines.optional() });
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: inlines.optional(),
});
/** Somebody's words set apart from the text, with who said them. */
const quote = z.object({
  type: z.literal('quote'),
  attrs: z.object({ attribution: z.string().max(300).default('') }),
  content: z.array(paragraph).min(1).max(50),
});
/** A sentence of the story itself, repeated large. */
const pullQuote = z.object({
  type: z.literal('pullQuote'),
  attrs: z.object({ attribution: z.string().max(300).default('') }),
  content: inlines.min(1),
});
const listItem = z.object({ type: z.literal('listItem'), content: z.array(paragraph).min(1).max(20) });
const list = z.object({
  type: z.literal('list'),
  attrs: z.object({ ordered: z.boolean() }),
  content: z.array(listItem).min(1).max(500),
});
const pictureBlock = z.object({ type: z.literal('picture'), attrs: pictureUse });
const gallery = z.object({ type: z.literal('gallery'), content: z.array(pictureBlock).min(1).max(60) });
/** Players that the site knows how to show. Anything else is a link, never somebody's frame. */
export const embedProvider = z.enum([
  'youtube',
  'vimeo',
  'x',
  'facebook',
  'instagram',
  'telegram',
  'soundcloud',
  'datawrapper',
]);
const embed = z.object({
  type: z.literal('embed'),
  attrs: z.object({
    provider: embedProvider,
    href: z
      .string()
      .max(2000)
      .regex(/^https:\/\/[^\s<>"]+$/i),
    title: z.string().max(300).default(''),
  }),
});
/** A card of another of our stories inside the text. */
const relatedInline = z.object({ type: z.literal('relatedInline'), attrs: z.object({ storyId }) });
const tableCell = z.object({
  type: z.literal('tableCell'),
  attrs: z.object({ header: z.boolean() }),
  content: inlines.optional(),
});
const tableRow = z.object({ type: z.literal('tableRow'), content: z.array(tableCell).min(1).max(30) });
const table = z.object({
  type: z.literal('table'),
  attrs: z.object({ caption: z.string().max(500).default('') }),
  content: z.array(tableRow).min(1).max(500),
});
const facts = z.object({
  type: z.literal('facts'),
  attrs: z.object({ title: z.string().max(200) }),
  content: z.array(listItem).min(1).max(50),
});
const separator = z.object({ type: z.literal('separator') });

export const block = z.discriminatedUnion('type', [
  paragraph, heading, quote, pullQuote, list, pictureBlock, gallery, embed, relatedInline, table, facts, separator,
]); // biome-ignore format: a list to scan
export type Block = z.infer<typeof block>;

export const body = z.object({ type: z.literal('doc'), content: z.array(block).max(bodyBlockLimit) });
export type Body = z.infer<typeof body>;

/** The text of inline nodes, marks dropped, breaks as newlines. */
export function textOfInlines(nodes: readonly Inline[] | undefined): string {
  return (nodes ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** The texts of a block, one string a paragraph, in reading order; captions and attributions included. */
export function textsOfBlock(node: Block): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [textOfInlines(node.content)];
    case 'pullQuote':
      return [textOfInlines(node.content), node.attrs.attribution];
    case 'quote':
      return [...node.content.map((paragraph) => textOfInlines(paragraph.content)), node.attrs.attribution];
    case 'list':
      return node.content.flatMap((item) => item.content.map((paragraph) => textOfInlines(paragraph.content)));
    case 'facts':
      return [
        node.attrs.title,
        ...node.content.flatMap((item) => item.content.map((part) => textOfInlines(part.content))),
      ];
    case 'picture':
      return [node.attrs.caption];
    case 'gallery':
      return node.content.map((picture) => picture.attrs.caption);
    case 'table':
      return [
        node.attrs.caption,
        ...node.content.flatMap((row) => row.content.map((cell) => textOfInlines(cell.content))),
      ];
    case 'embed':
      return [node.attrs.title];
    case 'relatedInline':
    case 'separator':
      return [];
    default:
      return node satisfies never;
  }
}

/** The whole text of a body, a paragraph a line, empty ones left out. */
export function textOfBody(document: Body): string {
  return document.content
    .flatMap(textsOfBlock)
    .filter((text) => text !== '')
    .join('\n');
}

/** A body of plain paragraphs, as a captured page gives them. Empty strings are left out. */
export function bodyOfParagraphs(paragraphs: readonly string[]): Body {
  return {
    type: 'doc',
    content: paragraphs
      .filter((text) => text !== '')
      .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}
