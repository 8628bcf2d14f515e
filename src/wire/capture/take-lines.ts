// One line of a page into the field of a story or card that its role names, and what becomes of it thereby.
import { matchKey } from '../../arabic/normal-form.ts';
import type { RelatedCard } from '../../story/draft.ts';
import type { Atom } from './atoms.ts';
import { readByline } from './bylines.ts';
import type { CardRole } from './card.ts';
import type { DraftBuilder } from './draft-builder.ts';
import type { HeadRole } from './head.ts';
import { isHashtags } from './tail.ts';

/** What became of a line: its words stand in a story, it says again what does, it is the page's furniture, or it has no place. */
export type Fate = 'used' | 'repeated' | 'furniture' | 'unplaced';

export const cardOf = (headline: string): RelatedCard => ({
  section: null,
  caption: null,
  credit: null,
  headline,
  standfirst: null,
  author: null,
  dateline: null,
  href: null,
});

export function takeHeadLine(story: DraftBuilder, role: HeadRole, atom: Atom, isAfterHeadline: boolean): Fate {
  switch (role) {
    case 'headline':
      return 'used';
    case 'repeat':
      if (atom.credited !== null) story.addCaption(atom);
      return 'repeated';
    case 'furniture':
      return 'furniture';
    case 'section':
      return takeSection(story, atom, isAfterHeadline);
    case 'kicker':
      story.kicker = story.kicker === null ? atom.text : `${story.kicker} ${atom.text}`;
      return 'used';
    case 'standfirst':
      return story.addStandfirst(atom.text) ? 'used' : 'unplaced';
    case 'byline':
      return atom.byline !== null && story.addByline(atom.byline) ? 'used' : 'unplaced';
    case 'date':
      return takeDate(story, atom);
    case 'caption':
      return story.addCaption(atom) ? 'used' : 'unplaced';
    case 'address':
      return takeAddress(story, atom);
    case 'topics':
      return takeTopics(story, atom);
    case 'unplaced':
      return 'unplaced';
    default:
      return role satisfies never;
  }
}

function takeSection(story: DraftBuilder, atom: Atom, isAfterHeadline: boolean): Fate {
  const crumbs = (atom.crumbs ?? []).filter((crumb) => matchKey(crumb) !== matchKey(story.headline));
  const name = atom.crumbs === null ? atom.text : crumbs.at(-1);
  // The label nearest above the headline is the story's own; what stands under it only fills the gap.
  if (name !== undefined && name.length <= 120 && (!isAfterHeadline || story.section === null)) story.section = name;
  return 'used';
}

function takeDate(story: DraftBuilder, atom: Atom): Fate {
  story.addDate(atom.date);
  if (atom.byline !== null) story.addByline(atom.byline);
  story.section ??= atom.sectionBeside;
  return 'used';
}

const picture = /\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#].*)?$/iu;

function takeAddress(story: DraftBuilder, atom: Atom): Fate {
  const { address } = atom;
  if (address === null) return 'unplaced';
  if (picture.test(address)) return story.addSource(address) ? 'used' : 'unplaced';
  if (story.canonical !== null && story.canonical !== address) return 'unplaced';
  story.canonical = address;
  return 'used';
}

const topicMark = /\s*[،,|؛;•·]\s*|\s+[-–]\s+|\s*#\s*/u;

function takeTopics(story: DraftBuilder, atom: Atom): Fate {
  const text = atom.block?.rest ?? (atom.block === null ? atom.text : '');
  if (text === '') return 'furniture';
  const names = text.split(topicMark).filter((name) => /[\p{L}\p{N}]/u.test(name));
  return names.map((name) => story.addTopic(name.trim().replaceAll('_', ' '))).every(Boolean) ? 'used' : 'unplaced';
}

export function takeTailLines(story: DraftBuilder, kind: string, atoms: readonly Atom[]): Fate[] {
  const [first, second] = atoms;
  if (first === undefined) return [];
  switch (kind) {
    case 'byline': {
      const reading = first.byline ?? readByline(first.text);
      return [reading !== null && story.addByline(reading) ? 'used' : 'unplaced'];
    }
    case 'date':
      return [takeDate(story, first)];
    case 'caption': {
      if (second === undefined) return [story.addCaption(first) ? 'used' : 'unplaced'];
      const placed = story.addPicture(first.family, first.text, null) && story.addCaption(second);
      return placed ? ['used', 'used'] : ['unplaced', 'unplaced'];
    }
    case 'topics':
      return atoms.map((atom) =>
        isHashtags(atom.text) || atom.furniture === null ? takeTopics(story, atom) : 'furniture',
      );
    case 'correction': {
      const text = second?.text ?? first.block?.rest ?? first.text;
      const placed = story.addCorrection(text);
      return second === undefined ? [placed ? 'used' : 'unplaced'] : ['furniture', placed ? 'used' : 'unplaced'];
    }
    case 'address':
      return [takeAddress(story, first)];
    default:
      // A repetition is one only if the line that it repeats was used, which is known at the end.
      return ['unplaced'];
  }
}

export function takeCardLine(
  card: { -readonly [K in keyof RelatedCard]: RelatedCard[K] },
  role: CardRole,
  atom: Atom,
): Fate {
  switch (role) {
    case 'headline':
      card.headline = atom.text;
      return 'used';
    case 'repeat':
      return 'repeated';
    case 'furniture':
      return 'furniture';
    case 'section':
      card.section = atom.crumbs?.at(-1) ?? atom.text;
      return 'used';
    case 'caption':
      card.caption = atom.credited === null ? atom.text : atom.credited.caption || null;
      card.credit = atom.credited?.credit ?? null;
      return 'used';
    case 'standfirst':
      card.standfirst = atom.text;
      return 'used';
    case 'byline': {
      const names = [...(atom.byline?.authors ?? []).map(({ name }) => name), ...(atom.byline?.agencies ?? [])];
      card.author = names.length === 0 ? null : names.join(/\p{Script=Arabic}/u.test(atom.text) ? '، ' : ', ');
      card.dateline = atom.byline?.dateline ?? null;
      return 'used';
    }
    case 'date':
      card.section ??= atom.sectionBeside;
      if (atom.byline !== null && card.author === null) card.author = atom.byline.authors[0]?.name ?? null;
      return 'furniture';
    case 'address':
      card.href = atom.address;
      return 'used';
    default:
      return role satisfies never;
  }
}
