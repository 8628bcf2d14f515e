// The pictures of a story: where each is, its caption once, and its credit apart from the caption.
import { cleanText, matchKey } from '../../arabic/normal-form.ts';
import { stripCredit } from '../../arabic/typography.ts';
import type { DraftPicture } from '../../story/draft.ts';
import { readCredited } from '../capture/captions.ts';
import { httpAddress } from './addresses.ts';
import type { Block } from './blocks.ts';
import { isBlock } from './elements.ts';
import { hasHint } from './hints.ts';
import { elementsOf } from './scopes.ts';
import { isAtStory, type StoryPart } from './story-part.ts';
import { around, elementsIn, isInside, oneSpaced, type PageElement, textOf } from './tree.ts';

export interface StoryPictures {
  readonly pictures: readonly DraftPicture[];
  /** The elements whose text is a caption or a credit, which is then not the body's. */
  readonly captions: ReadonlySet<PageElement>;
}

type Found = { image: PageElement; src: string | null; caption: string | null; credit: string | null; at: number };

const MOST_PICTURES = 200;
const LONGEST_CAPTION = 600;
const LONGEST_UNNAMED_CAPTION = 300;
const SMALLEST_SIDE = 90;

export function picturesOf(part: StoryPart): StoryPictures {
  const captions = new Set<PageElement>();
  const found: Found[] = [];
  for (const image of elementsOf(part.scope)) {
    if (found.length >= MOST_PICTURES) break;
    if (!IMAGES.has(image.tag)) continue;
    if (!isAtStory(part, image) || part.survey.isBeside(image) || isSmall(image)) continue;
    const src = sourceOf(image, part.head.base);
    const words = captionOf(image, part);
    for (const element of words.elements) captions.add(element);
    found.push({ image, src, caption: words.caption, credit: words.credit, at: image.at });
  }
  for (const block of [...part.above, ...part.body.blocks]) {
    const credit = creditLine(block, captions);
    const of = credit === null ? undefined : found.findLast((one) => one.at < block.at && one.at > block.at - NEAR);
    if (credit === null || of === undefined) continue;
    of.credit ??= credit;
    captions.add(block.holder);
  }
  const pictures = withoutDoubles(found.filter((one) => one.src !== null || one.caption !== null));
  return { pictures: pictures.length > 0 ? pictures : statedPicture(part), captions };
}

/** How far under a picture, in characters of the source, a credit on a line of its own is still its credit. */
const NEAR = 3_000;

/** A line that is a credit and nothing more: `© رويترز / فلان`. */
function creditLine(block: Block, captions: ReadonlySet<PageElement>): string | null {
  if (block.length > 120 || block.kind === 'heading' || captions.has(block.holder)) return null;
  const text = oneSpaced(cleanText(block.text));
  const credited = readCredited(text);
  return credited !== null && credited.caption === '' && credited.isSure ? bareCredit(credited.credit) : null;
}

const IMAGES = new Set(['img', 'amp-img']);
const NO_PHOTOGRAPH =
  /(?:^|[/_.-])(?:logo|logos|icon|icons|favicon|sprite|avatar|gravatar|pixel|spacer|blank|placeholder|transparent|emoji|spinner|loading|1x1|default[-_]?image)(?:[/_.-]|$)/i;

function isSmall({ attributes }: PageElement): boolean {
  const sides = [attributes.width, attributes.height].map((side) => Number.parseInt(side ?? '', 10));
  return sides.some((side) => Number.isFinite(side) && side > 0 && side < SMALLEST_SIDE);
}

