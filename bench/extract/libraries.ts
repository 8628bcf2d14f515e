// The two libraries that our own reader is measured beside, each asked for the same things in the same form.
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

export type LibraryReading = {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly date: string | null;
  readonly text: string;
};

export async function readByReadability(html: string, _url: string | null): Promise<LibraryReading> {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  return {
    headline: article?.title ?? null,
    authors: article?.byline ? [article.byline] : [],
    date: article?.publishedTime ?? null,
    text: textOf(article?.content ?? ''),
  };
}

export async function readByDefuddle(html: string, url: string | null): Promise<LibraryReading> {
  const { document } = parseHTML(html);
  const article = await Defuddle(document, url ?? 'https://paper.example/', { useAsync: false, fetch: noFetch });
  return {
    headline: article.title || null,
    authors: article.author ? [article.author] : [],
    date: article.published || null,
    text: textOf(article.content),
  };
}

const noFetch: typeof globalThis.fetch = () => Promise.reject(new Error('nothing is fetched here'));

const inline = new Set(
  'a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);

/** The text of a piece of HTML, with a line break at every block so that no two words run together. */
function textOf(html: string): string {
  const parts: string[] = [];
  const breakAt = (name: string) => {
    if (!inline.has(name)) parts.push('\n');
  };
  const parser = new Parser({ onopentagname: breakAt, onclosetag: breakAt, ontext: (text) => parts.push(text) });
  parser.end(html);
  return parts.join('');
}
