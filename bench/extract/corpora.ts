// The pages that extraction is measured on, each with what people marked as its story; absent corpora come back as null.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const root = new URL('../../../shared/data/extract/', import.meta.url);

/** Pages are tuned on by one half and reported on by the other. */
export type Half = 'tuned' | 'held';

export type MarkedPage = {
  readonly name: string;
  readonly half: Half;
  readonly url: string | null;
  html(): string;
  readonly body: string;
  readonly headline: string | null;
  readonly author: string | null;
  readonly date: string | null;
};

const wcxbPage = z.object({
  url: z.string().nullish(),
  _internal: z.object({ page_type: z.object({ primary: z.string() }) }),
  ground_truth: z.object({
    title: z.string().nullish(),
    author: z.string().nullish(),
    publish_date: z.string().nullish(),
    main_content: z.string().nullish(),
  }),
});

/** The article pages of WCXB's development set; every second page is held back from tuning. */
export function wcxbArticles(): MarkedPage[] | null {
  const folder = new URL('wcxb-dev/', root);
  if (!existsSync(folder)) return null;
  return readdirSync(new URL('ground-truth/', folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const marked = wcxbPage.parse(JSON.parse(readFileSync(new URL(`ground-truth/${file}`, folder), 'utf8')));
      const name = file.replace('.json', '');
      if (marked._internal.page_type.primary !== 'article') return [];
      const truth = marked.ground_truth;
      return {
        name,
        half: Number(name) % 2 === 0 ? 'tuned' : 'held',
        url: marked.url ?? null,
        html: () => unzipped(new URL(`html/${name}.html.gz`, folder)),
        body: truth.main_content ?? '',
        headline: truth.title ?? null,
        author: truth.author ?? null,
        date: truth.publish_date ?? null,
      } satisfies MarkedPage;
    });
}

const scrapinghubPages = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/** The pages of the article extraction benchmark; those whose name begins with an odd digit are held back from tuning. */
export function scrapinghubArticles(): MarkedPage[] | null {
  const folder = new URL('scrapinghub/', root);
  if (!existsSync(folder)) return null;
  const marked = scrapinghubPages.parse(JSON.parse(readFileSync(new URL('ground-truth.json', folder), 'utf8')));
  return Object.entries(marked).map(([name, page]) => ({
    name: name.slice(0, 8),
    half: Number.parseInt(name.slice(0, 1), 16) % 2 === 0 ? 'tuned' : 'held',
    url: page.url,
    html: () => unzipped(new URL(`html/${name}.html.gz`, folder)),
    body: page.articleBody,
    headline: null,
    author: null,
    date: null,
  }));
}

const arabicGold = z.record(
  z.string(),
  z.object({
    headline: z.string(),
    byline: z.string().nullable(),
    dateline_city: z.string().nullable(),
    agency: z.string().nullable(),
    section: z.string().nullable(),
    date: z.string(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    withs: z.array(z.string()),
    withouts: z.array(z.string()),
  }),
);
export type ArabicGold = z.infer<typeof arabicGold>[string];

/** Four saved pages of Arabic papers with every field marked. */
export function arabicPages(): { name: string; html: string; gold: ArabicGold }[] | null {
  const folder = new URL('arabic-dev/', root);
  if (!existsSync(folder)) return null;
  const gold = arabicGold.parse(JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')));
  return Object.entries(gold).map(([name, marked]) => ({
    name,
    html: readFileSync(new URL(`${name}.html`, folder), 'utf8'),
    gold: marked,
  }));
}

function unzipped(file: URL): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}
