// The body document as ProseMirror knows it: the schema by which an editor builds what `body.ts` validates. Both say the same.
import { Schema } from 'prosemirror-model';

const pictureAttributes = {
  pictureId: { default: null },
  source: { default: null },
  caption: { default: '' },
  credit: { default: '' },
  alt: { default: '' },
  focalPoint: { default: null },
};

export const bodySchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    text: { group: 'inline' },
    hardBreak: { group: 'inline', inline: true, marks: '' },
    paragraph: { group: 'block', content: 'inline*' },
    heading: { group: 'block', content: 'inline*', attrs: { level: { default: 2 } } },
    quote: { group: 'block', content: 'paragraph+', attrs: { attribution: { default: '' } } },
    pullQuote: { group: 'block', content: 'inline+', attrs: { attribution: { default: '' } } },
    list: { group: 'block', content: 'listItem+', attrs: { ordered: { default: false } } },
    listItem: { content: 'paragraph+' },
    picture: { group: 'block', atom: true, attrs: pictureAttributes },
    gallery: { group: 'block', content: 'picture+' },
    embed: { group: 'block', atom: true, attrs: { provider: {}, href: {}, title: { default: '' } } },
    relatedInline: { group: 'block', atom: true, attrs: { storyId: {} } },
    table: { group: 'block', content: 'tableRow+', attrs: { caption: { default: '' } } },
    tableRow: { content: 'tableCell+' },
    tableCell: { content: 'inline*', attrs: { header: { default: false } } },
    facts: { group: 'block', content: 'listItem+', attrs: { title: {} } },
    separator: { group: 'block', atom: true },
  },
  marks: {
    strong: {},
    link: { attrs: { href: {} }, inclusive: false },
    run: { attrs: { language: { default: null }, direction: { default: 'auto' } } },
  },
});
