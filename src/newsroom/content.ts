// A story's content at the door and in the records: its bounds, its one spelling as JSON, its hash and its length.
import { hash } from 'node:crypto';
import type { z } from 'zod';
import { bodyTextLimit, textOfBody } from '../story/body.ts';
import type { PictureId } from '../story/ids.ts';
import { type StoryContent, storyContent } from '../story/story.ts';

/** Most characters of a content as JSON: the longest body with its marks, captions and addresses. */
const jsonLimit = 4 * bodyTextLimit;

/** Content as it may come in: the schema, and bounds on the whole that no part of it can state. */
export const contentAtDoor = storyContent.check((context) => {
  if (textOfBody(context.value.body).length > bodyTextLimit) {
    context.issues.push(tooLong(context.value, `the body has more than ${bodyTextLimit} characters of text`));
  } else if (JSON.stringify(context.value).length > jsonLimit) {
    context.issues.push(tooLong(context.value, `the content takes more than ${jsonLimit} characters`));
  }
});

function tooLong(input: unknown, message: string): z.core.$ZodRawIssue {
  return { code: 'custom', path: ['body'], message, input };
}

export interface CanonicalContent {
  readonly json: string;
  /** SHA-256 of `json`, in hex. */
  readonly hash: string;
  /** Characters of the body's text. */
  readonly length: number;
}

/**
 * The one spelling of a content. Its keys must stand in the schema's order, as zod gives them; then equal contents have
 * equal hashes.
 */
export function canonicalContent(content: StoryContent): CanonicalContent {
  const json = JSON.stringify(content);
  return { json, hash: hash('sha256', json, 'hex'), length: textOfBody(content.body).length };
}

/** A content as it stands in a revision. It was checked at the door when it came in. */
export function readContent(json: string): StoryContent {
  return JSON.parse(json) as StoryContent;
}

/** The pictures that a content names, each once, the lead picture's first. */
export function picturesIn(content: StoryContent): PictureId[] {
  const ids = new Set<PictureId>();
  const add = (use: { pictureId: PictureId | null } | null): void => {
    if (use?.pictureId != null) ids.add(use.pictureId);
  };
  add(content.leadPicture);
  for (const block of content.body.content) {
    if (block.type === 'picture') add(block.attrs);
    else if (block.type === 'gallery') for (const picture of block.content) add(picture.attrs);
  }
  return [...ids];
}
