// Two states of a paper that no reader's visit can bring about: a story that was withdrawn, and records that do not answer.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../../src/newsroom/actor.ts';
import { kill } from '../../src/newsroom/kill.ts';
import { orThrow } from '../../src/newsroom/result.ts';
import { openPaper } from '../../src/server/serve.ts';
import type { StoryId } from '../../src/story/ids.ts';

const editor: Actor = { kind: 'system', name: 'cli' };

/** Withdraws a story from another process than the one that serves it, as a command on the same data folder would. */
export async function withdraw(data: string, id: number): Promise<void> {
  const paper = await openPaper({ data, databaseUrl: undefined });
  try {
    orThrow(await kill(paper.newsroom, editor, { storyId: id as StoryId, reason: 'رُفعت خطأً' }));
  } finally {
    await paper.close();
  }
}

/** Takes the stories' table away from under a running paper; what it gives back puts it there again. */
export function breakRecords(data: string): () => void {
  const rename = (from: string, to: string): void => {
    const database = new DatabaseSync(join(data, 'warraq.db'));
    database.exec(`alter table ${from} rename to ${to}`);
    database.close();
  };
  rename('stories', 'stories_gone');
  return () => rename('stories_gone', 'stories');
}
