// Spoils queries as readers and keyboards do, so that it can be measured how much of what was found is found still.

export type Dirt = (query: string, count: (word: string) => number) => string;

/** The same slips in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomFrom(7);
const below = (most: number): number => Math.floor(random() * most);
const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const LONG = 5;
const joining = /[بتثجحخسشصضطظعغفقكلمنهي](?=[ء-ي])/gu;

/** One letter missing, another one, one too many, or two exchanged. */
function slip(word: string): string {
  const at = below(word.length);
  const letter = LETTERS[below(LETTERS.length)] ?? '';
  switch (below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + letter + word.slice(at);
    default: {
      const first = Math.min(at, word.length - 2);
      return word.slice(0, first) + word.charAt(first + 1) + word.charAt(first) + word.slice(first + 2);
    }
  }
}

function inRarest(query: string, count: (word: string) => number): string {
  const words = query.split(' ');
  let rarest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, word] of words.entries()) {
    const own = word.length < LONG - 1 ? 0 : count(word);
    if (own > 0 && own < least) [rarest, least] = [at, own];
  }
  return words.map((word, at) => (at === rarest ? slip(word) : word)).join(' ');
}

function glued(query: string): string {
  const words = query.split(' ');
  const at = below(Math.max(1, words.length - 1));
  return [...words.slice(0, at), words.slice(at, at + 2).join(''), ...words.slice(at + 2)].join(' ');
}

export const dirts: Readonly<Record<string, Dirt>> = {
  tashkeel: (query) => query.replace(/[ء-ي](?=[ء-ي])/gu, (letter) => `${letter}َ`),
  tatweel: (query) => query.replace(joining, (letter) => `${letter}ـ`),
  'Persian ya and kaf': (query) => query.replace(/ي/gu, 'ی').replace(/ك/gu, 'ک'),
  'hamza, ta marbuta and maksura': (query) => query.replace(/[أإآ]/gu, 'ا').replace(/ة/gu, 'ه').replace(/ى/gu, 'ي'),
  'marks that show nothing': (query) => query.replace(joining, (letter) => `${letter}\u{200d}`),
  'two words glued': glued,
  'one wrong letter in the rarest word': inRarest,
  'one in every long word': (query) =>
    query
      .split(' ')
      .map((word) => (word.length >= LONG ? slip(word) : word))
      .join(' '),
};
