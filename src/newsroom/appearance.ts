// How a story appears to readers once it is live: its card, the lists that it stands in, and what a change of these touches.
import { slugOf } from '../arabic/slug.ts';
import type { Card, ShownPicture } from '../story/card.ts';
import type { Edition } from '../story/edition.ts';
import type { AuthorId, PictureId, StoryId, TopicId } from '../story/ids.ts';
import {
  authorList,
  type DependencyKey,
  dayKeys,
  editionList,
  type ListKey,
  sectionList,
  storyKey,
  topicList,
} from '../story/listing.ts';
import type { Picture, PictureUse } from '../story/picture.ts';
import type { StoryContent, StoryKind } from '../story/story.ts';
import type { SectionPath } from '../story/views.ts';
import { type Named, nameKey } from './names.ts';

/** All that decides how a story appears. */
export interface Appearance {
  readonly id: StoryId;
  readonly edition: Edition;
  readonly kind: StoryKind;
  /** The section with its ancestors, itself last. */
  readonly sections: SectionPath;
  readonly content: StoryContent;
  /** By `nameKey`. */
  readonly authors: ReadonlyMap<string, Named<AuthorId>>;
  readonly topics: readonly TopicId[];
  readonly leadPicture: Picture | null;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  readonly updatedAt: number;
}

export function cardOf(story: Appearance): Card {
  const { content, sections } = story;
  const section = sections[sections.length - 1];
  if (section === undefined) throw new Error(`story ${story.id} has no section`);
  return {
    id: story.id,
    edition: story.edition.key,
    sectionId: section.id,
    kind: story.kind,
    slug: slugOf(content.headline),
    headline: content.headline,
    kicker: content.kicker,
    standfirst: content.standfirst,
    byline: {
      authors: content.byline.authors.flatMap(({ name, role }) => {
        const author = story.authors.get(nameKey(name));
        return author === undefined ? [] : [{ id: author.id, slug: author.slug, name, role }];
      }),
      agencies: content.byline.agencies,
      dateline: content.byline.dateline,
    },
    picture: content.leadPicture === null ? null : shownPicture(content.leadPicture, story.leadPicture),
    publishedAt: story.publishedAt,
    updatedAt: story.updatedAt,
  };
}

const centre = { x: 0.5, y: 0.5 };

/** A picture as a story uses it: what the use leaves out is the file's own. */
export function shownPicture(use: PictureUse, file: Picture | null): ShownPicture {
  return {
    file:
      file === null ? null : { hash: file.hash, width: file.width, height: file.height, placeholder: file.placeholder },
    focalPoint: use.focalPoint ?? file?.focalPoint ?? centre,
    caption: use.caption || (file?.caption ?? ''),
    credit: use.credit || (file?.credit ?? ''),
    alt: use.alt || (file?.alt ?? ''),
  };
}

/** The lists in which a live story stands: its edition's, its section's and that one's ancestors', its authors', its topics'. */
export function listsOf(card: Card, sections: SectionPath, topics: readonly TopicId[]): ListKey[] {
  return [
    ...new Set([
      editionList(card.edition),
      ...sections.map((section) => sectionList(section.id)),
      ...card.byline.authors.map((author) => authorList(author.id)),
      ...topics.map(topicList),
    ]),
  ];
}

/** The lists in which a story stands, and since when. */
export interface Standing {
  readonly lists: readonly ListKey[];
  readonly publishedAt: number;
}

/**
 * What a page may depend on that is no longer as it was, when a story's place in lists and days changes. `null` is a story
 * that is not live. Always the story itself; its lists where it comes, goes or moves; its day and month likewise.
 */
export function touchesOfMove(
  id: StoryId,
  edition: Edition,
  before: Standing | null,
  now: Standing | null,
): DependencyKey[] {
  const touched = new Set<DependencyKey>([storyKey(id)]);
  const hasMoved = before?.publishedAt !== now?.publishedAt;
  for (const [one, other] of [
    [before, now],
    [now, before],
  ] as const) {
    if (one === null) continue;
    for (const list of one.lists) if (hasMoved || other === null || !other.lists.includes(list)) touched.add(list);
    if (!hasMoved) continue;
    for (const key of dayKeys(edition.key, Temporal.Instant.fromEpochMilliseconds(one.publishedAt), edition.timeZone)) {
      touched.add(key);
    }
  }
  return [...touched];
}

export const pictureOfRow = (row: {
  id: PictureId;
  hash: string;
  format: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  rights: string;
  focal_x: number;
  focal_y: number;
  placeholder: string;
}): Picture => ({
  id: row.id,
  hash: row.hash,
  format: row.format as Picture['format'],
  width: row.width,
  height: row.height,
  caption: row.caption,
  credit: row.credit,
  alt: row.alt,
  rights: row.rights,
  focalPoint: { x: row.focal_x, y: row.focal_y },
  placeholder: row.placeholder,
});
