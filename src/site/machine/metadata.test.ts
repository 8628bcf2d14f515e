// The head of a page: what it promises to search engines and to other sites, how large it is, and what it must never let out.
import { gzipSync } from 'node:zlib';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { StoryView } from '../../story/views.ts';
import type { PageContext } from '../page-context.ts';
import type { Subject } from '../subject.ts';
import { jsonLdText } from './json-ld.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { metadataHtml } from './metadata-tags.tsx';
import { arabic, contextOf, english, harmful, ORIGIN, story, translation } from './testing/fixtures.ts';

const address = `${ORIGIN}${encodeURI('/آسيا/11/اتفاق-على-فتح-الميناء')}`;
const of = (view: StoryView, ctx: PageContext = contextOf()): Metadata => metadataOf(ctx, { kind: 'story', view });
const named = (metadata: Metadata) =>
  new Map([...metadata.openGraph, ...metadata.twitter].map(({ name, content }) => [name, content]));
const withKind = (kind: StoryView['card']['kind']): StoryView => ({ ...story, card: { ...story.card, kind } });

const url = z.url({ protocol: /^https$/ });
const withOffset = z.iso.datetime({ offset: true });
const organization = z.looseObject({
  '@type': z.enum(['Organization', 'NewsMediaOrganization']),
  name: z.string().min(1),
});
const person = z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1), url });
const article = z.looseObject({
  '@type': z.union([z.string().endsWith('NewsArticle'), z.array(z.string())]),
  mainEntityOfPage: url,
  headline: z.string().min(1).max(110),
  datePublished: withOffset,
  dateModified: withOffset,
  author: z.array(z.union([person, organization])).min(1),
  publisher: organization.extend({ logo: url, url }),
  image: z.array(url).length(3).optional(),
  articleSection: z.string().min(1),
  inLanguage: z.string(),
  isAccessibleForFree: z.literal(true),
});

/** The first thing that a page's data says. */
const first = (metadata: Metadata) => metadata.jsonLd[0] ?? {};

test('a story page has title, description, one address and the paper’s feed', () => {
  const metadata = of(story);
  expect(metadata.title).toBe('اتفاق على فتح الميناء');
  expect(metadata.description).toBe('الوزير: الملاحة تعود الأسبوع المقبل');
  expect(metadata.canonical).toBe(address);
  expect(metadata.robots).toBe('max-image-preview:large');
  expect(metadata.feeds).toEqual([{ type: 'application/rss+xml', title: 'الميزان', href: `${ORIGIN}/rss.xml` }]);
  expect(metadata.alternates).toEqual([]);
});

test('other sites are given a card with the picture that they show', () => {
  const values = named(of(story));
  expect(values.get('og:type')).toBe('article');
  expect(values.get('og:url')).toBe(address);
  expect(values.get('og:locale')).toBe('ar_AR');
  expect(values.get('og:image')).toMatch(/\/social@50,40\/1200\.jpeg$/);
  expect([values.get('og:image:width'), values.get('og:image:height')]).toEqual(['1200', '630']);
  expect(values.get('og:image:alt')).toBe('قوارب راسية');
  expect(values.get('article:published_time')).toBe('2026-11-24T10:33:05+03:00');
  expect(values.get('article:section')).toBe('آسيا');
  expect(values.get('twitter:card')).toBe('summary_large_image');
});

test('a story without a picture shows the paper’s sign', () => {
  const values = named(of({ ...story, card: { ...story.card, picture: null } }));
  expect(values.get('og:image')).toBe(`${ORIGIN}/assets/icon-512.png`);
  expect(values.get('twitter:card')).toBe('summary');
});

test('the article says who wrote it, when, where, for whom and with which pictures', () => {
  const data = article.parse(first(of(story)));
  expect(data['@type']).toBe('NewsArticle');
  expect(data.author).toEqual([
    { '@type': 'Person', name: 'سعاد الحلبي', url: `${ORIGIN}${encodeURI('/author/سعاد-الحلبي')}` },
    { '@type': 'Organization', name: 'أ.ف.ب' },
  ]);
  expect(data.contributor).toMatchObject([{ '@type': 'Person', name: 'نديم' }]);
  expect(data.datePublished).toBe('2026-11-24T10:33:05+03:00');
  expect(data.image?.map((it) => it.split('/').at(-2)?.split('@')[0])).toEqual(['wide', 'card', 'square']);
  expect(data.dateline).toBe('بيروت');
  expect(data.contentLocation).toEqual({ '@type': 'Place', name: 'بيروت' });
  expect(data.keywords).toEqual(['الموانئ']);
  expect(data.correction).toEqual([
    { '@type': 'CorrectionComment', text: 'ورد خطأً أن العدد 12 سفينة.', datePublished: '2026-11-24T12:00:00+03:00' },
  ]);
});

test('each kind of story has a type that search engines know', () => {
  expect(first(of(withKind('opinion')))['@type']).toBe('OpinionNewsArticle');
  expect(first(of(withKind('analysis')))['@type']).toBe('AnalysisNewsArticle');
  const live = article.parse(first(of(withKind('live'))));
  expect(live['@type']).toEqual(['NewsArticle', 'LiveBlogPosting']);
  expect(live.coverageStartTime).toBe(live.datePublished);
});

