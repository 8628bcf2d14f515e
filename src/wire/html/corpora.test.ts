// Pages of real papers, where the marked collections are there: every field of the Arabic ones, and the bodies of a benchmark.
import { describe, expect, test } from 'vitest';
import { arabicFields } from '../../../bench/extract/arabic-fields.ts';
import { arabicPages, scrapinghubArticles } from '../../../bench/extract/corpora.ts';
import { agreementOver, shingleOverlap } from '../../../bench/extract/measures.ts';
import { readHtml } from './read-html.ts';

const arabic = arabicPages();
if (arabic === null) console.log('pages of Arabic papers: ../shared/data is not here, passed over');

describe.skipIf(arabic === null)('pages of Arabic papers', () => {
  test.each(arabic ?? [])('every marked field of $name is right', ({ html, gold }) => {
    expect(Object.entries(arabicFields(html, gold)).filter(([, verdict]) => verdict === 'WRONG')).toEqual([]);
  });
});

const benchmark = scrapinghubArticles();
if (benchmark === null) console.log('article extraction benchmark: ../shared/data is not here, passed over');

// A floor well under what is measured (0.95), so that only a real loss fails; `bench/extract.ts` gives the figures.
test.skipIf(benchmark === null)('bodies of pages that nothing was tuned on agree with what people marked', () => {
  const pages = (benchmark ?? []).filter(({ half }) => half === 'held').slice(0, 50);
  const overlaps = pages.map(({ html, url, body }) => {
    const { stories } = readHtml(html(), { source: 'test', url });
    return shingleOverlap(stories.flatMap(({ paragraphs }) => paragraphs).join('\n\n'), body);
  });
  expect(agreementOver(overlaps).f1).toBeGreaterThan(0.92);
});
