// The real news stories in an index of the archive, compared as the newsroom compares them: what likeness and events are measured on.

import { wordsOf } from '../../src/archive/document.ts';
import { indexInMemory } from '../../src/archive/index-file.ts';
import { alike, type Compared, compared } from '../../src/archive/likeness/alike.ts';
import { type KnownWords, remembering } from '../../src/archive/likeness/telling.ts';
import { idf } from '../../src/archive/rank/statistics.ts';
import { SearchIndex } from '../../src/archive/search-index.ts';
import { storyId } from '../../src/story/ids.ts';
import type { Passage } from './collections.ts';

export const DAY_MS = 86_400_000;
/** As many as the newsroom compares a story with. */
const CANDIDATES = 30;

export class NewsCollection {
  readonly #index: SearchIndex;
  readonly #words: KnownWords;
  readonly #stories: readonly Passage[];
  readonly #byId: ReadonlyMap<string, Passage>;
  readonly #compared = new Map<Passage, Compared>();

  constructor(stories: readonly Passage[]) {
    const documents = stories.map(({ headline, text, published }, at) => ({
      id: storyId.parse(at + 1),
      headline,
      text,
      publishedAt: (Number.isNaN(published) ? 0 : published) * DAY_MS,
      facets: [],
    }));
    this.#index = new SearchIndex(indexInMemory(documents));
    const { statistics } = this.#index;
    this.#words = {
      stemOf: statistics.stemOf,
      rarity: (word) => idf(statistics.documents, statistics.documentsWithStem(statistics.stemOf(word))),
    };
    this.#stories = stories;
    this.#byId = new Map(stories.map((story) => [story.id, story]));
  }

  story(id: string): Passage {
    const story = this.#byId.get(id);
    if (story === undefined) throw new Error(`there is no story ${id}`);
    return story;
  }

  candidates(story: Passage): Passage[] {
    const model = { words: wordsOf(`${story.headline}\n${story.text}`), publishedAt: story.published * DAY_MS };
    const hits = this.#index.alike(model, CANDIDATES + 1);
    return hits.flatMap((hit) => this.#stories[hit.id - 1] ?? []).filter((other) => other !== story);
  }

  made(story: Passage): Compared {
    let made = this.#compared.get(story);
    if (made === undefined) {
      made = compared({ ...story, publishedAt: story.published * DAY_MS }, this.#words);
      this.#compared.set(story, made);
    }
    return made;
  }

  /** Comparisons of one story with its candidates, nothing remembered: what filing a story costs. */
  timed(story: Passage): { search: number; compare: number } {
    const began = performance.now();
    const candidates = this.candidates(story);
    const found = performance.now();
    // As the newsroom does: what the words are is remembered, the stories are not.
    const words = remembering(this.#words);
    const make = (one: Passage): Compared => compared({ ...one, publishedAt: one.published * DAY_MS }, words);
    const own = make(story);
    for (const candidate of candidates) alike(own, make(candidate));
    return { search: found - began, compare: performance.now() - found };
  }
}
