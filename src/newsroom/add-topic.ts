// The act of adding a topic, or saying something about one.
import { z } from 'zod';
import { editionKey } from '../story/ids.ts';
import { topicList } from '../story/listing.ts';
import { act } from './act.ts';
import { nameKey, topicsNamed } from './names.ts';
import { editionIn } from './paper.ts';

const input = z.object({
  edition: editionKey,
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['subject', 'person', 'place', 'organisation']).default('subject'),
  about: z.string().max(4000).default(''),
});

/** Finds the topic by name, or adds one, and sets what is known of it. Problems: absent (edition), invalid, denied. */
export const addTopic = act('add-topic', input, async (doing, { edition: key, name, kind, about }) => {
  doing.allow();
  const edition = await editionIn(doing.tx, key);
  const topic = (await topicsNamed(doing.tx, edition.key, [name])).get(nameKey(name));
  if (topic === undefined) throw new Error(`topic ${name} was neither found nor added`);
  await doing.tx.updateTable('topics').set({ kind, about }).where('id', '=', topic.id).execute();
  doing.log(`topic:${topic.id}`, { name, kind });
  doing.tell('topic-added', null, [topicList(topic.id)]);
  return { topicId: topic.id, slug: topic.slug };
});
