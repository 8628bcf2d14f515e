// The form in which the demo edition's stories are written: plain data, checked by the compiler, read only by the seeder.
// Everything in demo/ is invented: no real person, company, club or current event.

/** Inline text. `**…**` marks strong emphasis; nothing else is markup. Quotations are «…», ellipses in an answer `(...)`. */
export type Text = string;

export type DemoBlock =
  | { type: 'paragraph'; text: Text }
  | { type: 'heading'; text: string }
  | { type: 'quote'; text: Text; attribution: string }
  | { type: 'pullQuote'; text: string; attribution?: string }
  | { type: 'list'; ordered: boolean; items: Text[] }
  | { type: 'table'; caption: string; head: string[]; rows: string[][] }
  | { type: 'facts'; title: string; items: Text[] }
  | { type: 'related'; key: string }
  | { type: 'picture'; picture: DemoPicture }
  | { type: 'gallery'; pictures: DemoPicture[] }
  | { type: 'separator' };

export interface DemoPicture {
  /** Seed of the drawn pattern; any integer. The palette comes from the story's section. */
  readonly seed: number;
  readonly caption: string;
  /** As printed in the brackets after the caption, without the brackets. */
  readonly credit: string;
  /** For a reader who cannot see it: what the drawing shows. */
  readonly alt: string;
}

export interface DemoAuthor {
  readonly key: string;
  readonly name: string;
  /** One sentence for the author's page. */
  readonly about: string;
  /** Their usual city. */
  readonly city: string;
}

export interface DemoTopic {
  readonly key: string;
  readonly name: string;
  readonly kind: 'subject' | 'person' | 'place' | 'organisation';
  /** One sentence for the topic's page. */
  readonly about: string;
}

export interface DemoStory {
  /** Latin kebab-case, unique in the edition, stable: other stories refer to it. */
  readonly key: string;
  readonly section: string;
  readonly kind: 'news' | 'analysis' | 'opinion' | 'interview' | 'live' | 'gallery';
  readonly kicker?: string;
  readonly headline: string;
  readonly standfirst: string;
  /** Author keys, in printing order; empty when the paper or an agency signs. */
  readonly authors: readonly string[];
  readonly agencies?: readonly string[];
  readonly dateline: string;
  /** Topic keys. */
  readonly topics: readonly string[];
  /** Published this many hours before the demo is made. */
  readonly hoursAgo: number;
  readonly picture?: DemoPicture;
  readonly body: readonly DemoBlock[];
  readonly corrections?: readonly { readonly hoursAgo: number; readonly text: string }[];
  /** Keys of stories that the editors pinned under it. */
  readonly related?: readonly string[];
}

export const p = (text: Text): DemoBlock => ({ type: 'paragraph', text });
export const h = (text: string): DemoBlock => ({ type: 'heading', text });
export const quote = (text: Text, attribution: string): DemoBlock => ({ type: 'quote', text, attribution });
export const pull = (text: string, attribution?: string): DemoBlock =>
  attribution === undefined ? { type: 'pullQuote', text } : { type: 'pullQuote', text, attribution };
export const list = (...items: Text[]): DemoBlock => ({ type: 'list', ordered: false, items });
export const steps = (...items: Text[]): DemoBlock => ({ type: 'list', ordered: true, items });
export const table = (caption: string, head: string[], ...rows: string[][]): DemoBlock => ({
  type: 'table',
  caption,
  head,
  rows,
});
export const facts = (title: string, ...items: Text[]): DemoBlock => ({ type: 'facts', title, items });
export const seeAlso = (key: string): DemoBlock => ({ type: 'related', key });
export const picture = (picture: DemoPicture): DemoBlock => ({ type: 'picture', picture });
export const gallery = (...pictures: DemoPicture[]): DemoBlock => ({ type: 'gallery', pictures });
export const rule: DemoBlock = { type: 'separator' };
