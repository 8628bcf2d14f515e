// Turns a demo story's blocks into the body document that the newsroom files.
import type { DemoBlock, DemoPicture } from '../../demo/format.ts';
import type { Block, Body, Inline } from '../story/body.ts';
import type { StoryId } from '../story/ids.ts';
import type { PictureUse } from '../story/picture.ts';

export interface DemoLinks {
  /** The stored picture for a drawn one. */
  readonly picture: (picture: DemoPicture) => PictureUse;
  /** The story for a key, null while it is not filed. */
  readonly story: (key: string) => StoryId | null;
}

/** Text with `**strong**` runs as inline nodes. */
export function inlines(text: string): Inline[] {
  return text
    .split('**')
    .map((part, at): Inline | null => {
      if (part === '') return null;
      return at % 2 === 1 ? { type: 'text', text: part, marks: [{ type: 'strong' }] } : { type: 'text', text: part };
    })
    .filter((node) => node !== null);
}

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: inlines(text) });
const items = (texts: readonly string[]) =>
  texts.map((text) => ({ type: 'listItem' as const, content: [paragraph(text)] }));
const cells = (texts: readonly string[], header: boolean) => ({
  type: 'tableRow' as const,
  content: texts.map((text) => ({ type: 'tableCell' as const, attrs: { header }, content: inlines(text) })),
});

function block(node: DemoBlock, links: DemoLinks): Block | null {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node.text);
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, content: inlines(node.text) };
    case 'quote':
      return { type: 'quote', attrs: { attribution: node.attribution }, content: [paragraph(node.text)] };
    case 'pullQuote':
      return { type: 'pullQuote', attrs: { attribution: node.attribution ?? '' }, content: inlines(node.text) };
    case 'list':
      return { type: 'list', attrs: { ordered: node.ordered }, content: items(node.items) };
    case 'facts':
      return { type: 'facts', attrs: { title: node.title }, content: items(node.items) };
    case 'table':
      return {
        type: 'table',
        attrs: { caption: node.caption },
        content: [cells(node.head, true), ...node.rows.map((row) => cells(row, false))],
      };
    case 'picture':
      return { type: 'picture', attrs: links.picture(node.picture) };
    case 'gallery':
      return { type: 'gallery', content: node.pictures.map((one) => ({ type: 'picture', attrs: links.picture(one) })) };
    case 'related': {
      const storyId = links.story(node.key);
      return storyId === null ? null : { type: 'relatedInline', attrs: { storyId } };
    }
    case 'separator':
      return { type: 'separator' };
    default:
      return node satisfies never;
  }
}

export function demoBody(blocks: readonly DemoBlock[], links: DemoLinks): Body {
  return { type: 'doc', content: blocks.map((node) => block(node, links)).filter((node) => node !== null) };
}

/** Every drawn picture of a story's body. */
export function picturesOf(blocks: readonly DemoBlock[]): DemoPicture[] {
  return blocks.flatMap((node) => {
    if (node.type === 'picture') return [node.picture];
    return node.type === 'gallery' ? node.pictures : [];
  });
}
