// Chooses what stands under a story from its neighbours: first of the same event, then background, each for a stated reason.

import { wordsOf } from '../../archive/document.ts';
import { alike } from '../../archive/likeness/alike.ts';
import { type KnownWords, sharedStems } from '../../archive/likeness/telling.ts';
import type { StoryId } from '../../story/ids.ts';
import type { RelatedReason } from '../../story/relation.ts';
import type { StoryDocument } from '../archive/documents.ts';
import type { Known, Neighbour } from './neighbours.ts';

export interface Choice {
  readonly storyId: StoryId;
  readonly kind: 'event' | 'background';
  /** Never empty. */
  readonly reasons: readonly RelatedReason[];
}

/** More than the five that are shown: some may be withdrawn, or pinned by an editor as well. */
const MOST = 8;
/** So many of the same event stand first; then comes background, if there is any. */
const FIRST_OF_EVENT = 3;
/** Less alike than this, and without a topic in common, two stories are strangers. */
const LEAST = 0.12;
/** What a topic in common adds to the likeness, and what topics can add together. */
const TOPIC = 0.08;
const MOST_OF_TOPICS = 0.2;
/** Two stories that share so much of their words say the same: the reader gets one of them. */
const REPEATS = 0.3;
/** A story so much older counts half, unless it explains. */
const HALF_MS = 60 * 86_400_000;
/** As much alike as stories of one event are: an old story that is, is where this one comes from. */
const EXPLAINS = 0.36;

interface Weighed extends Neighbour {
  readonly topics: readonly string[];
  readonly worth: number;
}

/** At most eight, in the order in which they are to stand. Never a near-duplicate of the story or of another choice. */
export function chooseRelated(story: Known, neighbours: readonly Neighbour[], known: KnownWords): Choice[] {
  const weighed = neighbours
    .filter((neighbour) => !neighbour.alike.isNearDuplicate)
    .map((neighbour) => weigh(story, neighbour))
    .filter(({ alike: { likeness }, topics }) => likeness >= LEAST || topics.length > 0)
    .sort((a, b) => b.worth - a.worth || b.document.publishedAt - a.document.publishedAt);
  const ofEvent = weighed.filter((one) => one.isOfEvent);
  const background = weighed.filter((one) => !one.isOfEvent);
  const ordered = [...ofEvent.slice(0, FIRST_OF_EVENT), ...background.slice(0, MOST - FIRST_OF_EVENT)];
  const rest = [...ofEvent.slice(FIRST_OF_EVENT), ...background.slice(MOST - FIRST_OF_EVENT)];
  const chosen: Weighed[] = [];
  for (const one of [...ordered, ...rest]) {
    if (chosen.length === MOST) break;
    if (chosen.every((other) => alike(one.compared, other.compared).copied < REPEATS)) chosen.push(one);
  }
  return chosen.flatMap((one) => {
    const reasons = reasonsOf(story, one, known);
    const kind = one.isOfEvent ? 'event' : 'background';
    return reasons.length === 0 ? [] : [{ storyId: one.document.id, kind, reasons }];
  });
}

function weigh(story: Known, neighbour: Neighbour): Weighed {
  const topics = sharedTopics(story.document, neighbour.document);
  const { likeness } = neighbour.alike;
  const age = Math.max(0, story.document.publishedAt - neighbour.document.publishedAt);
  const freshness = explains(neighbour) ? 1 : 1 / (1 + age / HALF_MS);
  const worth = (likeness + Math.min(MOST_OF_TOPICS, topics.length * TOPIC)) * freshness;
  return { ...neighbour, topics, worth };
}

const explains = ({ document, alike: { likeness } }: Neighbour): boolean =>
  likeness >= EXPLAINS || document.facets.includes('kind:analysis') || document.facets.includes('kind:interview');

/** Names of the topics that both stand under. */
function sharedTopics(one: StoryDocument, other: StoryDocument): string[] {
  return other.topics.filter((topic) => one.topics.includes(topic));
}

function reasonsOf(
  story: Known,
  { isOfEvent, topics, compared, document }: Weighed,
  known: KnownWords,
): RelatedReason[] {
  const reasons: RelatedReason[] = isOfEvent ? [{ kind: 'event' }] : [];
  if (topics.length > 0) reasons.push({ kind: 'topics', names: topics.slice(0, 5) });
  const words = printed(document, sharedStems(story.compared.telling, compared.telling, 6), known);
  if (words.length > 0) reasons.push({ kind: 'words', words });
  return reasons;
}

/** Letters of a word that an editor is shown. */
const longest = 60;
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu;

/** For each stem its first word in a story, as it stands there. */
function printed({ headline, standfirst, body }: StoryDocument, stems: readonly string[], known: KnownWords): string[] {
  const wanted = new Set(stems);
  const found = new Map<string, string>();
  for (const token of `${headline}\n${standfirst}\n${body}`.split(/\s+/u)) {
    if (found.size === wanted.size) break;
    const [word, ...others] = wordsOf(token);
    if (word === undefined || others.length > 0) continue;
    const stem = known.stemOf(word);
    const bare = token.replace(edges, '');
    if (wanted.has(stem) && !found.has(stem) && bare !== '' && bare.length <= longest) found.set(stem, bare);
  }
  return stems.flatMap((stem) => found.get(stem) ?? []);
}
