// What the decoder weighs a page's readings by. Set by hand on the sample captures and on text dumps of some hundreds of real
// pages; a step of 0.2 in any of them changes little.

/** Where in a page a reading stands: the zones between which it moves from line to line. */
export const OUTSIDE = 0;
/** A head was read, its first paragraph comes next. */
export const HEADED = 1;
/** In a body of which one paragraph was seen. */
export const OPENED = 2;
export const BODY = 3;
export const CARDS = 4;
export const ZONES = 5;
export type Zone = 0 | 1 | 2 | 3 | 4;

/** Beginning a story: where from decides. The first story of a page is expected. */
export const startOfStory = {
  first: 2,
  outside: -3.2,
  opened: -4.6,
  body: -3.4,
  cards: -1.8,
  underBlockName: -1.6,
  unmarked: -1.3,
  cutOff: -1,
} as const;
/** A gap wider than between paragraphs before a head. */
export const wideGap = 0.5;
export const wideGapBeforeCards = 0.4;
/** For beginning a story whose first paragraphs speak of something else than the body before it, and against it where they do not. */
export const otherSubject = 2;
export const otherSubjectAfterCards = 1;
/** Scores of heads below which none is looked at, and below which a headline without a body is no story. */
export const leastHead = { withBody: -1, withoutBody: 2.6 } as const;

/** Beginning cards where no block's name announced them. */
export const startOfCards = { first: -3.2, outside: -2.2, opened: -2.4, body: -1.6 } as const;
/** A card whose fields stand in the order of the card before, for each field. */
export const sameShape = 0.25;
export const bareCard = -1.2;
export const namedBlock = 0.9;

/** Each line of a body, by what it looks like. */
export const bodyLine = {
  prose: 1,
  sentence: 0.7,
  shortSentence: 0.35,
  item: 0.5,
  question: 0.5,
  subheading: 0.15,
  longSubheading: -0.15,
  verse: -0.35,
  cutOff: 0.3,
  repeated: -0.8,
  missingStop: 0.8,
  foreignSubheading: -0.6,
  afterWideGap: -0.4,
} as const;

/** Coming back to a body after cards or other lines: the dearer the more of them, the cheaper the more the subject is the same. */
export const resumed = {
  afterCards: -0.7,
  line: -0.3,
  signature: -0.9,
  furniture: -0.08,
  most: -3.2,
  sameSubject: 1.2,
  short: -1.6,
} as const;

/** Leaving a body after its first paragraph. */
export const loneParagraph = { toCards: -0.4, toOutside: -1.5, atEnd: -0.2 } as const;

export const furnitureLine = { known: 0.1, menu: -0.05, menuInBody: -0.5, endOfStory: -0.6, pastComments: -2 } as const;
/** A line left without a place. Outside of stories it costs less. */
export const unplaced = { outside: -0.35, proseOutside: -0.8, prose: -2, line: -1, blockName: -2.5 } as const;
