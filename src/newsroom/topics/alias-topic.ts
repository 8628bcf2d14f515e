// The act of saying by which other names a topic goes, and by which it does not.
import { z } from 'zod';
import { topicId } from '../../story/ids.ts';
import { topicList } from '../../story/listing.ts';
import { act } from '../act.ts';
import { aliases, listNames, namesOf, topicInHand, topicSubject, unlistNames } from './topic-in-hand.ts';

const input = z.object({ topicId, add: aliases.default([]), remove: aliases.default([]) });

/** Answers the topic's names in the list. Problems: taken, absent, invalid (a name to remove that is not its), denied. */
export const aliasTopic = act('alias-topic', input, async (doing, { topicId: id, add, remove }) => {
  doing.allow();
  const topic = await topicInHand(doing, id);
  await unlistNames(doing, topic, remove);
  await listNames(doing, topic, add);
  doing.log(topicSubject(id), { add, remove });
  doing.tell('topic-named', null, [topicList(id)]);
  return { topicId: id, names: await namesOf(doing.tx, id) };
});
