// One field's inverted index in typed arrays, scored by BM25.

const K1 = 1.2;
const B = 0.75;

/** Numbers for terms, in the order in which they are met. */
export class Terms {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();

  add(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  find(name: string): number | undefined {
    return this.#ids.get(name);
  }
}

export class FieldIndex {
  readonly #docs: Int32Array;
  readonly #impact: Float32Array;
  readonly #starts: Uint32Array;
  readonly #count: number;

  /** `documents`: the terms of each, with repeats; `termCount`: one more than the highest term. */
  constructor(documents: readonly Int32Array[], termCount: number) {
    const count = documents.length;
    this.#count = count;
    const sortedOf = (doc: number): Int32Array => (documents[doc] ?? new Int32Array()).slice().sort();
    const lengths = new Float64Array(count);
    const frequency = new Uint32Array(termCount + 1);
    let all = 0;
    for (let doc = 0; doc < count; doc += 1) {
      const sorted = sortedOf(doc);
      lengths[doc] = sorted.length;
      all += sorted.length;
      for (let at = 0; at < sorted.length; at += 1) {
        if (at === 0 || sorted[at] !== sorted[at - 1]) {
          const after = (sorted[at] as number) + 1;
          frequency[after] = (frequency[after] as number) + 1;
        }
      }
    }
    for (let term = 1; term <= termCount; term += 1) {
      frequency[term] = (frequency[term] as number) + (frequency[term - 1] as number);
    }
    this.#starts = frequency;
    const postings = frequency[termCount] as number;
    this.#docs = new Int32Array(postings);
    this.#impact = new Float32Array(postings);
    const next = frequency.slice();
    const average = all / Math.max(1, count);
    for (let doc = 0; doc < count; doc += 1) {
      const sorted = sortedOf(doc);
      const norm = K1 * (1 - B + (B * (lengths[doc] as number)) / average);
      for (let at = 0; at < sorted.length; ) {
        const term = sorted[at] as number;
        let end = at + 1;
        while (sorted[end] === term) end += 1;
        const place = next[term] as number;
        next[term] = place + 1;
        this.#docs[place] = doc;
        this.#impact[place] = ((end - at) * (K1 + 1)) / (end - at + norm);
        at = end;
      }
    }
  }

  idf(term: number): number {
    const holding = (this.#starts[term + 1] as number) - (this.#starts[term] as number);
    return Math.log(1 + (this.#count - holding + 0.5) / (holding + 0.5));
  }

  /** Adds the BM25 of each document to `scores`, one place a document. */
  add(terms: readonly number[], scores: Float32Array): void {
    for (const term of terms) {
      const factor = this.idf(term);
      const end = this.#starts[term + 1] as number;
      for (let at = this.#starts[term] as number; at < end; at += 1) {
        const doc = this.#docs[at] as number;
        scores[doc] = (scores[doc] as number) + factor * (this.#impact[at] as number);
      }
    }
  }
}
