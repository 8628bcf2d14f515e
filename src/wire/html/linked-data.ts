// What a page says of its stories in JSON-LD: read from anything that people put there, believed only as far as text goes.
import { oneSpaced } from './tree.ts';

export interface LinkedAuthor {
  readonly name: string;
  /** Said to be a person, who may bear the paper's own name. */
  readonly isPerson: boolean;
}

export interface LinkedArticle {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly section: string | null;
  readonly authors: readonly LinkedAuthor[];
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly dateline: string | null;
  readonly language: string | null;
  readonly topics: readonly string[];
  readonly pictures: readonly {
    readonly src: string;
    readonly caption: string | null;
    readonly credit: string | null;
  }[];
  readonly address: string | null;
  /** The whole text, paragraphs parted by line breaks where the page parts them. */
  readonly body: string | null;
}

export interface LinkedData {
  readonly articles: readonly LinkedArticle[];
  /** The names of a breadcrumb trail from the front page inwards, when there is one. */
  readonly trail: readonly string[];
  /** Names of the paper and its owners: authors by these names are the paper itself. */
  readonly publishers: readonly string[];
}

type Thing = Readonly<Record<string, unknown>>;

const MOST_THINGS = 5_000;
const MOST_VALUES = 100;
const ARTICLE =
  /^(?:(?:\w{1,20})?NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|ScholarlyArticle|TechArticle|Review)$/;

/** Reads every `application/ld+json` text of a page; what is not JSON, even after the usual repairs, is passed over. */
export function readLinkedData(texts: readonly string[]): LinkedData {
  const things = texts.flatMap(thingsOf);
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    // The fullest description of a thing wins over mentions of it.
    if (typeof id === 'string' && Object.keys(byId.get(id) ?? {}).length < Object.keys(thing).length)
      byId.set(id, thing);
  }
  const follow = (thing: Thing): Thing => {
    const id = thing['@id'];
    return (typeof id === 'string' && byId.get(id)) || thing;
  };
  return {
    articles: articlesAmong(things).map((thing) => articleOf(thing, follow)),
    trail: trailOf(things, follow),
    publishers: [...new Set(things.flatMap((thing) => publisherNames(thing, follow)))],
  };
}

function thingsOf(text: string): Thing[] {
  const things: Thing[] = [];
  const waiting: unknown[] = [parsed(text)];
  for (let at = 0; at < waiting.length && things.length < MOST_THINGS; at += 1) {
    const value = waiting[at];
    if (Array.isArray(value)) waiting.push(...value.slice(0, MOST_THINGS - waiting.length));
    else if (isThing(value)) {
      things.push(value);
      for (const inner of Object.values(value)) {
        if (typeof inner === 'object' && inner !== null && waiting.length < MOST_THINGS) waiting.push(inner);
      }
    }
  }
  return things;
}

function parsed(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\/\s{0,9}<!\[CDATA\[|<!\[CDATA\[|\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\/)/, '')
    .replace(/(?:-->|\/\/\s{0,9}\]\]>|\]\]>|\/\*\s{0,9}\]\]>\s{0,9}\*\/)$/, '')
    .trim()
    .replace(/;$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    // Line breaks written into strings are the usual mistake; as spaces they mean the same everywhere in JSON.
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is repaired
      return JSON.parse(bare.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s{0,99}([}\]])/g, '$1'));
    } catch {
      return null;
    }
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A live page's entries are articles of their own in its data, and parts of one story. */
function articlesAmong(things: readonly Thing[]): Thing[] {
  const entries = new Set(things.flatMap((thing) => listOf(thing.liveBlogUpdate)));
  return things.filter((thing) => isArticle(thing) && !entries.has(thing));
}

function isArticle(thing: Thing): boolean {
  return typesOf(thing).some((type) => ARTICLE.test(type)) && listOf(thing.headline ?? thing.name).length > 0;
}

