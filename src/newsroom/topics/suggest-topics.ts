// Suggests topics for a story while it is written: those whose names stand in its text.
import { precompiledForMany } from '../../records/precompiled.ts';
import type { EditionKey, TopicId } from '../../story/ids.ts';
import type { StoryContent } from '../../story/story.ts';
import type { Actor } from '../actor.ts';
import type { Newsroom } from '../newsroom.ts';
import { decide } from '../policy/decide.ts';
import { refuse } from '../result.ts';
import { nameBook, type TopicKind } from './name-book.ts';
import { isAbout, type NamedTopic, topicsNamedIn } from './named-in.ts';

export interface TopicSuggestion {
  readonly topicId: TopicId;
  readonly name: string;
  readonly kind: TopicKind;
  /** The listed names that stand in the text, the most prominent place of one, and how often any of them does. */
  readonly reason: Pick<NamedTopic, 'names' | 'place' | 'count'>;
  /** Whether the story will stand on the topic's page by its text alone. */
  readonly isAbout: boolean;
}

const MOST_SUGGESTED = 20;

const topicsById = precompiledForMany((db, ids: readonly TopicId[]) =>
  db.selectFrom('topics').select(['id', 'name', 'kind']).where('id', 'in', ids),
);

/** Best first, at most twenty. Throws `ActRefused` 'denied' for an actor who files no stories. Reads the list of names only. */
export async function suggestTopics(
  newsroom: Newsroom,
  actor: Actor,
  { edition, content }: { readonly edition: EditionKey; readonly content: StoryContent },
): Promise<TopicSuggestion[]> {
  const { allowed, rule } = decide(actor, 'file-story');
  if (!allowed) refuse({ kind: 'denied', rule });
  const db = newsroom.records.read;
  const named = topicsNamedIn(await nameBook(newsroom, db, edition), content).slice(0, MOST_SUGGESTED);
  const rows = new Map(
    (
      await topicsById(
        db,
        named.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return named.flatMap((topic) => {
    const row = rows.get(topic.id);
    if (row === undefined) return [];
    const { names, place, count } = topic;
    return [
      { topicId: row.id, name: row.name, kind: row.kind, reason: { names, place, count }, isAbout: isAbout(topic) },
    ];
  });
}
