// The promises of `takeIds`, on both engines.
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import { takeIds } from './ids.ts';

eachEngine('ids', (open) => {
  test('ids are consecutive, each counter by itself', async () => {
    const records = await open();
    const taken = await records.transact(async (tx) => [
      await takeIds(tx, 'stories', 5),
      await takeIds(tx, 'stories', 2),
      await takeIds(tx, 'outbox', 1),
      await takeIds(tx, 'stories', 1),
    ]);
    expect(taken).toEqual([1, 6, 1, 8]);
  });

  test('ids of an act that failed are given out again, so that no gap stays', async () => {
    const records = await open();
    const failing = records.transact(async (tx) => {
      await takeIds(tx, 'outbox', 3);
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await records.transact((tx) => takeIds(tx, 'outbox', 1))).toBe(1);
  });

  test('many acts at once never get the same id', async () => {
    const place = await open();
    const firsts = await Promise.all(
      Array.from({ length: 40 }, () => place.transact((tx) => takeIds(tx, 'stories', 2))),
    );
    expect([...firsts].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => 1 + 2 * index));
  });

  test('a number of ids that makes no sense is refused', async () => {
    const records = await open();
    await expect(records.transact((tx) => takeIds(tx, 'stories', 0))).rejects.toThrow(RangeError);
    await expect(records.transact((tx) => takeIds(tx, 'stories', 1.5))).rejects.toThrow(RangeError);
  });
});
