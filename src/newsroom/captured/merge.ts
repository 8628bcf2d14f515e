// Puts two captures of one story together: the longer text wins, and no field that either of them had is lost. Pure.
import { matchKey } from '../../arabic/normal-form.ts';
import { type Body, textOfBody, textsOfBlock } from '../../story/body.ts';
import type { PictureUse } from '../../story/picture.ts';
import type { StoryContent } from '../../story/story.ts';

/**
 * What is known of a story after one more capture of it. The same capture again changes nothing, in whatever order
 * captures come. `isNewer` says that the page itself was updated after the capture that is known: then its text is the
 * story's, even when it is shorter.
 */
export function mergeCaptures(known: StoryContent, captured: StoryContent, isNewer: boolean): StoryContent {
  const isBetter = isNewer || textOfBody(captured.body).length > textOfBody(known.body).length;
  const [first, second] = isBetter ? [captured, known] : [known, captured];
  return {
    headline: first.headline,
    kicker: first.kicker || second.kicker,
    standfirst: first.standfirst || second.standfirst,
    byline: {
      authors: first.byline.authors.length > 0 ? first.byline.authors : second.byline.authors,
      agencies: first.byline.agencies.length > 0 ? first.byline.agencies : second.byline.agencies,
      dateline: first.byline.dateline ?? second.byline.dateline,
    },
    leadPicture: mergePictures(first.leadPicture, second.leadPicture),
    body: withPicturesOf(first.body, second.body),
  };
}

function mergePictures(first: PictureUse | null, second: PictureUse | null): PictureUse | null {
  if (first === null || second === null) return first ?? second;
  const isOther = first.source !== null && second.source !== null && first.source !== second.source;
  if (isOther) return first;
  return {
    pictureId: first.pictureId ?? second.pictureId,
    source: first.source ?? second.source,
    caption: first.caption || second.caption,
    credit: first.credit || second.credit,
    alt: first.alt || second.alt,
    focalPoint: first.focalPoint ?? second.focalPoint,
  };
}

/** A text that came without its pictures gets those of the other capture. */
function withPicturesOf(first: Body, second: Body): Body {
  if (first.content.some((block) => block.type === 'picture' || block.type === 'gallery')) return first;
  const pictures = second.content.filter((block) => block.type === 'picture' || block.type === 'gallery');
  return pictures.length === 0 ? first : { type: 'doc', content: [...first.content, ...pictures] };
}

/** How much of a paragraph's beginning tells it from others. */
const openingLength = 40;

function openings(body: Body): Set<string> {
  const texts = body.content.flatMap((block) => (block.type === 'picture' ? [] : textsOfBlock(block)));
  const keys = texts.slice(0, 200).map((text) => matchKey(text.slice(0, 3 * openingLength)).slice(0, openingLength));
  return new Set(keys.filter((key) => key !== ''));
}

/** Whether two texts have a paragraph in common, by its beginning: one may be cut off anywhere after that. */
export function shareText(one: Body, other: Body): boolean {
  const [few, many] = [openings(one), openings(other)];
  if (few.size === 0 || many.size === 0) return true;
  return [...few].some(
    (key) => many.has(key) || (key.length < openingLength && [...many].some((long) => long.startsWith(key))),
  );
}
