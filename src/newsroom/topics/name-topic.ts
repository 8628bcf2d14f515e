// The act of putting a topic into the list of names: from then on stories that name it stand on its page.
import { z } from 'zod';
import { editionKey } from '../../story/ids.ts';
import { act } from '../act.ts';
import { nameKey, topicsNamed } from '../names.ts';
import { editionIn } from '../paper.ts';
import { aliases, listNames, topicKind, topicName, topicSubject, touchesOfName } from './topic-in-hand.ts';

const input = z.object({ edition: editionKey, name: topicName, kind: topicKind, aliases: aliases.default([]) });

/**
 * Finds the topic by name, or adds one, sets its kind, and lists its name and aliases. Stories that are live already are
 * read again by `readOutStories`. Problems: taken (a name that means another topic), absent (edition), invalid, denied.
 */
export const nameTopic = act('name-topic', input, async (doing, { edition: key, name, kind, aliases: others }) => {
  doing.allow();
  const edition = await editionIn(doing.tx, key);
  const topic = (await topicsNamed(doing.tx, edition.key, [name])).get(nameKey(name));
  if (topic === undefined) throw new Error(`topic ${name} was neither found nor added`);
  await doing.tx.updateTable('topics').set({ kind }).where('id', '=', topic.id).execute();
  await listNames(doing, { id: topic.id, edition: edition.key }, [name, ...others]);
  doing.log(topicSubject(topic.id), { name, kind, aliases: others });
  doing.tell('topic-named', null, await touchesOfName(doing, topic.id));
  return { topicId: topic.id, slug: topic.slug };
});
