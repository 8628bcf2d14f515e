// The reader of saved HTML pages: a page in, drafts of its stories out, and what found no place. Pure; fetches and runs nothing.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import type { Reading } from '../../story/draft.ts';
import { type Block, isHidden } from './blocks.ts';
import { bodyIn } from './body.ts';
import { draftOf } from './draft-of.ts';
import { furnitureLine } from './furniture-lines.ts';
import { type Head, headOf } from './head.ts';
import { likenessOf, statedHeadlines } from './headline.ts';
import { type LinkedArticle, type LinkedData, readLinkedData } from './linked-data.ts';
import { parsePage } from './parse.ts';
import { Deadline, HTML_LIMITS, type HtmlLimits, HtmlRefused } from './refused.ts';
import { type Scope, scopesOf } from './scopes.ts';
import { type StoryPart, storyPart } from './story-part.ts';
import { runningLength, type Sight, type Survey, surveyOf } from './survey.ts';
import { oneSpaced, type Page } from './tree.ts';

export interface HtmlSource {
  /** What the caller calls the input: a file name, an address. Comes back as `source`. */
  readonly source: string;
  /** Where the page was saved from, when that is known: what relative addresses are relative to. */
  readonly url?: string | null;
  /** IANA zone for times that name none; UTC unless given. */
  readonly timeZone?: string;
  readonly limits?: Partial<HtmlLimits>;
}

/**
 * Reads a saved page. A page with no story gives `stories: []`. Throws `HtmlRefused` for a page that is larger or deeper than
 * the limits or takes too long. Nothing but text and http(s) addresses comes out; nothing is fetched or run.
 */
export function readHtml(html: string, { source, url = null, timeZone = 'UTC', limits = {} }: HtmlSource): Reading {
  const bounds = { ...HTML_LIMITS, ...limits };
  const deadline = new Deadline(bounds.time);
  const page = parsePage(html, bounds, deadline);
  const head = headOf(page, url);
  const linked = readLinkedData(page.linkedData);
  const parts = bestParts(page, head, linked, deadline);
  const readings = parts.flatMap((part) => {
    deadline.check(() => `while its fields were read, near line ${page.lineOf(part.body.container.at)}`);
    const headline = headlineOf(part, statedHeadlines(head, linked));
    return headline === null ? [] : [draftOf(part, headline, timeZone)];
  });
  const unplaced = [...readings.flatMap((reading) => reading.unplaced), ...betweenStories(parts)]
    .sort((one, other) => one.at - other.at)
    .map((block) => ({ line: page.lineOf(block.at), text: oneSpaced(cleanText(block.text)) }));
  return { source, stories: readings.map(({ draft }) => draft), unplaced };
}

/** Running text on a page of several stories that is in none of them. */
function betweenStories(parts: readonly StoryPart[]): Block[] {
  const survey = parts[0]?.survey;
  if (survey === undefined || parts.length < 2) return [];
  const inStories = new Set(parts.flatMap(({ scope }) => scope.blocks));
  return survey.blocks.filter(
    (block) =>
      runningLength(block) > 0 &&
      !inStories.has(block) &&
      !survey.isAway(block.holder) &&
      furnitureLine(block.text) === null,
  );
}

/** Ways to look at a page, the surest first: pages hide their text behind their scripts, and give parts of it odd names. */
const SIGHTS: readonly Sight[] = [
  { leaveOut: isHidden, believesNames: true },
  { leaveOut: () => false, believesNames: true },
  { leaveOut: () => false, believesNames: false },
];

/** Characters of running text with which a way of looking at a page is content. */
const ENOUGH = 250;

function bestParts(page: Page, head: Head, linked: LinkedData, deadline: Deadline): StoryPart[] {
  let best: StoryPart[] = [];
  for (const sight of SIGHTS) {
    const parts = storiesIn(page, head, linked, sight, deadline);
    if (amountOf(parts) > amountOf(best) * 1.5) best = parts;
    if (amountOf(best) >= ENOUGH) break;
  }
  return best.length > 0 ? best : partsFromData(page, head, linked, deadline);
}

/** Pages that a script fills hold their text in their data only. */
function partsFromData(page: Page, head: Head, linked: LinkedData, deadline: Deadline): StoryPart[] {
  const told = linked.articles.filter(({ body }) => (body?.length ?? 0) >= ENOUGH);
  if (told.length === 0) return [];
  const survey = surveyOf(page, { leaveOut: () => true, believesNames: true }, deadline);
  return told.map((article) => {
    const blocks = (article.body ?? '').split('\n').map((text, index) => blockOf(page, text, index));
    const scope = { root: page.root, title: null, blocks: [], from: 0, to: Number.POSITIVE_INFINITY };
    const body = { container: page.root, blocks, dropped: [] };
    return storyPart({ survey, scope, body, head, linked, article, isOnly: told.length === 1 });
  });
}

