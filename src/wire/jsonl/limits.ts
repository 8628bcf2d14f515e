// The bounds of a file of stories, a line each: what one line may take, what one file may take, and how far it may unfold.

export interface JsonLinesLimits {
  /** Bytes of one line. A longer one is passed over unread, and refused. */
  readonly lineBytes: number;
  /** Lines of one file. */
  readonly lines: number;
  /** Bytes of one file, unfolded if it was compressed. */
  readonly bytes: number;
  /** A compressed file may unfold to so many bytes whatever its size, and beyond that to so many times its size. */
  readonly freeBytes: number;
  readonly expansion: number;
  /** Refused lines in one file; with one more it is no file of stories, and the rest is not read. */
  readonly refused: number;
  /** Milliseconds that reading one line may take. */
  readonly milliseconds: number;
}

export const jsonLinesLimits: JsonLinesLimits = {
  lineBytes: 4 * 1024 * 1024,
  lines: 20_000_000,
  bytes: 64 * 1024 ** 3,
  freeBytes: 64 * 1024 ** 2,
  expansion: 100,
  refused: 10_000,
  milliseconds: 5_000,
};
