// Where a story's headline stands on the page, and what it is when it stands nowhere.
import { matchKey } from '../../arabic/normal-form.ts';
import type { Block } from './blocks.ts';
import type { Head } from './head.ts';
import { hasHint } from './hints.ts';
import type { LinkedData } from './linked-data.ts';
import { around } from './tree.ts';

const LONGEST = 400;

/** What the head states as headlines, best first, without the paper's name that titles end in. */
export function statedHeadlines(head: Head, linked: LinkedData): string[] {
  const papers = [head.meta('og:site_name', 'application-name'), ...linked.publishers];
  const stated = [
    ...(linked.articles.length === 1 ? linked.articles.map(({ headline }) => headline) : []),
    head.meta('og:title', 'twitter:title'),
    head.meta('headline', 'title', 'dc.title', 'parsely-title', 'sailthru.title'),
    head.title,
  ];
  const shortest = stated.filter((text) => text !== null);
  return [...new Set(shortest.map((text) => withoutPaper(text, papers, shortest)))].filter((text) => text.length > 2);
}

const SEPARATOR = /\s+[|–—·•«»:/\\-]+\s+|\s*[|»]\s*|\s+::\s+/u;

/** `Headline - Section | Paper` → `Headline`. A part goes when it is the paper's name, or when another statement lacks it. */
function withoutPaper(title: string, papers: readonly (string | null)[], others: readonly string[]): string {
  const papersKeys = papers.flatMap((paper) => (paper === null ? [] : [matchKey(paper)]));
  const key = matchKey(title);
  const shorter = others.find((other) => {
    const otherKey = matchKey(other);
    return (
      otherKey.length >= 12 &&
      otherKey.length < key.length &&
      (key.startsWith(`${otherKey} `) || key.endsWith(` ${otherKey}`))
    );
  });
  if (shorter !== undefined) return shorter;
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== '');
  if (parts.length < 2) return title.trim();
  const isPaper = (part: string) => papersKeys.includes(matchKey(part));
  let [from, to] = [0, parts.length];
  while (to - from > 1 && isPaper(parts[to - 1] ?? '')) to -= 1;
  while (to - from > 1 && isPaper(parts[from] ?? '')) from += 1;
  if (from === 0 && to === parts.length) return withoutShortTail(title, parts);
  const start = title.indexOf(parts[from] ?? '');
  const last = parts[to - 1] ?? '';
  return title.slice(start, title.lastIndexOf(last) + last.length).trim();
}

/** The paper is not known by name: a last part of few words after a long first part is it. */
function withoutShortTail(title: string, parts: readonly string[]): string {
  const last = parts[parts.length - 1] ?? '';
  const rest = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—·•«»:/\\-]+$/u, '');
  const isTail = /[|–—·•-]\s*$/u.test(title.slice(0, title.lastIndexOf(last)));
  return isTail && last.split(/\s+/).length <= 4 && rest.split(/\s+/).length >= 4 ? rest : title.trim();
}

/** The block that is the headline: the one that says what the page's head says, or the likeliest heading; null when none is. */
export function findTitle(blocks: readonly Block[], stated: readonly string[]): Block | null {
  const statedWords = stated.map((text) => wordsOf(text));
  let best: Block | null = null;
  let bestScore = 2;
  for (const block of blocks) {
    if (block.length > LONGEST || block.length < 3) continue;
    const score = scoreOf(block, statedWords);
    if (score >= bestScore && (best === null || score > bestScore)) {
      best = block;
      bestScore = score;
    }
  }
  return best;
}

function scoreOf(block: Block, stated: readonly (readonly string[])[]): number {
  const heading = headingOf(block);
  const words = wordsOf(block.text);
  const likeness = Math.max(0, ...stated.map((other) => likenessOf(words, other)));
  if (heading === null && likeness < 0.8) return 0;
  if (words.length < 2 && likeness < 0.9 && heading !== 'h1') return 0;
  let score = likeness >= 0.5 ? likeness * 3 : 0;
  if (heading === 'h1') score += 2;
  else if (heading === 'h2') score += 0.8;
  else if (heading !== null) score += 0.3;
  const holders = [...around(block.holder, 6)];
  if (holders.slice(0, 3).some((element) => hasHint(element, 'headline'))) score += 0.8;
  if (holders.some((element) => hasHint(element, 'teasers', 'comments'))) score -= 2;
  if (
    holders.some(
      (element) =>
        hasHint(element, 'furniture') || element.tag === 'nav' || element.tag === 'footer' || element.tag === 'aside',
    )
  )
    score -= 1.5;
  if (block.linkLength > block.length * 0.8) score -= 0.8;
  if (heading === null && words.length < 4) score -= 1;
  return score;
}

function headingOf({ holder, isLoud }: Block): string | null {
  for (const element of around(holder, 4)) if (/^h[1-6]$/.test(element.tag)) return element.tag;
  return isLoud ? 'h2' : null;
}

function wordsOf(text: string): string[] {
  return matchKey(text.slice(0, LONGEST)).split(' ').filter(Boolean);
}

/** How much two headlines share, 0 to 1, by words; the longer one may go on. */
export function likenessOf(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const there = new Set(other);
  const shared = one.filter((word) => there.has(word)).length;
  return (2 * shared) / (one.length + other.length);
}
