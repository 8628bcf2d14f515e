// A draft from a story's part of a page, with what of its text found no place.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import type { Draft } from '../../story/draft.ts';
import { readByline } from '../capture/bylines.ts';
import { readCredited } from '../capture/captions.ts';
import { languageOf } from '../capture/language.ts';
import { httpAddress } from './addresses.ts';
import { headlineLines, lineOf } from './around-headline.ts';
import { bylineOf } from './authors.ts';
import type { Block } from './blocks.ts';
import { isDateLine } from './date-lines.ts';
import { furnitureBeginning, furnitureLine } from './furniture-lines.ts';
import { statedHeadlines } from './headline.ts';
import { hasHint } from './hints.ts';
import { instantsOf } from './instants.ts';
import { correctionsAmong, paragraphsOf } from './paragraphs.ts';
import { picturesOf } from './pictures.ts';
import { relatedOf } from './related.ts';
import type { StoryPart } from './story-part.ts';
import { runningLength } from './survey.ts';
import { topicsOf } from './topics.ts';
import { around, isInAny, isInside, oneSpaced, type PageElement } from './tree.ts';

export interface DraftReading {
  readonly draft: Draft;
  /** Blocks that may be the story's text and found no place. */
  readonly unplaced: readonly Block[];
}

const MOST_PARAGRAPHS = 4_000;
const LONGEST_PARAGRAPH = 400_000;

export function draftOf(part: StoryPart, headline: string, timeZone: string): DraftReading {
  const { pictures, captions } = picturesOf(part);
  const { byline, taken } = bylineOf(part);
  const lines = headlineLines(part, captions);
  const canonical = canonicalOf(part);
  const isCaption = (block: Block) => isInAny(block.holder, captions);
  const near = new Set([...part.body.blocks, ...part.body.dropped, ...part.below]);
  const corrections = correctionsAmong([...near].sort((one, other) => one.index - other.index));
  const body = [...lines.before, ...part.body.blocks].filter(
    (block) =>
      !taken.has(block) &&
      !lines.taken.has(block) &&
      !isCaption(block) &&
      !corrections.blocks.has(block) &&
      !isHeadlineAgain(block, headline),
  );
  const { texts, left } = paragraphsOf(body, MOST_PARAGRAPHS);
  const { paragraphs, agencies } = withoutSignature(fuller(texts, part.article?.body ?? null));
  const related = relatedOf(part, canonical, headline);
  const draft: Draft = {
    headline: headline.slice(0, 500),
    kicker: lines.kicker?.slice(0, 200) ?? null,
    standfirst: lines.standfirst,
    section: lines.section,
    byline: { ...byline, agencies: [...new Set([...byline.agencies, ...agencies])].slice(0, 10) },
    ...instantsOf(part, timeZone),
    language: languageOf([headline, ...paragraphs.slice(0, 20)].join('\n')),
    paragraphs: paragraphs.slice(0, MOST_PARAGRAPHS).map((text) => text.slice(0, LONGEST_PARAGRAPH)),
    pictures: pictures.map((picture) => ({ ...picture })),
    corrections: [...corrections.texts],
    topics: topicsOf(part),
    related: [...related.cards],
    canonical,
  };
  const placed = new Set<Block>([...body, ...lines.taken, ...taken, ...corrections.blocks]);
  return { draft, unplaced: [...left, ...unplacedOf(part, placed, isCaption, related.boxes, draft)] };
}

/** The page shows the story's beginning and its data hold the whole of it: the whole is taken. */
function fuller(shown: readonly string[], told: string | null): readonly string[] {
  const length = shown.reduce((sum, text) => sum + text.length, 0);
  if (told === null || told.length < length * 2.5) return shown;
  const key = matchKey(told.slice(0, 4_000));
  const beginning = matchKey(shown.find((text) => text.length > 60)?.slice(0, 60) ?? '');
  return beginning !== '' && key.includes(beginning)
    ? told.split('\n').map((text) => oneSpaced(cleanText(text)))
    : shown;
}

