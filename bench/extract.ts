// How well stories are read from saved pages: Readability, Defuddle and our reader over the same pages, with time a page.
// `node bench/extract.ts [--only wcxb|scrapinghub|arabic] [--ours]`. Corpora that are not there are passed over with one line.
import { parseArgs } from 'node:util';
import { readHtml } from '../src/wire/html/read-html.ts';
import { arabicFields } from './extract/arabic-fields.ts';
import { arabicPages, type Half, type MarkedPage, scrapinghubArticles, wcxbArticles } from './extract/corpora.ts';
import { type LibraryReading, readByDefuddle, readByReadability } from './extract/libraries.ts';
import { agreementOver, sameAuthor, sameDay, sameHeadline, shingleOverlap, wordAgreement } from './extract/measures.ts';

type Reader = { readonly name: string; read(html: string, url: string | null): Promise<LibraryReading> };

const ours: Reader = {
  name: 'Warraq',
  async read(html, url) {
    const { stories } = readHtml(html, { source: 'bench', url });
    const [first] = stories;
    return {
      headline: first?.headline ?? null,
      authors: [...(first?.byline.authors.map(({ name }) => name) ?? []), ...(first?.byline.agencies ?? [])],
      // The corpora mark one date: that of publication, or the update where a page states only that.
      date: first?.publishedAt ?? first?.updatedAt ?? null,
      // What the corpora mark is the body; a standfirst is a field of its own here.
      text: stories.flatMap(({ paragraphs }) => paragraphs).join('\n\n'),
    };
  },
};

const libraries: readonly Reader[] = [
  { name: 'Readability', read: readByReadability },
  { name: 'Defuddle', read: readByDefuddle },
];

async function measure(reader: Reader, pages: readonly MarkedPage[]) {
  const words: number[] = [];
  const overlaps: ReturnType<typeof shingleOverlap>[] = [];
  const fields = { headline: tally(), author: tally(), date: tally() };
  let time = 0;
  let longest = 0;
  for (const page of pages) {
    const html = page.html();
    const start = performance.now();
    const reading = await readOrNothing(reader, html, page.url);
    const taken = performance.now() - start;
    time += taken;
    longest = Math.max(longest, taken);
    words.push(wordAgreement(reading.text, page.body).f1);
    overlaps.push(shingleOverlap(reading.text, page.body));
    if (page.headline !== null) fields.headline.add(sameHeadline(reading.headline, page.headline));
    if (page.author !== null) fields.author.add(sameAuthor(reading.authors, page.author));
    if (page.date !== null) fields.date.add(sameDay(reading.date, page.date));
  }
  const shingles = agreementOver(overlaps);
  return {
    reader: reader.name,
    pages: pages.length,
    'word F1': mean(words).toFixed(3),
    'shingle F1': shingles.f1.toFixed(3),
    precision: shingles.precision.toFixed(3),
    recall: shingles.recall.toFixed(3),
    headline: fields.headline.share(),
    author: fields.author.share(),
    date: fields.date.share(),
    'ms/page': (time / pages.length).toFixed(0),
    'ms, slowest': longest.toFixed(0),
  };
}

const nothing: LibraryReading = { headline: null, authors: [], date: null, text: '' };

async function readOrNothing(reader: Reader, html: string, url: string | null): Promise<LibraryReading> {
  try {
    return await reader.read(html, url);
  } catch (error) {
    process.stderr.write(`${reader.name} on ${url}: ${error instanceof Error ? error.message : error}\n`);
    return nothing;
  }
}

function tally() {
  let right = 0;
  let all = 0;
  return {
    add(isRight: boolean) {
      all += 1;
      if (isRight) right += 1;
    },
    share: () => (all === 0 ? '' : `${((100 * right) / all).toFixed(0)}% of ${all}`),
  };
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / (numbers.length || 1);

async function tableOf(title: string, pages: readonly MarkedPage[] | null, readers: readonly Reader[]) {
  if (pages === null) {
    console.log(`${title}: not here, passed over`);
    return;
  }
  const halves: readonly Half[] = ['tuned', 'held'];
  for (const half of halves) {
    console.log(`\n${title}, the half that was ${half === 'tuned' ? 'tuned on' : 'held back'}`);
    const rows = [];
    for (const reader of readers)
      rows.push(
        await measure(
          reader,
          pages.filter((page) => page.half === half),
        ),
      );
    console.table(rows);
  }
}

/** Each field of the four Arabic pages: right, wrong, or not marked. */
function arabicTable() {
  const pages = arabicPages();
  if (pages === null) {
    console.log('Arabic pages: not here, passed over');
    return;
  }
  console.log('\nArabic pages, every field');
  console.table(pages.map(({ name, html, gold }) => ({ page: name, ...arabicFields(html, gold) })));
}

const { values } = parseArgs({ options: { only: { type: 'string' }, ours: { type: 'boolean', default: false } } });
const readers = values.ours ? [ours] : [...libraries, ours];
const isWanted = (name: string) => values.only === undefined || values.only === name;
// The libraries talk to the console about pages that they do not like.
const { log, table } = console;
console.warn = console.error = () => {};
console.log = (...words) => log(...words);
console.table = (rows) => table(rows);
if (isWanted('scrapinghub')) await tableOf('Article extraction benchmark', scrapinghubArticles(), readers);
if (isWanted('wcxb')) await tableOf('WCXB articles', wcxbArticles(), readers);
if (isWanted('arabic')) arabicTable();
