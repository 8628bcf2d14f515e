// The promises of precompiled queries: each call gets its own values, and a value cannot be baked in by mistake.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import { precompiled, precompiledForMany } from './precompiled.ts';

eachEngine('precompiled queries', (open) => {
  const between = precompiled((db, from: number, to: number) =>
    db.selectFrom('counters').select('name').where('last', '<=', to).where('last', '>=', from).orderBy('name'),
  );
  const byNames = precompiledForMany((db, names: readonly string[]) =>
    db.selectFrom('counters').select(['name', 'last']).where('name', 'in', names),
  );

  async function counters(count: number) {
    const records = await open();
    await records.transact(async (tx) => {
      for (let last = 1; last <= count; last += 1)
        await tx
          .insertInto('counters')
          .values({ name: `c${last}`, last })
          .execute();
    });
    return records;
  }

  test('each call gets its own values, in whatever order the query uses them, inside a transaction too', async () => {
    const records = await counters(5);
    const names = async (from: number, to: number) => (await between(records.read, from, to)).map((row) => row.name);
    expect(await names(2, 3)).toEqual(['c2', 'c3']);
    expect(await names(4, 9)).toEqual(['c4', 'c5']);
    const inside = await records.transact((tx) => between(tx, 1, 1));
    expect(inside.map((row) => row.name)).toEqual(['c1']);
  });

  test('the rows of any number of keys come, each once', async () => {
    const records = await counters(9);
    for (const size of [0, 1, 2, 3, 5, 8, 9]) {
      const names = Array.from({ length: size }, (_, index) => `c${index + 1}`);
      const rows = await byNames(records.read, names);
      expect(rows.map((row) => row.name).sort()).toEqual(names);
    }
    const many = Array.from({ length: 700 }, (_, index) => `c${index + 1}`);
    expect(await byNames(records.read, many)).toHaveLength(9);
  });

  test('a query with a value of its own is refused', async () => {
    const records = await counters(1);
    const baked = precompiled((db, from: number) =>
      db.selectFrom('counters').select('name').where('last', '>=', from).where(sql<boolean>`name = ${'c1'}`),
    );
    await expect(baked(records.read, 1)).rejects.toThrow('arguments and literals only');
  });
});
