// The head of a page as HTML: what the browser needs first, and what is said of the page to those who link to it.
// Written as strings, for it stands on every page and hardly differs.
import { raw } from 'hono/html';
import { variantPath } from '../../pictures/variants.ts';
import { machineInstant } from '../dates.ts';
import { editionOf, type PageContext } from '../page-context.ts';
import type { Head, Subject } from '../subject.ts';
import { frames, sourcesOf } from './Picture.tsx';
import { escaped, type Html } from './words.ts';

/** Faces that every page opens with, by direction: headlines, furniture, text, nameplate. */
const openingFaces = {
  rtl: ['plex-arabic-600', 'plex-arabic-400', 'naskh-arabic-400', 'naskh-arabic-700'],
  ltr: ['plex-latin-600', 'plex-latin-400', 'naskh-latin-400', 'naskh-latin-700'],
} as const;

const named = (name: string, content: string): string => `<meta name="${name}" content="${escaped(content)}"/>`;
const property = (name: string, content: string): string => `<meta property="${name}" content="${escaped(content)}"/>`;

export function documentHead(ctx: PageContext, subject: Subject, head: Head): Html {
  const { assets } = ctx;
  const faces = openingFaces[editionOf(ctx).direction]
    .map((face) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${assets.path(`${face}.woff2`)}"/>`)
    .join('');
  return raw(
    `<head><meta charset="utf-8"/><title>${escaped(head.title)}</title>` +
      '<meta name="viewport" content="width=device-width,initial-scale=1"/>' +
      `<script>${assets.inline.head}</script>` +
      `<link rel="stylesheet" href="${assets.path('site.css')}"/>${faces}${picturePreload(subject)}` +
      `<script type="module" src="${assets.path('site.js')}"></script>` +
      '<meta name="theme-color" media="(prefers-color-scheme:light)" content="#fffefb"/>' +
      '<meta name="theme-color" media="(prefers-color-scheme:dark)" content="#151412"/>' +
      `<link rel="icon" type="image/svg+xml" href="${assets.path('icon.svg')}"/>` +
      `<link rel="apple-touch-icon" href="${assets.path('icon-180.png')}"/>` +
      `${addresses(ctx, head)}${social(ctx, subject, head)}</head>`,
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

function addresses(ctx: PageContext, head: Head): string {
  const { edition } = ctx.furniture;
  const parts = [head.description === '' ? '' : named('description', head.description)];
  if (!head.isIndexed) parts.push(named('robots', 'noindex'));
  if (head.canonical === null) return parts.join('');
  parts.push(`<link rel="canonical" href="${escaped(ctx.origin + head.canonical)}"/>`);
  if (head.counterparts.length > 0) {
    for (const { edition: other, href } of [{ edition, href: head.canonical }, ...head.counterparts])
      parts.push(`<link rel="alternate" hreflang="${other.language}" href="${escaped(ctx.origin + href)}"/>`);
  }
  return parts.join('');
}

function social(ctx: PageContext, subject: Subject, head: Head): string {
  if (head.canonical === null) return '';
  const { edition } = ctx.furniture;
  const parts = [
    property('og:type', subject.kind === 'story' ? 'article' : 'website'),
    property('og:site_name', edition.name),
    property('og:title', head.title),
    property('og:url', ctx.origin + head.canonical),
  ];
  if (head.description !== '') parts.push(property('og:description', head.description));
  const file = head.picture?.file;
  if (head.picture != null && file != null) {
    const path = variantPath({ hash: file.hash, shape: 'social', focalPoint: head.picture.focalPoint, width: 1200, format: 'jpeg' });
    parts.push(property('og:image', ctx.origin + path));
    if (head.picture.alt !== '') parts.push(property('og:image:alt', head.picture.alt));
  }
  parts.push(named('twitter:card', file == null ? 'summary' : 'summary_large_image'));
  if (subject.kind === 'story') {
    const { card, section, topics } = subject.view;
    parts.push(
      property('article:published_time', machineInstant(card.publishedAt)),
      property('article:modified_time', machineInstant(card.updatedAt)),
      property('article:section', section.name),
      ...topics.map((topic) => property('article:tag', topic.name)),
    );
  }
  return parts.join('');
}
