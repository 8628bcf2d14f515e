// The importer's act: takes captured pages in, batch by batch, each in one transaction. The same page twice changes nothing.
import { z } from 'zod';
import { RecordsError } from '../records/errors.ts';
import { insertAll } from '../records/insert-all.ts';
import { precompiledForMany } from '../records/precompiled.ts';
import { type Reading, type Refusal, reading as readingSchema } from '../story/draft.ts';
import type { StoryId } from '../story/ids.ts';
import { type Doing, perform } from './act.ts';
import type { Actor } from './actor.ts';
import { fileNew } from './captured/file-new.ts';
import { around, findKnown, type Known } from './captured/known.ts';
import { type Prepared, prepare } from './captured/prepare.ts';
import { revise } from './captured/revise.ts';
import { editionsOrFirst } from './found-paper.ts';
import type { Newsroom } from './newsroom.ts';
import { decide } from './policy/decide.ts';
import { addRefusals, removeRefusals } from './refused.ts';
import { issuesOf, type Result } from './result.ts';

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

/** A page's stories are checked one by one, so that a bad one does not keep the others out. */
const input = z.object({
  readings: z
    .array(
      z.object({
        reading: z.object({
          source: readingSchema.shape.source.min(1).max(4000),
          stories: z.array(z.unknown()).max(5000),
        }),
        /** Of the input's bytes: by it the same input is known again, whatever it is called. */
        hash: z.string().min(1).max(128),
      }),
    )
    .max(100_000),
  publish: z.boolean(),
});
type Page = z.output<typeof input>['readings'][number];

/** Stories in one transaction: enough that the disk's pace does not matter, few enough that an editor's save slips in between. */
const batchSize = 200;

/**
 * Takes readings in, in order. What is refused is also kept in the list of refusals; what is taken in is taken off it.
 * Give it some hundreds at a time: memory grows with what one call is given, not with what was given before.
 * Problems: invalid (the envelope, not a story), denied. Throws `RecordsError`; the batches before are then in.
 */
export async function takeIn(
  newsroom: Newsroom,
  actor: Actor,
  given: {
    readonly readings: readonly { readonly reading: Reading; readonly hash: string }[];
    readonly publish: boolean;
  },
): Promise<Result<{ readings: TakenReading[] }>> {
  const decision = decide(actor, 'take-in');
  if (!decision.allowed) return { ok: false, problem: { kind: 'denied', rule: decision.rule } };
  const parsed = input.safeParse(given);
  if (!parsed.success) return { ok: false, problem: issuesOf(parsed.error) };
  const taken: TakenReading[] = [];
  for (const batch of batchesOf(parsed.data.readings)) {
    const result = await takeBatch(newsroom, actor, batch, parsed.data.publish);
    if (!result.ok) return result;
    taken.push(...result.value);
  }
  return { ok: true, value: { readings: taken } };
}

/** A page is never divided between batches. */
function* batchesOf(pages: readonly Page[]): Generator<Page[]> {
  let batch: Page[] = [];
  let count = 0;
  for (const page of pages) {
    const stories = page.reading.stories.length;
    if (batch.length > 0 && (count + stories > batchSize || batch.length >= batchSize)) {
      yield batch;
      batch = [];
      count = 0;
    }
    batch.push(page);
    count += stories;
  }
  if (batch.length > 0) yield batch;
}

async function takeBatch(
  newsroom: Newsroom,
  actor: Actor,
  pages: readonly Page[],
  isPublished: boolean,
): Promise<Result<TakenReading[]>> {
  try {
    return await perform(newsroom, actor, 'take-in', (doing) => new Batch(doing, isPublished).take(pages));
  } catch (error) {
    if (error instanceof RecordsError) throw error;
    const [page] = pages;
    // Something in one page that nobody thought of: the others go in, and that one is refused.
    if (pages.length > 1) return await takeSingly(newsroom, actor, pages, isPublished);
    if (page === undefined) throw error;
    return await refuseWhole(newsroom, actor, page, error);
  }
}

async function takeSingly(
  newsroom: Newsroom,
  actor: Actor,
  pages: readonly Page[],
  isPublished: boolean,
): Promise<Result<TakenReading[]>> {
  const taken: TakenReading[] = [];
  for (const page of pages) {
    const result = await takeBatch(newsroom, actor, [page], isPublished);
    if (!result.ok) return result;
    taken.push(...result.value);
  }
  return { ok: true, value: taken };
}

