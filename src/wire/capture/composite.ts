// Lines on which a page sets several things side by side: `September 10, 2018 | by Dana Holt`, `سمير جاد • 12 مايو 2023 • 3 دقائق`,
// `By Dana Holt, Staff Writer`, `نسخ الرابط` behind a date.
import { matchKey } from '../../arabic/normal-form.ts';
import { type BylineReading, readByline } from './bylines.ts';
import { type PageDate, readPageDate } from './dates.ts';
import { isFurniturePattern, isFurniturePhrase } from './lexicon/furniture.ts';
import { isSectionName } from './lexicon/sections.ts';

export interface Composite {
  readonly date: PageDate | null;
  readonly byline: BylineReading | null;
  readonly section: string | null;
}

const longest = 220;
const sideBySide = /[|•·‧∙●⁃\t()\d٠-٩]/u;
const mark = /\s*[|•·‧∙●⁃]\s*|\s{3,}|\t+|\s+[-–—]\s+|\s*[()]\s*/u;
// A page's parts run together by the dump: `By Dana HoltDecember 12, 2025Updated: …`.
const glued =
  /[\p{Ll}\d](?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d|Updated|Published|Last updated|Posted)/gu;
const dateAfterName = /^(.{3,90}?)[\s,،]+(?:on|at|in|في|بتاريخ|يوم)?\s*((?:\p{L}+[\s,،]+){0,2}\p{N}.{5,90})$/u;

/** Reads a line whose every part is a date, a byline, a section or a tool, with a date or a sure byline among them; else null. */
export function readComposite(text: string, timeZone: string): Composite | null {
  // With neither a mark between parts nor a figure there is nothing side by side.
  if (text.length > longest || !sideBySide.test(text)) return null;
  const parted = text.replace(glued, '$& | ');
  return ofParts(parted.split(mark), timeZone) ?? nameThenDate(text, timeZone);
}

function ofParts(parts: readonly string[], timeZone: string): Composite | null {
  const kept = parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (kept.length < 2 || kept.length > 8) return null;
  let date: PageDate | null = null;
  let byline: BylineReading | null = null;
  let section: string | null = null;
  for (const part of kept) {
    const key = matchKey(part);
    const partDate = readPageDate(part, key, timeZone);
    if (partDate !== null) date = merged(date, partDate);
    else if (isFurniturePhrase(key) || isFurniturePattern(key) || /^[\d.]+$/u.test(key)) continue;
    else if (section === null && isSectionName(key)) section = part;
    else {
      const reading = readByline(part);
      if (reading === null || byline !== null) return null;
      byline = reading;
    }
  }
  if (date === null && (byline === null || byline.certainty < 3)) return null;
  return byline !== null || date !== null ? { date, byline, section } : null;
}

function merged(one: PageDate | null, other: PageDate): PageDate {
  if (one === null) return other;
  return {
    published: one.published ?? other.published,
    updated: one.updated ?? other.updated,
    isRelative: one.isRelative && other.isRelative,
  };
}

/** `By Catherine on September 13, 2018 at 5:23 pm`, `كتب سمير جاد في 12 مايو 2023`, `Dana Holt May 18, 2016`. */
function nameThenDate(text: string, timeZone: string): Composite | null {
  if (text.length > 130 || !/\p{N}{4}|\p{N}[/.-]\p{N}/u.test(text)) return null;
  const parts = dateAfterName.exec(text);
  if (parts?.[1] === undefined || parts[2] === undefined) return null;
  const date = readPageDate(parts[2], matchKey(parts[2]), timeZone);
  const byline = date === null ? null : readByline(parts[1]);
  return byline !== null && !/[:؟?!]/u.test(text.replace(/\d:\d/gu, '')) ? { date, byline, section: null } : null;
}
