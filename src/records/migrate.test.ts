// The promises of migrations: forward only, whole or not at all, once however many start at the same moment, never over a newer database.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import { RecordsError } from './errors.ts';
import { migrate, migrations } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { openRecords } from './open.ts';
import { addPaper, addStories } from './sample-paper.ts';

const later: Migration = {
  name: '9000-later',
  async up(tx) {
    await tx.schema.createTable('supplements').addColumn('name', 'text').execute();
    await sql`insert into supplements (name) values ('books')`.execute(tx);
  },
};
const failing: Migration = {
  name: '9001-failing',
  async up(tx) {
    await tx.schema.createTable('half_done').addColumn('name', 'text').execute();
    throw new Error('this one fails');
  },
};

eachEngine('migrations', (open, { newPlace }) => {
  test('a database written by a newer version is refused, and nothing is changed in it', async () => {
    const place = await newPlace();
    const records = await open(place);
    await migrate(records, [...migrations, later]);
    const error = await openRecords(place).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecordsError);
    expect(error).toMatchObject({ kind: 'newer-database' });
    expect(String(error)).toContain('9000-later');
    expect(String(error)).toContain('Install the newer version');
  });

  test('what is already run is not run again, and what is stored stays', async () => {
    const place = await newPlace();
    const first = await open(place);
    await first.transact(async (tx) => {
      await addPaper(tx);
      await addStories(tx, [{ headline: 'خبر', publishedAt: 1 }]);
    });
    await migrate(first, [...migrations, later]);
    await migrate(first, [...migrations, later]);
    const { rows } = await sql`select name from supplements`.execute(first.read);
    expect(rows).toHaveLength(1);
    expect(await first.read.selectFrom('stories').select('id').execute()).toHaveLength(1);
  });

  test('a migration that fails leaves nothing behind, and those before it stay', async () => {
    const records = await open();
    await expect(migrate(records, [...migrations, later, failing])).rejects.toThrow('this one fails');
    await expect(sql`select * from half_done`.execute(records.read)).rejects.toThrow('half_done');
    expect((await sql`select * from supplements`.execute(records.read)).rows).toHaveLength(1);
    await migrate(records, [...migrations, later]);
  });

  test('several that open a new database at the same moment all find it ready', async () => {
    const place = await newPlace();
    const opened = await Promise.all(Array.from({ length: 4 }, () => open(place)));
    for (const records of opened) {
      const { rows } = await sql`select name from migrations`.execute(records.read);
      expect(rows).toHaveLength(migrations.length);
    }
  });
});
