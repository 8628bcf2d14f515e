// What the archive is measured against: plain words, and light stems that know nothing of the collection, each by BM25.

import { matchKey } from '../../src/arabic/normal-form.ts';
import { emptyVocabulary, segment } from '../../src/arabic/segment.ts';
import type { Passage } from './collections.ts';
import { FieldIndex, Terms } from './field-index.ts';

type Analysis = 'plain' | 'light';

const plainWord = /[\p{L}\p{N}\p{M}]+/gu;
const termsOf: Record<Analysis, (text: string) => string[]> = {
  plain: (text) => text.toLowerCase().match(plainWord) ?? [],
  light: (text) =>
    matchKey(text)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => segment(word, emptyVocabulary)),
};

export class BaselineIndex {
  readonly #documents: readonly Passage[];
  readonly #fields: Readonly<Record<Analysis, { readonly terms: Terms; readonly index: FieldIndex }>>;

  constructor(documents: readonly Passage[]) {
    this.#documents = documents;
    this.#fields = { plain: this.#fieldOf('plain'), light: this.#fieldOf('light') };
  }

  /** Ids of documents, best first. */
  search(analysis: Analysis, query: string, limit: number): string[] {
    const { terms, index } = this.#fields[analysis];
    const known = [...new Set(termsOf[analysis](query))].flatMap((term) => terms.find(term) ?? []);
    const scores = new Float32Array(this.#documents.length);
    index.add(known, scores);
    return topDocuments(scores, limit).map((doc) => this.#documents[doc]?.id ?? '');
  }

  #fieldOf(analysis: Analysis) {
    const terms = new Terms();
    const coded = this.#documents.map(({ headline, text }) =>
      Int32Array.from(termsOf[analysis](`${headline}\n${text}`), (term) => terms.add(term)),
    );
    return { terms, index: new FieldIndex(coded, terms.names.length) };
  }
}

/** Documents with the highest scores above zero, best first. */
function topDocuments(scores: Float32Array, wanted: number): number[] {
  const best: number[] = [];
  let least = 0;
  for (let doc = 0; doc < scores.length; doc += 1) {
    const score = scores[doc] ?? 0;
    if (score <= least) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    best.splice(at, 0, doc);
    if (best.length > wanted) best.pop();
    if (best.length === wanted) least = scores[best[wanted - 1] ?? 0] ?? 0;
  }
  return best;
}
