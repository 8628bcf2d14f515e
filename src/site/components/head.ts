// The head of a page as HTML: what the browser needs first, then what the page says of itself to machines.
// Written as one string, for it stands on every page and hardly differs.
import { raw } from 'hono/html';
import { editionRoot } from '../../story/address.ts';
import { metadataOf } from '../machine/metadata.ts';
import { metadataHtml } from '../machine/metadata-tags.tsx';
import { OPEN_SEARCH_FILE, OPEN_SEARCH_TYPE } from '../machine/opensearch.ts';
import { editionOf, type PageContext } from '../page-context.ts';
import type { Subject } from '../subject.ts';
import { frames, sourcesOf } from './Picture.tsx';
import { escaped, type Html } from './words.ts';

/** Faces that every page opens with, by direction: headlines, furniture, text, nameplate. */
const openingFaces = {
  rtl: ['plex-arabic-600', 'plex-arabic-400', 'naskh-arabic-400', 'naskh-arabic-700'],
  ltr: ['plex-latin-600', 'plex-latin-400', 'naskh-latin-400', 'naskh-latin-700'],
} as const;

/** Paper, as in the stylesheet's tokens. */
const themeColours =
  '<meta name="theme-color" media="(prefers-color-scheme:light)" content="#fffefb"/>' +
  '<meta name="theme-color" media="(prefers-color-scheme:dark)" content="#151412"/>';

export function documentHead(ctx: PageContext, subject: Subject): Html {
  const { assets } = ctx;
  const edition = editionOf(ctx);
  const faces = openingFaces[edition.direction]
    .map(
      (face) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${assets.path(`${face}.woff2`)}"/>`,
    )
    .join('');
  return raw(
    '<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1"/>' +
      `<script>${assets.inline.head}</script>` +
      `<link rel="stylesheet" href="${assets.path('site.css')}"/>${faces}${picturePreload(subject)}` +
      `<script type="module" src="${assets.path('site.js')}"></script>` +
      `${metadataHtml(metadataOf(ctx, subject))}${themeColours}` +
      `<link rel="icon" type="image/svg+xml" href="${assets.path('icon.svg')}"/>` +
      `<link rel="apple-touch-icon" href="${assets.path('icon-180.png')}"/>` +
      `<link rel="search" type="${OPEN_SEARCH_TYPE}" title="${escaped(edition.name)}" href="${editionRoot(edition)}/${OPEN_SEARCH_FILE}"/>` +
      `<link rel="manifest" href="${editionRoot(edition)}/manifest.webmanifest"/></head>`,
  );
}

/** The picture that the page opens with, asked for before the body is read. */
function picturePreload(subject: Subject): string {
  const [picture, frame] =
    subject.kind === 'story'
      ? [subject.view.card.picture, frames.lead]
      : subject.kind === 'front'
        ? [subject.view.lead?.picture, frames.frontLead]
        : [null, frames.lead];
  if (picture?.file == null) return '';
  const set = escaped(sourcesOf(picture, picture.file, frame, 'avif'));
  return `<link rel="preload" as="image" type="image/avif" imagesrcset="${set}" imagesizes="${frame.sizes}" fetchpriority="high"/>`;
}
