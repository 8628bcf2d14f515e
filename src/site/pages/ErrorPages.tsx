// What a reader sees instead of a page: there is none, it was withdrawn, or we failed.
import { correctionsPath, frontPath } from '../../story/address.ts';
import type { Assets } from '../assets.ts';
import { Document } from '../components/Document.tsx';
import { escaped } from '../components/words.ts';
import { archivePath } from '../links.ts';
import { editionOf, type PageContext, wordsOf } from '../page-context.ts';
import { type Text, textOf } from '../text/text.ts';

export function NotFoundPage({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  return (
    <Document ctx={ctx} subject={{ kind: 'not-found' }}>
      <div class="message">
        <h1>{text.notFound}</h1>
        <p>{text.notFoundExplained}</p>
        <p class="ways">
          <a href={frontPath(edition)}>{text.toFront}</a>
          <a href={archivePath(edition)}>{text.archive}</a>
        </p>
      </div>
    </Document>
  );
}

/** A killed story says that it was withdrawn, and nothing of what it said, not even its headline. */
export function WithdrawnPage({ ctx }: { ctx: PageContext }) {
  const text = wordsOf(ctx);
  const edition = editionOf(ctx);
  return (
    <Document ctx={ctx} subject={{ kind: 'withdrawn' }}>
      <div class="message">
        <h1>{text.withdrawn}</h1>
        <p>{text.withdrawnExplained}</p>
        <p class="ways">
          <a href={frontPath(edition)}>{text.toFront}</a>
          <a href={correctionsPath(edition)}>{text.corrections}</a>
        </p>
      </div>
    </Document>
  );
}

/** Made of nothing that can fail: no records, no furniture, no components. Both languages, since it knows no edition. */
export function failedPage(assets: Assets): string {
  return pageInBoth(assets, ({ failed, failedExplained }) => [failed, failedExplained]);
}

/** For somebody who searches more often than a reader does; made before anything is looked up. */
export function tooManySearchesPage(assets: Assets): string {
  return pageInBoth(assets, ({ search }) => [search.tooMany, search.tooManyExplained]);
}

function pageInBoth(assets: Assets, saying: (text: Text) => readonly [title: string, explained: string]): string {
  const said = (['ar', 'en'] as const).map((language) => {
    const text = textOf(language);
    const dir = language === 'ar' ? 'rtl' : 'ltr';
    const [heading, explained] = saying(text);
    const title = language === 'ar' ? `<h1>${heading}</h1>` : `<h2>${heading}</h2>`;
    return `<div class="message" lang="${language}" dir="${dir}">${title}<p>${explained}</p><p class="ways"><a href="/">${text.toFront}</a></p></div>`;
  });
  return (
    '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"/>' +
    `<title>${escaped(saying(textOf('ar'))[0])}</title><meta name="viewport" content="width=device-width,initial-scale=1"/>` +
    `<meta name="robots" content="noindex"/><link rel="stylesheet" href="${assets.path('site.css')}"/></head>` +
    `<body class="page-failed"><main>${said.join('')}</main></body></html>`
  );
}
