// Pictures as machines want them: one JPEG of a shape, by its whole address, with the size that it really has.
import { shownPicture } from '../../newsroom/appearance.ts';
import { mediaType, type Shape, sizeOf, variantPath, widthsFor } from '../../pictures/variants.ts';
import type { ShownPicture } from '../../story/card.ts';
import type { PictureUse } from '../../story/picture.ts';
import type { StoryView } from '../../story/views.ts';

export interface PictureFile {
  /** Absolute. */
  readonly address: string;
  readonly type: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The widest JPEG of the shape that is at most so wide; null for a picture whose file we never had. */
export function pictureFile(picture: ShownPicture, shape: Shape, most: number, origin: string): PictureFile | null {
  const { file, focalPoint } = picture;
  if (file === null) return null;
  const width = widthsFor(shape, file).findLast((offered, step) => step === 0 || offered <= most) ?? 200;
  const path = variantPath({ hash: file.hash, shape, focalPoint, width, format: 'jpeg' });
  return { address: origin + path, type: mediaType('jpeg'), ...sizeOf(shape, width, file) };
}

/** A picture inside a body with the facts of its file. */
export function shownInBody(view: Pick<StoryView, 'pictures'>, use: PictureUse): ShownPicture {
  return shownPicture(use, use.pictureId === null ? null : (view.pictures.get(use.pictureId) ?? null));
}

/** `caption (credit)`, as it is printed. */
export function captionLine({ caption, credit }: Pick<ShownPicture, 'caption' | 'credit'>): string {
  if (credit === '') return caption;
  return caption === '' ? `(${credit})` : `${caption} (${credit})`;
}