/** A last line that only names the agency, `--(بترا)`, is a byline and no paragraph. */
function withoutSignature(paragraphs: readonly string[]): {
  paragraphs: readonly string[];
  agencies: readonly string[];
} {
  const last = paragraphs[paragraphs.length - 1] ?? '';
  const reading = paragraphs.length > 1 && last.length <= 60 ? readByline(last) : null;
  if (reading === null || reading.certainty < 3 || reading.agencies.length === 0 || reading.authors.length > 0)
    return { paragraphs, agencies: [] };
  return { paragraphs: paragraphs.slice(0, -1), agencies: reading.agencies };
}

const isHeadlineAgain = (block: Block, headline: string) =>
  Math.abs(block.length - headline.length) < 20 && matchKey(block.text) === matchKey(headline);

function canonicalOf({ isOnly, head, linked, article, scope, survey }: StoryPart): string | null {
  if (isOnly) return head.canonical ?? httpAddress(article?.address, head.base) ?? head.savedFrom;
  const own = httpAddress(article?.address, head.base);
  if (own !== null) return own;
  for (const element of around(scope.title?.holder ?? null)) {
    if (element === survey.page.root) break;
    const stated = element.attributes['data-url'] ?? (element.tag === 'a' ? element.attributes.href : undefined);
    const address = httpAddress(stated, head.base);
    if (address !== null) return address;
  }
  // Of several stories the page's own address is that of the one which its head is about.
  const isHeads = statedHeadlines(head, linked).some((text) => matchKey(text) === matchKey(scope.title?.text ?? ''));
  if (isHeads && head.canonical !== null) return head.canonical;
  const link = scope.title?.holder.children.find((child) => child.kind === 'element' && child.tag === 'a');
  return link?.kind === 'element' ? httpAddress(link.attributes.href, head.base) : null;
}

/** Parts whose running text is not of the story, however much of it there is. */
function isElsewhere(block: Block, root: PageElement): boolean {
  for (const element of around(block.holder)) {
    if (element.tag === 'nav' || element.tag === 'footer' || element.tag === 'form') return true;
    if (block.length <= 200 && hasHint(element, 'byline', 'meta', 'date')) return true;
    if (hasHint(element, 'comments', 'teasers', 'notice', 'furniture', 'sharing', 'tags')) return true;
    if (element === root) return false;
  }
  return false;
}

/** A line that the page prints around a date which the draft holds. */
function isTold(block: Block, draft: Draft): boolean {
  return (
    block.length <= 120 && draft.publishedAt !== null && /\d{1,2}:\d{2}/.test(block.text) && /\d{4}/.test(block.text)
  );
}

function unplacedOf(
  part: StoryPart,
  placed: ReadonlySet<Block>,
  isCaption: (block: Block) => boolean,
  boxes: readonly PageElement[],
  draft: Draft,
): Block[] {
  const isPlacedElsewhere = (text: string) =>
    isDateLine(text) ||
    /^https?:\/\/\S+$/.test(text) ||
    (readByline(text)?.certainty ?? 0) === 3 ||
    readCredited(text)?.caption === '';
  const said = new Set(
    [draft.standfirst, ...draft.paragraphs, ...draft.pictures.map(({ caption }) => caption)].map((text) =>
      matchKey(text ?? ''),
    ),
  );
  const from = part.scope.title?.index ?? part.body.blocks[0]?.index ?? 0;
  const cards = new Set(part.survey.cardLists.flatMap(({ items }) => items));
  return part.scope.blocks.filter((block) => {
    part.survey.deadline.step(() => `near line ${part.survey.page.lineOf(block.at)}`);
    if (block.index <= from || placed.has(block) || runningLength(block) === 0) return false;
    if (!isInside(block.holder, part.root) || isElsewhere(block, part.root) || isCaption(block)) return false;
    if (boxes.some((box) => isInside(block.holder, box)) || isInAny(block.holder, cards)) return false;
    if (furnitureLine(block.text) !== null || furnitureBeginning(block.text) !== null) return false;
    return !said.has(matchKey(block.text)) && !isPlacedElsewhere(lineOf(block)) && !isTold(block, draft);
  });
}
