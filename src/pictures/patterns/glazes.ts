// Which piece takes which colour: the schemes in which tile-cutters lay a pattern, and the small differences between
// pieces that no kiln can help.
import type { Piece } from './lace.ts';
import { type Colours, darker, lighter, mix } from './palettes.ts';
import type { Random } from './random.ts';

export type Glaze = (piece: Piece) => string;

export type Scheme = 'light' | 'dark' | 'tonal' | 'gilded';

type Few = readonly [string, ...string[]];

/** The colours of the stars' side of the chessboard, and of the side between them, in the order in which kinds take them. */
function sidesOf(scheme: Scheme, { deep, main, bright, pale, warm, second, white, ink }: Colours): readonly [Few, Few] {
  switch (scheme) {
    case 'light':
      return [
        [main, deep, bright, warm, main, second],
        [white, pale, white, lighter(pale, 0.4)],
      ];
    case 'dark':
      return [
        [white, bright, warm, pale, second],
        [deep, mix(deep, ink, 0.5), deep, main],
      ];
    case 'tonal':
      return [
        [main, bright, deep, mix(main, bright, 0.5)],
        [pale, mix(pale, bright, 0.35), lighter(pale, 0.3)],
      ];
    case 'gilded':
      return [
        [deep, main, mix(deep, main, 0.5), second],
        [mix(deep, ink, 0.6), mix(warm, deep, 0.25), darker(main, 0.35)],
      ];
  }
}

/** Each kind has one colour, the largest kinds first; each piece is a little lighter or darker than its kind, in five steps. */
export function glazeBy(
  scheme: Scheme,
  pieces: readonly Piece[],
  palette: Colours,
  random: Random,
  unevenness: number,
): Glaze {
  const sides = sidesOf(scheme, palette);
  const given = new Map<number, string>();
  for (const parity of [0, 1] as const) {
    const kinds = new Set(pieces.filter((piece) => piece.parity === parity).map((piece) => piece.kind));
    const side = sides[parity];
    const turn = random.whole(0, side.length - 1);
    [...kinds]
      .sort((one, other) => one - other)
      .forEach((kind, rank) => {
        given.set(kind, side[(rank + turn) % side.length] ?? side[0]);
      });
  }
  return ({ kind }) => {
    const colour = given.get(kind) ?? palette.main;
    const step = random.whole(-2, 2) / 2;
    return step >= 0 ? lighter(colour, step * unevenness) : darker(colour, -step * unevenness);
  };
}
