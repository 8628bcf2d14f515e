// The promises of open records: who sees what and when, how processes take turns, and what is said when it cannot work.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test, vi } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import { RecordsError } from './errors.ts';
import { takeIds } from './ids.ts';
import { databaseFile, openRecords, type Records } from './open.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const lastOf = async (records: Records) =>
  (await records.read.selectFrom('counters').select('last').where('name', '=', 'log').executeTakeFirst())?.last ?? 0;
const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

eachEngine('records', (open, { engine, newPlace }) => {
  test('pages are read while an act is under way, and see nothing of it before it is done', async () => {
    const records = await open();
    let during: number | null = null;
    await records.transact(async (tx) => {
      await takeIds(tx, 'log', 5);
      during = await lastOf(records);
    });
    expect(during).toBe(0);
    expect(await lastOf(records)).toBe(5);
  });

  test('what an act has done is seen by the very next read, though a read came just before', async () => {
    const records = await open();
    for (let act = 1; act <= 20; act += 1) {
      await lastOf(records);
      await records.transact((tx) => takeIds(tx, 'log', 1));
      expect(await lastOf(records)).toBe(act);
    }
  });

  test('a statement outside of a transaction is seen by the very next read as well', async () => {
    const records = await open();
    await lastOf(records);
    await records.write.insertInto('counters').values({ name: 'log', last: 3 }).execute();
    expect(await lastOf(records)).toBe(3);
  });

  test('an act that fails leaves nothing, and the next goes on', async () => {
    const records = await open();
    const failing = records.transact(async (tx) => {
      await takeIds(tx, 'log', 5);
      await sql`insert into nowhere values (1)`.execute(tx);
    });
    await expect(failing).rejects.toThrow('nowhere');
    await records.transact((tx) => takeIds(tx, 'log', 1));
    expect(await lastOf(records)).toBe(1);
  });

  test('an act inside an act is refused, for it would wait for itself', async () => {
    const records = await open();
    const nested = records.transact(() => records.transact(async () => {}));
    await expect(nested).rejects.toThrow('transact was called inside transact');
    await records.transact((tx) => takeIds(tx, 'log', 1));
  });

  test('what other processes commit is noticed once, what this one commits is not', async () => {
    const place = await newPlace();
    const [one, other] = [await open(place), await open(place)];
    await vi.waitFor(() => expect(one.changedElsewhere()).toBe(false));
    await one.transact((tx) => takeIds(tx, 'log', 1));
    await vi.waitFor(() => expect(other.changedElsewhere()).toBe(true));
    expect(await lastOf(other)).toBe(1);
    expect(one.changedElsewhere()).toBe(false);
    expect(other.changedElsewhere()).toBe(false);
  });

  test('whoever was told of a change sees it, though a read in the same turn came before', async () => {
    const place = await newPlace();
    const [one, other] = [await open(place), await open(place)];
    await vi.waitFor(() => expect(other.changedElsewhere()).toBe(false));
    await lastOf(other);
    await one.transact((tx) => takeIds(tx, 'log', 1));
    await vi.waitFor(async () => {
      await lastOf(other);
      expect(other.changedElsewhere()).toBe(true);
    });
    expect(await lastOf(other)).toBe(1);
  });

  test('what an act has read is still true when it writes, though two processes do the same', async () => {
    const place = await newPlace();
    const both = [await open(place), await open(place)];
    const addOne = (records: Records) =>
      records.transact(async (tx) => {
        const row = await tx.selectFrom('counters').select('last').where('name', '=', 'log').executeTakeFirst();
        await turn();
        const last = (row?.last ?? 0) + 1;
        await tx
          .insertInto('counters')
          .values({ name: 'log', last })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ last }))
          .execute();
      });
    await Promise.all(
      both.map(async (records) => {
        for (let act = 0; act < 10; act += 1) await addOne(records);
      }),
    );
    for (const records of both) expect(await lastOf(records)).toBe(20);
  });

  test('acts that take ids in opposite orders do not stop each other', async () => {
    const place = await newPlace();
    const [one, other] = [await open(place), await open(place)];
    const take = async (records: Records, names: readonly ('stories' | 'topics')[]) => {
      for (let act = 0; act < 10; act += 1) {
        await records.transact(async (tx) => {
          for (const name of names) {
            await takeIds(tx, name, 1);
            await turn();
          }
        });
      }
    };
    await Promise.all([take(one, ['stories', 'topics']), take(other, ['topics', 'stories'])]);
    const rows = await one.read.selectFrom('counters').select('last').execute();
    expect(rows.map((row) => row.last)).toEqual([20, 20]);
  });

  test('a process that writes without a pause does not keep another from its turn', async () => {
    const place = await newPlace();
    const [importing, editing] = [await open(place), await open(place)];
    let isImporting = true;
    const imported = (async () => {
      while (isImporting) {
        await importing.transact(async (tx) => {
          await takeIds(tx, 'log', 1);
          // A batch holds the lock for a while, and others may try meanwhile.
          const until = performance.now() + 20;
          while (performance.now() < until) await turn();
        });
      }
    })();
    try {
      const begun = performance.now();
      for (let act = 0; act < 5; act += 1) await editing.transact((tx) => takeIds(tx, 'outbox', 1));
      expect(performance.now() - begun).toBeLessThan(10_000);
    } finally {
      isImporting = false;
      await imported;
    }
  });

  test('waiting for another process does not hold up this one', async () => {
    const place = await newPlace();
    const [holding, waiting] = [await open(place), await open(place)];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isHeld = () => {};
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const long = holding.transact(async (tx) => {
      await takeIds(tx, 'log', 1);
      isHeld();
      await released;
    });
    await held;
    const done = vi.fn();
    const act = waiting.transact((tx) => takeIds(tx, 'log', 1)).then(done);
    for (let read = 0; read < 50; read += 1) {
      expect(await lastOf(waiting)).toBe(0);
      await turn();
    }
    expect(done).not.toHaveBeenCalled();
    release();
    await Promise.all([long, act]);
    expect(await lastOf(waiting)).toBe(2);
  });

  test('a reader refuses to write', async () => {
    const records = await open();
    const writing = records.read.insertInto('counters').values({ name: 'log', last: 3 }).execute();
    await expect(writing).rejects.toThrow(/read.?only/i);
  });

  test('large numbers come back as numbers', async () => {
    const records = await open();
    await records.transact(async (tx) => {
      await tx.insertInto('counters').values({ name: 'log', last: 4_102_444_800_000 }).execute();
    });
    expect(await lastOf(records)).toBe(4_102_444_800_000);
    const { total } = await records.read
      .selectFrom('counters')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(1);
  });

  test('closing twice does no harm, and reading afterwards fails', async () => {
    const records = await open();
    await records.close();
    expect(await failureOf(lastOf(records))).toBeInstanceOf(Error);
    if (engine === 'sqlite') await records.close();
  });
});

