// The paper's sign: the eight-pointed star of two turned squares, drawn by code, as SVG and as the bitmaps that phones,
// browsers and feed readers ask for.

/** The sign's own colours; the manifest and the browser's frame take the ground from here. */
export const iconColours = { ground: '#1f2d50', star: '#f6f1e7', heart: '#c9963f' } as const;

/** Bitmaps by name: their side in pixels and their address. `maskable` fills its square, so that any shape may be cut from it. */
const bitmaps = {
  favicon: { size: 32, path: '/favicon.ico' },
  small: { size: 144, path: '/icon-144.png' },
  touch: { size: 180, path: '/apple-touch-icon.png' },
  medium: { size: 192, path: '/icon-192.png' },
  large: { size: 512, path: '/icon-512.png' },
  maskable: { size: 512, path: '/icon-maskable-512.png' },
} as const;

export type Bitmap = keyof typeof bitmaps;
export const bitmapNames = Object.keys(bitmaps) as Bitmap[];

/** RSS allows at most 144. */
export const smallIconSize = bitmaps.small.size;
export const vectorIconPath = '/icon.svg';
export const iconPath = (name: Bitmap): string => bitmaps[name].path;
export const iconSize = (name: Bitmap): number => bitmaps[name].size;
export const iconType = (name: Bitmap): string => (name === 'favicon' ? 'image/x-icon' : 'image/png');

const centre = 256;
const round = (n: number): number => Math.round(n * 10) / 10;

/** The sixteen corners of two squares laid crosswise: eight points out, eight where their sides meet. */
function starPoints(radius: number): string {
  // Where the sides of the two squares cross: cos 45° / cos 22.5° of the way out.
  const inner = (radius * Math.SQRT1_2) / Math.cos(Math.PI / 8);
  const corners = Array.from({ length: 16 }, (_, step) => {
    const reach = step % 2 === 0 ? radius : inner;
    const angle = (step * Math.PI) / 8;
    return `${round(centre + reach * Math.sin(angle))},${round(centre - reach * Math.cos(angle))}`;
  });
  return corners.join(' ');
}

export interface IconForm {
  /** Side in pixels; left out, the drawing takes the size that it is given. */
  readonly size?: number;
  /** Whether the ground fills the square to its corners, and the star keeps to the middle four fifths. */
  readonly isFull?: boolean;
}

export function iconSvg({ size, isFull = false }: IconForm = {}): string {
  const stated = size === undefined ? '' : ` width="${size}" height="${size}"`;
  const { ground, star, heart } = iconColours;
  const reach = isFull ? 0.78 : 1;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${stated} viewBox="0 0 512 512">`,
    `<rect width="512" height="512" rx="${isFull ? 0 : 96}" fill="${ground}"/>`,
    `<polygon points="${starPoints(216 * reach)}" fill="${star}"/>`,
    `<polygon points="${starPoints(136 * reach)}" fill="${ground}"/>`,
    `<polygon points="${starPoints(88 * reach)}" fill="${heart}"/>`,
    '</svg>',
  ].join('');
}

const drawn = new Map<Bitmap, Promise<Uint8Array<ArrayBuffer>>>();

/** A bitmap's bytes, drawn when first asked for and kept: there are only a handful. */
export function iconBitmap(name: Bitmap): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = drawn.get(name);
  if (bytes === undefined) {
    bytes = draw(name);
    drawn.set(name, bytes);
    // A failure must not be the answer for ever.
    bytes.catch(() => drawn.delete(name));
  }
  return bytes;
}

async function draw(name: Bitmap): Promise<Uint8Array<ArrayBuffer>> {
  // Only whoever asks for a bitmap waits for the picture library to load.
  const { default: sharp } = await import('sharp');
  // Apple cuts its own corners, and paints what is transparent black.
  const svg = iconSvg({ size: bitmaps[name].size, isFull: name === 'maskable' || name === 'touch' });
  const png = new Uint8Array(await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer());
  return name === 'favicon' ? icoOf(png, bitmaps[name].size) : png;
}

/** An ICO file that holds one PNG: a header of six bytes and an entry of sixteen. */
function icoOf(png: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const headerLength = 22;
  const file = new Uint8Array(headerLength + png.length);
  const view = new DataView(file.buffer);
  view.setUint16(2, 1, true); // an icon
  view.setUint16(4, 1, true); // with one image
  view.setUint8(6, size);
  view.setUint8(7, size);
  view.setUint16(10, 1, true); // colour planes
  view.setUint16(12, 32, true); // bits a pixel
  view.setUint32(14, png.length, true);
  view.setUint32(18, headerLength, true);
  file.set(png, headerLength);
  return file;
}
