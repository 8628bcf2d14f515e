// In how many documents each stem, root and letter gram stands, found in one reading of all documents.

import { type Lists, sizeOf } from './lists.ts';
import type { EachDocument } from './postings.ts';

export interface Parts {
  readonly stemOfWord: Uint32Array;
  readonly rootOfStem: Uint32Array;
  readonly gramsOfWord: Lists;
  /** How many there are of each. */
  readonly stems: number;
  readonly roots: number;
  readonly grams: number;
}

export interface Spread {
  readonly withStem: Uint32Array;
  readonly withRoot: Uint32Array;
  readonly withGram: Uint32Array;
  /** How many grams the words of each document have, with repeats. */
  readonly gramLengths: Uint32Array;
}

export function spreadOf(eachDocument: EachDocument, documents: number, parts: Parts): Spread {
  const { stemOfWord, rootOfStem, gramsOfWord } = parts;
  const words = new Seen(stemOfWord.length);
  const [stems, roots, grams] = [new Seen(parts.stems), new Seen(parts.roots), new Seen(parts.grams)];
  const gramLengths = new Uint32Array(documents);
  eachDocument((doc, tokens) => {
    let length = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      const word = tokens[at] as number;
      length += sizeOf(gramsOfWord, word);
      if (!words.isNew(word, doc)) continue;
      const stem = stemOfWord[word] as number;
      if (stems.isNew(stem, doc)) roots.isNew(rootOfStem[stem] as number, doc);
      const end = gramsOfWord.starts[word + 1] as number;
      for (let gram = gramsOfWord.starts[word] as number; gram < end; gram += 1) {
        grams.isNew(gramsOfWord.items[gram] as number, doc);
      }
    }
    gramLengths[doc] = length;
  });
  return { withStem: stems.documents, withRoot: roots.documents, withGram: grams.documents, gramLengths };
}

/** Counts documents, each thing once a document. */
class Seen {
  readonly documents: Uint32Array;
  readonly #last: Uint32Array;

  constructor(things: number) {
    this.documents = new Uint32Array(things);
    this.#last = new Uint32Array(things);
  }

  /** Whether the thing was not yet seen in the document. */
  isNew(thing: number, doc: number): boolean {
    if (this.#last[thing] === doc + 1) return false;
    this.#last[thing] = doc + 1;
    this.documents[thing] = (this.documents[thing] as number) + 1;
    return true;
  }
}
