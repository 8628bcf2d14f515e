// What a query asks for, word by word, with whatever else may stand for each word.
import { skeleton } from '../../arabic/skeleton.ts';
import { withoutStopWords } from '../query-words.ts';
import { idf, type Statistics } from './statistics.ts';

/** Another word, in its matching form, that may stand for one of the query, and how well: 1 as well as itself. */
export interface Spelling {
  readonly word: string;
  readonly share: number;
}

export interface Stand {
  readonly stem: string;
  readonly share: number;
}

/** One thing that is asked for. */
export interface Concept {
  /** The stem of the word itself first. */
  readonly stands: readonly Stand[];
  /** How much a document that has it gains over one that has not: the rarer, the more. */
  readonly weight: number;
  /** Not for a stop word beside words that say something. */
  readonly isTelling: boolean;
}

/** One for each stem of some words in their matching form, in the words' order. */
export function conceptsOf(
  words: readonly string[],
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  statistics: Statistics,
): Concept[] {
  const telling = new Set(withoutStopWords(words));
  const concepts = new Map<string, Concept>();
  for (const word of words) {
    const stem = statistics.stemOf(word);
    if (concepts.has(stem)) continue;
    const others = (spellings.get(word) ?? []).map((other) => ({ ...other, stem: statistics.stemOf(other.word) }));
    const isNowhere = others.length === 0 && statistics.documentsWithStem(stem) === 0;
    const stands = [
      { stem, share: 1 },
      ...others.filter((other) => other.stem !== stem),
      ...(isNowhere ? ofOneRoot(stem, statistics) : []),
    ];
    const holding = stands.map((stand) => stand.share * statistics.documentsWithStem(stand.stem));
    // A word that is nowhere says as much as what stands for it.
    const most = Math.max(...holding);
    concepts.set(stem, { stands, weight: idf(statistics.documents, most), isTelling: telling.has(word) });
  }
  return [...concepts.values()];
}

const MOST_OF_ONE_ROOT = 4;
const ROOT_SHARE = 0.5;

/** For a word that stands nowhere in any form: the stems of its root that stand most often, as `مدارس` for `مدرسة`. */
function ofOneRoot(stem: string, statistics: Statistics): Stand[] {
  return statistics
    .stemsWithRoot(skeleton(stem))
    .map((other) => ({ other, holding: statistics.documentsWithStem(other) }))
    .sort((a, b) => b.holding - a.holding)
    .slice(0, MOST_OF_ONE_ROOT)
    .map(({ other }) => ({ stem: other, share: ROOT_SHARE }));
}
