// What a reader's query comes to, and how much of one is read.

export type QueryFieldName = 'section' | 'author' | 'city' | 'topic' | 'agency' | 'said';

export type QueryField = {
  readonly field: QueryFieldName;
  /** As typed, without quotes, `_` as a space; compare it by `matchKey`. Several of one field are alternatives. */
  readonly value: string;
  readonly without: boolean;
};

/** What was left out of a query, or could not be read, for the page to tell. Never a reason not to search. */
export type QueryProblem =
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-many-words' }
  | { readonly kind: 'too-many-phrases' }
  | { readonly kind: 'too-many-fields' }
  | { readonly kind: 'too-many-groups' }
  /** What stood after قبل: or بعد: is no date; it is sought as a word. */
  | { readonly kind: 'unread-date'; readonly value: string }
  /** قبل: lies before بعد:, so that no day is left. */
  | { readonly kind: 'no-days' }
  /** Only what is not wanted was said. */
  | { readonly kind: 'only-without' };

/** Words are in their matching form, as the index holds them, and so are those of phrases and groups. */
export type ParsedQuery = {
  /** As typed, cut to bounds, without marks that show nothing; every kind of space is a space. */
  readonly text: string;
  /** Words, phrases, what is without and groups, spelt as typed, in one manner: `"مجلس الأمن" غزة -رفح`. Fields are not in it. */
  readonly printed: string;
  /** Words that should be there, in order. Those of phrases and groups are not among them. */
  readonly words: readonly string[];
  /** The last of `words` when it is still being typed. */
  readonly prefix: string | null;
  readonly phrases: readonly (readonly string[])[];
  readonly without: readonly string[];
  readonly withoutPhrases: readonly (readonly string[])[];
  /** Groups of which one alternative should be there. An alternative of several words, parted by spaces, is a phrase. */
  readonly either: readonly (readonly string[])[];
  readonly fields: readonly QueryField[];
  /** Epoch milliseconds, `to` not included. Asked for by قبل: and بعد: when `dateWords` is null, else understood from words. */
  readonly from: number | null;
  readonly to: number | null;
  /** IANA zone in which `from` and `to` are the starts of days. */
  readonly timeZone: string;
  /** UTF-16 offsets in `text`: from the first date in words to the end of the last. Its words are in `words` as well. */
  readonly dateWords: readonly [start: number, end: number] | null;
  readonly problems: readonly QueryProblem[];
};

export const QUERY_BOUNDS = {
  characters: 300,
  /** Of words, phrases, what is without and groups together. */
  words: 32,
  /** With those without. */
  phrases: 8,
  /** With قبل: and بعد:. */
  fields: 8,
  groups: 8,
} as const;
