// Why a picture was refused or could not be made, as kinds that a caller can act on and sentences for a log.

export type PictureErrorKind =
  /** The bytes are no picture that we know, whatever the file is called. */
  | 'not-a-picture'
  /** A picture in a format that browsers and our encoder do not share: HEIC, PSD, BigTIFF. */
  | 'unsupported-format'
  /** SVG is a program as much as a picture; only drawings made by our own code are kept. */
  | 'drawing'
  /** More bytes than we take. */
  | 'too-heavy'
  /** More pixels than we take, or a frame that unpacks to more. */
  | 'too-large'
  /** It begins as a picture and cannot be read to its end. */
  | 'damaged'
  /** The file that was named is not there, or not a file. */
  | 'unreadable'
  | 'full-disk'
  /** Too much is waiting to be encoded: come back in a moment. */
  | 'busy';

export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly kind: PictureErrorKind;

  constructor(kind: PictureErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The code of a system error: `ENOENT`, `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
