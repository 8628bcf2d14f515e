// What the stylesheet must never say, and that its inks can be read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sheets = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({
    name,
    css: readFileSync(join(import.meta.dirname, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
  }));

test('nothing in the stylesheet knows left from right', () => {
  const physical =
    /\b(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![-\w])(?:left|right|top|bottom|width|height|max-width|max-height|min-width|min-height)\s*:|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)|clear\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius/;
  for (const { name, css } of sheets) {
    const declarations = css.replace(/@media[^{]*/g, '');
    expect(physical.exec(declarations)?.[0], name).toBeUndefined();
  }
});

test('Arabic is never spaced out, slanted, stretched to the margin or opened with a drop cap', () => {
  for (const { name, css } of sheets) {
    expect(css, name).not.toMatch(
      /letter-spacing|font-style\s*:\s*(?:italic|oblique)|text-align\s*:\s*justify|::first-letter|text-transform/,
    );
  }
});

test('every file stands in a layer', () => {
  const entry = sheets.find(({ name }) => name === 'site.css')?.css ?? '';
  for (const { name } of sheets) {
    if (name !== 'site.css')
      expect(entry, name).toMatch(new RegExp(`@import '\\./${name.replace('.', '\\.')}' layer\\(\\w+\\)`));
  }
});

test('every underline passes below the letters', () => {
  for (const { name, css } of sheets) {
    for (const [rule] of css.matchAll(/\{[^{}]*text-decoration:\s*underline[^{}]*\}/g)) {
      expect(rule, name).toMatch(/text-underline-offset:\s*0\.4\d*em/);
    }
  }
});

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const full = hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex;
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test('every ink can be read on paper and on wash, by day and by night', () => {
  const tokens = sheets.find(({ name }) => name === 'tokens.css')?.css ?? '';
  const pairs = [...tokens.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)].map(
    ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
  );
  const ground = (name: string) => pairs.find((pair) => pair.name === name);
  const inks = pairs.filter(({ name }) => ['ink', 'ink-soft', 'accent', 'tint'].includes(name));
  expect(inks.length).toBe(12);
  for (const under of [ground('paper'), ground('wash')]) {
    for (const ink of inks) {
      expect(contrast(ink.light, under?.light ?? ''), `${ink.name} ${ink.light} by day`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink.dark, under?.dark ?? ''), `${ink.name} ${ink.dark} by night`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
