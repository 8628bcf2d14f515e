// A speaker as the reader of quotations knows one: by which name, how that was found, and what grammar says of the name.

import type { Gender } from './verbs.ts';

export type Speaker = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
};
/** `named`: by a name in the clause. `title`: by an office. `pronoun`: by the verb's own. `carried`: goes on from before. */
export type Resolved = 'named' | 'title' | 'pronoun' | 'carried';
export type Voice = {
  readonly speaker: Speaker;
  readonly resolved: Resolved;
  readonly gender: Gender;
  readonly isBody: boolean;
};

export const agree = (verb: Gender, subject: Gender): boolean =>
  verb === 'any' || subject === 'any' || verb === subject;
