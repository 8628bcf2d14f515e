// Pictures: a frame of stated size, the variants that fit it, and the caption with its credit in brackets at the end.
import { raw } from 'hono/html';
import { patternPath } from '../../pictures/patterns/address.ts';
import {
  formats,
  mediaType,
  type Shape,
  sizeOf,
  type VariantFormat,
  variantPath,
  widthsFor,
} from '../../pictures/variants.ts';
import type { ShownPicture } from '../../story/card.ts';
import type { Palette } from '../../story/section.ts';
import type { PageContext } from '../page-context.ts';
import { escaped, type Html, words } from './words.ts';

/** How wide a picture stands on the page, and so which files are worth offering. */
export interface Frame {
  readonly shape: Shape;
  /** The `sizes` attribute. */
  readonly sizes: string;
  /** No file wider than this is offered: twice the widest that the frame gets. */
  readonly most: number;
}

export const frames = {
  lead: { shape: 'wide', sizes: '(min-width:68em) 60rem,100vw', most: 2000 },
  frontLead: { shape: 'wide', sizes: '(min-width:68em) 40rem,100vw', most: 1600 },
  feature: { shape: 'wide', sizes: '(min-width:68em) 38rem,(min-width:40em) 50vw,100vw', most: 1200 },
  gallery: { shape: 'card', sizes: '(min-width:46em) 42rem,100vw', most: 1200 },
  card: { shape: 'card', sizes: '(min-width:68em) 18rem,(min-width:40em) 45vw,100vw', most: 800 },
  thumb: { shape: 'card', sizes: '(min-width:40em) 15rem,7rem', most: 600 },
  body: { shape: 'full', sizes: '(min-width:46em) 42rem,100vw', most: 1600 },
} as const satisfies Record<string, Frame>;

type File = NonNullable<ShownPicture['file']>;

function address(
  picture: ShownPicture,
  file: File,
  shape: Shape,
  format: VariantFormat,
  width: ReturnType<typeof widthsFor>[number],
): string {
  return variantPath({ hash: file.hash, shape, focalPoint: picture.focalPoint, width, format });
}

/** `srcset` for one format. */
export function sourcesOf(picture: ShownPicture, file: File, frame: Frame, format: VariantFormat): string {
  const offered = widthsFor(frame.shape, file);
  return offered
    .filter((width, step) => step === 0 || width <= frame.most)
    .map((width) => `${address(picture, file, frame.shape, format, width)} ${sizeOf(frame.shape, width, file).width}w`)
    .join(',');
}

/** Only what the picture store writes may stand in a style attribute. */
const placeholderShape = /^data:image\/(?:webp|png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]{1,1200}$/;

/**
 * The picture alone, as HTML. Written by hand, not as elements: it is the part of a page that there is most of. `isFirst`
 * pictures load at once, all others when they come near.
 */
function pictureHtml(picture: ShownPicture, frame: Frame, palette: Palette, isFirst: boolean): Html {
  const { file } = picture;
  if (file === null) return raw(`<span class="pattern" style="background-image:url(${patternPath(palette)})"></span>`);
  const largest =
    widthsFor(frame.shape, file)
      .filter((width, step) => step === 0 || width <= frame.most)
      .at(-1) ?? 200;
  const { width, height } = sizeOf(frame.shape, largest, file);
  const sources = formats
    .filter((format) => format !== 'jpeg')
    .map(
      (format) =>
        `<source type="${mediaType(format)}" srcset="${escaped(sourcesOf(picture, file, frame, format))}" sizes="${frame.sizes}"/>`,
    )
    .join('');
  const plain = widthsFor(frame.shape, file).findLast((step) => step <= 800) ?? 200;
  const blurred = placeholderShape.test(file.placeholder) ? ` style="background-image:url(${file.placeholder})"` : '';
  const loading = isFirst ? ' fetchpriority="high"' : ' loading="lazy" decoding="async"';
  return raw(
    `<picture>${sources}<img src="${escaped(address(picture, file, frame.shape, 'jpeg', plain))}" alt="${escaped(picture.alt)}" width="${width}" height="${height}"${blurred}${loading}/></picture>`,
  );
}

/** The caption, and in brackets at its end the credit; nothing when there is neither. */
export function Caption({ ctx, picture }: { ctx: PageContext; picture: Pick<ShownPicture, 'caption' | 'credit'> }) {
  if (picture.caption === '' && picture.credit === '') return null;
  return (
    <figcaption>
      {words(ctx, picture.caption)}
      {picture.caption !== '' && picture.credit !== '' ? ' ' : null}
      {picture.credit !== '' && <span class="credit">({words(ctx, picture.credit)})</span>}
    </figcaption>
  );
}

interface FrameProps {
  readonly picture: ShownPicture;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly isFirst?: boolean;
}

/** The box that keeps the picture's place until it comes, and the section's pattern where there is no picture. */
export function PictureFrame({ picture, frame, palette, isFirst = false }: FrameProps) {
  const shape = picture.file === null && frame.shape === 'full' ? 'card' : frame.shape;
  return <div class={`frame frame-${shape}`}>{pictureHtml(picture, frame, palette, isFirst)}</div>;
}

export function Figure(props: FrameProps & { readonly ctx: PageContext; readonly class?: string }) {
  return (
    <figure class={props.class}>
      <PictureFrame {...props} />
      <Caption ctx={props.ctx} picture={props.picture} />
    </figure>
  );
}
