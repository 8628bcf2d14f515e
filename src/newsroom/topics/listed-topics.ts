// Reads the list of names for the desk: every topic that is looked for in text, with the names that find it.
import type { EditionKey, TopicId } from '../../story/ids.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { decide } from '../policy/decide.ts';
import type { Result } from '../result.ts';
import type { TopicKind } from './name-book.ts';

export interface ListedTopic {
  readonly topicId: TopicId;
  readonly name: string;
  readonly kind: TopicKind;
  readonly slug: string;
  /** All that find it, its own among them. */
  readonly names: readonly string[];
}

/** In order of their ids. Problems: denied. */
export async function listedTopics(
  newsroom: Newsroom,
  actor: Actor,
  edition: EditionKey,
): Promise<Result<{ topics: ListedTopic[] }>> {
  const { allowed, rule } = decide(actor, 'read-desk');
  if (!allowed) return { ok: false, problem: { kind: 'denied', rule } };
  const rows = await newsroom.records.read
    .selectFrom('topic_names')
    .innerJoin('topics', 'topics.id', 'topic_names.topic_id')
    .select(['topics.id', 'topics.name', 'topics.kind', 'topics.slug', 'topic_names.name as listed'])
    .where('topic_names.edition', '=', edition)
    .orderBy('topics.id')
    .orderBy('topic_names.name_key')
    .execute();
  const topics = [...Map.groupBy(rows, (row) => row.id)].flatMap(([topicId, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ topicId, name: first.name, kind: first.kind, slug: first.slug, names: group.map((row) => row.listed) }];
  });
  return { ok: true, value: { topics } };
}
