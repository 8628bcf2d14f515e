// Fills the disk under the records: the act that finds it full says so, pages are still read, nothing is lost, and writing goes on when there is space.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { checkRecords } from '../../src/records/check.ts';
import { RecordsError } from '../../src/records/errors.ts';
import { openRecords, type Records } from '../../src/records/open.ts';
import { cards } from '../../src/records/read/cards.ts';
import { addPaper, addStories } from '../../src/records/sample-paper.ts';
import type { StoryId } from '../../src/story/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-small-disk-'));
const isMounted = mountSmallDisk();

afterAll(() => {
  if (isMounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** A disk of 12 MB in memory, where this user may mount one. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Publishes until that fails; answers the error. */
async function publishUntilFull(records: Records, published: StoryId[]): Promise<unknown> {
  for (let at = 0; at < 5000; at += 1) {
    try {
      const headline = 'خبر طويل '.repeat(1000);
      published.push(...(await records.transact((tx) => addStories(tx, [{ headline, publishedAt: at }]))));
    } catch (error) {
      return error;
    }
  }
  throw new Error('the disk was never full');
}

async function expectAll(records: Records, published: readonly StoryId[]): Promise<void> {
  expect((await cards(records.read, published)).map(({ card }) => card.id)).toEqual(published);
  expect(await checkRecords(records)).toEqual([]);
}

test('a full disk refuses the act that meets it and loses nothing', async () => {
  // What an operator deletes to make room.
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(2_000_000, 1));
  const data = join(folder, 'first-paper');
  const records = await openRecords({ data });
  try {
    await records.transact(addPaper);
    if (!isMounted) await sql`pragma max_page_count = 1500`.execute(records.write);

    const published: StoryId[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const error = await publishUntilFull(records, published);
      expect(error).toBeInstanceOf(RecordsError);
      expect(error).toMatchObject({ kind: 'full-disk' });
      expect(String(error)).toContain('Free some space');
      await expectAll(records, published);
    }
    expect(published.length).toBeGreaterThan(20);

    rmSync(ballast);
    if (!isMounted) await sql`pragma max_page_count = 3000`.execute(records.write);
    const before = published.length;
    published.push(...(await records.transact((tx) => addStories(tx, [{ headline: 'بعد الفراغ', publishedAt: 1 }]))));
    expect(published.length).toBe(before + 1);
    await expectAll(records, published);
    await records.close();

    const reopened = await openRecords({ data });
    await expectAll(reopened, published);
    await reopened.close();
  } finally {
    await records.close();
    rmSync(data, { recursive: true });
  }
});

test.runIf(isMounted)(
  'on a full disk records do not open, say why, and open as they were when there is space',
  async () => {
    const data = join(folder, 'second-paper');
    const records = await openRecords({ data });
    const published = await records.transact(async (tx) => {
      await addPaper(tx);
      return await addStories(tx, [{ headline: 'خبر', publishedAt: 1 }]);
    });
    await records.close();
    const fillers = fillDisk();
    const error = await openRecords({ data }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'full-disk' });
    for (const filler of fillers) rmSync(filler, { force: true });
    const reopened = await openRecords({ data });
    await expectAll(reopened, published);
    await reopened.close();
  },
);

/** Writes files until no byte more goes in; answers their names. */
function fillDisk(): string[] {
  const fillers: string[] = [];
  for (const size of [400_000, 4096]) {
    for (let file = 0; file < 200; file += 1) {
      const name = join(folder, `filler-${size}-${file}`);
      fillers.push(name);
      try {
        writeFileSync(name, Buffer.alloc(size, 1));
      } catch {
        break;
      }
    }
  }
  return fillers;
}
