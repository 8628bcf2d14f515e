// Makes of a captured draft what will be stored of it: content, keys by which it is found, times, stubs. Pure; all the
// work on letters is done here, before a transaction is opened.
import { type Block, bodyOfParagraphs, bodyTextLimit } from '../../story/body.ts';
import {
  type Draft,
  type DraftPicture,
  draft as draftSchema,
  type Refusal,
  type RelatedCard,
} from '../../story/draft.ts';
import type { Edition } from '../../story/edition.ts';
import type { PictureUse } from '../../story/picture.ts';
import type { StoryContent } from '../../story/story.ts';
import { addressKey, pathOnlyKey } from '../address-key.ts';
import { type CanonicalContent, canonicalContent } from '../content.ts';
import { headlineKeyOf } from '../story-input.ts';
import { type Said, saidIn } from '../topics/read-out.ts';

export interface PreparedStub {
  readonly stub: RelatedCard;
  readonly json: string;
  readonly headlineKey: string;
  readonly addressKey: string | null;
}

/** Which record of its file a story is. */
export interface RecordPlace {
  /** From 1. */
  readonly line: number;
  /** By which it is known again; null when it has none. */
  readonly id: string | null;
  readonly outlet: string;
}

/** Where a draft stood. */
export interface Standing {
  readonly source: string;
  /** Which story of its page it is, from 0. */
  readonly place: number;
  /** Of the page's bytes, or the line's. */
  readonly hash: string;
  readonly record: RecordPlace | null;
}

export interface Prepared extends Standing {
  readonly edition: Edition;
  readonly content: StoryContent;
  readonly canonical: CanonicalContent;
  readonly headlineKey: string;
  /** The page's own address, with its host and without. */
  readonly addressKey: string | null;
  readonly pathKey: string | null;
  readonly section: string | null;
  /** Epoch milliseconds, null when the page did not say. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  readonly topics: readonly string[];
  readonly corrections: readonly string[];
  readonly stubs: readonly PreparedStub[];
  /** Who said what in it. */
  readonly said: readonly Said[];
}

export type Preparation =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly headline: string; readonly refusal: Refusal };

/** Checks a draft, whatever it is, and prepares it for the edition that its language belongs to. `editions` has at least one. */
export function prepare(given: unknown, standing: Standing, editions: readonly Edition[]): Preparation {
  const refused = (kind: Refusal['kind'], reason: string): Preparation => ({
    ok: false,
    headline: headlineIn(given),
    refusal: { source: standing.source, place: placeOf(standing), kind, reason },
  });
  const parsed = draftSchema.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return refused('invalid', `The story does not fit the form of a draft (${issues.join('; ')}).`);
  }
  const draft = parsed.data;
  const length = draft.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  if (length > bodyTextLimit) {
    return refused('too-large', `The text has ${length} characters; at most ${bodyTextLimit} are taken. Divide it.`);
  }
  const content = contentOfDraft(draft);
  return {
    ok: true,
    prepared: {
      ...standing,
      edition: editionFor(draft.language, editions),
      content,
      canonical: canonicalContent(content),
      headlineKey: headlineKeyOf(content.headline),
      addressKey: draft.canonical === null ? null : addressKey(draft.canonical),
      pathKey: draft.canonical === null ? null : pathOnlyKey(draft.canonical),
      section: draft.section === null ? null : draft.section.trim().slice(0, 80) || null,
      publishedAt: millis(draft.publishedAt),
      updatedAt: millis(draft.updatedAt),
      topics: draft.topics,
      corrections: draft.corrections,
      stubs: draft.related.map(prepareStub),
      said: saidIn(content),
    },
  };
}

/** As a refusal names it: `story 2`, `line 17`. */
export const placeOf = ({ place, record }: Standing): string =>
  record === null ? `story ${place + 1}` : `line ${record.line}`;

function headlineIn(given: unknown): string {
  const headline = typeof given === 'object' && given !== null && 'headline' in given ? given.headline : null;
  return typeof headline === 'string' ? headline.slice(0, 200) : '';
}

function editionFor(language: string, editions: readonly Edition[]): Edition {
  const speaks = (edition: Edition): boolean => edition.language.split('-')[0] === language;
  const found = editions.find(speaks) ?? editions[0];
  if (found === undefined) throw new Error('a paper without editions cannot take stories in');
  return found;
}

const millis = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));

/** Keys stand in the order of the content's schema: its hash depends on it. */
function contentOfDraft(draft: Draft): StoryContent {
  const uses = draft.pictures.flatMap(pictureUseOf);
  const [leadPicture = null, ...others] = uses;
  const blocks: Block[] = [
    ...bodyOfParagraphs(draft.paragraphs).content,
    // Where they stood in the text is not known: they follow it.
    ...others.map((attrs): Block => ({ type: 'picture', attrs })),
  ];
  return {
    headline: draft.headline,
    kicker: draft.kicker ?? '',
    standfirst: draft.standfirst ?? '',
    byline: {
      authors: draft.byline.authors,
      agencies: draft.byline.agencies,
      dateline: draft.byline.dateline,
    },
    leadPicture,
    body: { type: 'doc', content: blocks },
  };
}

function pictureUseOf({ src, caption, credit }: DraftPicture): PictureUse[] {
  if (src === null && caption === null && credit === null) return [];
  return [{ pictureId: null, source: src, caption: caption ?? '', credit: credit ?? '', alt: '', focalPoint: null }];
}

function prepareStub(stub: RelatedCard): PreparedStub {
  return {
    stub,
    json: JSON.stringify(stub),
    headlineKey: headlineKeyOf(stub.headline),
    addressKey: stub.href === null ? null : addressKey(stub.href),
  };
}
