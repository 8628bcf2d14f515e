// A settled index with what has changed since beside it: small indexes in memory, the newest of them built anew with each change.
import type { ArchiveDocument } from '../../archive/document.ts';
import { type ArchiveIndex, IndexBuilder } from '../../archive/index-build.ts';
import { type Hit, SearchIndex } from '../../archive/search-index.ts';
import type { StoryId } from '../../story/ids.ts';

interface Layer {
  readonly index: SearchIndex;
  /** Stories of it that are to be found in a later layer, or nowhere any more. */
  readonly gone: Set<StoryId>;
  /** Puts its scores on the settled index's scale: in a small index no word is as rare as in a large one. */
  readonly scale: number;
}

/** Stories that are indexed anew with each change; when there are more they are left as they are, and a new layer begins. */
const MOST_FRESH = 200;
/** Settled stories that each small index holds as well, so that it knows which words are common; none of them is found in it. */
const BACKGROUND = 300;
const backgroundId = 0 as StoryId;
/** Hits that are asked for beyond those wanted, for what is gone. */
const SPARE = 50;

export class LayeredArchive {
  readonly settled: SearchIndex;
  readonly #background: readonly ArchiveDocument[];
  readonly #layers: Layer[];
  readonly #fresh = new Map<StoryId, ArchiveDocument>();
  readonly #changed = new Set<StoryId>();
  #freshLayer: Layer | null = null;
  #position: number;

  constructor(settled: ArchiveIndex) {
    this.settled = new SearchIndex(settled);
    this.#background = sampleOf(settled);
    this.#layers = [{ index: this.settled, gone: new Set(), scale: 1 }];
    this.#position = settled.position;
  }

  /** The event of the outbox up to which it is whole. */
  get position(): number {
    return this.#position;
  }

  /** Stories of the settled index. */
  get documents(): number {
    return this.settled.index.storyIds.length;
  }

  /** Stories that are no longer as the settled index has them. */
  get changed(): number {
    return this.#changed.size;
  }

  /** The stem of a word in its matching form, as the settled index has it. */
  stemOf(word: string): string {
    return this.settled.stemOf(word);
  }

  /** How seldom a word in its matching form stands in the settled stories: from near 0 for one that is everywhere. */
  rarity(word: string): number {
    return this.settled.rarity(word);
  }

  /** Takes in how stories now are. What is removed or replaced is found no more when this returns. */
  apply(change: {
    readonly documents: readonly ArchiveDocument[];
    readonly removed: Iterable<StoryId>;
    readonly position: number;
  }): void {
    for (const id of change.removed) this.#take(id);
    for (const document of change.documents) {
      this.#take(document.id);
      this.#fresh.set(document.id, document);
      if (this.#fresh.size < MOST_FRESH) continue;
      this.#layers.push(this.#layerOf([...this.#fresh.values()]));
      this.#fresh.clear();
    }
    this.#freshLayer = this.#fresh.size === 0 ? null : this.#layerOf([...this.#fresh.values()]);
    this.#position = change.position;
  }

  /** The best stories for some words, best first. */
  search(query: string, limit: number): Hit[] {
    const layers = this.#freshLayer === null ? this.#layers : [...this.#layers, this.#freshLayer];
    return layers
      .flatMap((layer) => hitsOf(layer, query, limit))
      .sort((a, b) => b.score - a.score || b.id - a.id)
      .slice(0, limit);
  }

  #take(id: StoryId): void {
    this.#changed.add(id);
    this.#fresh.delete(id);
    for (const layer of this.#layers) layer.gone.add(id);
  }

  #layerOf(documents: readonly ArchiveDocument[]): Layer {
    const builder = new IndexBuilder();
    for (const document of [...this.#background, ...documents]) builder.add(document);
    const index = new SearchIndex(builder.finish(0));
    const scale = this.documents <= builder.documents ? 1 : Math.log1p(this.documents) / Math.log1p(builder.documents);
    return { index, gone: new Set([backgroundId]), scale };
  }
}

function hitsOf({ index, gone, scale }: Layer, query: string, limit: number): Hit[] {
  const all = index.index.storyIds.length;
  // What is gone may stand before what is there, so that more is asked for until there is enough or nothing else.
  for (let asked = limit + Math.min(gone.size, SPARE); ; asked *= 4) {
    const hits = index.search(query, asked);
    const there = hits.filter((hit) => !gone.has(hit.id)).slice(0, limit);
    if (there.length < limit && hits.length === asked && asked < all) continue;
    return there.map(({ id, score }) => ({ id, score: score * scale }));
  }
}

/** Stories from all over an index, as texts of their words. */
function sampleOf({ storyIds, forward, headlineLengths, words }: ArchiveIndex): ArchiveDocument[] {
  const step = Math.max(1, storyIds.length / BACKGROUND);
  const sample: ArchiveDocument[] = [];
  for (let at = 0; at < storyIds.length; at += step) {
    const doc = Math.floor(at);
    const ids = forward.items.subarray(forward.starts[doc], forward.starts[doc + 1]);
    const told = Array.from(ids, (word) => words[word] ?? '');
    const headline = headlineLengths[doc] ?? 0;
    sample.push({
      id: backgroundId,
      headline: told.slice(0, headline).join(' '),
      text: told.slice(headline).join(' '),
    });
  }
  return sample;
}
