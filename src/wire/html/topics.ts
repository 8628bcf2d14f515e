// What a story is about, as its page says: its tags, else the keywords of its data and head.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { hasHint } from './hints.ts';
import { elementsOf } from './scopes.ts';
import type { StoryPart } from './story-part.ts';
import { around, elementsIn, oneSpaced, textOf } from './tree.ts';

const MOST_TOPICS = 100;
const LONGEST_TOPIC = 80;

export function topicsOf(part: StoryPart): string[] {
  const { head, isOnly, article } = part;
  const sources: (() => readonly string[])[] = [
    () => shownTags(part),
    () => labelledLinks(part),
    () => (isOnly ? head.metas('article:tag', 'og:article:tag', 'parsely-tags', 'sailthru.tags') : []),
    () => article?.topics ?? [],
    () => (isOnly ? head.metas('news_keywords', 'keywords') : []),
  ];
  for (const source of sources) {
    const topics = tidied(source());
    if (topics.length > 0) return topics;
  }
  return [];
}

/** Links that say of themselves that they are tags, or stand in a part that is named for tags, below the headline. */
function shownTags({ survey, scope, body }: StoryPart): string[] {
  const from = scope.title?.at ?? body.blocks[0]?.at ?? 0;
  const tags: string[] = [];
  for (const element of elementsOf(scope)) {
    if (element.tag !== 'a' || element.at < from || tags.length >= MOST_TOPICS) continue;
    const isTag = /\btag\b/.test(element.attributes.rel ?? '') && !/category/.test(element.attributes.rel ?? '');
    if (!isTag && !isInTagPart(element)) continue;
    if (
      [...around(element, 12)].some(
        (at) => at.tag === 'nav' || at.tag === 'aside' || hasHint(at, 'teasers', 'comments', 'trail'),
      )
    )
      continue;
    if (survey.runningIn(element) > 0) continue;
    tags.push(textOf(element, LONGEST_TOPIC * 2));
  }
  return tags;
}

/** `مواضيع: <a>المناخ</a> <a>النقل</a>`: links in a line that names itself. */
function labelledLinks({ body, below }: StoryPart): string[] {
  const line = [...body.dropped, ...below].find(
    (block) => block.length <= 400 && block.linkLength > 0 && furnitureBeginning(block.text) === 'topics',
  );
  if (line === undefined) return [];
  return [...elementsIn(line.holder)].filter(({ tag }) => tag === 'a').map((link) => textOf(link, LONGEST_TOPIC * 2));
}

function isInTagPart(element: Parameters<typeof around>[0]): boolean {
  let steps = 0;
  for (const at of around(element)) {
    steps += 1;
    if (steps > 5) return false;
    if (hasHint(at, 'tags')) return true;
  }
  return false;
}

function tidied(written: readonly string[]): string[] {
  const keys = new Set<string>();
  return written
    .flatMap((text) => cleanText(text).split(/[,،;؛|\n]/u))
    .map((text) =>
      oneSpaced(text)
        .replace(/^#|^[\s•·-]+|[\s•·]+$/gu, '')
        .replace(/_/g, ' ')
        .trim(),
    )
    .filter((text) => {
      const key = matchKey(text);
      if (key === '' || text.length > LONGEST_TOPIC || keys.has(key) || furnitureLine(text) !== null) return false;
      keys.add(key);
      return true;
    })
    .slice(0, MOST_TOPICS);
}
