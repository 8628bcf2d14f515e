// The promises of source ids: found both ways, one story each, and reached from a database that was made before there were any.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import type { StoryId } from '../story/ids.ts';
import { isConflict } from './errors.ts';
import { insertAll } from './insert-all.ts';
import { migrate } from './migrate.ts';
import type { Records } from './open.ts';
import { ofSourceIds, sourceIdsOf } from './read/source-ids.ts';
import { addPaper, addStories } from './sample-paper.ts';

const hash = 'a'.repeat(64);

eachEngine('source ids', (open) => {
  async function paper(): Promise<{ records: Records; ids: StoryId[] }> {
    const records = await open();
    const ids = await records.transact(async (tx) => {
      await addPaper(tx);
      return await addStories(tx, [
        { headline: 'خبر', publishedAt: 1 },
        { headline: 'خبر آخر', publishedAt: 2 },
        { headline: 'خبر ثالث', publishedAt: 3 },
      ]);
    });
    await records.transact((tx) =>
      insertAll(
        tx,
        'source_ids',
        ids.slice(0, 2).map((story_id, at) => ({ source_id: `A${at}`, story_id, outlet: 'BBC', hash })),
      ),
    );
    return { records, ids };
  }

  test('a source id leads to its story, and a story to its source id; what is unknown is absent', async () => {
    const { records, ids } = await paper();
    const found = await ofSourceIds(records.read, ['A1', 'none', 'A0', 'A1']);
    expect([...found.values()].map(({ sourceId, storyId }) => [sourceId, storyId]).sort()).toEqual([
      ['A0', ids[0]],
      ['A1', ids[1]],
    ]);
    expect(found.get('A1')).toEqual({ sourceId: 'A1', storyId: ids[1], outlet: 'BBC', hash });
    expect(Object.fromEntries(await sourceIdsOf(records.read, ids))).toEqual({ 1: 'A0', 2: 'A1' });
  });

  test('neither a second story under one source id nor a second source id of one story is stored', async () => {
    const { records, ids } = await paper();
    const [first, , third] = ids as [StoryId, StoryId, StoryId];
    for (const row of [
      { source_id: 'A0', story_id: third, outlet: '', hash },
      { source_id: 'A9', story_id: first, outlet: '', hash },
    ]) {
      const error = await records.transact((tx) => insertAll(tx, 'source_ids', [row])).catch((reason) => reason);
      expect(isConflict(error)).toBe(true);
    }
  });

  test('a paper that was made before there were source ids gets them, and keeps its stories', async () => {
    const { records } = await paper();
    await records.transact(async (tx) => {
      await tx.schema.dropTable('source_ids').execute();
      await sql`delete from migrations where name = '0003-source-ids'`.execute(tx);
    });
    await migrate(records);
    expect((await ofSourceIds(records.read, ['A0'])).size).toBe(0);
    expect(await records.read.selectFrom('stories').select('id').execute()).toHaveLength(3);
  });
});
