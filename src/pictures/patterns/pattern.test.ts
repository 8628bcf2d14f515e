// What the patterns promise: the same drawing for the same seed, sound geometry, small files that render.
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { palette } from '../../story/section.ts';
import { chooseDesign } from './field.ts';
import { lace } from './lace.ts';
import { motif } from './motifs.ts';
import { craftOf, crafts, patternSvg } from './pattern.ts';
import { cross, length, subtract } from './plane.ts';
import { seeded } from './random.ts';
import { straps } from './strapwork.ts';
import { patternTile } from './tile.ts';
import { layTiles, tilingNames } from './tilings.ts';

const size = { width: 480, height: 320 };

describe('a pattern', () => {
  it('is the same for the same palette, seed and size, and another for another', () => {
    const one = patternSvg({ palette: 'teal', seed: 'a', ...size });
    expect(patternSvg({ palette: 'teal', seed: 'a', ...size })).toBe(one);
    expect(patternSvg({ palette: 'teal', seed: 'b', ...size })).not.toBe(one);
    expect(patternSvg({ palette: 'plum', seed: 'a', ...size })).not.toBe(one);
  });

  it.each(crafts)('in the craft of %s is clean SVG under 1 MB and fills its sheet', async (craft) => {
    for (const [index, name] of (['indigo', 'ochre', 'slate'] as const).entries()) {
      const svg = patternSvg({ palette: name, seed: `${index}`, craft, width: 1600, height: 1067 });
      expect(svg.length).toBeLessThan(1_000_000);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|(?:href|url)\w*="?\(?(?!data:image\/png|#)[a-z]+:/i);
      expect(svg.match(/<g[ >]/g)?.length ?? 0).toBe(svg.match(/<\/g>/g)?.length ?? 0);
      if (index > 0) continue;
      const { data, info } = await sharp(Buffer.from(svg)).resize(200).raw().toBuffer({ resolveWithObject: true });
      expect(info.height).toBe(133);
      const tones = new Set<string>();
      let clearest = 255;
      for (let at = 0; at < data.length; at += info.channels) {
        if (info.channels === 4) clearest = Math.min(clearest, data[at + 3] ?? 0);
        tones.add([0, 1, 2].map((channel) => (data[at + channel] ?? 0) >> 3).join());
      }
      expect(clearest).toBe(255);
      expect(tones.size).toBeGreaterThan(60);
    }
  });

  it('comes in every craft when only the seed is given', () => {
    const chosen = Array.from({ length: 80 }, (_, index) => craftOf({ palette: 'indigo', seed: `${index}` }));
    expect(new Set(chosen).size).toBe(crafts.length);
    const seed = 'a';
    const craft = craftOf({ palette: 'teal', seed });
    expect(patternSvg({ palette: 'teal', seed, ...size })).toBe(patternSvg({ palette: 'teal', seed, craft, ...size }));
  });

  it('may be of any sensible size and shape', () => {
    for (const odd of [
      { width: 64, height: 64 },
      { width: 300, height: 900 },
      { width: 1200, height: 200 },
    ])
      for (const craft of crafts)
        expect(patternSvg({ palette: 'ochre', seed: 'odd', craft, ...odd })).not.toMatch(/NaN|undefined/);
  });
});

describe('the lines of a tiling', () => {
  it.each(tilingNames)('%s: pass through every contact and close into pieces that take two colours', (tiling) => {
    for (let seed = 0; seed < 6; seed += 1) {
      const design = chooseDesign(seeded(`${seed}`), [tiling]);
      const woven = lace(layTiles(tiling, 2).map((tile) => motif(tile, design)));
      const inside = woven.knots.filter((knot) => length(knot.at) < 1.2);
      expect(inside.length).toBeGreaterThan(20);
      expect(inside.filter((knot) => knot.around.length % 2 === 1)).toEqual([]);
      const edges = woven.knots.reduce((sum, knot) => sum + knot.around.length, 0) / 2;
      expect(woven.stretches.length).toBe(edges);
      expect(woven.kinds).toBeLessThan(30);
      const covered = woven.pieces.reduce((sum, piece) => sum + piece.area, 0);
      expect(covered).toBeGreaterThan(Math.PI * 1.3 ** 2);
      expect(covered).toBeLessThan(Math.PI * 2.6 ** 2);
    }
  });

  it.each(tilingNames)('%s: go over and under by turns along every strand', (tiling) => {
    const design = chooseDesign(seeded('weave'), [tiling]);
    const woven = lace(layTiles(tiling, 2).map((tile) => motif(tile, design)));
    // A stretch passes over at its end and under at its beginning, so each crossing must see two ends and two beginnings, opposite each other.
    const roles = new Map<number, Map<number, 'end' | 'beginning'>>();
    for (const { from, to } of woven.stretches) {
      roles.set(to, (roles.get(to) ?? new Map()).set(from, 'end'));
      roles.set(from, (roles.get(from) ?? new Map()).set(to, 'beginning'));
    }
    const crossings = woven.knots.flatMap((knot, index) =>
      knot.around.length === 4 && length(knot.at) < 1.2 ? [{ knot, index }] : [],
    );
    expect(crossings.length).toBeGreaterThan(10);
    for (const { knot, index } of crossings) {
      const around = knot.around.map((other) => roles.get(index)?.get(other));
      expect(around[0]).toBe(around[2]);
      expect(around[1]).toBe(around[3]);
      expect(around[0]).not.toBe(around[1]);
    }
  });

  it('carry straps of one width', () => {
    const design = chooseDesign(seeded('straps'), ['ten']);
    const woven = lace(layTiles('ten', 1.5).map((tile) => motif(tile, design)));
    for (const { outline } of straps(woven, { width: 0.01, gap: 0.002 })) {
      const [startLeft = [0, 0], startRight = [0, 0], , endLeft = [0, 0]] = outline;
      const along = subtract(endLeft, startLeft);
      if (length(along) < 1e-3) continue;
      const breadth = Math.abs(cross(along, subtract(startRight, startLeft))) / length(along);
      expect(breadth).toBeCloseTo(0.01, 5);
    }
  });
});

describe('the tile for a missing picture', () => {
  it.each(palette.options)('%s is at most 1.5 KB and has no seam', async (name) => {
    const svg = patternTile(name);
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(1536);
    const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number): number[] => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ];
    const last = info.width - 1;
    for (let at = 0; at < info.width; at += 1) {
      // Mirrored in both middles, so opposite edges are alike.
      for (const [one, other] of [
        [pixel(at, 0), pixel(at, last)],
        [pixel(0, at), pixel(last, at)],
      ] as const)
        for (const channel of [0, 1, 2])
          expect(Math.abs((one[channel] ?? 0) - (other[channel] ?? 0))).toBeLessThanOrEqual(40);
    }
  });
});
