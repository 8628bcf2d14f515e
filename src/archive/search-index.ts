// Searches one index in two stages: BM25 over stems scores every document, and the best few hundred are read word by word.
import type { StoryId } from '../story/ids.ts';
import type { ArchiveIndex } from './archive-index.ts';
import { Likeness, type Model } from './rank/alike.ts';
import type { Concept, Spelling } from './rank/concepts.ts';
import { FirstScores } from './rank/first-stage.ts';
import { type Moments, timeFactor } from './rank/moments.ts';
import { anything, type Narrowing, narrowed } from './rank/narrowing.ts';
import { type Plan, planOf } from './rank/plan.ts';
import { type Scored, SecondStage } from './rank/second-stage.ts';
import { best } from './rank/selection.ts';
import { ShareHeld } from './rank/share-held.ts';
import { type Statistics, statisticsOf } from './rank/statistics.ts';

/** Documents that the second stage reads. Twice as many bring nothing that can be measured. */
const CANDIDATES = 200;
/** Documents that are compared with a text word by word. */
const ALIKE_CANDIDATES = 200;

export interface Hit {
  readonly id: StoryId;
  readonly score: number;
}

/** What is sought. Words are in their matching form. */
export interface Question {
  readonly words: readonly string[];
  /** What else may stand for some of the words. */
  readonly spellings?: ReadonlyMap<string, readonly Spelling[]>;
  /** Words that a result need not hold, such as those of a date that the moments say better. */
  readonly optional?: readonly string[];
  readonly narrowing?: Narrowing;
  readonly moments?: Moments;
}

/** All that holds enough of a question's words. */
export interface Matches {
  readonly docs: Uint32Array;
  /** By the first stage alone. */
  readonly scores: Float32Array;
}

export class SearchIndex {
  readonly index: ArchiveIndex;
  /** Of all that is searched together with this index. */
  readonly statistics: Statistics;
  readonly #removed: Uint8Array;
  #hasRemoved = false;
  readonly #first: FirstScores;
  readonly #second: SecondStage;

  constructor(index: ArchiveIndex, statistics: Statistics = statisticsOf(index)) {
    this.index = index;
    this.statistics = statistics;
    this.#removed = new Uint8Array(index.documents);
    this.#first = new FirstScores(index.documents);
    this.#second = new SecondStage(index);
  }

  /** A story that is no longer as this index has it, or no longer at all, is not found here when this returns. */
  remove(id: StoryId): void {
    const doc = this.index.documentOf(id);
    if (doc < 0) return;
    this.#removed[doc] = 1;
    this.#hasRemoved = true;
  }

  /** The stories that are found here. */
  *storyIds(): Generator<StoryId> {
    for (const [doc, id] of this.index.storyIds.entries()) if (this.#removed[doc] === 0) yield id as StoryId;
  }

  /** The best stories that hold any of the words, best first; of equal ones the latest. None when nothing is asked. */
  search(question: Question, limit: number): Hit[] {
    if (question.words.length === 0 && (question.narrowing ?? anything) === anything) return [];
    const plan = this.#plan(question);
    this.#first.takeBest(this.index, this.statistics, plan.concepts);
    return this.#ranked(plan, question, this.#left(plan, question).scores, limit);
  }

  /** The stories most alike to a text, best first. */
  alike(model: Model, limit: number, narrowing = anything): Hit[] {
    const likeness = new Likeness(this.index, this.statistics, model);
    this.#first.takeStems(this.index, this.statistics, likeness.telling());
    this.#leaveOut(this.#first.scores, narrowing);
    const candidates = best(this.#first.scores, Math.max(ALIKE_CANDIDATES, limit));
    const scores = likeness.of(candidates);
    return this.#hits(
      candidates.map((doc, at) => ({ doc, score: scores[at] as number })),
      limit,
    );
  }

  /** All that hold enough of the words, in no order; every document that is allowed when there are no words. */
  matches(question: Question): Matches {
    const plan = this.#plan(question);
    this.#first.take(this.index, this.statistics, plan.concepts);
    const { scores, held } = this.#left(plan, question);
    const optional = new Set((question.optional ?? []).map((word) => this.statistics.stemOf(word)));
    const isAsked = ({ isTelling, stands: [own] }: Concept): boolean => isTelling && !optional.has(own?.stem ?? '');
    const share = new ShareHeld(plan.concepts.map((concept) => (isAsked(concept) ? concept.weight : 0)));
    const docs = new Uint32Array(scores.length);
    let count = 0;
    for (let doc = 0; doc < scores.length; doc += 1) {
      if (!((scores[doc] as number) > 0 && share.isEnough(held[doc] as number))) continue;
      docs[count] = doc;
      count += 1;
    }
    return { docs: docs.slice(0, count), scores };
  }

  /** The best of some documents for a question, best first. */
  rankedOf(question: Question, { docs, scores }: Matches, limit: number): Hit[] {
    const among = new Float32Array(scores.length);
    for (const doc of docs) among[doc] = scores[doc] as number;
    return this.#ranked(this.#plan(question), question, among, limit);
  }

  #plan({ words, spellings = new Map() }: Question): Plan {
    return planOf(words, spellings, this.statistics);
  }

  /** The first scores without what is not allowed; every document has one when no words are asked for. */
  #left(plan: Plan, { narrowing = anything }: Question): FirstScores {
    if (plan.concepts.length === 0) this.#first.scores.fill(1);
    this.#leaveOut(this.#first.scores, narrowing);
    return this.#first;
  }

  #leaveOut(scores: Float32Array, narrowing: Narrowing): void {
    if (narrowing === anything && !this.#hasRemoved) return;
    const removed = this.#removed;
    const allows = narrowing === anything ? null : narrowed(this.index, this.statistics, narrowing);
    for (let doc = 0; doc < scores.length; doc += 1) {
      if ((scores[doc] as number) === 0) continue;
      if (removed[doc] === 1 || (allows !== null && !allows(doc))) scores[doc] = 0;
    }
  }

  #ranked(plan: Plan, { moments = {} }: Question, scores: Float32Array, limit: number): Hit[] {
    const { published } = this.index;
    const factor = timeFactor(moments);
    if (moments.named !== undefined) {
      for (let doc = 0; doc < scores.length; doc += 1) {
        if ((scores[doc] as number) > 0) scores[doc] = (scores[doc] as number) * factor(published[doc] as number);
      }
    }
    const candidates = best(scores, Math.max(CANDIDATES, limit));
    const scored = this.#second.scored(plan, this.statistics, candidates);
    return this.#hits(
      scored.map(({ doc, score }) => ({ doc, score: score * factor(published[doc] as number) })),
      limit,
    );
  }

  #hits(scored: Scored[], limit: number): Hit[] {
    return scored
      .sort((a, b) => b.score - a.score || b.doc - a.doc)
      .slice(0, limit)
      .map(({ doc, score }) => ({ id: this.index.storyIds[doc] as StoryId, score }));
  }
}
