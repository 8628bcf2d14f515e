// Fills a newspaper for a bench with made stories, through the same act as an import.
import { mkdirSync } from 'node:fs';
import type { Actor } from '../src/newsroom/actor.ts';
import { firstEdition, foundPaper } from '../src/newsroom/found-paper.ts';
import { openNewsroom } from '../src/newsroom/newsroom.ts';
import { furniture } from '../src/newsroom/reading/furniture.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { openPictures } from '../src/pictures/store.ts';
import { openRecords } from '../src/records/open.ts';
import { storyPath } from '../src/story/address.ts';
import { card } from '../src/story/card.ts';
import { madeDraft } from './stories.ts';

const actor: Actor = { kind: 'system', name: 'cli' };
const batch = 200;

/** Fills the data folder with `count` stories and answers the paths of up to 20,000 of them, from all over the archive. */
export async function fill(data: string, count: number): Promise<string[]> {
  mkdirSync(data, { recursive: true });
  const records = await openRecords({ data });
  const pictures = await openPictures({ data });
  const newsroom = openNewsroom({ records, pictures });
  orThrow(await foundPaper(newsroom, actor));
  const newest = Date.now();
  for (let at = 0; at < count; at += batch) {
    const readings = Array.from({ length: Math.min(batch, count - at) }, (_, index) => ({
      hash: `made-${at + index}`,
      reading: { source: `made-${at + index}`, stories: [madeDraft(at + index, newest)], unplaced: [] },
    }));
    orThrow(await takeIn(newsroom, actor, { readings, publish: true }));
  }
  const { edition, sections } = await furniture(newsroom, actor, firstEdition.key);
  const rows = await records.read.selectFrom('stories').select(['id', 'card']).orderBy('id').execute();
  const step = Math.max(1, Math.ceil(rows.length / 20_000));
  const paths = rows
    .filter((_, index) => index % step === 0)
    .map((row) => {
      const shown = card.parse(JSON.parse(row.card ?? 'null'));
      const section = sections.find(({ id }) => id === shown.sectionId);
      if (section === undefined) throw new Error(`story ${row.id} has no section`);
      return storyPath(edition, section, shown);
    });
  await pictures.close();
  await records.close();
  return paths;
}
