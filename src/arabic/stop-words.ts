// Words that say too little to search or to compare by. Kept in their matching form, so that no variant survives.

import { matchKey } from './normal-form.ts';

/** `search`: left out of a query that has other words. `similarity`: left out when two stories are compared. */
export type StopWordUse = 'search' | 'similarity';

const PARTICLES =
  'في من إلى على عن مع أن إن أو ثم و ف ب ل ك ما لا لم لن قد هل كما إذا إذ بل حتى لكن كي هو هي هم هذا هذه ذلك تلك التي الذي الذين';
const REPORTING =
  'قال قالت أضاف أضافت أكد أكدت أوضح أوضحت أشار أشارت ذكر ذكرت شدد بين خلال بعد قبل منذ حول عند عندما كان كانت يكون تكون كل بعض غير أي أيضا اليوم أمس يوم وقال وأضاف وأكد وأوضح وأشار وكان وكانت وفي ومن وعلى به بها له لها فيه فيها منه منها عليه عليها ليس لدى نحو عبر ضد وهو وهي وأن وقد حيث مما كما بأن لأن بينما وذلك وهذا وهذه بعدما';

const search = new Set(matchKey(PARTICLES).split(' '));
const similarity = new Set([...search, ...matchKey(REPORTING).split(' ')]);

/** Whether a word in its matching form is a stop word for that use. Never ask it about the words of a phrase. */
export function isStopWord(word: string, use: StopWordUse): boolean {
  return (use === 'search' ? search : similarity).has(word);
}
