// What can go wrong with the system of record that an operator can do something about, as one error type with a kind.
import { statfsSync } from 'node:fs';

export type RecordsErrorKind = 'full-disk' | 'newer-database' | 'locked' | 'corrupt' | 'unreachable';

/** The message says what was wrong and what to do; `cause` is the engine's own error. */
export class RecordsError extends Error {
  override readonly name = 'RecordsError';
  readonly kind: RecordsErrorKind;

  constructor(kind: RecordsErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** Bytes under which a failed write is put down to the disk being full: SQLite reports some of those as I/O errors. */
const nearlyNothing = 256 * 1024;

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize > nearlyNothing;
  } catch {
    return true;
  }
}

const fullDisk = (where: string, cause: unknown) =>
  new RecordsError(
    'full-disk',
    `The disk that holds ${where} is full: nothing of what was just tried was kept, all that came before it is safe. ` +
      'Free some space and try again.',
    cause,
  );

/** The result code of an error that `node:sqlite` threw, extended code included; null for any other error. */
export function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
}

/** Result codes: https://www.sqlite.org/rescode.html. The low byte is the primary code. */
export const isSqliteBusy = (error: unknown): boolean => {
  const code = sqliteCode(error);
  return code !== null && ((code & 0xff) === 5 || (code & 0xff) === 6);
};

/** A `RecordsError` when the error of SQLite is one that an operator can act upon, else the error as it was. */
export function fromSqlite(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  const reason = error instanceof Error ? error.message : '';
  switch (code & 0xff) {
    case 13:
      return fullDisk(path, error);
    case 5:
    case 6:
      return new RecordsError(
        'locked',
        `Another program kept ${path} locked for too long (${reason}). ` +
          'Wait until its work is done, or end it, and try again.',
        error,
      );
    case 10:
      if (!hasRoom(path)) return fullDisk(path, error);
      return new RecordsError(
        'unreachable',
        `${path} cannot be read or written (${reason}). Look at the disk and at the system's log.`,
        error,
      );
    case 11:
    case 26:
      return new RecordsError(
        'corrupt',
        `${path} is damaged or is no database (${reason}). Stop the program, keep a copy of the file, ` +
          'run «warraq doctor», and restore the newest backup if it confirms this.',
        error,
      );
    case 3:
    case 8:
    case 14:
    case 23:
      return new RecordsError(
        'unreachable',
        `${path} cannot be opened for writing (${reason}). Check that the folder exists, and its owner and permissions.`,
        error,
      );
    default:
      return error;
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const networkCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE',
  'ETIMEDOUT', 'ENOENT',
]); // biome-ignore format: a list to scan

/** The messages of `pg` itself that carry no code. */
const lostConnection =
  /^(Connection terminated|timeout (exceeded|expired)|Client has encountered a connection error|Client was closed)/;

/** A `RecordsError` when the error of PostgreSQL is one that an operator can act upon, else the error as it was. */
export function fromPostgres(error: unknown, where: string): unknown {
  // Several addresses of one host that all refuse come as one AggregateError.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = errorCode(first);
  const reason = first instanceof Error ? first.message : '';
  // Codes: PostgreSQL's manual, appendix A.
  if (code === '53100') return fullDisk(`PostgreSQL at ${where}`, error);
  if (['55P03', '40P01', '40001', '57014', '25P03', '25P04'].includes(code)) {
    return new RecordsError(
      'locked',
      `PostgreSQL at ${where} was too busy and gave this up (${reason}). Try again; look for a long transaction if it stays so.`,
      error,
    );
  }
  if (code.startsWith('XX') && code !== 'XX000') {
    return new RecordsError(
      'corrupt',
      `PostgreSQL at ${where} says that its files are damaged (${reason}). Stop writing to it and restore a backup.`,
      error,
    );
  }
  if (
    networkCodes.has(code) ||
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code.startsWith('28') ||
    code === '3D000' ||
    code === '53300' ||
    lostConnection.test(reason)
  ) {
    return new RecordsError(
      'unreachable',
      `PostgreSQL at ${where} cannot be used (${reason}). Check that it runs and that DATABASE_URL names it rightly.`,
      error,
    );
  }
  return error;
}

/** Whether a write was refused because a row with the same key is there already, on either engine. */
export function isConflict(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 2067 || code === 1555 || errorCode(error) === '23505';
}
