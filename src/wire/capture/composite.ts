// Lines on which a page sets several things side by side: `September 10, 2018 | by Dana Holt`, `سمير جاد • 12 مايو 2023 • 3 دقائق`,
// `By Dana Holt, Staff Writer`, `نسخ الرابط` behind a date.
import { matchKey } from '../../arabic/normal-form.ts';
import { type BylineReading, readByline } from './bylines.ts';
import { isDatePart, isRelativeDate, type PageDate, readPageDate } from './dates.ts';
import { isFurniturePattern, isFurniturePhrase } from './lexicon/furniture.ts';
import { isSectionName } from './lexicon/sections.ts';

export interface Composite {
  readonly date: PageDate | null;
  readonly byline: BylineReading | null;
  readonly section: string | null;
}

const longest = 220;
const anyStrongMark = /[|•·‧∙●⁃\t]| {3}/u;
const hasDay = /\p{N}{4}|\p{N}[/.-]\p{N}|(?:قبل|منذ) |\bago\b/u;
const signedInBrackets = /\((?:by|كتب|كتبت|بقلم|تحرير|ترجمة)\s/iu;
const strongMark = /\s*[|•·‧∙●⁃]\s*|\s{3,}|\t+/u;
const anyMark = /\s*[|•·‧∙●⁃]\s*|\s{3,}|\t+|\s+[-–—]\s+|\s*[()]\s*/u;
// A page's parts run together by the dump: `By Dana HoltDecember 12, 2025Updated: …`.
const glued =
  /[\p{L}\d](?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d|Updated|Published|Last updated|Posted)/gu;
const gluedTime = /(?:19|20)\d{2}(?=\d{1,2}:\d{2})/gu;
const dateAfterName = /^(.{3,90}?)[\s,،]+(?:on|at|in|في|بتاريخ|يوم)?\s*((?:\p{L}+[\s,،]+){0,2}\p{N}.{5,90})$/u;

/** Reads a line whose every part is a date, a byline, a section or a tool, with a date or a sure byline among them; else null. */
export function readComposite(text: string, timeZone: string): Composite | null {
  // With neither a mark between parts nor a day there is nothing side by side.
  if (text.length > longest || !(anyStrongMark.test(text) || hasDay.test(text) || signedInBrackets.test(text)))
    return null;
  const parted = text.replace(gluedTime, '$& ').replace(glued, '$& | ');
  // A dash parts a name from a city as often as one thing from another, so that it is the last mark to be tried.
  return (
    ofParts(parted.split(strongMark), timeZone) ??
    ofParts(parted.split(anyMark), timeZone) ??
    nameThenDate(text, timeZone)
  );
}

function ofParts(parts: readonly string[], timeZone: string): Composite | null {
  const kept = parts.filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (kept.length < 2 || kept.length > 8) return null;
  const dateParts: string[] = [];
  let byline: BylineReading | null = null;
  let section: string | null = null;
  for (const part of kept) {
    const key = matchKey(part);
    if (isDatePart(part, key)) dateParts.push(part);
    else if (isFurniturePhrase(key) || isFurniturePattern(key) || /^[\d.]+$/u.test(key)) continue;
    else if (section === null && isSectionName(key)) section = part;
    else {
      const reading = readByline(part);
      if (reading === null || byline !== null) return null;
      byline = reading;
    }
  }
  // A day and its time may be two parts; how long ago it was says nothing beside them.
  const stated = dateParts.filter((part) => !isRelativeDate(matchKey(part)));
  const joined = (stated.length > 0 ? stated : dateParts).join(' ');
  const date = dateParts.length === 0 ? null : readPageDate(joined, matchKey(joined), timeZone);
  if (dateParts.length > 0 && date === null) return null;
  if (date === null && (byline === null || byline.certainty < 3)) return null;
  return { date, byline, section };
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