function typesOf(thing: Thing): string[] {
  return listOf(thing['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.{0,60}[/#:]/, ''));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
}

function textOf(value: unknown, most = 2_000): string | null {
  for (const one of listOf(value)) {
    const inner = isThing(one) ? (one['@value'] ?? one.name) : one;
    if (typeof inner !== 'string' && typeof inner !== 'number') continue;
    const text = withoutMarkup(String(inner)).slice(0, most);
    if (text !== '') return text;
  }
  return null;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** JSON-LD often holds what was meant for HTML: tags go, the common entities become what they stand for. */
export function withoutMarkup(text: string): string {
  const bare = text.includes('<') ? text.replace(/<\/?[a-z!][^<>]{0,500}>/gi, ' ') : text;
  const decoded = bare.includes('&')
    ? bare.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
        if (code !== null)
          return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
        return entities[String(name).toLowerCase()] ?? whole;
      })
    : bare;
  return oneSpaced(decoded);
}

type Follow = (thing: Thing) => Thing;

function articleOf(thing: Thing, follow: Follow): LinkedArticle {
  return {
    headline: textOf(thing.headline ?? thing.name, 500),
    kicker: textOf(thing.alternativeHeadline, 200),
    standfirst: textOf(thing.description ?? thing.abstract),
    section: textOf(thing.articleSection, 120),
    authors: authorsOf(thing.author ?? thing.creator, follow),
    publishedAt: textOf(thing.datePublished ?? thing.dateCreated, 60),
    updatedAt: textOf(thing.dateModified, 60),
    dateline: textOf(thing.dateline ?? thing.locationCreated, 120),
    language: textOf(thing.inLanguage, 20),
    topics: topicsOf(thing),
    pictures: listOf(thing.image).flatMap((image) => pictureOf(image, follow)),
    address: addressOf(thing),
    body: bodyOf(thing.articleBody),
  };
}

function namesOf(value: unknown, follow: Follow): string[] {
  return listOf(value).flatMap((one) => {
    const thing = isThing(one) ? follow(one) : one;
    const name = isThing(thing) ? textOf(thing.name, 200) : textOf(thing, 200);
    return name === null ? [] : [name];
  });
}

const LONGEST_BODY = 1_000_000;

function bodyOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const lines = value
    .slice(0, LONGEST_BODY)
    .replace(/<\/p>|<br\s{0,9}\/?>/gi, '\n')
    .split(/[\n\r\u{2028}\u{2029}]+/u);
  return (
    lines
      .map(withoutMarkup)
      .filter((line) => line !== '')
      .join('\n') || null
  );
}

function authorsOf(value: unknown, follow: Follow): LinkedAuthor[] {
  return listOf(value).flatMap((one) => {
    const thing = isThing(one) ? follow(one) : null;
    return namesOf(one, follow).map((name) => ({
      name,
      isPerson: thing !== null && typesOf(thing).includes('Person'),
    }));
  });
}

function topicsOf(thing: Thing): string[] {
  const keywords = listOf(thing.keywords).flatMap((one) => (textOf(one) ?? '').split(/[,،;؛|]/));
  return keywords.map((word) => word.trim()).filter((word) => word !== '');
}

function pictureOf(value: unknown, follow: Follow) {
  const image = isThing(value) ? follow(value) : value;
  const src = isThing(image) ? textOf(image.contentUrl ?? image.url ?? image['@id']) : textOf(image);
  if (src === null) return [];
  if (!isThing(image)) return [{ src, caption: null, credit: null }];
  const credit = textOf(image.creditText ?? image.copyrightHolder ?? image.author ?? image.creator, 300);
  return [{ src, caption: textOf(image.caption ?? image.description), credit }];
}

function addressOf(thing: Thing): string | null {
  for (const value of [thing.url, thing.mainEntityOfPage, thing['@id']]) {
    const address = isThing(value) ? textOf(value['@id'] ?? value.url) : textOf(value);
    if (address !== null && /^https?:\/\//i.test(address)) return address.replace(/#.*$/s, '');
  }
  return null;
}

function trailOf(things: readonly Thing[], follow: Follow): string[] {
  const trails = things
    .filter((thing) => typesOf(thing).includes('BreadcrumbList'))
    .map((list) =>
      listOf(list.itemListElement)
        .filter(isThing)
        .map((step) => ({ at: Number(step.position) || 0, name: stepName(step, follow) }))
        .sort((one, other) => one.at - other.at)
        .flatMap(({ name }) => (name === null ? [] : [name])),
    );
  return trails.sort((one, other) => other.length - one.length)[0] ?? [];
}

function stepName(step: Thing, follow: Follow): string | null {
  const item = step.item;
  return textOf(step.name, 200) ?? (isThing(item) ? textOf(follow(item).name, 200) : null);
}

function publisherNames(thing: Thing, follow: Follow): string[] {
  const isPaper = typesOf(thing).some((type) => /^(?:NewsMediaOrganization|WebSite)$/.test(type));
  return [...(isPaper ? namesOf(thing.name, follow) : []), ...namesOf(thing.publisher, follow)];
}
