// A settled index with what has changed since beside it: small indexes in memory, the newest of them built anew with each change.
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import type { ArchiveDocument } from '../../archive/document.ts';
import { IndexBuilder } from '../../archive/index-build.ts';
import { builtInMemory } from '../../archive/index-file.ts';
import { queryWords } from '../../archive/query-words.ts';
import type { Model } from '../../archive/rank/alike.ts';
import { idf, type Statistics, statisticsOf, together } from '../../archive/rank/statistics.ts';
import { type Asked, merged, type Results, resultsOf } from '../../archive/results.ts';
import { type Hit, type Question, SearchIndex } from '../../archive/search-index.ts';
import { respelled } from '../../archive/spelling/respelled.ts';
import type { StoryId } from '../../story/ids.ts';

/** Stories that are indexed anew with each change; when there are more they are left as they are, and a new layer begins. */
const MOST_FRESH = 200;

export class LayeredArchive {
  readonly settled: SearchIndex;
  readonly #layers: SearchIndex[];
  readonly #fresh = new Map<StoryId, ArchiveDocument>();
  readonly #changed = new Set<StoryId>();
  #freshLayer: SearchIndex | null = null;
  #position: number;

  constructor(settled: ArchiveIndex) {
    this.settled = new SearchIndex(settled);
    this.#layers = [this.settled];
    this.#position = settled.position;
  }

  /** The event of the outbox up to which it is whole. */
  get position(): number {
    return this.#position;
  }

  /** Stories of the settled index. */
  get documents(): number {
    return this.settled.index.documents;
  }

  /** Stories that are no longer as the settled index has them. */
  get changed(): number {
    return this.#changed.size;
  }

  /** How often words stand in the settled stories and the freshest. */
  get statistics(): Statistics {
    return (this.#freshLayer ?? this.settled).statistics;
  }

  /** The stem of a word in its matching form. */
  stemOf(word: string): string {
    return this.statistics.stemOf(word);
  }

  /** How seldom a word in its matching form stands in the stories: from near 0 for one that is everywhere. */
  rarity(word: string): number {
    const { documents, documentsWithStem, stemOf } = this.statistics;
    return idf(documents, documentsWithStem(stemOf(word)));
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
      this.#layers.push(this.#layerOf(this.#fresh.values()));
      this.#fresh.clear();
    }
    this.#freshLayer = this.#fresh.size === 0 ? null : this.#layerOf(this.#fresh.values());
    this.#position = change.position;
  }

  /** The best stories for some words as they are typed, best first. */
  search(query: string, limit: number): Hit[] {
    return this.ask(respelled(queryWords(query), this.statistics), limit);
  }

  /** The best stories that hold any word of a question, best first. */
  ask(question: Question, limit: number): Hit[] {
    return this.#best((index) => index.search(question, limit), limit);
  }

  /** A page of the stories that hold enough of a question. */
  results(question: Question, asked: Asked): Results {
    return resultsOf(this.#all(), question, asked);
  }

  /** The stories most alike to a text, best first; the text's own story is among them. */
  alike(model: Model, limit: number): Hit[] {
    return this.#best((index) => index.alike(model, limit), limit);
  }

  /** Up to `most` words in their matching form that begin with some letters, those that stand most often first. */
  wordsStartingWith(letters: string, most: number): string[] {
    const counts = new Map<string, number>();
    for (const { index } of this.#all())
      for (const { word, count } of index.wordsStartingWith(letters, most))
        counts.set(word, (counts.get(word) ?? 0) + count);
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([word]) => word);
  }

  /** The facets of one kind that stories have: `city` gives `city:أنقرة` and so on. */
  facetsOf(kind: string): string[] {
    const names = new Set(this.#all().flatMap(({ index }) => index.facetNames));
    return [...names].filter((name) => name.startsWith(`${kind}:`));
  }

  /** The stories that are found. */
  *storyIds(): Generator<StoryId> {
    for (const index of this.#all()) yield* index.storyIds();
  }

  /** Lets go of the settled index's file. */
  close(): void {
    this.settled.index.close();
  }

  #best(hitsOf: (index: SearchIndex) => Hit[], limit: number): Hit[] {
    return merged(this.#all().map(hitsOf), limit);
  }

  #all(): readonly SearchIndex[] {
    return this.#freshLayer === null ? this.#layers : [...this.#layers, this.#freshLayer];
  }

  #take(id: StoryId): void {
    this.#changed.add(id);
    this.#fresh.delete(id);
    for (const layer of this.#layers) layer.remove(id);
  }

  #layerOf(documents: Iterable<ArchiveDocument>): SearchIndex {
    const { index } = this.settled;
    const settled = statisticsOf(index);
    const builder = new IndexBuilder((word) => (index.words.find(word) < 0 ? null : settled.stemOf(word)));
    for (const document of [...documents].sort((a, b) => a.id - b.id)) builder.add(document);
    const fresh = builtInMemory(builder);
    return new SearchIndex(fresh, together(index, fresh));
  }
}
