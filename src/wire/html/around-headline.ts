// The lines around a headline: what stands above it as kicker, below it as standfirst, and the section that it is filed under.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { readByline } from '../capture/bylines.ts';
import { readCredited } from '../capture/captions.ts';
import { isGenreName, isSectionName } from '../capture/lexicon/sections.ts';
import type { Block } from './blocks.ts';
import { isDateLine } from './date-lines.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { type Hint, hasHint } from './hints.ts';
import type { StoryPart } from './story-part.ts';
import { around, elementsIn, isInAny, isInside, oneSpaced, type PageElement, textOf } from './tree.ts';

export interface HeadlineLines {
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly section: string | null;
  /** Blocks of the body that are the standfirst. */
  readonly taken: ReadonlySet<Block>;
  /** Blocks above the body that are its first paragraphs. */
  readonly before: readonly Block[];
}

const LONGEST_STANDFIRST = 2_000;

export function headlineLines(part: StoryPart, captions: ReadonlySet<PageElement>): HeadlineLines {
  const isFree = (block: Block) => !isInAny(block.holder, captions);
  const title = part.scope.title;
  const over = title === null ? [] : part.above.filter((block) => block.index < title.index && isFree(block));
  const under = part.above.filter((block) => (title === null || block.index > title.index) && isFree(block));
  const section = sectionOf(part);
  const standfirst = standfirstOf(part, under);
  return {
    kicker: kickerOf(part, over, section),
    section,
    standfirst: standfirst.text,
    taken: new Set(standfirst.block === null ? [] : [standfirst.block]),
    before: standfirst.rest,
  };
}

function isNamed(block: Block, ...hints: readonly Hint[]): boolean {
  return [...around(block.holder, 3)].some((element) => hasHint(element, ...hints));
}

function kickerOf(part: StoryPart, over: readonly Block[], section: string | null): string | null {
  const title = part.scope.title;
  if (title === null) return null;
  for (const block of over.slice(-3).reverse()) {
    const text = lineOf(block);
    if (text.length < 2 || text.length > 120 || matchKey(text) === matchKey(section ?? '')) continue;
    if (isNamed(block, 'kicker')) return isSectionName(matchKey(text)) && section === null ? null : text;
    const isClose =
      block.index === title.index - 1 && [...around(title.holder.parent, 2)].some((box) => isInside(block.holder, box));
    if (isGenreName(matchKey(text)) && isClose) return text;
    const isPlain =
      block.linkLength === 0 &&
      !part.survey.isAway(block.holder) &&
      !isNamed(block, 'section', 'trail', 'byline', 'meta', 'date');
    if (isClose && isPlain && !isSectionName(matchKey(text)) && isFreeLine(text)) return text;
  }
  return null;
}

/** Whether a line is not known for something else. */
function isFreeLine(text: string): boolean {
  return (
    furnitureLine(text) === null &&
    furnitureBeginning(text) === null &&
    !isDateLine(text) &&
    (readByline(text)?.certainty ?? 0) < 3 &&
    !/^(?:(?:posted |written |reviewed )?by\s+\p{Lu}|(?:published|updated)\b)|\b(?:published|updated)\s*:/iu.test(
      text,
    ) &&
    /\p{L}{2}/u.test(text) &&
    !/^https?:/i.test(text)
  );
}

type Standfirst = { readonly text: string | null; readonly block: Block | null; readonly rest: readonly Block[] };

function standfirstOf(part: StoryPart, under: readonly Block[]): Standfirst {
  const first = part.body.blocks[0] ?? null;
  const prose = under.filter((block) => isProse(part, block));
  const named =
    prose.find((block) => isNamed(block, 'standfirst')) ??
    (first !== null && isNamed(first, 'standfirst') ? first : null);
  const stated = [part.article?.standfirst, part.isOnly ? part.head.meta('description', 'og:description') : null];
  const isStated = (block: Block) =>
    stated.some((text) => text !== null && text !== undefined && saysTheSame(block.text, text));
  const chosen = named ?? prose.find(isStated) ?? prose.find((block) => block.index !== first?.index) ?? null;
  if (chosen === null) return { text: null, block: null, rest: [] };
  const text = lineOf(chosen);
  // A body that begins with the same words holds it already.
  const key = matchKey(text);
  const isRepeated = part.body.blocks.some(
    (block) => block !== chosen && Math.abs(block.length - chosen.length) < 20 && matchKey(block.text) === key,
  );
  return {
    text: isRepeated || text.length > LONGEST_STANDFIRST ? null : text,
    block: chosen,
    rest: prose.filter((block) => block !== chosen && !part.body.blocks.includes(block) && block.index > chosen.index),
  };
}