const blockOf = (page: Page, text: string, index: number): Block => ({
  index,
  holder: page.root,
  kind: 'paragraph',
  text,
  length: text.length,
  linkLength: 0,
  at: 0,
  isLoud: false,
});

const amountOf = (parts: readonly StoryPart[]) =>
  parts.flatMap(({ body }) => body.blocks).reduce((sum, block) => sum + runningLength(block), 0);

/** Readers who scroll on load a dozen stories; more than this is no page. */
const MOST_STORIES = 300;

function storiesIn(page: Page, head: Head, linked: LinkedData, sight: Sight, deadline: Deadline): StoryPart[] {
  const survey = surveyOf(page, sight, deadline);
  const stated = statedHeadlines(head, linked);
  const scopes = scopesOf(survey, stated, storiesNamed(linked));
  if (scopes.length > MOST_STORIES) {
    const beyond = scopes[MOST_STORIES]?.title?.at ?? 0;
    const reason = `a page may hold ${MOST_STORIES} stories; cut it into pages with fewer`;
    throw new HtmlRefused('too-large', `line ${page.lineOf(beyond)}`, reason);
  }
  const parts = scopes.flatMap((scope) => partOf(survey, scope, scopes.length === 1, head, linked));
  return parts.filter((part) => isStory(part, head, linked));
}

/** The headlines of the stories that the page's data names, each with an address and a date of its own. */
function storiesNamed({ articles }: LinkedData): string[] {
  const named = articles.filter(({ address, publishedAt }) => address !== null && publishedAt !== null);
  const addresses = new Set(named.map(({ address }) => address));
  return addresses.size < named.length ? [] : named.flatMap(({ headline }) => headline ?? []);
}

function partOf(survey: Survey, scope: Scope, isOnly: boolean, head: Head, linked: LinkedData): StoryPart[] {
  const body = bodyIn(survey, scope);
  if (body === null || body.blocks.length === 0) return [];
  const article = articleOf(scope, isOnly, linked);
  return [storyPart({ survey, scope, body, head, linked, article, isOnly })];
}

function articleOf({ title }: Scope, isOnly: boolean, { articles }: LinkedData): LinkedArticle | null {
  const words = (text: string) => matchKey(text).split(' ');
  const likely = articles
    .map((article) => ({
      article,
      likeness: title === null ? 0 : likenessOf(words(title.text), words(article.headline ?? '')),
    }))
    .sort((one, other) => other.likeness - one.likeness)[0];
  if (likely !== undefined && likely.likeness > 0.6) return likely.article;
  return isOnly && articles.length > 0 && (title === null || articles.length === 1) ? (articles[0] ?? null) : null;
}

/** Running text, in characters, that is a story under a headline of the page; and without one. */
const LEAST_UNDER_TITLE = 100;
const LEAST_WITHOUT_TITLE = 400;

function isStory(part: StoryPart, head: Head, linked: LinkedData): boolean {
  const amount = amountOf([part]);
  const isStated =
    part.article !== null ||
    /article/i.test(head.meta('og:type') ?? '') ||
    head.meta('article:published_time') !== null;
  const papers = [head.meta('og:site_name', 'application-name'), ...linked.publishers].map((name) =>
    matchKey(name ?? ''),
  );
  const title = part.scope.title;
  const isPaperName = title !== null && papers.includes(matchKey(title.text));
  if (title !== null && !isPaperName) return amount >= (isStated ? LEAST_UNDER_TITLE / 2 : LEAST_UNDER_TITLE);
  return amount >= (isStated ? LEAST_UNDER_TITLE : LEAST_WITHOUT_TITLE);
}

function headlineOf({ scope, body, article, isOnly }: StoryPart, stated: readonly string[]): string | null {
  const heading = body.blocks.find((block) => block.kind === 'heading') ?? body.blocks[0];
  const candidates = [scope.title?.text, article?.headline, isOnly ? stated[0] : null, heading?.text.slice(0, 200)];
  for (const text of candidates) {
    const line = oneSpaced(cleanText(text ?? ''));
    if (/\p{L}/u.test(line)) return line.slice(0, 500);
  }
  return null;
}
