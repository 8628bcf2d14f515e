// A pattern of pieces and strands that covers what is seen of a plane, and no more of it.
import { type Lace, lace } from './lace.ts';
import { type MotifOptions, motif } from './motifs.ts';
import { distance, type Point, type View } from './plane.ts';
import type { Random } from './random.ts';
import type { Size } from './sheet.ts';
import { layTiles, type TilingName, tilingNames } from './tilings.ts';

export interface Design extends MotifOptions {
  readonly tiling: TilingName;
  /** How many sides the star-bearing tiles have. */
  readonly fold: number;
}

interface Kind {
  readonly fold: number;
  /** Leans in degrees between which the pattern is sound; found by looking. */
  readonly leans: readonly [number, number];
  /** The share of designs that it takes. */
  readonly weight: number;
}

const kinds: Readonly<Record<TilingName, Kind>> = {
  eight: { fold: 8, leans: [43, 46], weight: 2 },
  ten: { fold: 10, leans: [34, 38], weight: 3 },
  'twelve-square': { fold: 12, leans: [29, 32], weight: 3 },
  'twelve-triangle': { fold: 12, leans: [29, 31], weight: 2 },
  sixteen: { fold: 16, leans: [26, 30], weight: 4 },
  eighteen: { fold: 18, leans: [23, 26], weight: 1 },
  'twenty-four': { fold: 24, leans: [20, 24], weight: 1 },
};

type Several = readonly [TilingName, ...TilingName[]];

const bag = tilingNames.flatMap((name) => Array.from({ length: kinds[name].weight }, () => name));

/** One of the designs, by chance; `among` narrows it to some tilings. */
export function chooseDesign(random: Random, among: Several = [tilingNames[0], ...bag.slice(1)]): Design {
  const tiling = random.pick(among);
  const { fold, leans } = kinds[tiling];
  const lean = (random.between(...leans) * Math.PI) / 180;
  const isRosette = random.chance(0.85);
  return {
    tiling,
    fold,
    lean,
    meetings: isRosette ? 1 : random.whole(Math.ceil(fold / 5), Math.round(fold / 3)),
    rosette: isRosette
      ? {
          run: random.between(0.2, 0.45),
          tip: random.between(0.5, 0.68),
          core: random.whole(random.pick([0, 1]), Math.round(fold / 5)),
        }
      : null,
  };
}

/** How many pixels a unit of the pattern has where it is seen. */
export const localScale = (view: View, [x, y]: Point): number =>
  Math.max(distance(view([x - 0.1, y]), view([x + 0.1, y])), distance(view([x, y - 0.1]), view([x, y + 0.1]))) * 5;

/**
 * @param reach how far from the pattern's origin to look, in its units
 * @param isWanted leaves out tiles by where their centre is seen, for a pattern that fills only a part of the sheet
 */
export function layField(
  design: Design,
  view: View,
  { width, height }: Size,
  reach: number,
  isWanted: (seen: Point) => boolean = () => true,
): Lace {
  const isSeen = (centre: Point): boolean => {
    const [x, y] = view(centre);
    const margin = 0.9 * localScale(view, centre);
    const isNear = x > -margin && x < width + margin && y > -margin && y < height + margin;
    return isNear && Number.isFinite(margin) && isWanted([x, y]);
  };
  return lace(layTiles(design.tiling, reach, isSeen).map((tile) => motif(tile, design)));
}
