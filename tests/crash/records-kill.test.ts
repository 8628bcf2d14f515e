// Kills whoever writes, and the database server too, in the middle of a burst: what was acknowledged is there, and nothing is half there.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecords } from '../../src/records/check.ts';
import { openRecords, type Records, type RecordsPlace } from '../../src/records/open.ts';
import { addPaper } from '../../src/records/sample-paper.ts';
import type { StoryId } from '../../src/story/ids.ts';
import { eachEngine } from '../engines.ts';
import { type StartedPostgres, startPostgres } from '../postgres-setup.ts';

const writerFile = join(import.meta.dirname, 'burst-writer.ts');

interface Burst {
  readonly acknowledged: StoryId[];
  /** What the writer said last, when it was not a number. */
  readonly lastWords: string | null;
}

/** Lets a writer run for a random while after its first story, then does `kill`; answers what it had acknowledged. */
async function burst(place: RecordsPlace, kill: (writerId: number) => void): Promise<Burst> {
  const writer = spawn(process.execPath, [writerFile, JSON.stringify(place)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid } = writer;
  if (pid === undefined) throw new Error('the writer did not start');
  const acknowledged: StoryId[] = [];
  let lastWords: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: writer.stdout })) {
    if (/^\d+$/.test(line)) acknowledged.push(Number(line) as StoryId);
    else lastWords = line;
    timer ??= setTimeout(() => kill(pid), randomInt(5, 250));
  }
  clearTimeout(timer);
  return { acknowledged, lastWords };
}

/** Expects every acknowledged story whole, and no part of any other act without the rest of it. */
async function expectWhole(records: Records, acknowledged: readonly StoryId[]): Promise<void> {
  expect(await checkRecords(records)).toEqual([]);
  const ids = async (table: 'stories' | 'revisions') =>
    (await records.read.selectFrom(table).select('id').orderBy('id').execute()).map((row) => Number(row.id));
  const stories = await ids('stories');
  const missing = acknowledged.filter((id) => !stories.includes(id));
  expect(missing).toEqual([]);
  // Ids come from one counter an act at a time: a gap would be an act of which a part is gone.
  expect(stories).toEqual(stories.map((_, index) => index + 1));
  expect(await ids('revisions')).toEqual(stories);
  const events = await records.read.selectFrom('outbox').select(['id', 'story_id']).orderBy('id').execute();
  expect(events.map((event) => [event.id, event.story_id])).toEqual(stories.map((id) => [id, id]));
  const log = await records.read.selectFrom('log').select('subject').orderBy('id').execute();
  expect(log.map((entry) => entry.subject)).toEqual(stories.map((id) => `story:${id}`));
  const listings = await records.read.selectFrom('listings').select('story_id').execute();
  expect(listings).toHaveLength(2 * stories.length);
}

async function newPaper(place: RecordsPlace): Promise<void> {
  const records = await openRecords(place);
  await records.transact(addPaper);
  await records.close();
}

const rounds = 8;
/** Starting a writer takes a busy machine seconds. */
const patience = 240_000;

eachEngine('a writer that is killed', (open, { newPlace }) => {
  test(`loses nothing that it acknowledged and leaves nothing half done, in ${rounds} rounds`, {
    timeout: patience,
  }, async () => {
    const place = await newPlace();
    await newPaper(place);
    // A server has the records open all the while, as it would.
    const server = await open(place);
    const acknowledged: StoryId[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const result = await burst(place, (writerId) => process.kill(writerId, 'SIGKILL'));
      expect(result.lastWords).toBeNull();
      acknowledged.push(...result.acknowledged);
      const reopened = await openRecords(place);
      try {
        // PostgreSQL notices the dead writer when it next writes to it; the lock is free from then on.
        await reopened.transact(async () => {});
        await expectWhole(reopened, acknowledged);
      } finally {
        await reopened.close();
      }
      await expectWhole(server, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(rounds);
  });
});

describe('a PostgreSQL that is killed', () => {
  let postgres: StartedPostgres;
  let data: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    data = await mkdtemp(join(tmpdir(), 'warraq-test-'));
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(data, { recursive: true, force: true });
  });

  test('loses nothing that was acknowledged; the writer says so, and a server that stayed goes on, in 3 rounds', {
    timeout: patience,
  }, async () => {
    const place = { data, databaseUrl: postgres.url };
    await newPaper(place);
    const server = await openRecords(place);
    try {
      const acknowledged: StoryId[] = [];
      for (let round = 0; round < 3; round += 1) {
        // SIGQUIT is PostgreSQL's «immediate» stop: nothing is written any more, and the next start recovers from the log.
        const result = await burst(place, () => process.kill(postgres.processId, 'SIGQUIT'));
        expect(result.lastWords).toBe('unreachable');
        acknowledged.push(...result.acknowledged);
        const refused = await server.transact(async () => {}).catch((error: unknown) => error);
        expect(refused).toMatchObject({ kind: 'unreachable' });
        await postgres.restart();
        await expectWhole(server, acknowledged);
        await server.transact(async () => {});
      }
      expect(acknowledged.length).toBeGreaterThan(3);
    } finally {
      await server.close();
    }
  });
});
