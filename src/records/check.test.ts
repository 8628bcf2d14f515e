// The promises of `checkRecords`: silent over a sound paper, and each kind of break is found.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import type { StoryId } from '../story/ids.ts';
import { checkRecords } from './check.ts';
import { takeIds } from './ids.ts';
import { insertAll } from './insert-all.ts';
import type { Records } from './open.ts';
import { appendEvents } from './outbox.ts';
import { addPaper, addStories } from './sample-paper.ts';

eachEngine('the check of records', (open) => {
  async function paper(): Promise<{ records: Records; first: StoryId }> {
    const records = await open();
    const [first] = await records.transact(async (tx) => {
      await addPaper(tx);
      await appendEvents(tx, [{ at: 1, type: 'published', storyId: null, touches: [] }]);
      return await addStories(tx, [
        { headline: 'خبر أول', publishedAt: 1000 },
        { headline: 'خبر ثانٍ', publishedAt: 2000 },
      ]);
    });
    if (first === undefined) throw new Error('no story was added');
    return { records, first };
  }

  const kinds = async (records: Records) => (await checkRecords(records)).map((problem) => problem.kind);

  test('a sound paper has no problem', async () => {
    const { records } = await paper();
    expect(await checkRecords(records)).toEqual([]);
  });

  test('a new database has no problem', async () => {
    expect(await checkRecords(await open())).toEqual([]);
  });

  test('a killed story that still stands in lists is found, by its number', async () => {
    const { records, first } = await paper();
    await records.transact((tx) =>
      tx.updateTable('stories').set({ state: 'killed' }).where('id', '=', first).execute(),
    );
    const problems = await checkRecords(records);
    expect(problems.map((problem) => problem.kind)).toEqual(['listed-not-live', 'listed-not-live']);
    expect(problems.map((problem) => problem.subject)).toEqual(['story:1', 'story:1']);
    expect(problems[0]?.problem).toContain('killed');
  });

  test('a quotation from a story that is not live is found', async () => {
    const { records, first } = await paper();
    const said = {
      paragraph: 0,
      start: 0,
      published_at: 0,
      topic_id: null,
      speaker_key: 'K',
      speaker: 'قائل',
      words: 'قول',
    };
    await records.transact(async (tx) => {
      const { live_revision_id: live } = await tx
        .selectFrom('stories')
        .select('live_revision_id')
        .where('id', '=', first)
        .executeTakeFirstOrThrow();
      if (live === null) throw new Error('the first story of the sample paper is live');
      await insertAll(tx, 'quotations', [{ ...said, story_id: first, position: 0, revision_id: live }]);
    });
    expect(await kinds(records)).toEqual([]);
    await records.transact(async (tx) => {
      await tx.deleteFrom('listings').where('story_id', '=', first).execute();
      await tx
        .updateTable('stories')
        .set({ state: 'killed', live_revision_id: null })
        .where('id', '=', first)
        .execute();
    });
    expect(await kinds(records)).toEqual(['quotation-not-live']);
  });

  test('a live story that is missing from a list is found', async () => {
    const { records, first } = await paper();
    await records.transact((tx) =>
      tx.deleteFrom('listings').where('story_id', '=', first).where('list', '=', 'section:1').execute(),
    );
    expect(await kinds(records)).toEqual(['live-not-listed']);
  });

  test('a listing under another date is found', async () => {
    const { records, first } = await paper();
    await records.transact((tx) =>
      tx.updateTable('listings').set({ published_at: 1 }).where('story_id', '=', first).execute(),
    );
    expect(await kinds(records)).toEqual(['listing-date-differs', 'listing-date-differs']);
  });

  test('a card that is not that of the live revision is found', async () => {
    const { records, first } = await paper();
    const { card } = await records.read
      .selectFrom('stories')
      .select('card')
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    const other = JSON.stringify({ ...JSON.parse(card ?? ''), headline: 'عنوان آخر', sectionId: 9 });
    await records.transact((tx) => tx.updateTable('stories').set({ card: other }).where('id', '=', first).execute());
    const problems = await checkRecords(records);
    expect(problems).toMatchObject([{ kind: 'card-differs', subject: 'story:1' }]);
    expect(problems[0]?.problem).toContain('headline');
  });

  test('a card that is no JSON is found', async () => {
    const { records, first } = await paper();
    await records.transact((tx) => tx.updateTable('stories').set({ card: '{"id"' }).where('id', '=', first).execute());
    expect(await kinds(records)).toEqual(['bad-document']);
  });

  test("a live revision that is another story's is found", async () => {
    const { records, first } = await paper();
    await records.transact((tx) =>
      tx
        .updateTable('stories')
        .set({ live_revision_id: sql`(select max(id) from revisions)` })
        .where('id', '=', first)
        .execute(),
    );
    expect(await kinds(records)).toEqual(['revision-of-another-story', 'card-differs']);
  });

  test('a counter that would give an id out twice is found', async () => {
    const { records } = await paper();
    await records.transact((tx) => tx.updateTable('counters').set({ last: 1 }).where('name', '=', 'stories').execute());
    const problems = await checkRecords(records);
    expect(problems).toMatchObject([{ kind: 'counter-behind' }]);
    expect(problems[0]?.problem).toContain('stories is at 1, but there is an id 2');
  });

  test('an event that is missing from the outbox is found, inside it and at its end', async () => {
    const { records } = await paper();
    const event = { at: 1, type: 'published', storyId: null, touches: [] };
    await records.transact((tx) => appendEvents(tx, [event, event]));
    await records.transact((tx) => tx.deleteFrom('outbox').where('id', '=', 2).execute());
    expect(await kinds(records)).toEqual(['outbox-gap']);
    const { records: another } = await paper();
    await another.transact((tx) => takeIds(tx, 'outbox', 1));
    expect(await kinds(another)).toEqual(['outbox-gap']);
  });

  test('a migration that was not run is found', async () => {
    const { records } = await paper();
    await records.transact((tx) => sql`delete from migrations where name = '0002-log'`.execute(tx));
    expect(await kinds(records)).toEqual(['missing-migration']);
  });
});
