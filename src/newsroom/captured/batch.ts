// One batch of captured pages in one transaction: what is new is filed, what is known is revised or left, and what became
// of each story is remembered by its page.
import { insertAll } from '../../records/insert-all.ts';
import { precompiledForMany } from '../../records/precompiled.ts';
import type { Refusal } from '../../story/draft.ts';
import type { StoryId } from '../../story/ids.ts';
import type { Doing } from '../act.ts';
import { editionsOrFirst } from '../found-paper.ts';
import { addRefusals, removeRefusals } from '../refused.ts';
import { fileNew } from './file-new.ts';
import { around, findKnown, type Known } from './known.ts';
import { type Preparation, type Prepared, placeOf } from './prepare.ts';
import { revise } from './revise.ts';

/** What became of one story of a page. */
export type TakenStory =
  | { readonly outcome: 'filed' | 'revised' | 'unchanged'; readonly headline: string; readonly storyId: StoryId }
  | { readonly outcome: 'refused'; readonly headline: string; readonly refusal: Refusal };

export interface TakenReading {
  readonly source: string;
  readonly hash: string;
  /** In the order of the page. */
  readonly stories: readonly TakenStory[];
}

/** A page with its stories prepared; none are when its input was known before. */
export interface PreparedPage {
  readonly source: string;
  readonly hash: string;
  /** Whether what was refused of its source before is taken off the list: a file of stories does so once. */
  readonly forgetsRefusals: boolean;
  readonly stories: readonly Preparation[];
}

export const importsByHash = precompiledForMany((db, hashes: readonly string[]) =>
  db.selectFrom('imports').select(['hash', 'stories']).where('hash', 'in', hashes),
);

/** What is remembered of an input, for answering when it comes again. */
type Remembered = readonly { readonly headline: string; readonly storyId: StoryId }[];

export class Batch {
  readonly #doing: Doing;
  readonly #isPublished: boolean;

  constructor(doing: Doing, isPublished: boolean) {
    this.#doing = doing;
    this.#isPublished = isPublished;
  }

  async take(pages: readonly PreparedPage[]): Promise<TakenReading[]> {
    const doing = this.#doing;
    doing.allow();
    const known = new Map<string, Remembered>();
    for (const row of await importsByHash(doing.tx, [...new Set(pages.map((page) => page.hash))])) {
      known.set(row.hash, JSON.parse(row.stories) as Remembered);
    }
    // One input twice in a batch: the second is answered by the first.
    const fresh = new Map<string, PreparedPage>();
    for (const page of pages) if (!known.has(page.hash) && !fresh.has(page.hash)) fresh.set(page.hash, page);
    const taken = await this.#takePages([...fresh.values()]);
    await this.#remember([...fresh.values()], taken);
    const answered = new Set<string>();
    return pages.map(({ source, hash }) => {
      const first = answered.has(hash) ? undefined : taken.get(hash);
      answered.add(hash);
      const stories = first ?? known.get(hash)?.map(unchanged) ?? (taken.get(hash) ?? []).map(again);
      return { source, hash, stories };
    });
  }

  async #takePages(pages: readonly PreparedPage[]): Promise<Map<string, TakenStory[]>> {
    const taken = new Map<string, TakenStory[]>(pages.map((page) => [page.hash, []]));
    if (pages.length === 0) return taken;
    await editionsOrFirst(this.#doing);
    const waiting: { prepared: Prepared; answer: (story: TakenStory) => void }[] = [];
    for (const { hash, stories: preparations } of pages) {
      const stories = taken.get(hash) ?? [];
      for (const [place, preparation] of preparations.entries()) {
        if (preparation.ok) {
          const answer = (story: TakenStory): void => {
            stories[place] = story;
          };
          waiting.push({ prepared: preparation.prepared, answer });
        } else {
          const { headline, refusal } = preparation;
          stories[place] = { outcome: 'refused', headline, refusal };
        }
      }
    }
    // Captures of one story within a batch go in one after the other, each seeing what the one before has left.
    for (let round = waiting; round.length > 0; ) round = await this.#takeRound(round);
    return taken;
  }

