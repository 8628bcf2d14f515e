// The paper's sign, as the build draws it, by the names under which machines ask for it.
import type { Assets } from '../assets.ts';

/** The bitmaps that there are: sides in pixels. */
export type SignSize = 180 | 192 | 512;

export const signVector = (assets: Assets): string => assets.path('icon.svg');
export const signBitmap = (assets: Assets, size: SignSize): string => assets.path(`icon-${size}.png`);
