// The promises of the outbox: numbered in order of commit without gaps, read on from any place, followers remember theirs.
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import type { DependencyKey } from '../story/listing.ts';
import { appendEvents, eventsAfter, followed, followedUpTo, lastEventId } from './outbox.ts';

const event = (type: string, touches: DependencyKey[] = []) => ({
  at: 1_764_000_000_000,
  type,
  storyId: null,
  touches,
});

eachEngine('the outbox', (open, under) => {
  test('events are given back as they were put in, numbered from 1', async () => {
    const records = await open();
    const appended = await records.transact((tx) =>
      appendEvents(tx, [event('published', ['story:1', 'edition:ar']), event('killed')]),
    );
    expect(appended.map(({ id, type }) => [id, type])).toEqual([
      [1, 'published'],
      [2, 'killed'],
    ]);
    expect(await eventsAfter(records.read, 0, 10)).toEqual(appended);
    expect(await eventsAfter(records.read, 1, 10)).toEqual(appended.slice(1));
    expect(await eventsAfter(records.read, 0, 1)).toEqual(appended.slice(0, 1));
    expect(await lastEventId(records.read)).toBe(2);
  });

  test('an act that fails leaves no event and no gap', async () => {
    const records = await open();
    expect(await lastEventId(records.read)).toBe(0);
    const failing = records.transact(async (tx) => {
      await appendEvents(tx, [event('published')]);
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    await records.transact((tx) => appendEvents(tx, [event('edited')]));
    const events = await eventsAfter(records.read, 0, 10);
    expect(events.map(({ id, type }) => [id, type])).toEqual([[1, 'edited']]);
  });

  test('whoever reads while two processes write never misses an event that comes later with a lower number', async () => {
    const place = await under.newPlace();
    const [one, other] = [await open(place), await open(place)];
    let seen = 0;
    let isWriting = true;
    const writing = Promise.all(
      [one, other].map(async (records) => {
        for (let act = 0; act < 20; act += 1) {
          await records.transact(async (tx) => {
            await appendEvents(tx, [event('published')]);
            await new Promise((resolve) => setImmediate(resolve));
          });
        }
      }),
    ).finally(() => {
      isWriting = false;
    });
    writing.catch(() => {});
    const read = async () => {
      for (const { id } of await eventsAfter(one.read, seen, 1000)) {
        expect(id).toBe(seen + 1);
        seen = id;
      }
    };
    while (isWriting) {
      await read();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    await read();
    expect(seen).toBe(40);
  });

  test('a follower goes on where it was, each by itself', async () => {
    const records = await open();
    expect(await followedUpTo(records.read, 'archive')).toBe(0);
    await records.transact((tx) => followed(tx, 'archive', 7));
    await records.transact((tx) => followed(tx, 'push', 3));
    await records.transact((tx) => followed(tx, 'archive', 9));
    expect(await followedUpTo(records.read, 'archive')).toBe(9);
    expect(await followedUpTo(records.read, 'push')).toBe(3);
  });
});
