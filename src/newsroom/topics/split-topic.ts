// The act of splitting: some of a topic's names meant somebody else, who gets a topic of their own.
import { z } from 'zod';
import { topicId } from '../../story/ids.ts';
import { topicList } from '../../story/listing.ts';
import { act } from '../act.ts';
import { nameKey, topicsNamed } from '../names.ts';
import { refuse } from '../result.ts';
import { aliases, listNames, topicInHand, topicKind, topicName, topicSubject, unlistNames } from './topic-in-hand.ts';

const input = z.object({
  topicId,
  /** Of the new topic. */
  name: topicName,
  kind: topicKind,
  /** The names in the list that go with it. */
  names: aliases.min(1),
});

/**
 * The stories stay where they are until `readOutStories` has read those of the former topic again.
 * Problems: taken (the new name means a topic already), absent, invalid (a name that is not the topic's), denied.
 */
export const splitTopic = act('split-topic', input, async (doing, { topicId: id, name, kind, names }) => {
  doing.allow();
  const former = await topicInHand(doing, id);
  await unlistNames(doing, former, names);
  const known = await doing.tx
    .selectFrom('topics')
    .select('id')
    .where('edition', '=', former.edition)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  if (known !== undefined) refuse({ kind: 'taken', what: `the name ${name} (it means topic ${known.id})` });
  const topic = (await topicsNamed(doing.tx, former.edition, [name])).get(nameKey(name));
  if (topic === undefined || topic.id === id) return refuse({ kind: 'taken', what: `the name ${name}` });
  await doing.tx.updateTable('topics').set({ kind }).where('id', '=', topic.id).execute();
  await listNames(doing, { id: topic.id, edition: former.edition }, [name, ...names]);
  doing.log(topicSubject(id), { names, into: topic.id });
  doing.log(topicSubject(topic.id), { name, kind, names, from: id });
  doing.tell('topic-split', null, [topicList(id), topicList(topic.id)]);
  return { topicId: topic.id, slug: topic.slug };
});
