// How often words, stems and letter grams stand in everything that is searched together: one index, or a large settled one
// with a small fresh one beside it, whose few stories alone would not tell which words are rare.
import { segment } from '../../arabic/segment.ts';
import type { ArchiveIndex } from '../archive-index.ts';

export interface Statistics {
  readonly documents: number;
  /** Words in the mean document. */
  readonly averageLength: number;
  readonly averageGrams: number;
  /** The stem of a word in its matching form. */
  stemOf(word: string): string;
  /** Tokens of a word in its matching form. */
  wordCount(word: string): number;
  documentsWithStem(stem: string): number;
  documentsWithGram(gram: string): number;
  /** `root`: as `skeleton` gives it. */
  documentsWithRoot(root: string): number;
  stemsWithRoot(root: string): readonly string[];
}

export function statisticsOf(index: ArchiveIndex): Statistics {
  const { words, stems, grams } = index;
  const wordCount = (word: string): number => index.wordCounts[words.find(word)] ?? 0;
  const vocabulary = { count: wordCount, total: index.tokens };
  return {
    documents: index.documents,
    averageLength: index.tokens / Math.max(1, index.documents),
    averageGrams: index.gramTokens / Math.max(1, index.documents),
    stemOf(word) {
      const known = words.find(word);
      return known < 0 ? segment(word, vocabulary) : stems.name(index.stemOfWord[known] ?? 0);
    },
    wordCount,
    documentsWithStem: (stem) => index.documentsWithStem[stems.find(stem)] ?? 0,
    documentsWithGram: (gram) => index.documentsWithGram[grams.find(gram)] ?? 0,
    documentsWithRoot: (root) => index.documentsWithRoot[index.roots.find(root)] ?? 0,
    stemsWithRoot(root) {
      const number = index.roots.find(root);
      return number < 0 ? [] : Array.from(index.stemsOfRoot(number), (stem) => stems.name(stem));
    },
  };
}

/** Of a settled index with some stories beside it. Stems are as the settled index has them, wherever it knows the word. */
export function together(settled: ArchiveIndex, fresh: ArchiveIndex): Statistics {
  const [large, small] = [statisticsOf(settled), statisticsOf(fresh)];
  const documents = large.documents + small.documents;
  const mean = (count: number): number => count / Math.max(1, documents);
  return {
    documents,
    averageLength: mean(settled.tokens + fresh.tokens),
    averageGrams: mean(settled.gramTokens + fresh.gramTokens),
    stemOf: (word) => (settled.words.find(word) < 0 ? small.stemOf(word) : large.stemOf(word)),
    wordCount: (word) => large.wordCount(word) + small.wordCount(word),
    documentsWithStem: (stem) => large.documentsWithStem(stem) + small.documentsWithStem(stem),
    documentsWithGram: (gram) => large.documentsWithGram(gram) + small.documentsWithGram(gram),
    documentsWithRoot: (root) => large.documentsWithRoot(root) + small.documentsWithRoot(root),
    stemsWithRoot: (root) => [...new Set([...large.stemsWithRoot(root), ...small.stemsWithRoot(root)])],
  };
}

/** The weight of what stands in `holding` of all documents, as BM25 has it: near 0 for what is everywhere. */
export const idf = (documents: number, holding: number): number =>
  Math.log(1 + (Math.max(documents, holding) - holding + 0.5) / (holding + 0.5));
