// What the archive is told of the stories that readers may see, read from the records in order of their ids.
import type { Kysely } from 'kysely';
import type { ArchiveDocument } from '../../archive/document.ts';
import type { Tables } from '../../records/tables.ts';
import { textOfBody } from '../../story/body.ts';
import type { StoryId } from '../../story/ids.ts';
import type { StoryContent } from '../../story/story.ts';
import { readContent } from '../content.ts';
import type { Newsroom } from '../newsroom.ts';
import { isShown } from '../reading/view.ts';

const BATCH = 500;

/** All stories that are shown, each as its live revision has it; some hundreds in memory at a time. */
export async function* documentsAfter(newsroom: Newsroom, db: Kysely<Tables>): AsyncGenerator<ArchiveDocument> {
  for (let after = 0 as StoryId; ; ) {
    const rows = await db
      .selectFrom('stories')
      .innerJoin('revisions', 'revisions.id', 'stories.live_revision_id')
      .select(['stories.id', 'stories.state', 'stories.embargo_until', 'revisions.content'])
      .where('stories.id', '>', after)
      .orderBy('stories.id')
      .limit(BATCH)
      .execute();
    for (const { id, state, embargo_until: embargoUntil, content } of rows) {
      if (isShown(newsroom, state, embargoUntil)) yield documentOf(id, readContent(content));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

function documentOf(id: StoryId, content: StoryContent): ArchiveDocument {
  const { kicker, standfirst, byline, leadPicture, body } = content;
  const text = textOfBody(body);
  // Many stories repeat their standfirst as their first paragraph, and some a headline that was made of it.
  const lead = text.startsWith(standfirst.slice(0, 60)) ? '' : standfirst;
  const made = content.headline.replace(/…$/u, '');
  const names = byline.authors.map((author) => author.name).join('\n');
  return {
    id,
    headline: text.startsWith(made) ? '' : content.headline,
    text: [kicker, lead, text, leadPicture?.caption ?? '', names].filter((part) => part !== '').join('\n'),
  };
}
