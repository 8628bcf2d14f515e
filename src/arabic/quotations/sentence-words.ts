// The particles and small words that tell where a sentence's subject and verb stand.

/** Words between a subject and its verb. */
export const AUXILIARIES = new Set(['كان', 'كانت', 'قد']);
export const RELATIVES = /^[وف]?(?:ال(?:ذي|تي|ذين|لذين|لتين|لواتي)|ما|مما|من)$/u;
export const DENIALS = new Set(['لم', 'لن', 'لا', 'ولم', 'ولن', 'ولا', 'الا']);
export const SKIPPED = new Set(
  'عليه عليها عليهم له لها لهم فيه فيها ايضا كذلك بدوره بدورها اليوم امس الاثنين الثلاثاء الاربعا الخميس الجمعه السبت الاحد هنا حينها لاحقا سابقا انذاك مساء صباح ثم'.split(
    ' ',
  ),
);
/** After these the form of a verb is a noun: `في رد`, `بعد كشف`. */
export const PREPOSITIONS = new Set(
  'رغم ورغم اثر قبيل منذ بسبب عقب وعقب وبعد وقبل ومنذ وفي وعن عدم يتم تم في من علي عن الي بعد قبل خلال دون اي كل مع حول بين اول اخر لاي'.split(
    ' ',
  ),
);
export const LEADING = new Set(
  'و ف قد وقد فقد لكن ولكن فيما بينما كما وكما كان وكان كانت وكانت حيث اذ ثم لكنه بعدما عندما وعندما حينما وحينما وبعدما ولما لما عندها ايضا كذلك وكذلك هذا وهذا كانا وفيما'.split(
    ' ',
  ),
);
export const INDIRECT = new Set(['عن', 'لسان']);
