// Counts what has been read of a query against its bounds, and remembers what was left out.

import { wordsOf } from '../document.ts';
import { QUERY_BOUNDS, type QueryProblem } from './parsed-query.ts';

type Counted = 'words' | 'phrases' | 'fields' | 'groups';

export class Budget {
  readonly problems: QueryProblem[] = [];
  readonly #left: Record<Counted, number> = {
    words: QUERY_BOUNDS.words,
    phrases: QUERY_BOUNDS.phrases,
    fields: QUERY_BOUNDS.fields,
    groups: QUERY_BOUNDS.groups,
  };

  tell(problem: QueryProblem): void {
    if (!this.problems.some(({ kind }) => kind === problem.kind)) this.problems.push(problem);
  }

  /** Whether there is room for one more, which is then taken. */
  takes(counted: Exclude<Counted, 'words'>): boolean {
    if (this.#left[counted] > 0) {
      this.#left[counted] -= 1;
      return true;
    }
    this.tell({ kind: `too-many-${counted}` });
    return false;
  }

  /** As many of a text's words, from the first, as there is room for. */
  fitting(written: string): { readonly words: readonly string[]; readonly isWhole: boolean } {
    const room = this.#left.words;
    const all = room > 0 ? wordsOf(written) : [];
    const words = all.slice(0, room);
    this.#left.words -= words.length;
    const isWhole = room > 0 && words.length === all.length;
    if (!isWhole) this.tell({ kind: 'too-many-words' });
    return { words, isWhole };
  }
}