const folders: string[] = [];
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warraq-test-'));
  folders.push(folder);
  return folder;
}
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test('a file that is no database is refused as corrupt, with its name and what to do', async () => {
  const data = await newFolder();
  await writeFile(join(data, databaseFile), 'هذا ليس قاعدة بيانات. '.repeat(100));
  const error = await failureOf(openRecords({ data }));
  expect(error).toBeInstanceOf(RecordsError);
  expect(error).toMatchObject({ kind: 'corrupt' });
  expect(String(error)).toContain(join(data, databaseFile));
  expect(String(error)).toContain('backup');
});

test('a data folder that cannot be made is refused as unreachable', async () => {
  const data = join(await newFolder(), 'file');
  await writeFile(data, '');
  expect(await failureOf(openRecords({ data: join(data, 'inside') }))).toMatchObject({ kind: 'unreachable' });
});

test('a PostgreSQL that is not there is refused as unreachable, without its password in the message', async () => {
  const data = await newFolder();
  const error = await failureOf(openRecords({ data, databaseUrl: 'postgres://paper:secret@127.0.0.1:1/news' }));
  expect(error).toMatchObject({ kind: 'unreachable' });
  expect(String(error)).toContain('127.0.0.1:1/news');
  expect(String(error)).not.toContain('secret');
});
