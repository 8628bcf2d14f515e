// From an address to an answer by way of the page cache and the site: what is kept, under which name, and for how long.
import { PAGING, parametersOf } from '../site/requested.ts';
import type { Edition } from '../story/edition.ts';
import type { DependencyKey } from '../story/listing.ts';
import { type Answer, type HeaderPairs, makeAnswer } from './answer.ts';
import type { Counts } from './metrics.ts';
import type { PageCache, Rendered } from './page-cache.ts';
import { everywhere, pageSecurity } from './security.ts';

/** What the site is given with each request, to say what its page is made of. */
export interface RenderBindings {
  depend(key: DependencyKey): void;
  noStore(): void;
}

export interface PagesOptions {
  readonly cache: PageCache<Answer>;
  /** False renders every request and sends it as it is, for measuring. */
  readonly isCaching: boolean;
  readonly site: (request: Request, bindings: RenderBindings) => Response | Promise<Response>;
  /** The paper's own address. Asked for at each render, since the port may be known only after listening. */
  readonly origin: () => string;
  readonly scriptHashes: readonly string[];
  /** The header by which the CDN in front learns what a page shows. Only one: every answer carries it. */
  readonly purgeHeader: 'Surrogate-Key' | 'Cache-Tag';
  readonly editions: () => readonly Pick<Edition, 'timeZone'>[];
  readonly counts: Counts;
  readonly now: () => number;
}

/** Addresses longer than this are none of ours, but for those of a search, which carry what somebody typed. */
const LONGEST = 2_048;
const LONGEST_SEARCH = 40_000;
/** Surrogate keys beyond this many bytes are more than a CDN takes in a header. */
const MOST_KEYS = 4_000;
const HOUR = 3_600_000;

/**
 * The address under which a page is kept and rendered: its path and the parameters that the page reads. Any other is left
 * out, so that it cannot multiply what is kept. Null when it is no address.
 */
export function addressOf(url: string): string | null {
  if (url.length > LONGEST_SEARCH || !url.startsWith('/')) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  // Two slashes at the start would be another host's address.
  if (path.startsWith('//') || /[\\\s#]/.test(path)) return null;
  const reads = parametersOf(path);
  if (url.length > LONGEST && reads === PAGING) return null;
  if (mark < 0) return path;
  const given = new URLSearchParams(url.slice(mark + 1));
  const read = new URLSearchParams();
  for (const [name, most] of Object.entries(reads)) {
    for (const value of given.getAll(name).slice(0, most)) read.append(name, value);
  }
  return read.size === 0 ? path : `${path}?${read}`;
}

/** The first instant at which some edition's day ends: the mastheads print the date. */
export function nextMidnight(now: number, editions: readonly Pick<Edition, 'timeZone'>[]): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(now);
  const midnights = editions.map(
    ({ timeZone }) => instant.toZonedDateTimeISO(timeZone).add({ days: 1 }).startOfDay().epochMilliseconds,
  );
  return Math.min(now + 24 * HOUR, ...midnights);
}

/** Browsers ask again each time (a 304 costs little); a CDN may hold a page for two seconds, unless it is told by key. */
const SHARED = 'public, max-age=0, s-maxage=2, must-revalidate';

export function openPages(options: PagesOptions) {
  const { cache, counts } = options;
  const security = pageSecurity(options.scriptHashes);

  function headersOf(response: Response, keys: ReadonlySet<DependencyKey>, mayKeep: boolean): HeaderPairs {
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    const pairs = ['Content-Type', type, ...(type.startsWith('text/html') ? security : everywhere)];
    for (const [name, value] of response.headers) {
      if (name === 'location' || name === 'link' || name === 'retry-after' || name === 'x-robots-tag')
        pairs.push(name, value);
    }
    pairs.push('Cache-Control', mayKeep ? (response.headers.get('cache-control') ?? SHARED) : 'no-store');
    if (mayKeep && keys.size > 0) {
      const list = [...keys].join(options.purgeHeader === 'Cache-Tag' ? ',' : ' ');
      if (list.length <= MOST_KEYS) pairs.push(options.purgeHeader, list);
    }
    return pairs;
  }

  async function render(address: string, asked = address): Promise<Rendered & { readonly page: Answer }> {
    const dependencies = new Set<DependencyKey>();
    let isStored = true;
    const began = performance.now();
    const response = await options.site(new Request(options.origin() + asked), {
      depend: (key) => dependencies.add(key),
      noStore: () => {
        isStored = false;
      },
    });
    const body = Buffer.from(await response.arrayBuffer());
    const { status } = response;
    // Redirects and refusals answer addresses that anybody can make up; they cost little to make, and much to keep.
    const mayKeep = isStored && status === 200;
    const page = await makeAnswer({
      status,
      headers: headersOf(response, dependencies, mayKeep),
      body,
      staleAt: nextMidnight(options.now(), options.editions()),
      // Results of a search are not kept, but weigh as much as any page.
      compression: options.isCaching && status === 200 ? 'ready' : 'plain',
    });
    counts.renders += 1;
    counts.renderMilliseconds += performance.now() - began;
    return { page, dependencies, mayKeep };
  }

  return {
    /** The page kept for a raw address, or null. */
    kept: (url: string): Answer | null => (options.isCaching ? cache.kept(url, options.now()) : null),
    /** The page for a cleaned address, kept or rendered; `url` is the address as it was asked for. */
    async page(address: string, url: string): Promise<Answer> {
      const kept = options.isCaching ? cache.kept(address, options.now()) : null;
      if (kept !== null) return kept;
      const page = options.isCaching ? await cache.page(address, () => render(address)) : (await render(address)).page;
      // An imported story's old address may live in its query, as in `/?p=12`.
      return page.status === 404 && url.includes('?') ? (await render(address, url)).page : page;
    },
  };
}
export type Pages = ReturnType<typeof openPages>;
