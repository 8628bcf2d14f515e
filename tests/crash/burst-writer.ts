// The process that the crash tests kill: adds stories in a burst and says the number of each, once it is committed, on its output.
// Arguments: a `RecordsPlace` as JSON.
import { writeSync } from 'node:fs';
import { RecordsError } from '../../src/records/errors.ts';
import { takeIds } from '../../src/records/ids.ts';
import { insertAll } from '../../src/records/insert-all.ts';
import { openRecords, type RecordsPlace } from '../../src/records/open.ts';
import { appendEvents } from '../../src/records/outbox.ts';
import { addStories, ar } from '../../src/records/sample-paper.ts';
import { editionList, storyKey } from '../../src/story/listing.ts';

const records = await openRecords(JSON.parse(process.argv[2] ?? '') as RecordsPlace);

/** One act as the newsroom does it: the story with its revision and lists, its event, its line in the log. */
async function publishOne(at: number): Promise<number> {
  return await records.transact(async (tx) => {
    // A long text now and then, so that a commit is more than one page.
    const headline = 'خبر عاجل '.repeat(at % 5 === 0 ? 2000 : 2);
    const [id] = await addStories(tx, [{ headline, publishedAt: at }]);
    if (id === undefined) throw new Error('no story was added');
    const log = await takeIds(tx, 'log', 1);
    const entry = {
      id: log,
      at,
      actor: 'system:cli',
      act: 'publish',
      subject: storyKey(id),
      rule: 'test',
      detail: '{}',
    };
    await insertAll(tx, 'log', [entry]);
    await appendEvents(tx, [{ at, type: 'published', storyId: id, touches: [storyKey(id), editionList(ar)] }]);
    return id;
  });
}

try {
  for (let at = 1; ; at += 1) writeSync(1, `${await publishOne(at)}\n`);
} catch (error) {
  writeSync(1, `${error instanceof RecordsError ? error.kind : String(error)}\n`);
  process.exit(3);
}
