// How a command ends: the four exit codes, and the errors that carry them.

export const exitCodes = { done: 0, someRefused: 1, usage: 2, cannotRun: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with a line for the person who ran it; never a stack trace. */
export class CommandError extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
