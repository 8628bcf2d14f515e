// Looks over the whole system of record for what must never be: for `warraq doctor`, before and after a backup, after a crash.
import { type Kysely, sql } from 'kysely';
import { checkDocuments } from './check-documents.ts';
import { RecordsError } from './errors.ts';
import { migrations } from './migrate.ts';
import type { Records } from './open.ts';
import type { Tables } from './tables.ts';

export type RecordsProblemKind =
  | 'damaged-file'
  | 'broken-reference'
  | 'missing-migration'
  | 'revision-of-another-story'
  | 'revision-gap'
  | 'card-differs'
  | 'listed-not-live'
  | 'live-not-listed'
  | 'quotation-not-live'
  | 'listing-date-differs'
  | 'counter-behind'
  | 'outbox-gap'
  | 'bad-document';

export interface RecordsProblem {
  readonly kind: RecordsProblemKind;
  /** One English sentence. */
  readonly problem: string;
  /** What it was found on, `story:12`, where it is one thing. */
  readonly subject: string | null;
}

/** Most problems told of one kind: a broken disk could fill the memory with them. */
const mostOfAKind = 100;

type Check = (records: Records) => Promise<RecordsProblem[]>;

/** Every problem found, none when all is well. Reads everything: minutes on a paper of millions of stories. */
export async function checkRecords(records: Records): Promise<RecordsProblem[]> {
  if (records.engine === 'sqlite') return await runAll([...ofSqlite, ...ofBoth], records);
  return await records.read.connection().execute(async (read) => {
    // These queries may take longer than a page may.
    await sql`set statement_timeout = 0`.execute(read);
    try {
      return await runAll(ofBoth, { ...records, read });
    } finally {
      await sql`reset statement_timeout`.execute(read);
    }
  });
}

async function runAll(checks: readonly Check[], records: Records): Promise<RecordsProblem[]> {
  const problems: RecordsProblem[] = [];
  for (const check of checks) {
    try {
      problems.push(...(await check(records)));
    } catch (error) {
      // What cannot even be read is a finding like another, and the other checks may still say more.
      if (!(error instanceof RecordsError) || error.kind !== 'corrupt') throw error;
      problems.push(found('damaged-file', null, error.message));
    }
  }
  return problems;
}

const found = (kind: RecordsProblemKind, subject: string | null, problem: string): RecordsProblem => ({
  kind,
  subject,
  problem,
});

/** Rows that a query answers are each a problem; all rules below are such queries. */
function rule<Row>(
  kind: RecordsProblemKind,
  query: (db: Kysely<Tables>) => { execute(): Promise<Row[]> },
  tell: (row: Row) => { subject: string | null; problem: string },
): Check {
  return async ({ read }) => {
    const rows = await query(read).execute();
    return rows.map((row) => {
      const { subject, problem } = tell(row);
      return found(kind, subject, problem);
    });
  };
}

const ofSqlite: readonly Check[] = [
  async ({ read, where }) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(${sql.lit(mostOfAKind)})`.execute(
      read,
    );
    return rows
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => found('damaged-file', null, `${where} is damaged: ${row.integrity_check}`));
  },
  async ({ read }) => {
    const { rows } = await sql<{
      table: string;
      rowid: number | null;
      parent: string;
    }>`pragma foreign_key_check`.execute(read);
    return rows
      .slice(0, mostOfAKind)
      .map((row) =>
        found(
          'broken-reference',
          null,
          `row ${row.rowid} of ${row.table} names a row of ${row.parent} that is not there`,
        ),
      );
  },
];

const everyMigration: Check = async ({ read }) => {
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(read);
  const done = new Set(rows.map((row) => row.name));
  return migrations
    .filter((migration) => !done.has(migration.name))
    .map((migration) => found('missing-migration', null, `the migration ${migration.name} has not been run`));
};

/** A live or head revision must be one of the story's own. */
const ownRevisions = rule(
  'revision-of-another-story',
  (db) =>
    db
      .selectFrom('stories')
      .leftJoin('revisions as head', 'head.id', 'stories.head_revision_id')
      .leftJoin('revisions as live', 'live.id', 'stories.live_revision_id')
      .select('stories.id')
      .where((eb) =>
        eb.or([
          eb('head.id', 'is', null),
          eb('head.story_id', '<>', eb.ref('stories.id')),
          eb.and([eb('stories.live_revision_id', 'is not', null), eb('live.id', 'is', null)]),
          eb('live.story_id', '<>', eb.ref('stories.id')),
        ]),
      )
      .limit(mostOfAKind),
  ({ id }) => ({ subject: `story:${id}`, problem: `story ${id} names a revision that is missing or another story's` }),
);

const numberedRevisions = rule(
  'revision-gap',
  (db) =>
    db
      .selectFrom('revisions')
      .select('story_id')
      .groupBy('story_id')
      .having((eb) =>
        eb.or([eb(eb.fn.min('number'), '<>', 1), eb(eb.fn.max('number'), '<>', eb.fn.countAll<number>())]),
      )
      .limit(mostOfAKind),
  ({ story_id }) => ({
    subject: `story:${story_id}`,
    problem: `the revisions of story ${story_id} are not numbered 1, 2, 3 …`,
  }),
);