/** The largest picture that the element offers, as an address; null when it offers none, or only one written into the page. */
function sourceOf(image: PageElement, base: string | null): string | null {
  const { attributes, parent } = image;
  const sets = [attributes.srcset, attributes['data-srcset'], attributes['data-lazy-srcset']];
  if (parent?.tag === 'picture') {
    for (const child of parent.children) {
      if (child.kind === 'element' && child.tag === 'source')
        sets.push(child.attributes.srcset, child.attributes['data-srcset']);
    }
  }
  const largest = sets.flatMap((set) => candidates(set ?? '')).sort((one, other) => other.size - one.size);
  const single = [
    'data-src',
    'data-original',
    'data-lazy-src',
    'data-original-src',
    'data-full',
    'data-image',
    'src',
  ] as const;
  for (const written of [...largest.map(({ address }) => address), ...single.map((name) => attributes[name])]) {
    // Browsers save pictures into a folder beside the page: such an address leads nowhere.
    if (written === undefined || /_files\//.test(written)) continue;
    const address = httpAddress(written, base);
    if (address !== null && !NO_PHOTOGRAPH.test(new URL(address).pathname)) return address;
  }
  return null;
}

/** `a.jpg 640w, b.jpg 1280w` → each address with its size. */
function candidates(set: string): { address: string; size: number }[] {
  return set
    .split(/,\s+|,(?=https?:)/)
    .slice(0, 40)
    .flatMap((candidate) => {
      const [address, size] = candidate.trim().split(/\s+/);
      return address === undefined || address === '' ? [] : [{ address, size: Number.parseFloat(size ?? '1') || 1 }];
    });
}

type CaptionWords = { caption: string | null; credit: string | null; elements: PageElement[] };
const noWords: CaptionWords = { caption: null, credit: null, elements: [] };

function captionOf(image: PageElement, part: StoryPart): CaptionWords {
  const holder = captionHolder(image, part);
  if (holder === null) return noWords;
  const credits: string[] = [];
  const isCredit = (element: PageElement) => hasHint(element, 'credit');
  for (const element of elementsIn(holder)) {
    if (element !== holder && isCredit(element) && ![...around(element.parent, 6)].some(isCredit)) {
      const text = oneSpaced(cleanText(textOf(element, 400)));
      if (text !== '') credits.push(text);
    }
  }
  const whole = oneSpaced(
    cleanText(textOf(holder, LONGEST_CAPTION * 2, (element) => isCredit(element) || element.tag === 'img')),
  );
  const words = splitCaption(once(whole));
  const credit = bareCredit(credits[0] ?? words.credit);
  // An inline caption fills the box that it stands in.
  const box = holder.parent;
  const fillsBox =
    box !== null &&
    !isBlock(holder.tag, box.tag) &&
    textOf(box, LONGEST_CAPTION * 2) === textOf(holder, LONGEST_CAPTION * 2);
  return { caption: words.caption, credit, elements: fillsBox ? [holder, box] : [holder] };
}

/** The element with the caption: a `figcaption`, one named for it, or the only words beside the picture in its box. */
function captionHolder(image: PageElement, part: StoryPart): PageElement | null {
  let steps = 0;
  for (const box of around(image.parent)) {
    steps += 1;
    if (steps > 5 || box === part.body.container || box === part.root || box.tag === 'body' || box.tag === 'article')
      return null;
    const named = namedCaption(box);
    if (named !== null) return picturesIn(box) <= 1 || named.tag !== 'div' ? named : null;
    if (box.tag === 'p' || box.tag === 'td' || box.tag === 'a') continue;
    const beside = onlyWordsBeside(box, image);
    if (beside !== undefined) return beside;
    if (box.tag === 'figure') return null;
  }
  return null;
}

function namedCaption(box: PageElement): PageElement | null {
  let steps = 0;
  for (const element of elementsIn(box)) {
    steps += 1;
    if (steps > 120) return null;
    if (element === box) continue;
    if (element.tag !== 'figcaption' && !hasHint(element, 'caption', 'credit')) continue;
    const length = textOf(element, LONGEST_CAPTION * 2).length;
    if (length > 0 && length <= LONGEST_CAPTION) return element;
  }
  return null;
}

/** Undefined: no words here, look further out. Null: too many words to be a caption. */
function onlyWordsBeside(box: PageElement, image: PageElement): PageElement | null | undefined {
  const text = textOf(box, LONGEST_UNNAMED_CAPTION * 2);
  if (text === '') return undefined;
  if (text.length > LONGEST_UNNAMED_CAPTION || picturesIn(box) > 1) return null;
  for (const child of box.children) {
    if (child.kind !== 'element' || isInside(image, child)) continue;
    if (/^h[1-6]$/.test(child.tag)) return null;
    const own = textOf(child, LONGEST_UNNAMED_CAPTION * 2);
    if (own !== '' && own === text) return child;
  }
  return null;
}

function picturesIn(box: PageElement): number {
  let count = 0;
  for (const element of elementsIn(box, (inner) => inner.tag === 'noscript'))
    if (IMAGES.has(element.tag) && !isSmall(element)) count += 1;
  return count;
}

function splitCaption(text: string): { caption: string | null; credit: string | null } {
  if (text === '') return { caption: null, credit: null };
  const credited = readCredited(text) ?? capitalsAtEnd(text) ?? stripCredit(text);
  const caption = credited.caption.trim();
  return { caption: caption === '' ? null : caption.slice(0, 2_000), credit: credited.credit };
}

/** `… on Wednesday. JO VANCE / THE ISLANDER`: photographer and paper in capitals after the sentence. */
function capitalsAtEnd(text: string): { caption: string; credit: string } | null {
  const [, caption, credit] =
    /^(.{12,}?[.!?"”])\s+((?:\p{Lu}[\p{Lu}.'’-]+ ?){1,4}\/ ?\p{Lu}[\p{Lu} .'’-]{2,40})$/u.exec(text) ?? [];
  return caption === undefined || credit === undefined ? null : { caption, credit };
}

/** A caption that the page prints twice, one of them for screens of another size, is kept once. */
function once(text: string): string {
  const half = text.length >> 1;
  for (const at of [half, half + 1]) {
    const [one, other] = [text.slice(0, at).trim(), text.slice(at).trim()];
    if (one.length > 8 && matchKey(one) === matchKey(other)) return one;
  }
  return text;
}

export function bareCredit(text: string | null): string | null {
  if (text === null) return null;
  const bare = text
    .replace(
      /^\s*[([{]?\s*(?:©|\(c\)|copyright|photo(?:graph)?(?:\s+(?:by|credit))?|image(?:\s+(?:by|credit|source))?|picture|credit|source|تصوير|عدسة|المصدر|مصدر الصورة|الصورة)?\s*[:：©/]?\s*/iu,
      '',
    )
    .replace(/\s*[)\]}]\s*$/u, (close) => (/[([{]/u.test(text.slice(1)) ? close : ''))
    .trim();
  return bare === '' ? null : bare.slice(0, 300);
}

/** The same picture is often there twice: for lazy loading, for print, in another size. */
function withoutDoubles(found: readonly Found[]): DraftPicture[] {
  const kept: Found[] = [];
  for (const one of found) {
    const before = kept.find(
      (other) => (one.src !== null && pictureKey(one.src) === pictureKey(other.src)) || isSameBox(one, other),
    );
    if (before === undefined) kept.push({ ...one });
    else {
      before.src ??= one.src;
      before.caption ??= one.caption;
      before.credit ??= one.credit;
    }
  }
  return kept
    .filter(({ src, caption }) => src !== null || caption !== null)
    .map(({ src, caption, credit }) => ({ src, caption, credit }));
}

/** A picture without an address and the same one for readers without scripts stand in one box. */
function isSameBox(one: Found, other: Found): boolean {
  if (one.src !== null && other.src !== null) return false;
  const boxes = [...around(other.image.parent, 2)];
  return [...around(one.image.parent, 3)].some((box) => boxes.includes(box) && box.tag !== 'body');
}

function pictureKey(src: string | null): string | null {
  if (src === null) return null;
  const { host, pathname } = new URL(src);
  return `${host}${pathname.replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, '').replace(/\/(?:w|h|width|height)[_=:]?\d+/g, '')}`;
}

/** No picture is shown in the story: the one that its head states for it, unless that is the paper's sign. */
function statedPicture({ article, head, isOnly }: StoryPart): DraftPicture[] {
  const linked = article?.pictures[0];
  const address = httpAddress(
    linked?.src ?? (isOnly ? head.meta('og:image', 'og:image:url', 'twitter:image') : null),
    head.base,
  );
  if (address === null || NO_PHOTOGRAPH.test(new URL(address).pathname)) return [];
  return [{ src: address, caption: linked?.caption ?? null, credit: linked?.credit ?? null }];
}
