// The act of renaming a topic: another name is printed, the former one still finds it, and its address stays.
import { z } from 'zod';
import { topicId } from '../../story/ids.ts';
import { act } from '../act.ts';
import { nameKey } from '../names.ts';
import { listNames, topicInHand, topicName, topicSubject, touchesOfName } from './topic-in-hand.ts';

/** Problems: taken (a name that means another topic), absent, invalid, denied. */
export const renameTopic = act('rename-topic', z.object({ topicId, name: topicName }), async (doing, given) => {
  doing.allow();
  const topic = await topicInHand(doing, given.topicId);
  await listNames(doing, topic, [topic.name, given.name]);
  await doing.tx
    .updateTable('topics')
    .set({ name: given.name, name_key: nameKey(given.name) })
    .where('id', '=', topic.id)
    .execute();
  doing.log(topicSubject(topic.id), { from: topic.name, to: given.name });
  doing.tell('topic-named', null, await touchesOfName(doing, topic.id));
  return { topicId: topic.id };
});