test('the paper under its own name, in quotation marks or not, is no person; a story unsigned is the paper’s', () => {
  const [writer] = story.card.byline.authors;
  if (writer === undefined) throw new Error('the fixture has no author');
  const signedBy = (authors: StoryView['card']['byline']['authors']) =>
    article.parse(first(of({ ...story, card: { ...story.card, byline: { authors, agencies: [], dateline: null } } })))
      .author;
  expect(signedBy([{ ...writer, name: '«الميزان»' }])).toMatchObject([{ '@type': 'Organization' }]);
  expect(signedBy([])).toMatchObject([{ '@type': 'NewsMediaOrganization', name: 'الميزان' }]);
});

test('the trail leads from the front through every section to the story', () => {
  expect(of(story).jsonLd[1]).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'الرئيسية', item: `${ORIGIN}/` },
      { '@type': 'ListItem', position: 2, name: 'العالم', item: `${ORIGIN}/world` },
      { '@type': 'ListItem', position: 3, name: 'آسيا', item: `${ORIGIN}${encodeURI('/آسيا')}` },
      { '@type': 'ListItem', position: 4, name: 'اتفاق على فتح الميناء' },
    ],
  });
});

test('a story with a translation names every edition’s page and the default one for anybody else, and declares it', () => {
  const ctx = contextOf();
  const translated = { ...story, translations: [translation] };
  const inEnglish = `${ORIGIN}/en/world/31/port-to-reopen`;
  const all = [
    { hreflang: 'ar', href: address },
    { hreflang: 'en', href: inEnglish },
    { hreflang: 'x-default', href: address },
  ];
  expect(of(translated, ctx).alternates).toEqual(all);
  expect([...ctx.declared].toSorted()).toEqual(['furniture:en', 'story:31']);
  const back: StoryView = { ...story, card: translation, section: english.sections[0] ?? story.section };
  const fromEnglish = of({ ...back, translations: [story.card] }, contextOf(english)).alternates;
  expect(new Set(fromEnglish.map((it) => JSON.stringify(it)))).toEqual(new Set(all.map((it) => JSON.stringify(it))));
});

test('the front presents the paper and its site, in every edition', () => {
  const view = { lead: null, top: [], blocks: [], latest: [] };
  const metadata = metadataOf(contextOf(), { kind: 'front', view });
  expect(metadata.canonical).toBe(`${ORIGIN}/`);
  expect(metadata.alternates.map(({ hreflang }) => hreflang)).toEqual(['ar', 'en', 'x-default']);
  expect(metadata.feeds.map(({ href }) => href)).toEqual(
    ['rss.xml', 'atom.xml', 'feed.json'].map((it) => `${ORIGIN}/${it}`),
  );
  expect(metadata.jsonLd.map((it) => it['@type'])).toEqual(['NewsMediaOrganization', 'WebSite']);
  expect(named(metadata).get('og:type')).toBe('website');
  expect(metadata.jsonLd[1]?.potentialAction).toMatchObject({
    '@type': 'SearchAction',
    target: { urlTemplate: `${ORIGIN}/search?q={search_term_string}` },
  });
});

test('sections, authors and topics have feeds of their own', () => {
  const list = { cards: [], older: null };
  const [section] = arabic.sections;
  const [topic] = story.topics;
  if (section === undefined || topic === undefined) throw new Error('the fixture lacks a section or a topic');
  const author = { ...translation.byline.authors[0], about: '' } as Extract<Subject, { kind: 'author' }>['author'];
  const hrefs = (subject: Subject) => metadataOf(contextOf(), subject).feeds.map(({ href }) => href);
  expect(hrefs({ kind: 'section', section, list, before: null })).toContain(`${ORIGIN}/world/atom.xml`);
  expect(hrefs({ kind: 'topic', topic, list, before: null })).toContain(
    `${ORIGIN}${encodeURI('/topic/الموانئ')}/feed.json`,
  );
  expect(hrefs({ kind: 'author', author, list, before: null })).toContain(
    `${ORIGIN}${encodeURI('/author/سعاد-الحلبي')}/rss.xml`,
  );
});

test('a killed story, a missing page and a reader’s own list are not to be found and say nothing else', () => {
  for (const kind of ['withdrawn', 'not-found', 'saved'] as const) {
    const metadata = metadataOf(contextOf(), { kind });
    expect(metadata.robots).toBe('noindex');
    expect([...metadata.openGraph, ...metadata.twitter, ...metadata.jsonLd, ...metadata.alternates]).toEqual([]);
  }
});

test('the print view leaves being found to the story’s own page', () => {
  const metadata = metadataOf(contextOf(), { kind: 'print', view: story });
  expect([metadata.robots, metadata.canonical]).toEqual(['noindex', address]);
});

test('no value breaks out of a tag or of the script', () => {
  const document = parseDocument(metadataHtml(of(harmful)));
  const names = document.children.map((node) => ('name' in node ? node.name : node.type));
  expect(names.filter((name) => !['title', 'meta', 'link', 'script'].includes(name))).toEqual([]);
  expect(names.filter((name) => name === 'script')).toHaveLength(1);
  expect(document.children.flatMap((node) => ('attribs' in node ? Object.keys(node.attribs) : []))).not.toContain(
    'onerror',
  );
});

test('a script’s text holds no end of a script, no comment and no line separator, and reads back as it was', () => {
  const name = '</script><!--<script>\u2028\u2029&';
  const text = jsonLdText([{ name }]);
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@graph': [{ name }] });
});

test('the head of a story stays light', () => {
  const metadata = of({ ...story, corrections: [] });
  const data = Buffer.byteLength(jsonLdText(metadata.jsonLd));
  const html = metadataHtml(metadata);
  expect(data).toBeLessThanOrEqual(2_600);
  expect(gzipSync(html).length).toBeLessThanOrEqual(1_600);
});
