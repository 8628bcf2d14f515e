// Whether each marked field of an Arabic page was read right: one word a field, empty where nothing is marked.
import { matchKey } from '../../src/arabic/normal-form.ts';
import { readHtml } from '../../src/wire/html/read-html.ts';
import type { ArabicGold } from './corpora.ts';
import { sameDay } from './measures.ts';

export function arabicFields(html: string, gold: ArabicGold): Record<string, string> {
  const [story, ...more] = readHtml(html, { source: 'bench' }).stories;
  if (story === undefined) return { story: 'none' };
  const text = [story.standfirst ?? '', ...story.paragraphs].join('\n');
  const names = [...story.byline.authors.map(({ name }) => name), ...story.byline.agencies];
  const same = (read: string | null, marked: string | null) =>
    marked === null ? '' : verdict(matchKey(read ?? '') === matchKey(marked));
  const among = (read: readonly (string | null)[], marked: string | null) =>
    marked === null ? '' : verdict(read.some((one) => matchKey(one ?? '') === matchKey(marked)));
  return {
    stories: verdict(more.length === 0),
    headline: same(story.headline, gold.headline),
    byline: among(names, gold.byline),
    city: same(story.byline.dateline, gold.dateline_city),
    agency: among(names, gold.agency),
    section: same(story.section, gold.section),
    date: verdict(sameDay(story.publishedAt, gold.date)),
    caption: among(
      story.pictures.map(({ caption }) => caption),
      gold.caption,
    ),
    credit: among(
      story.pictures.map(({ credit }) => credit),
      gold.credit,
    ),
    has: verdict(gold.withs.every((words) => text.includes(words))),
    lacks: verdict(gold.withouts.every((words) => !text.includes(words))),
  };
}

const verdict = (isRight: boolean) => (isRight ? 'right' : 'WRONG');
