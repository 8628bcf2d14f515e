// The fields of a whole collection: plain words, light stems, and ours (stems, letter grams, pairs, skeletons, headline).

import { grams } from '../../src/arabic/grams.ts';
import { matchKey } from '../../src/arabic/normal-form.ts';
import { cachedSegment, emptyVocabulary, type Vocabulary } from '../../src/arabic/segment.ts';
import { skeleton } from '../../src/arabic/skeleton.ts';
import type { Passage } from './collections.ts';
import { FieldIndex, Terms, type WeightedTerm } from './field-index.ts';

export type FieldName = 'plain' | 'light' | 'stem' | 'gram' | 'pair' | 'skeleton' | 'headline';
type Field = { readonly terms: Terms; readonly index: FieldIndex };
type Analyzer = (word: string) => readonly string[];

export type CollectionIndex = {
  readonly ids: readonly string[];
  readonly days: Float64Array;
  readonly fields: Readonly<Partial<Record<FieldName, Field>>>;
  readonly vocabulary: Vocabulary;
  readonly words: ReadonlyMap<string, number>;
  /** Terms of a query for a field; those that the collection does not hold are left out. */
  terms(field: FieldName, query: string): WeightedTerm[];
  readonly stem: (word: string) => string;
};

const plainWord = /[\p{L}\p{N}\p{M}]+/gu;
const plainWords = (text: string) => text.toLowerCase().match(plainWord) ?? [];
const keyWords = (text: string) =>
  matchKey(text)
    .split(' ')
    .filter((word) => word !== '');

export function indexCollection(passages: readonly Passage[], only: ReadonlySet<FieldName>): CollectionIndex {
  const texts = passages.map((passage) => `${passage.headline}\n${passage.text}`);
  const surface = new Terms();
  const coded = texts.map((text) => Int32Array.from(keyWords(text), (word) => surface.add(word)));
  const words = new Map<string, number>();
  for (const doc of coded)
    for (const id of doc) {
      const name = surface.names[id] as string;
      words.set(name, (words.get(name) ?? 0) + 1);
    }
  const total = coded.reduce((sum, doc) => sum + doc.length, 0);
  const vocabulary: Vocabulary = { total, count: (word) => words.get(word) ?? 0 };
  const stem = cachedSegment(vocabulary, 2_000_000);
  const light = cachedSegment(emptyVocabulary, 2_000_000);
  const analyzers: Record<'light' | 'stem' | 'gram' | 'skeleton', Analyzer> = {
    light: (word) => [light(word)],
    stem: (word) => [stem(word)],
    gram: (word) => grams(word),
    skeleton: (word) => [skeleton(stem(word))],
  };
  const fields: Partial<Record<FieldName, Field>> = {};
  for (const name of ['light', 'stem', 'gram', 'skeleton'] as const) {
    if (only.has(name)) fields[name] = analyzed(surface, coded, analyzers[name]);
  }
  if (only.has('plain')) {
    const terms = new Terms();
    const docs = texts.map((text) => Int32Array.from(plainWords(text), (word) => terms.add(word)));
    fields.plain = { terms, index: new FieldIndex(docs.length, terms.names.length, (doc) => docs[doc] as Int32Array) };
  }
  if (only.has('pair')) {
    const terms = new Terms();
    const docs = coded.map((doc) =>
      Int32Array.from(pairsOf([...doc].map((id) => stem(surface.names[id] as string))), (p) => terms.add(p)),
    );
    fields.pair = { terms, index: new FieldIndex(docs.length, terms.names.length, (doc) => docs[doc] as Int32Array) };
  }
  if (only.has('headline') && passages.some((passage) => passage.headline !== '')) {
    const terms = new Terms();
    const docs = passages.map((p) => Int32Array.from(keyWords(p.headline), (word) => terms.add(stem(word))));
    fields.headline = {
      terms,
      index: new FieldIndex(docs.length, terms.names.length, (doc) => docs[doc] as Int32Array),
    };
  }
  const pieces = (field: FieldName, query: string): readonly string[] => {
    if (field === 'plain') return plainWords(query);
    const found = keyWords(query);
    if (field === 'pair') return pairsOf(found.map(stem));
    return found.flatMap(analyzers[field === 'headline' ? 'stem' : field]);
  };
  return {
    ids: passages.map((passage) => passage.id),
    days: Float64Array.from(passages, (passage) => passage.published),
    fields,
    vocabulary,
    words,
    stem,
    terms: (field, query) => known(fields[field]?.terms, pieces(field, query)),
  };
}

function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
}

function known(terms: Terms | undefined, pieces: readonly string[]): WeightedTerm[] {
  const found: WeightedTerm[] = [];
  for (const piece of new Set(pieces)) {
    const term = terms?.find(piece);
    if (term !== undefined) found.push([term, 1]);
  }
  return found;
}

function analyzed(surface: Terms, coded: readonly Int32Array[], analyzer: Analyzer): Field {
  const terms = new Terms();
  const byWord = surface.names.map((word) => Int32Array.from(analyzer(word), (piece) => terms.add(piece)));
  const document = (doc: number): Int32Array => {
    const ids: number[] = [];
    for (const word of coded[doc] as Int32Array) for (const piece of byWord[word] as Int32Array) ids.push(piece);
    return Int32Array.from(ids);
  };
  return { terms, index: new FieldIndex(coded.length, terms.names.length, document) };
}
