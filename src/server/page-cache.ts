// The page cache: whole answers as bytes already compressed, by address. A page stays until something that it declared
// to depend on is touched. It must never hand out a page that was rendered before an event and does not show it.
import type { DependencyKey } from '../story/listing.ts';

/** What rendering an address gives. `dependencies` is complete when the promise resolves. */
export interface Rendered {
  readonly page: KeptPage;
  readonly dependencies: ReadonlySet<DependencyKey>;
  /** False for answers that are made for one reader or cost nothing to make, such as a 404 for an address that anyone can invent. */
  readonly mayKeep: boolean;
}

/** An answer ready to be sent. The cache looks only at its size and at when it goes stale. */
export interface KeptPage {
  /** Bytes of everything held for it. */
  readonly size: number;
  /** Epoch milliseconds after which it may not be served: the masthead prints the day. */
  readonly staleAt: number;
}

export interface PageCacheFigures {
  readonly pages: number;
  readonly bytes: number;
  readonly hits: number;
  readonly misses: number;
  readonly dropped: number;
  readonly evicted: number;
}

interface Entry<Page> {
  readonly address: string;
  readonly page: Page;
  readonly dependencies: ReadonlySet<DependencyKey>;
  /** Set by a hit, taken away by the hand that looks for something to evict. */
  wasAsked: boolean;
  newer: Entry<Page> | null;
  older: Entry<Page> | null;
}

/** What an entry costs beside its bytes: its address, its headers, its place in the maps; and each key. Heap measured, rounded up. */
const ENTRY_OVERHEAD = 1_800;
const KEY_OVERHEAD = 60;
const costOf = (page: KeptPage, dependencies: ReadonlySet<DependencyKey>): number =>
  page.size + ENTRY_OVERHEAD + KEY_OVERHEAD * dependencies.size;
/** How often a render is begun anew because an event overtook it, before the last one is given without being kept. */
const MOST_RENDERS = 5;

/**
 * Evicts by SIEVE (Zhang et al., NSDI 2024): a hit only sets a bit, which keeps the path of a hit short, and one pass of
 * a crawler over the archive does not drive out the pages that people read.
 */
export class PageCache<Page extends KeptPage> {
  readonly #bound: number;
  readonly #entries = new Map<string, Entry<Page>>();
  readonly #dependents = new Map<DependencyKey, Set<Entry<Page>>>();
  readonly #rendering = new Map<string, Promise<Page>>();
  /** The touches since the oldest render under way began; a render looks here when it is done. */
  #touches: { readonly at: number; readonly keys: ReadonlySet<DependencyKey> | 'everything' }[] = [];
  #clock = 0;
  #newest: Entry<Page> | null = null;
  #oldest: Entry<Page> | null = null;
  #hand: Entry<Page> | null = null;
  #bytes = 0;
  #hits = 0;
  #misses = 0;
  #dropped = 0;
  #evicted = 0;

  /** `bound` in bytes; 0 keeps nothing and renders every time, still once however many ask at the same moment. */
  constructor(bound: number) {
    this.#bound = bound;
  }

  /** The page kept for an address, or null. The short path: no promise, no allocation. */
  kept(address: string, now: number): Page | null {
    const entry = this.#entries.get(address);
    if (entry === undefined) return null;
    if (entry.page.staleAt <= now) {
      this.#remove(entry);
      return null;
    }
    entry.wasAsked = true;
    this.#hits += 1;
    return entry.page;
  }

  /** The page for an address, rendered once however many ask. Errors of `render` reach all who wait, and nothing is kept. */
  async page(address: string, render: () => Promise<Rendered & { readonly page: Page }>): Promise<Page> {
    const underway = this.#rendering.get(address);
    if (underway !== undefined) return underway;
    this.#misses += 1;
    const promise = this.#renderUntilCurrent(address, render).finally(() => {
      this.#rendering.delete(address);
      if (this.#rendering.size === 0) this.#touches = [];
    });
    this.#rendering.set(address, promise);
    return promise;
  }

  /** Drops every page that declared one of these keys. After it returns no page from before the event is handed out. */
  drop(keys: Iterable<DependencyKey>): void {
    const touched = new Set(keys);
    this.#tellRenders(touched);
    for (const key of touched) {
      for (const entry of this.#dependents.get(key) ?? []) {
        this.#remove(entry);
        this.#dropped += 1;
      }
    }
  }

  /** Drops everything: for when it cannot be known what changed. */
  clear(): void {
    this.#tellRenders('everything');
    for (const entry of this.#entries.values()) this.#remove(entry);
  }

  figures(): PageCacheFigures {
    return {
      pages: this.#entries.size,
      bytes: this.#bytes,
      hits: this.#hits,
      misses: this.#misses,
      dropped: this.#dropped,
      evicted: this.#evicted,
    };
  }

  #tellRenders(keys: ReadonlySet<DependencyKey> | 'everything'): void {
    if (this.#rendering.size === 0) return;
    this.#clock += 1;
    this.#touches.push({ at: this.#clock, keys });
  }

  async #renderUntilCurrent(address: string, render: () => Promise<Rendered & { readonly page: Page }>): Promise<Page> {
    for (let attempt = 1; ; attempt += 1) {
      const began = this.#clock;
      const { page, dependencies, mayKeep } = await render();
      const overtaken = this.#touches.some(
        ({ at, keys }) => at > began && (keys === 'everything' || !keys.isDisjointFrom(dependencies)),
      );
      if (!overtaken) {
        if (mayKeep) this.#keep(address, page, dependencies);
        return page;
      }
      if (attempt === MOST_RENDERS) return page;
    }
  }

  #keep(address: string, page: Page, dependencies: ReadonlySet<DependencyKey>): void {
    const cost = costOf(page, dependencies);
    // One page may not push out a good part of the others.
    if (cost > this.#bound / 8) return;
    const before = this.#entries.get(address);
    if (before !== undefined) this.#remove(before);
    while (this.#bytes + cost > this.#bound) this.#evictOne();
    const entry: Entry<Page> = { address, page, dependencies, wasAsked: false, newer: null, older: this.#newest };
    if (this.#newest !== null) this.#newest.newer = entry;
    this.#newest = entry;
    this.#oldest ??= entry;
    this.#entries.set(address, entry);
    this.#bytes += cost;
    for (const key of dependencies) {
      const dependents = this.#dependents.get(key);
      if (dependents === undefined) this.#dependents.set(key, new Set([entry]));
      else dependents.add(entry);
    }
  }

  #evictOne(): void {
    let at = this.#hand ?? this.#oldest;
    while (at?.wasAsked === true) {
      at.wasAsked = false;
      at = at.newer ?? this.#oldest;
    }
    if (at === null) return;
    this.#hand = at.newer;
    this.#remove(at);
    this.#evicted += 1;
  }

  #remove(entry: Entry<Page>): void {
    if (this.#entries.get(entry.address) !== entry) return;
    this.#entries.delete(entry.address);
    this.#bytes -= costOf(entry.page, entry.dependencies);
    if (this.#hand === entry) this.#hand = entry.newer;
    if (entry.newer === null) this.#newest = entry.older;
    else entry.newer.older = entry.older;
    if (entry.older === null) this.#oldest = entry.newer;
    else entry.older.newer = entry.newer;
    for (const key of entry.dependencies) {
      const dependents = this.#dependents.get(key);
      dependents?.delete(entry);
      if (dependents?.size === 0) this.#dependents.delete(key);
    }
  }
}
