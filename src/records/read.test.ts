// The promises of the reads: cards in the order asked for, lists newest first by a cursor that loses and repeats nothing.
import { expect, test } from 'vitest';
import { eachEngine } from '../../tests/engines.ts';
import type { StoryId } from '../story/ids.ts';
import { editionList, sectionList } from '../story/listing.ts';
import type { Records } from './open.ts';
import { cards } from './read/cards.ts';
import { type ListPlace, listingPlaces } from './read/listing.ts';
import { story } from './read/story.ts';
import { addPaper, addStories, ar, culture } from './sample-paper.ts';

const absent = 999_999 as StoryId;

eachEngine('reads', (open) => {
  /** Stories of the instants given, in their order. */
  async function paper(instants: readonly number[]): Promise<{ records: Records; ids: StoryId[] }> {
    const records = await open();
    const ids = await records.transact(async (tx) => {
      await addPaper(tx);
      return await addStories(
        tx,
        instants.map((publishedAt, index) => ({ headline: `«خبر» ${index}`, publishedAt })),
      );
    });
    return { records, ids };
  }

  test('cards come in the order asked for, each once, without those that are not there', async () => {
    const { records, ids } = await paper([10, 20, 30]);
    const asked = [ids[2], absent, ids[0], ids[2]].filter((id) => id !== undefined);
    const found = await cards(records.read, asked);
    expect(found.map(({ card }) => card.headline)).toEqual(['«خبر» 2', '«خبر» 0']);
    expect(found[0]).toMatchObject({ state: 'live', embargoUntil: null, card: { id: ids[2], publishedAt: 30 } });
    expect(await cards(records.read, [])).toEqual([]);
  });

  test('hundreds of cards come whole', async () => {
    const { records, ids } = await paper(Array.from({ length: 600 }, (_, index) => index));
    const asked = ids.toReversed();
    expect((await cards(records.read, asked)).map(({ card }) => card.id)).toEqual(asked);
  });

  test('a story comes with the revision that readers see', async () => {
    const { records, ids } = await paper([10]);
    const [id = absent] = ids;
    const found = await story(records.read, id);
    expect(found).toMatchObject({ id, edition: 'ar', state: 'live', sectionId: 1, killedAt: null });
    expect(found?.live).toMatchObject({ number: 1, content: { headline: '«خبر» 0' }, card: { id } });
    expect(await story(records.read, absent)).toBeNull();
  });

  test('a story that was never published has nothing that readers see', async () => {
    const { records, ids } = await paper([10]);
    await records.transact((tx) =>
      tx
        .updateTable('stories')
        .set({ state: 'draft', live_revision_id: null, card: null, first_published_at: null, updated_at: null })
        .execute(),
    );
    const [id = absent] = ids;
    expect(await story(records.read, id)).toMatchObject({ state: 'draft', live: null });
    expect(await cards(records.read, [id])).toEqual([]);
  });

  test('a list is walked page by page, newest first, with stories of one instant neither lost nor repeated', async () => {
    const { records, ids } = await paper([50, 10, 50, 50, 40, 10, 60]);
    const walked: ListPlace[] = [];
    for (;;) {
      const page = await listingPlaces(records.read, { list: editionList(ar), before: walked.at(-1), limit: 2 });
      if (page.length === 0) break;
      walked.push(...page);
    }
    const expected = [6, 3, 2, 0, 4, 5, 1].map((index) => ids[index]);
    expect(walked.map((place) => place.id)).toEqual(expected);
  });

  test('a span has its first instant and not its last, before and after the year 1970', async () => {
    const { records } = await paper([-20, -10, 0, 10, 20]);
    const of = async (span: { from?: number; to?: number; before?: ListPlace }) =>
      (await listingPlaces(records.read, { list: editionList(ar), limit: 10, ...span })).map(
        (place) => place.publishedAt,
      );
    expect(await of({ from: -10, to: 10 })).toEqual([0, -10]);
    expect(await of({ to: 0 })).toEqual([-10, -20]);
    expect(await of({ from: 10 })).toEqual([20, 10]);
    expect(await of({ from: -10, to: 20, before: { publishedAt: 10, id: 4 as StoryId } })).toEqual([0, -10]);
    expect(await of({ to: 10, before: { publishedAt: 10, id: 99 as StoryId } })).toEqual([0, -10, -20]);
    expect(await of({ to: 0, before: { publishedAt: 20, id: 5 as StoryId } })).toEqual([-10, -20]);
  });

  test('a list holds its own stories only', async () => {
    const { records } = await paper([10]);
    const [id] = await records.transact((tx) =>
      addStories(tx, [{ headline: 'قصيدة', publishedAt: 5, section: culture }]),
    );
    const found = await listingPlaces(records.read, { list: sectionList(culture), limit: 10 });
    expect(found.map((place) => place.id)).toEqual([id]);
    expect(await listingPlaces(records.read, { list: 'section:77', limit: 10 })).toEqual([]);
  });
});
