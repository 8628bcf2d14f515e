// The importer's act: takes captured pages in, batch by batch, each in one transaction. The same page twice changes nothing.
import { z } from 'zod';
import { RecordsError } from '../records/errors.ts';
import { type Reading, type Refusal, reading as readingSchema } from '../story/draft.ts';
import { perform } from './act.ts';
import type { Actor } from './actor.ts';
import { Batch, importsByHash, type PreparedPage, type TakenReading } from './captured/batch.ts';
import { prepare, type RecordPlace } from './captured/prepare.ts';
import { firstEdition } from './found-paper.ts';
import type { Newsroom } from './newsroom.ts';
import { editionsOf } from './paper.ts';
import { decide } from './policy/decide.ts';
import { addRefusals } from './refused.ts';
import { issuesOf, type Result } from './result.ts';

export type { TakenReading, TakenStory } from './captured/batch.ts';

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
        /** Of a record of a file of stories: with an id it is that story and no other, however alike. */
        record: z
          .object({
            line: z.number().int().positive(),
            id: z.string().min(1).max(200).nullable(),
            outlet: z.string().max(120),
            isFirst: z.boolean(),
          })
          .optional(),
      }),
    )
    .max(100_000),
  publish: z.boolean(),
});
type Page = z.output<typeof input>['readings'][number];

/** `record.isFirst`: the first line of its file that could be read, with which earlier refusals of the file are forgotten. */
export interface Given {
  readonly reading: Reading;
  readonly hash: string;
  readonly record?: RecordPlace & { readonly isFirst: boolean };
}

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
    readonly readings: readonly Given[];
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
  // All work on letters is done before the transaction, so that the writers' lock is held for the writing only.
  const prepared = await preparePages(newsroom, pages);
  try {
    return await perform(newsroom, actor, 'take-in', (doing) => new Batch(doing, isPublished).take(prepared));
  } catch (error) {
    if (error instanceof RecordsError) throw error;
    const [page] = pages;
    // Something in one page that nobody thought of: the others go in, and that one is refused.
    if (pages.length > 1) return await takeSingly(newsroom, actor, pages, isPublished);
    if (page === undefined) throw error;
    return await refuseWhole(newsroom, actor, page, error);
  }
}

async function preparePages({ records }: Newsroom, pages: readonly Page[]): Promise<PreparedPage[]> {
  const known = await importsByHash(records.read, [...new Set(pages.map((page) => page.hash))]);
  const hashes = new Set(known.map((row) => row.hash));
  const found = await editionsOf(records.read);
  const editions = found.length > 0 ? found : [firstEdition];
  return pages.map(({ reading: { source, stories }, hash, record }) => ({
    source,
    hash,
    forgetsRefusals: record?.isFirst ?? true,
    stories: hashes.has(hash)
      ? []
      : stories.map((story, place) => prepare(story, { source, place, hash, record: record ?? null }, editions)),
  }));
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
