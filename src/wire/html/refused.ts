// Why a saved page was refused as a whole, and the bounds beyond which it is.

export type HtmlRefusalKind = 'too-deep' | 'too-large' | 'too-slow';

/** A page that cannot be read within the bounds. `place` says where in words (`line 12`), `reason` what to do, in English. */
export class HtmlRefused extends Error {
  readonly kind: HtmlRefusalKind;
  readonly place: string;
  readonly reason: string;

  constructor(kind: HtmlRefusalKind, place: string, reason: string) {
    super(`${reason} (${place})`);
    this.name = 'HtmlRefused';
    this.kind = kind;
    this.place = place;
    this.reason = reason;
  }
}

export interface HtmlLimits {
  /** Characters of the whole page. The largest saved pages, with pictures written into them, hold about 30 million. */
  readonly length: number;
  /** Characters of text outside scripts. A page of ten thousand paragraphs holds three million. */
  readonly text: number;
  /** Elements and pieces of text. The longest live pages that we have seen hold 60 thousand. */
  readonly nodes: number;
  /** Elements inside each other. Browsers stop at 512. */
  readonly depth: number;
  /** Milliseconds that one page may take. */
  readonly time: number;
}

export const HTML_LIMITS: HtmlLimits = {
  length: 64_000_000,
  text: 6_000_000,
  nodes: 400_000,
  depth: 512,
  time: 10_000,
};

/** Counts time down while a page is read: every stage asks it now and then. */
export class Deadline {
  readonly #ends: number;
  readonly #allowed: number;
  #steps = 0;

  constructor(allowed: number) {
    this.#allowed = allowed;
    this.#ends = performance.now() + allowed;
  }

  /** Throws {@link HtmlRefused} when the time is up. `place` is asked for only then. */
  check(place: () => string): void {
    if (performance.now() < this.#ends) return;
    throw new HtmlRefused(
      'too-slow',
      place(),
      `the page took more than ${this.#allowed} ms to read; save it again without scripts or import its stories apart`,
    );
  }

  /** The same, for every step of a long loop: asks the clock at every five hundredth. */
  step(place: () => string): void {
    this.#steps += 1;
    if (this.#steps % 500 === 0) this.check(place);
  }
}