/** Only live stories stand in lists. */
const listedAreLive = rule(
  'listed-not-live',
  (db) =>
    db
      .selectFrom('listings')
      .leftJoin('stories', 'stories.id', 'listings.story_id')
      .select(['listings.list', 'listings.story_id', 'stories.state'])
      .where((eb) => eb.or([eb('stories.id', 'is', null), eb('stories.state', '<>', 'live')]))
      .limit(mostOfAKind),
  ({ list, story_id, state }) => ({
    subject: `story:${story_id}`,
    problem: `story ${story_id} is ${state ?? 'not there'} and still stands in the list ${list}`,
  }),
);

/** What is quoted stands in the revision that readers see. */
const quotedAreLive = rule(
  'quotation-not-live',
  (db) =>
    db
      .selectFrom('quotations')
      .leftJoin('stories', 'stories.id', 'quotations.story_id')
      .select('quotations.story_id')
      .distinct()
      .where((eb) =>
        eb.or([
          eb('stories.live_revision_id', 'is', null),
          eb('stories.live_revision_id', '<>', eb.ref('quotations.revision_id')),
        ]),
      )
      .limit(mostOfAKind),
  ({ story_id }) => ({
    subject: `story:${story_id}`,
    problem: `story ${story_id} is quoted in words that are not, or no longer, before its readers`,
  }),
);

/**
 * Every live story stands in the list of its edition and in that of a section: the one where readers see it, which the desk may
 * have changed without having published it yet.
 */
const liveAreListed = rule(
  'live-not-listed',
  (db) =>
    db
      .selectFrom('stories')
      .select(['stories.id', 'stories.edition'])
      .where('state', '=', 'live')
      .where((eb) =>
        eb.or(
          [sql`listings.list = 'edition:' || stories.edition`, sql`listings.list like 'section:%'`].map((isInList) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('listings')
                  .select('listings.story_id')
                  .whereRef('listings.story_id', '=', 'stories.id')
                  .where(sql<boolean>`${isInList}`),
              ),
            ),
          ),
        ),
      )
      .limit(mostOfAKind),
  ({ id, edition }) => ({
    subject: `story:${id}`,
    problem: `story ${id} is live but does not stand in the list edition:${edition} or in that of any section`,
  }),
);

/** A story has one date in all its lists, the one by which it was first published. */
const listedByDate = rule(
  'listing-date-differs',
  (db) =>
    db
      .selectFrom('listings')
      .innerJoin('stories', 'stories.id', 'listings.story_id')
      .select(['listings.list', 'listings.story_id'])
      .whereRef('listings.published_at', '<>', 'stories.first_published_at')
      .limit(mostOfAKind),
  ({ list, story_id }) => ({
    subject: `story:${story_id}`,
    problem: `story ${story_id} stands in the list ${list} under another date than that of its first publication`,
  }),
);

/** Ids are given out by counters; one that is behind would give an id out twice. */
const counted = [
  'stories',
  'revisions',
  'sections',
  'authors',
  'topics',
  'pictures',
  'corrections',
  'log',
  'outbox',
  'refusals',
] as const;
const countersAreAhead: Check = async ({ read }) => {
  const problems: RecordsProblem[] = [];
  for (const table of counted) {
    const { rows } = await sql<{ highest: number | null; last: number | null }>`select
      (select max(id) from ${sql.table(table)}) as highest,
      (select last from counters where name = ${table}) as last`.execute(read);
    const { highest = null, last = null } = rows[0] ?? {};
    if ((highest ?? 0) > (last ?? 0)) {
      problems.push(
        found('counter-behind', null, `the counter of ${table} is at ${last ?? 0}, but there is an id ${highest}`),
      );
    }
  }
  return problems;
};

/** Events are numbered without gaps up to the counter, from wherever the oldest that was kept is. */
const outboxHasNoGaps: Check = async ({ read }) => {
  const { rows } = await sql<{
    lowest: number | null;
    highest: number | null;
    total: number;
    last: number | null;
  }>`select
    min(id) as lowest, max(id) as highest, count(*) as total,
    (select last from counters where name = 'outbox') as last from outbox`.execute(read);
  const { lowest = null, highest = null, total = 0, last = null } = rows[0] ?? {};
  if (lowest === null || highest === null) return [];
  const problems: RecordsProblem[] = [];
  if (highest - lowest + 1 !== total) {
    problems.push(found('outbox-gap', null, `the outbox has ${total} events between ${lowest} and ${highest}`));
  }
  if (last !== null && last > highest) {
    problems.push(found('outbox-gap', null, `the outbox ends at ${highest}, but ids up to ${last} were given out`));
  }
  return problems;
};

const ofBoth: readonly Check[] = [
  everyMigration,
  ownRevisions,
  numberedRevisions,
  listedAreLive,
  liveAreListed,
  listedByDate,
  quotedAreLive,
  countersAreAhead,
  outboxHasNoGaps,
  ({ read }) => checkDocuments(read, mostOfAKind),
];
