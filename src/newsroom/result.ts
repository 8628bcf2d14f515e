// How an act answers: with its value, or with a problem of a named kind that the caller can do something about.
import type { z } from 'zod';
import type { RevisionId } from '../story/ids.ts';
import type { StoryState } from '../story/workflow.ts';

export type Problem =
  /** The policy does not allow it. */
  | { readonly kind: 'denied'; readonly rule: string }
  /** The input does not fit its schema, or names what cannot be. Paths as `content.body.content.3`. */
  | { readonly kind: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  | { readonly kind: 'absent'; readonly what: string }
  /** Somebody has saved since: nothing was written. The caller merges with the newest revision and tries again. */
  | { readonly kind: 'conflict'; readonly headRevisionId: RevisionId; readonly headNumber: number; readonly by: string }
  /** The workflow has no such move from the story's state. */
  | { readonly kind: 'wrong-state'; readonly state: StoryState }
  | { readonly kind: 'embargoed'; readonly until: Temporal.Instant }
  /** A name or an address that must be unique is in use. */
  | { readonly kind: 'taken'; readonly what: string };

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Thrown inside an act's transaction, which it undoes; comes out of the act as a `Problem`. */
export class ActRefused extends Error {
  override readonly name = 'ActRefused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(sentenceOf(problem));
    this.problem = problem;
  }
}

/** Ends the act with a problem and undoes what it has written. */
export function refuse(problem: Problem): never {
  throw new ActRefused(problem);
}

export function refuseInvalid(path: string, message: string): never {
  return refuse({ kind: 'invalid', issues: [{ path, message }] });
}

export function issuesOf(error: z.ZodError): Problem {
  const issues = error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return { kind: 'invalid', issues };
}

/** The problem as one English sentence for a log or a terminal. */
export function sentenceOf(problem: Problem): string {
  switch (problem.kind) {
    case 'denied':
      return `not allowed (${problem.rule})`;
    case 'invalid':
      return `not valid: ${problem.issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`;
    case 'absent':
      return `there is no ${problem.what}`;
    case 'conflict':
      return `${problem.by} has saved revision ${problem.headNumber} since; read it and try again`;
    case 'wrong-state':
      return `the story is ${problem.state}, from where this move does not lead`;
    case 'embargoed':
      return `embargoed until ${problem.until.toString()}`;
    case 'taken':
      return `${problem.what} is already taken`;
    default:
      return problem satisfies never;
  }
}

/** The value of a result; throws an `ActRefused` that says the problem. For callers to whom every problem is a fault. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new ActRefused(result.problem);
  return result.value;
}
