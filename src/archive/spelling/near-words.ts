// Words one slip away from a word: a letter missing, one too many, another one, or two exchanged.

/** Letters of words in their matching form: without hamzas on their seats, ة, or ى. */
const ARABIC_LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويء'];
const LATIN_LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Beyond, a word has so many neighbours that they are not worth their time, and a slip in it is caught by its letter grams. */
const LONGEST = 20;

/** How likely a slip is, beside one that makes any other word of the same letters. */
export interface NearWord {
  readonly word: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

// Letters that are one shape with other dots, or one sound, are taken for one another far more often than others.
const ALIKE = [
  'بتثني',
  'جحخ',
  'دذ',
  'رز',
  'سش',
  'صض',
  'طظ',
  'عغ',
  'فق',
  'ضظ',
  'تط',
  'سص',
  'دض',
  'ذز',
  'قك',
  'وا',
  'يا',
  'هح',
  'كج',
  'غج',
  'غق',
];
const alike = new Set(
  ALIKE.flatMap((letters) => [...letters].flatMap((one) => [...letters].map((other) => `${one}${other}`))),
);

const likelihoods = { exchanged: 1, doubled: 1, alike: 1, missing: 0.8, added: 0.8, other: 0.6 } as const;

/** All words one slip away, in no order and perhaps twice. None for figures, for words of one or two letters, and for long ones. */
export function* nearWords(word: string): Generator<NearWord> {
  const letters = /^[a-z]+$/.test(word) ? LATIN_LETTERS : /^[ء-ي]+$/.test(word) ? ARABIC_LETTERS : null;
  if (letters === null || word.length < 3 || word.length > LONGEST) return;
  for (let at = 0; at < word.length; at += 1) {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    const isDoubled = letter === word.charAt(at + 1);
    yield { word: before + after, likeness: isDoubled ? likelihoods.doubled : likelihoods.added };
    if (after !== '' && !isDoubled) {
      yield { word: before + after.charAt(0) + letter + after.slice(1), likeness: likelihoods.exchanged };
    }
    for (const other of letters) {
      if (other === letter) continue;
      yield {
        word: before + other + after,
        likeness: alike.has(other + letter) ? likelihoods.alike : likelihoods.other,
      };
    }
  }
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of letters)
      yield { word: word.slice(0, at) + letter + word.slice(at), likeness: likelihoods.missing };
  }
}
