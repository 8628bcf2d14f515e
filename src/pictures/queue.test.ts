// How the queue shares out its places.
import { describe, expect, it } from 'vitest';
import { openQueue } from './queue.ts';

/** Work that ends when it is told to, and says when it began. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve) => ends.set(name, () => resolve(name)));
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, end };
}

describe('a queue', () => {
  it('runs no more at once than it has places, in order', async () => {
    const { begun, work, end } = workshop();
    const queue = openQueue({ places: 2, maxWaiting: 10 });
    for (const name of ['a', 'b', 'c', 'd']) void queue.run(work(name));
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('gives heavy work the whole house', async () => {
    const { begun, work, end } = workshop();
    const queue = openQueue({ places: 2, maxWaiting: 10 });
    void queue.run(work('a'));
    void queue.run(work('heavy'), { weight: Number.POSITIVE_INFINITY });
    void queue.run(work('b'));
    expect(begun).toEqual(['a']);
    await end('a');
    expect(begun).toEqual(['a', 'heavy']);
    await end('heavy');
    expect(begun).toEqual(['a', 'heavy', 'b']);
  });

  it('serves those who wait before idle work', async () => {
    const { begun, work, end } = workshop();
    const queue = openQueue({ places: 1, maxWaiting: 10 });
    void queue.run(work('a'));
    void queue.run(work('idle'), { idle: true });
    void queue.run(work('b'));
    await end('a');
    expect(begun).toEqual(['a', 'b']);
  });

  it('refuses when too much is waiting, and says so', async () => {
    const { work } = workshop();
    const queue = openQueue({ places: 1, maxWaiting: 1 });
    void queue.run(work('a'));
    void queue.run(work('b'));
    await expect(queue.run(work('c'))).rejects.toMatchObject({ kind: 'busy' });
  });

  it('goes on after work that fails', async () => {
    const queue = openQueue({ places: 1, maxWaiting: 5 });
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const thrown = queue.run(() => {
      throw new Error('at once');
    });
    await expect(failed).rejects.toThrow('no');
    await expect(thrown).rejects.toThrow('at once');
    await expect(queue.run(() => Promise.resolve(1))).resolves.toBe(1);
    await expect(queue.settled()).resolves.toBeUndefined();
  });
});
