// The lines of a story's body: paragraphs, and the short lines that belong among them.
import type { Atom } from './atoms.ts';
import { isProse, type Page } from './page.ts';
import { bodyLine, resumed } from './weights.ts';

/** Whether a story's text can begin with this line. */
export function canBeginBody(page: Page, index: number): boolean {
  const atom = page.at(index);
  if (isProse(atom)) return true;
  if (
    atom.furniture !== null ||
    atom.block !== null ||
    atom.credited !== null ||
    (atom.date !== null && !atom.isTimeStamp)
  )
    return false;
  const next = page.nextProse[index + 1] ?? page.length;
  if (atom.isTimeStamp) return next - index <= 3 && next < page.length;
  if (atom.isListed && atom.length >= 20) return next - index <= 10 && next < page.length;
  if (atom.length >= 28 && atom.ending === 'stop') return true;
  return index === page.length - 1 && atom.length >= 45 && atom.headline < 0.5;
}

/** What a line is worth as text of a body whose last paragraph was at `lastBody`; null when it cannot be that. */
export function bodyWorth(
  page: Page,
  atom: Atom,
  firstBody: number,
  lastBody: number,
  isAfterCards: boolean,
): number | null {
  if (atom.furniture !== null || atom.block !== null || atom.address !== null) return null;
  if (isProse(atom)) return proseWorth(page, atom);
  if (atom.credited !== null || (atom.date !== null && !atom.isTimeStamp) || atom.crumbs !== null) return null;
  if (!isAfterCards) return shortWorth(page, atom, firstBody, lastBody);
  // After cards only a subheading can come before the paragraph that goes on with the body.
  return page.nextProse[atom.index + 1] === atom.index + 1
    ? shortWorth(page, atom, firstBody, lastBody) + resumed.short
    : null;
}

/** A paragraph without a stop is worth less on a page whose paragraphs have one, the shorter the less. */
export function proseWorth(page: Page, atom: Atom): number {
  if (atom.ending !== 'none' || atom.length > 260 || atom.index === page.length - 1) return bodyLine.prose;
  return bodyLine.prose - bodyLine.missingStop * page.stopRate * (atom.length < 180 ? 1 : 0.5);
}

function shortWorth(page: Page, atom: Atom, firstBody: number, lastBody: number): number {
  const touches = atom.index - lastBody === 1;
  const repeated = page.isRepeated(atom) ? bodyLine.repeated : 0;
  if (atom.isListed) return (touches ? bodyLine.item : bodyLine.subheading) + repeated;
  const next = page.nextProse[atom.index + 1] ?? page.length;
  const isBeforeProse = next < page.length && isNear(page, atom.index, next);
  if (atom.isTimeStamp) return isBeforeProse ? bodyLine.subheading : -0.3;
  switch (atom.ending) {
    case 'stop':
    case 'colon':
    case 'ellipsis':
    case 'exclamation':
      return (atom.length >= 40 ? bodyLine.sentence : touches ? bodyLine.shortSentence : -0.2) + repeated;
    case 'question':
      return (isBeforeProse ? bodyLine.question : touches ? 0 : -0.4) + repeated;
    default:
      break;
  }
  if (atom.index === page.length - 1 && touches && atom.words >= 3 && atom.gap <= page.usualGap && !isNamed(atom))
    return bodyLine.cutOff;
  if (page.isMenu[atom.index] === 1) return bodyLine.verse + repeated - 0.3;
  if (next === atom.index + 1 && next < page.length && atom.length <= 100 && !isNamed(atom)) {
    return subheadingWorth(page, atom, firstBody, lastBody) + repeated;
  }
  return (isBeforeProse ? bodyLine.verse : -1.3) + repeated;
}

/** A subheading speaks of the story's own subject; over a paragraph about something else it is another story's headline. */
function subheadingWorth(page: Page, atom: Atom, firstBody: number, lastBody: number): number {
  const size = atom.length <= 60 ? bodyLine.subheading : bodyLine.longSubheading;
  const gap = atom.gap > page.usualGap ? bodyLine.afterWideGap : 0;
  return size + gap + bodyLine.foreignSubheading * Math.max(0, page.foreignness(atom.index + 1, firstBody, lastBody));
}

const isNamed = (atom: Atom): boolean => atom.isSection || (atom.byline?.certainty ?? 0) === 3;

/** Whether a paragraph comes within a dozen lines with no block's name and no tools on the way. */
function isNear(page: Page, from: number, to: number): boolean {
  if (to - from > 12) return false;
  for (let index = from + 1; index < to; index += 1) {
    const between = page.at(index);
    if (between.block !== null || between.furniture === 'tools' || between.furniture === 'corner') return false;
    if (between.credited?.isSure === true || between.byline?.certainty === 3) return false;
  }
  return true;
}

/** What it costs to come back to the body that stopped at `lastBody`: nothing for the very next line. */
export function resumeWorth(
  page: Page,
  index: number,
  firstBody: number,
  lastBody: number,
  isAfterCards: boolean,
): number {
  if (index - lastBody === 1 && !isAfterCards) return 0;
  let cost = isAfterCards ? resumed.afterCards + (isSigned(page, index) ? resumed.signature : 0) : 0;
  let paragraphs = 0;
  for (let between = lastBody + 1; between < index && cost > resumed.most; between += 1) {
    cost += betweenCost(page.at(between));
    if (isProse(page.at(between))) paragraphs += 1;
  }
  // Only an interruption leaves a question about the subject: a reading that has left paragraphs out is wrong by that alone.
  const isInterrupted = isAfterCards || (index - lastBody > 3 && paragraphs === 0);
  const lead = isProse(page.at(index)) ? index : index + 1;
  const isTold = isInterrupted && lead < page.length && isProse(page.at(lead));
  const subject = isTold ? -resumed.sameSubject * page.foreignness(lead, firstBody, lastBody) : 0;
  return Math.min(0, Math.max(resumed.most, cost) + subject);
}

/** Whether a byline stands right under the line, as under a card's standfirst. */
const isSigned = (page: Page, index: number): boolean =>
  index + 1 < page.length && page.at(index + 1).byline?.certainty === 3;

/** A picture may stand anywhere in a body; who wrote it, when, and on what stand at its end. */
function betweenCost(atom: Atom): number {
  if (atom.credited !== null) return 0;
  if (atom.furniture !== null) return resumed.furniture;
  return atom.byline?.certainty === 3 || (atom.date !== null && !atom.isTimeStamp) ? resumed.signature : resumed.line;
}
