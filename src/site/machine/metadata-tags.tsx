// The metadata of a page as the tags of its head.
import { raw } from 'hono/html';
import { escaped, type Html } from '../components/words.ts';
import { jsonLdText } from './json-ld.ts';
import type { Metadata } from './metadata.ts';

/** Written as one string: three dozen tags a page, each of which would otherwise be an object and a function call. */
export function metadataHtml(metadata: Metadata): string {
  const { title, description, canonical, robots, alternates, feeds, openGraph, twitter, jsonLd } = metadata;
  let html = `<title>${escaped(title)}</title>`;
  if (description !== '') html += `<meta name="description" content="${escaped(description)}">`;
  html += `<meta name="robots" content="${escaped(robots)}">`;
  if (canonical !== null) html += `<link rel="canonical" href="${escaped(canonical)}">`;
  for (const { hreflang, href } of alternates) {
    html += `<link rel="alternate" hreflang="${escaped(hreflang)}" href="${escaped(href)}">`;
  }
  for (const feed of feeds) {
    html += `<link rel="alternate" type="${escaped(feed.type)}" title="${escaped(feed.title)}" href="${escaped(feed.href)}">`;
  }
  for (const { name, content } of openGraph) html += `<meta property="${escaped(name)}" content="${escaped(content)}">`;
  for (const { name, content } of twitter) html += `<meta name="${escaped(name)}" content="${escaped(content)}">`;
  if (jsonLd.length > 0) html += `<script type="application/ld+json">${jsonLdText(jsonLd)}</script>`;
  return html;
}

export function MetadataTags({ metadata }: { readonly metadata: Metadata }): Html {
  return raw(metadataHtml(metadata));
}
