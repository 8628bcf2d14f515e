// The real news stories in an index of the archive, compared as the newsroom compares them: what likeness and events are measured on.

import { wordsOf } from '../../src/archive/document.ts';
import { IndexBuilder } from '../../src/archive/index-build.ts';
import { alike, type Compared, compared } from '../../src/archive/likeness/alike.ts';
import { remembering } from '../../src/archive/likeness/telling.ts';
import { SearchIndex } from '../../src/archive/search-index.ts';
import { storyId } from '../../src/story/ids.ts';
import type { Passage } from './collections.ts';

export const DAY_MS = 86_400_000;
/** As many as the newsroom compares a story with. */
const CANDIDATES = 30;
/** Stems that are searched for. */
const ASKED = 50;

export class NewsCollection {
  readonly #index: SearchIndex;
  readonly #stories: readonly Passage[];
  readonly #byId: ReadonlyMap<string, Passage>;
  readonly #compared = new Map<Passage, Compared>();

  constructor(stories: readonly Passage[]) {
    const builder = new IndexBuilder();
    for (const [at, { headline, text }] of stories.entries())
      builder.add({ id: storyId.parse(at + 1), headline, text });
    this.#index = new SearchIndex(builder.finish(0));
    this.#stories = stories;
    this.#byId = new Map(stories.map((story) => [story.id, story]));
  }

  story(id: string): Passage {
    const story = this.#byId.get(id);
    if (story === undefined) throw new Error(`there is no story ${id}`);
    return story;
  }

  candidates({ id, headline, text }: Passage): Passage[] {
    const counts = new Map<string, { word: string; count: number }>();
    for (const word of wordsOf(`${headline}\n${text}`)) {
      const stem = this.#index.stemOf(word);
      const known = counts.get(stem);
      if (known === undefined) counts.set(stem, { word, count: 1 });
      else known.count += 1;
    }
    const words = [...counts.values()]
      .sort((a, b) => b.count * this.#index.rarity(b.word) - a.count * this.#index.rarity(a.word))
      .slice(0, ASKED)
      .map(({ word }) => word);
    const hits = this.#index.search(words.join(' '), CANDIDATES + 1);
    return hits.flatMap((hit) => this.#stories[hit.id - 1] ?? []).filter((story) => story.id !== id);
  }

  made(story: Passage): Compared {
    let made = this.#compared.get(story);
    if (made === undefined) {
      made = compared({ ...story, publishedAt: story.published * DAY_MS }, this.#index);
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
    const words = remembering(this.#index);
    const make = (one: Passage): Compared => compared({ ...one, publishedAt: one.published * DAY_MS }, words);
    const own = make(story);
    for (const candidate of candidates) alike(own, make(candidate));
    return { search: found - began, compare: performance.now() - found };
  }
}
