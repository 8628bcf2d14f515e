// The readers of the wire, in the order in which they are asked whether an input is theirs. A new format is one more entry here.
import type { Reading } from '../story/draft.ts';
import { readCapture } from './capture/read-capture.ts';
import type { Deadline } from './deadline.ts';
import { readHtml } from './html/read-html.ts';
import { recognisesHtml } from './html/recognises.ts';

export interface ReadOptions {
  /** How the caller calls the input; stands in the reading. */
  readonly source: string;
  /** IANA zone for times that are printed without one. */
  readonly timeZone: string;
  /** To be asked in every loop that grows with the input. */
  readonly deadline: Deadline;
}

export interface WireReader {
  readonly name: string;
  /** Whether the text is in this reader's format; cheap, from its beginning. */
  recognises(text: string): boolean;
  read(text: string, options: ReadOptions): Reading;
}

/** A JSON document or JSON lines: programs' data, whose strings must not be taken for a page's lines. */
const json = /^\s*(?:\{\s*(?:"[^"\\]{0,200}"\s*:|\})|\[\s*(?:[\]{["\d]|true|false|null))/u;

/** Plain text is what is left when no other reader knows the input: it stands last and takes all that people could read. */
const plainText: WireReader = {
  name: 'plain text',
  recognises: (text) => !json.test(text.slice(0, 1000)),
  read: (text, { source, timeZone, deadline }) => readCapture(text, source, { timeZone, deadline }),
};

/** Bounded by its own limits of size, depth and time, which it refuses by `HtmlRefused`. */
const savedPage: WireReader = {
  name: 'saved HTML',
  recognises: recognisesHtml,
  read: (text, { source, timeZone }) => readHtml(text, { source, timeZone }),
};

export const readers: readonly WireReader[] = [savedPage, plainText];