async function refuseWhole(
  newsroom: Newsroom,
  actor: Actor,
  { reading, hash }: Page,
  error: unknown,
): Promise<Result<TakenReading[]>> {
  const reason = `The page could not be filed: ${error instanceof Error ? error.message : String(error)}`.slice(
    0,
    1000,
  );
  const refusal: Refusal = { source: reading.source, place: null, kind: 'invalid', reason };
  return await perform(newsroom, actor, 'take-in', async (doing) => {
    doing.allow();
    await addRefusals(doing, [refusal]);
    return [{ source: reading.source, hash, stories: [{ outcome: 'refused' as const, headline: '', refusal }] }];
  });
}

const importsByHash = precompiledForMany((db, hashes: readonly string[]) =>
  db.selectFrom('imports').select(['hash', 'stories']).where('hash', 'in', hashes),
);

/** What is remembered of an input, for answering when it comes again. */
type Remembered = readonly { readonly headline: string; readonly storyId: StoryId }[];

class Batch {
  readonly #doing: Doing;
  readonly #isPublished: boolean;

  constructor(doing: Doing, isPublished: boolean) {
    this.#doing = doing;
    this.#isPublished = isPublished;
  }

  async take(pages: readonly Page[]): Promise<TakenReading[]> {
    const doing = this.#doing;
    doing.allow();
    const known = new Map<string, Remembered>();
    for (const row of await importsByHash(doing.tx, [...new Set(pages.map((page) => page.hash))])) {
      known.set(row.hash, JSON.parse(row.stories) as Remembered);
    }
    // One input twice in a batch: the second is answered by the first.
    const fresh = new Map<string, Page>();
    for (const page of pages) if (!known.has(page.hash) && !fresh.has(page.hash)) fresh.set(page.hash, page);
    const taken = await this.#takePages([...fresh.values()]);
    await this.#remember([...fresh.values()], taken);
    const answered = new Set<string>();
    return pages.map(({ reading: { source }, hash }) => {
      const first = answered.has(hash) ? undefined : taken.get(hash);
      answered.add(hash);
      const stories = first ?? known.get(hash)?.map(unchanged) ?? (taken.get(hash) ?? []).map(again);
      return { source, hash, stories };
    });
  }

  async #takePages(pages: readonly Page[]): Promise<Map<string, TakenStory[]>> {
    const taken = new Map<string, TakenStory[]>(pages.map((page) => [page.hash, []]));
    if (pages.length === 0) return taken;
    const editions = await editionsOrFirst(this.#doing);
    const waiting: { prepared: Prepared; answer: (story: TakenStory) => void }[] = [];
    for (const { reading, hash } of pages) {
      const stories = taken.get(hash) ?? [];
      for (const [place, draft] of reading.stories.entries()) {
        const preparation = prepare(draft, reading.source, place, editions);
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
      const { source, place } = prepared;
      const refusal: Refusal = { source, place: `story ${place + 1}`, kind: 'invalid', reason: revised.reason };
      answer({ outcome: 'refused', headline, refusal });
    }
  }

  /** An input without refusals is known again by its hash; one with refusals is looked at anew each time. */
  async #remember(pages: readonly Page[], taken: ReadonlyMap<string, readonly TakenStory[]>): Promise<void> {
    const doing = this.#doing;
    const refusals: Refusal[] = [];
    const rows: { hash: string; source: string; at: number; stories: string }[] = [];
    for (const { reading, hash } of pages) {
      const stories = taken.get(hash) ?? [];
      const refused = stories.flatMap((story) => (story.outcome === 'refused' ? [story.refusal] : []));
      refusals.push(...refused);
      if (refused.length > 0 || stories.length === 0) continue;
      const remembered: Remembered = stories.flatMap((story) =>
        story.outcome === 'refused' ? [] : [{ headline: story.headline, storyId: story.storyId }],
      );
      rows.push({ hash, source: reading.source, at: doing.at, stories: JSON.stringify(remembered) });
    }
    await insertAll(doing.tx, 'imports', rows);
    await removeRefusals(
      doing,
      pages.map((page) => page.reading.source),
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

/** Those of `waiting` of which no two share an address or a headline, and the rest. */
function withoutTwins<Waiting extends { prepared: Prepared }>(
  waiting: readonly Waiting[],
): { round: Waiting[]; later: Waiting[] } {
  const met = new Set<string>();
  const round: Waiting[] = [];
  const later: Waiting[] = [];
  for (const item of waiting) {
    const { edition, headlineKey, addressKey } = item.prepared;
    const keys = [
      ...(headlineKey === '' ? [] : [`${edition.key} ${headlineKey}`]),
      ...(addressKey === null ? [] : [`@${addressKey}`]),
    ];
    if (keys.some((key) => met.has(key))) later.push(item);
    else round.push(item);
    // Also what waits keeps its twins waiting, so that captures stay in order.
    for (const key of keys) met.add(key);
  }
  return { round, later };
}
