// A bound on the time that reading one input may take, asked by every long loop, so that no input holds up the others.

/** Thrown when an input has used up its time. The door of the wire turns it into a refusal of kind `too-slow`. */
export class TooSlow extends Error {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super(`reading took longer than ${milliseconds} ms`);
    this.name = 'TooSlow';
    this.milliseconds = milliseconds;
  }
}

export interface Deadline {
  /** Throws TooSlow when the time is over. Cheap enough for every thousandth step of a loop. */
  check(): void;
}

/** A deadline that many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return {
    check: () => {
      if (performance.now() > end) throw new TooSlow(milliseconds);
    },
  };
}

/** For a caller that has bounded its input already. */
export const noDeadline: Deadline = { check: () => {} };
