// What the acts on the list of names share: the topic that one is about, whose names are whose, and what a change touches.
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { insertAll } from '../../records/insert-all.ts';
import type { Tables } from '../../records/tables.ts';
import type { EditionKey, TopicId } from '../../story/ids.ts';
import { type DependencyKey, storyKey, topicList } from '../../story/listing.ts';
import type { Doing } from '../act.ts';
import { nameKey } from '../names.ts';
import { refuse, refuseInvalid } from '../result.ts';

export const topicName = z.string().trim().min(1).max(200);
export const aliases = z.array(topicName).max(100);
export const topicKind = z.enum(['subject', 'person', 'place', 'organisation']);

export const topicSubject = (id: TopicId): string => `topic:${id}`;

/** Ends the act when there is no such topic. */
export async function topicInHand(doing: Doing, id: TopicId): Promise<Tables['topics']> {
  const row = await doing.tx.selectFrom('topics').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? refuse({ kind: 'absent', what: `topic ${id}` });
}

/** The names in the list that mean a topic. */
export async function namesOf(tx: Transaction<Tables>, id: TopicId): Promise<string[]> {
  const rows = await tx.selectFrom('topic_names').select('name').where('topic_id', '=', id).orderBy('name').execute();
  return rows.map((row) => row.name);
}

interface NamedTopic {
  readonly id: TopicId;
  readonly edition: EditionKey;
}

/** Puts names into the list; ends the act when one of them means another topic there, or is another topic's own. */
export async function listNames(doing: Doing, topic: NamedTopic, names: readonly string[]): Promise<void> {
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  if (byKey.size === 0) return;
  const listed = await doing.tx
    .selectFrom('topic_names')
    .select(['name_key', 'topic_id'])
    .where('edition', '=', topic.edition)
    .where('name_key', 'in', [...byKey.keys()])
    .execute();
  const own = await doing.tx
    .selectFrom('topics')
    .select(['name_key', 'id as topic_id'])
    .where('edition', '=', topic.edition)
    .where('name_key', 'in', [...byKey.keys()])
    .execute();
  const taken = [...listed, ...own].find((row) => row.topic_id !== topic.id);
  if (taken !== undefined) {
    refuse({ kind: 'taken', what: `the name ${byKey.get(taken.name_key)} (it means topic ${taken.topic_id})` });
  }
  for (const row of listed) byKey.delete(row.name_key);
  const rows = [...byKey].map(([name_key, name]) => ({
    edition: topic.edition,
    name_key,
    topic_id: topic.id,
    name,
  }));
  await insertAll(doing.tx, 'topic_names', rows);
}

/** Takes names off the list; ends the act when one of them does not mean the topic there. */
export async function unlistNames(doing: Doing, topic: NamedTopic, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const gone = await doing.tx
      .deleteFrom('topic_names')
      .where('edition', '=', topic.edition)
      .where('name_key', '=', nameKey(name))
      .where('topic_id', '=', topic.id)
      .returning('name')
      .execute();
    if (gone.length === 0) refuseInvalid('names', `${name} is no name of topic ${topic.id} in the list`);
  }
}

/** The topic's page and every story's that prints its name. */
export async function touchesOfName(doing: Doing, id: TopicId): Promise<DependencyKey[]> {
  const rows = await doing.tx.selectFrom('story_topics').select('story_id').where('topic_id', '=', id).execute();
  return [topicList(id), ...rows.map((row) => storyKey(row.story_id))];
}
