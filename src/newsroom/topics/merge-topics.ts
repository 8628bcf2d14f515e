// The act of merging: two topics were one. The stories, names, quotations and the address of one become the other's.
import { z } from 'zod';
import { insertAll } from '../../records/insert-all.ts';
import type { TopicId } from '../../story/ids.ts';
import { topicId } from '../../story/ids.ts';
import { topicList } from '../../story/listing.ts';
import { act, type Doing } from '../act.ts';
import { nameKey } from '../names.ts';
import { refuseInvalid } from '../result.ts';
import { topicInHand, topicSubject, touchesOfName } from './topic-in-hand.ts';

/** `from` is gone afterwards; its name finds `into`, and its address leads there. Problems: absent, invalid, denied. */
export const mergeTopics = act('merge-topics', z.object({ from: topicId, into: topicId }), async (doing, given) => {
  doing.allow();
  if (given.from === given.into) refuseInvalid('into', 'a topic is not merged with itself');
  const from = await topicInHand(doing, given.from);
  const into = await topicInHand(doing, given.into);
  if (from.edition !== into.edition) refuseInvalid('into', 'they are of two editions');
  const touches = await touchesOfName(doing, from.id);
  await moveStories(doing, from.id, into.id);
  for (const table of ['topic_names', 'topic_addresses', 'quotations'] as const)
    await doing.tx.updateTable(table).set({ topic_id: into.id }).where('topic_id', '=', from.id).execute();
  const isListed = await doing.tx
    .selectFrom('topic_names')
    .select('name')
    .where('edition', '=', from.edition)
    .where('name_key', '=', nameKey(from.name))
    .executeTakeFirst();
  if (isListed === undefined) {
    const name = { edition: from.edition, name_key: nameKey(from.name), topic_id: into.id, name: from.name };
    await insertAll(doing.tx, 'topic_names', [name]);
  }
  await insertAll(doing.tx, 'topic_addresses', [{ edition: from.edition, slug: from.slug, topic_id: into.id }]);
  await doing.tx.deleteFrom('topics').where('id', '=', from.id).execute();
  doing.log(topicSubject(from.id), { into: into.id, name: from.name });
  doing.log(topicSubject(into.id), { from: from.id, name: into.name });
  doing.tell('topics-merged', null, [...touches, topicList(into.id)]);
  return { topicId: into.id };
});

/** What stands with one topic stands with the other, once. */
async function moveStories({ tx }: Doing, from: TopicId, into: TopicId): Promise<void> {
  await tx
    .deleteFrom('story_topics')
    .where('topic_id', '=', from)
    .where('story_id', 'in', (eb) => eb.selectFrom('story_topics').select('story_id').where('topic_id', '=', into))
    .execute();
  await tx.updateTable('story_topics').set({ topic_id: into }).where('topic_id', '=', from).execute();
  const [former, list] = [topicList(from), topicList(into)];
  await tx
    .deleteFrom('listings')
    .where('list', '=', former)
    .where('story_id', 'in', (eb) =>
      eb.selectFrom('listings as kept').select('kept.story_id').where('kept.list', '=', list),
    )
    .execute();
  await tx.updateTable('listings').set({ list }).where('list', '=', former).execute();
}
