// The page cache keeps what may be kept, drops what was touched, and never hands out what an event overtook.
import { describe, expect, test } from 'vitest';
import type { DependencyKey } from '../story/listing.ts';
import { type KeptPage, PageCache } from './page-cache.ts';

interface TextPage extends KeptPage {
  readonly text: string;
}

const page = (text: string, size = text.length): TextPage => ({ text, size, staleAt: Number.POSITIVE_INFINITY });
const rendering = (text: string, ...keys: DependencyKey[]) => ({
  page: page(text),
  dependencies: new Set(keys),
  mayKeep: true,
});

describe('the page cache', () => {
  test('renders an address once and then hands out what it kept', async () => {
    const cache = new PageCache<TextPage>(100_000);
    let renders = 0;
    const render = async () => {
      renders += 1;
      return rendering('one', 'story:1');
    };
    await Promise.all([cache.page('/1', render), cache.page('/1', render), cache.page('/1', render)]);
    expect(cache.kept('/1', 0)?.text).toBe('one');
    expect(renders).toBe(1);
  });

  test('drops exactly the pages that declared a touched key', async () => {
    const cache = new PageCache<TextPage>(100_000);
    await cache.page('/a', async () => rendering('a', 'story:1', 'section:4'));
    await cache.page('/b', async () => rendering('b', 'story:2', 'section:4'));
    await cache.page('/c', async () => rendering('c', 'story:3'));
    cache.drop(['story:1']);
    expect(cache.kept('/a', 0)).toBeNull();
    expect(cache.kept('/b', 0)?.text).toBe('b');
    cache.drop(['section:4']);
    expect(cache.kept('/b', 0)).toBeNull();
    expect(cache.kept('/c', 0)?.text).toBe('c');
  });

  test('a render that an event overtook is made again, and those who joined it get the new one', async () => {
    const cache = new PageCache<TextPage>(100_000);
    let killed = false;
    let firstReads: () => void = () => {};
    const firstHasRead = new Promise<void>((resolve) => {
      firstReads = resolve;
    });
    let letFinish: () => void = () => {};
    const mayFinish = new Promise<void>((resolve) => {
      letFinish = resolve;
    });
    const render = async () => {
      const text = killed ? 'killed' : 'live';
      firstReads();
      await mayFinish;
      return rendering(text, 'story:1');
    };
    const early = cache.page('/1', render);
    await firstHasRead;
    killed = true;
    cache.drop(['story:1']);
    const late = cache.page('/1', render);
    letFinish();
    expect((await late).text).toBe('killed');
    expect((await early).text).toBe('killed');
    expect(cache.kept('/1', 0)?.text).toBe('killed');
  });

  test('an event that does not concern a render under way leaves it alone', async () => {
    const cache = new PageCache<TextPage>(100_000);
    let renders = 0;
    const done = cache.page('/1', async () => {
      renders += 1;
      cache.drop(['story:2']);
      return rendering('one', 'story:1');
    });
    await done;
    expect(renders).toBe(1);
    expect(cache.kept('/1', 0)?.text).toBe('one');
  });

  test('a failed render reaches everybody who waited and is tried again by the next', async () => {
    const cache = new PageCache<TextPage>(100_000);
    const failing = async () => {
      throw new Error('no database');
    };
    const both = await Promise.allSettled([cache.page('/1', failing), cache.page('/1', failing)]);
    expect(both.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect((await cache.page('/1', async () => rendering('one', 'story:1'))).text).toBe('one');
  });

  test('stays under its bound, and one pass over the archive does not drive out what is read', async () => {
    const cache = new PageCache<TextPage>(200_000);
    const add = (address: string) =>
      cache.page(address, async () => ({
        page: page(address, 4_000),
        dependencies: new Set<DependencyKey>(['story:1']),
        mayKeep: true,
      }));
    for (let n = 0; n < 10; n += 1) await add(`/read/${n}`);
    for (let n = 0; n < 10; n += 1) cache.kept(`/read/${n}`, 0);
    for (let n = 0; n < 200; n += 1) {
      await add(`/archive/${n}`);
      for (let m = 0; m < 10; m += 1) cache.kept(`/read/${m}`, 0);
    }
    expect(cache.figures().bytes).toBeLessThanOrEqual(200_000);
    for (let n = 0; n < 10; n += 1) expect(cache.kept(`/read/${n}`, 0), `/read/${n}`).not.toBeNull();
    cache.drop(['story:1']);
    expect(cache.figures()).toMatchObject({ pages: 0, bytes: 0 });
  });

  test('a page whose day is over is not handed out', async () => {
    const cache = new PageCache<TextPage>(100_000);
    await cache.page('/', async () => ({
      page: { text: 'Tuesday', size: 7, staleAt: 1_000 },
      dependencies: new Set<DependencyKey>(['front:ar']),
      mayKeep: true,
    }));
    expect(cache.kept('/', 999)?.text).toBe('Tuesday');
    expect(cache.kept('/', 1_000)).toBeNull();
    expect(cache.figures().pages).toBe(0);
  });

  test('with no memory to use it keeps nothing', async () => {
    const cache = new PageCache<TextPage>(0);
    await cache.page('/1', async () => rendering('one', 'story:1'));
    expect(cache.kept('/1', 0)).toBeNull();
  });
});