  /** Takes in as many as have nothing to do with each other; answers the others. */
  async #takeRound<Waiting extends { prepared: Prepared; answer: (story: TakenStory) => void }>(
    waiting: readonly Waiting[],
  ): Promise<Waiting[]> {
    const { round, later } = withoutTwins(waiting);
    const known = await findKnown(
      this.#doing,
      round.map(({ prepared }) => prepared),
    );
    const fresh = round.filter((_, index) => known[index] === null);
    const ids = await fileNew(
      this.#doing,
      fresh.map(({ prepared }) => prepared),
      this.#isPublished,
    );
    await this.#keepSourceIds(fresh.map(({ prepared }, index) => ({ prepared, storyId: ids[index] })));
    for (const [index, { prepared, answer }] of fresh.entries()) {
      const storyId = ids[index];
      if (storyId !== undefined) answer({ outcome: 'filed', headline: prepared.content.headline, storyId });
    }
    const met = round.flatMap((item, index) => {
      const story = known[index];
      return story == null ? [] : [{ item, story }];
    });
    // Two drafts of this round may have found one story, by its address and by its headline.
    const seen = new Set<StoryId>();
    const firsts = met.filter(({ story }) => !seen.has(story.story.id) && seen.add(story.story.id));
    await this.#takeKnown(firsts.map(({ item, story }) => ({ ...item, story })));
    const seconds = met.filter((pair) => !firsts.includes(pair)).map(({ item }) => item);
    return [...seconds, ...later];
  }

  async #keepSourceIds(filed: readonly { prepared: Prepared; storyId: StoryId | undefined }[]): Promise<void> {
    const rows = filed.flatMap(({ prepared: { record, hash }, storyId }) =>
      record === null || record.id === null || storyId === undefined
        ? []
        : [{ source_id: record.id, story_id: storyId, outlet: record.outlet, hash }],
    );
    await insertAll(this.#doing.tx, 'source_ids', rows);
  }

  async #takeKnown(
    met: readonly { prepared: Prepared; answer: (story: TakenStory) => void; story: Known }[],
  ): Promise<void> {
    if (met.length === 0) return;
    const hanging = await around(
      this.#doing,
      met.map(({ story }) => story.story.id),
    );
    for (const { prepared, answer, story } of met) {
      const { headline } = prepared.content;
      const revised = await revise(this.#doing, story, prepared, hanging, this.#isPublished);
      if (revised.outcome !== 'refused') {
        answer({ outcome: revised.outcome, headline, storyId: story.story.id });
        continue;
      }
      const { source } = prepared;
      const refusal: Refusal = { source, place: placeOf(prepared), kind: 'invalid', reason: revised.reason };
      answer({ outcome: 'refused', headline, refusal });
    }
  }

  /** An input without refusals is known again by its hash; one with refusals is looked at anew each time. */
  async #remember(pages: readonly PreparedPage[], taken: ReadonlyMap<string, readonly TakenStory[]>): Promise<void> {
    const doing = this.#doing;
    const refusals: Refusal[] = [];
    const rows: { hash: string; source: string; at: number; stories: string }[] = [];
    for (const { source, hash } of pages) {
      const stories = taken.get(hash) ?? [];
      const refused = stories.flatMap((story) => (story.outcome === 'refused' ? [story.refusal] : []));
      refusals.push(...refused);
      if (refused.length > 0 || stories.length === 0) continue;
      const remembered: Remembered = stories.flatMap((story) =>
        story.outcome === 'refused' ? [] : [{ headline: story.headline, storyId: story.storyId }],
      );
      rows.push({ hash, source, at: doing.at, stories: JSON.stringify(remembered) });
    }
    await insertAll(doing.tx, 'imports', rows);
    await removeRefusals(
      doing,
      pages.flatMap((page) => (page.forgetsRefusals ? page.source : [])),
      refusals,
    );
    await addRefusals(doing, refusals);
  }
}

const unchanged = ({ headline, storyId }: Remembered[number]): TakenStory => ({
  outcome: 'unchanged',
  headline,
  storyId,
});

function again(story: TakenStory): TakenStory {
  return story.outcome === 'refused' ? story : unchanged(story);
}

function keysOf({ edition, headlineKey, addressKey, record }: Prepared): string[] {
  if (record !== null && record.id !== null) return [`#${record.id}`];
  return [
    ...(headlineKey === '' ? [] : [`${edition.key} ${headlineKey}`]),
    ...(addressKey === null ? [] : [`@${addressKey}`]),
  ];
}

/** Those of `waiting` of which no two share an id, an address or a headline, and the rest. */
function withoutTwins<Waiting extends { prepared: Prepared }>(
  waiting: readonly Waiting[],
): { round: Waiting[]; later: Waiting[] } {
  const met = new Set<string>();
  const round: Waiting[] = [];
  const later: Waiting[] = [];
  for (const item of waiting) {
    const keys = keysOf(item.prepared);
    if (keys.some((key) => met.has(key))) later.push(item);
    else round.push(item);
    // Also what waits keeps its twins waiting, so that captures stay in order.
    for (const key of keys) met.add(key);
  }
  return { round, later };
}
