// What the database itself refuses, whoever asks: changes to revisions and log, references to nothing, half-live stories.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import type { StoryId } from '../story/ids.ts';
import { isConflict } from './errors.ts';
import { insertAll } from './insert-all.ts';
import type { Records } from './open.ts';
import { addPaper, addStories, ar } from './sample-paper.ts';

eachEngine('the tables', (open, { engine }) => {
  async function paper(): Promise<Records> {
    const records = await open();
    await records.transact(async (tx) => {
      await addPaper(tx);
      await addStories(tx, [{ headline: 'خبر', publishedAt: 1000 }]);
      await insertAll(tx, 'log', [
        { id: 1, at: 1, actor: 'user:1', act: 'kill', subject: 'story:1', rule: 'editors may', detail: '{}' },
      ]);
    });
    return records;
  }

  test('a revision cannot be changed', async () => {
    const records = await paper();
    const change = records.transact((tx) => tx.updateTable('revisions').set({ content: '{}' }).execute());
    await expect(change).rejects.toThrow('rows of revisions are never changed or deleted');
    const [row] = await records.read.selectFrom('revisions').select('content').execute();
    expect(row?.content).toContain('خبر');
  });

  test('a revision cannot be deleted or replaced', async () => {
    const records = await paper();
    const removal = records.transact((tx) => tx.deleteFrom('revisions').execute());
    await expect(removal).rejects.toThrow('rows of revisions are never changed or deleted');
    const replacement = records.transact((tx) =>
      engine === 'sqlite'
        ? sql`replace into revisions select * from revisions`.execute(tx)
        : sql`truncate revisions cascade`.execute(tx),
    );
    await expect(replacement).rejects.toThrow('rows of revisions are never changed or deleted');
    expect(await records.read.selectFrom('revisions').select('id').execute()).toHaveLength(1);
  });

  test('the log is only ever added to', async () => {
    const records = await paper();
    const message = 'rows of log are never changed or deleted';
    await expect(records.transact((tx) => tx.updateTable('log').set({ actor: 'x' }).execute())).rejects.toThrow(
      message,
    );
    await expect(records.transact((tx) => tx.deleteFrom('log').execute())).rejects.toThrow(message);
  });

  test('a story cannot be live without a revision and a card', async () => {
    const records = await paper();
    const halfLive = records.transact((tx) => tx.updateTable('stories').set({ card: null }).execute());
    await expect(halfLive).rejects.toThrow(/stories_live_whole/);
  });

  test('a listing of a story that is not there is refused', async () => {
    const records = await paper();
    const row = { list: 'edition:ar', published_at: 1, story_id: 99 as StoryId } as const;
    await expect(records.transact((tx) => insertAll(tx, 'listings', [row]))).rejects.toThrow(/foreign key/i);
  });

  test('a story that names a revision which never comes is refused at the commit', async () => {
    const records = await paper();
    const dangling = records.transact((tx) => tx.updateTable('stories').set({ head_revision_id: sql`99` }).execute());
    await expect(dangling).rejects.toThrow(/foreign key/i);
    const [row] = await records.read.selectFrom('stories').select('head_revision_id').execute();
    expect(row?.head_revision_id).toBe(1);
  });

  test('a second row with the same key is a conflict, and nothing else is', async () => {
    const records = await paper();
    const twice = records.transact((tx) => insertAll(tx, 'editions', [{ key: ar, position: 1, json: '{}' }]));
    const error = await twice.catch((reason: unknown) => reason);
    expect(isConflict(error)).toBe(true);
    const other = await sql`select nothing from nowhere`.execute(records.read).catch((reason: unknown) => reason);
    expect(other).toBeInstanceOf(Error);
    expect(isConflict(other)).toBe(false);
  });

  test('all rows of a large batch arrive as they were given, in whatever order their columns stand', async () => {
    const records = await paper();
    const rows = Array.from({ length: 201 }, (_, index) =>
      index % 2 === 0
        ? { hash: `h${index}`, source: 's', at: index, stories: '[]' }
        : { stories: '[]', at: index, source: 's', hash: `h${index}` },
    );
    await records.transact((tx) => insertAll(tx, 'imports', rows));
    const stored = await records.read.selectFrom('imports').selectAll().orderBy('at').execute();
    expect(stored.map((row) => ({ ...row }))).toEqual(rows);
  });
});