function isProse(part: StoryPart, block: Block): boolean {
  if (block.length < 30 || block.length > LONGEST_STANDFIRST || part.survey.isAway(block.holder)) return false;
  if (block.linkLength > block.length * 0.5) return false;
  if (isNamed(block, 'byline', 'meta', 'date', 'section', 'tags', 'caption', 'credit')) return false;
  if (
    block.length < 60 &&
    block.kind !== 'heading' &&
    !isNamed(block, 'standfirst') &&
    !/[.!?؟…»"”]$/u.test(block.text)
  )
    return false;
  return isFreeLine(lineOf(block)) && readCredited(lineOf(block))?.caption !== '';
}

function saysTheSame(text: string, stated: string): boolean {
  const [one, other] = [matchKey(text), matchKey(stated)];
  const shorter = one.length < other.length ? one : other;
  return shorter.length >= 30 && one.slice(0, shorter.length) === other.slice(0, shorter.length);
}

const home = /^(?:home|homepage|front page|index|news home|الرييسيه|الصفحه الرييسيه|الرييسه)$/u;

function sectionOf(part: StoryPart): string | null {
  const { article, head, isOnly } = part;
  const trail = isOnly ? (shownTrail(part) ?? part.linked.trail) : [];
  const titleKey = matchKey(part.scope.title?.text ?? part.article?.headline ?? '');
  const steps = trail
    .map((name) => oneSpaced(cleanText(name)))
    .filter((name) => {
      const key = matchKey(name);
      return (
        key.length > 1 &&
        name.length <= 60 &&
        !home.test(key) &&
        !(titleKey.length > 3 && (key === titleKey || (titleKey.startsWith(key.replace(/ …$/, '')) && key.length > 25)))
      );
    });
  const chosen =
    steps[steps.length - 1] ??
    article?.section ??
    (isOnly
      ? head.meta(
          'article:section',
          'og:article:section',
          'section',
          'parsely-section',
          'sailthru.section',
          'dc.subject.section',
          'cxenseparse:section',
        )
      : null) ??
    shownSection(part);
  const text = chosen === null || chosen === undefined ? null : oneSpaced(cleanText(chosen));
  return text === null || text === '' || text.length > 120 ? null : text;
}

function shownTrail({ survey, scope, head }: StoryPart): string[] | null {
  for (const element of elementsIn(survey.page.root)) {
    if (!hasHint(element, 'trail') || element.at > (scope.title?.at ?? Number.POSITIVE_INFINITY) + 4_000) continue;
    const names: string[] = [];
    for (const inner of elementsIn(element)) {
      if (
        inner.tag === 'a' ||
        (inner.tag === 'li' && !hasTag(inner, 'a')) ||
        (inner.tag === 'span' && inner.attributes.property === 'name')
      ) {
        const text = textOf(inner, 100);
        if (text !== '' && names[names.length - 1] !== text) names.push(text);
      }
    }
    const site = matchKey(head.meta('og:site_name') ?? '');
    const known = names.filter((name) => matchKey(name) !== site);
    if (known.length > 0 && known.length < 9) return known;
  }
  return null;
}

function hasTag(element: PageElement, tag: string): boolean {
  for (const inner of elementsIn(element)) if (inner.tag === tag) return true;
  return false;
}

/** The label that the page prints by the headline. */
function shownSection(part: StoryPart): string | null {
  const at = part.scope.title?.index ?? part.body.blocks[0]?.index ?? 0;
  const close = part.above
    .filter((block) => Math.abs(block.index - at) <= 6 && block.length <= 60 && block.kind !== 'item')
    .sort((one, other) => Math.abs(one.index - at) - Math.abs(other.index - at));
  const named = close.find((block) => isNamed(block, 'section') && isFreeLine(lineOf(block)));
  if (named !== undefined) return lineOf(named);
  const known = close.map(lineOf).find((text) => isSectionName(matchKey(text)));
  if (known !== undefined) return known;
  // A short link right above the headline leads to where the story is filed.
  const over = close.find((block) => block.index === at - 1 && block.linkLength === block.length && block.length <= 30);
  return over === undefined || part.survey.isAway(over.holder) || !isFreeLine(lineOf(over)) ? null : lineOf(over);
}

export const lineOf = (block: Block) => oneSpaced(cleanText(block.text));
