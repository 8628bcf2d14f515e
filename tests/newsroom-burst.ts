// A process that publishes, edits, kills and takes in as fast as it can, until it is killed. It says what it begins and
// what was acknowledged, a line each, so that whoever killed it knows what must be there. Run by newsroom-killing.ts:
// `node tests/newsroom-burst.ts DATA DATABASE_URL|- ROUND`, then a line on its standard input starts it.
import { writeSync } from 'node:fs';
import { publicActor } from '../src/newsroom/actor.ts';
import { editStory } from '../src/newsroom/edit-story.ts';
import { fileStory } from '../src/newsroom/file-story.ts';
import { kill } from '../src/newsroom/kill.ts';
import { openNewsroom } from '../src/newsroom/newsroom.ts';
import { publish } from '../src/newsroom/publish.ts';
import { furniture } from '../src/newsroom/reading/furniture.ts';
import { orThrow } from '../src/newsroom/result.ts';
import { takeIn } from '../src/newsroom/take-in.ts';
import { openRecords } from '../src/records/open.ts';
import type { RevisionId, StoryId } from '../src/story/ids.ts';
import { arabic, cli, contentOf, editor } from './newsroom-desk.ts';

const [data = '', databaseUrl = '-', round = '0'] = process.argv.slice(2);
/** Written at once and not through a buffer that would die with the process. */
const say = (...words: readonly (string | number)[]): void => {
  writeSync(1, `${words.join(' ')}\n`);
};

say('warm');
await new Promise((resolve) => process.stdin.once('data', resolve));
const records = await openRecords({ data, databaseUrl: databaseUrl === '-' ? undefined : databaseUrl });
const pictures = {
  keep: () => Promise.reject(new Error('no pictures')),
  keepDrawing: () => Promise.reject(new Error('no pictures')),
};
const newsroom = openNewsroom({ records, pictures });
const { sections } = await furniture(newsroom, publicActor, arabic);

let count = 0;
const headline = (what: string): string => `${what}-${round}-${count++}`;

/** One editor: publishes a story, changes it, kills every second. */
async function edit(): Promise<never> {
  for (let turn = 0; ; turn++) {
    const section = sections[turn % sections.length];
    if (section === undefined) throw new Error('the paper has no sections');
    const first = headline('خبر');
    const { storyId, revisionId } = orThrow(
      await fileStory(newsroom, editor, { edition: 'ar', sectionId: section.id, content: contentOf(first) }),
    );
    say('publishing', storyId, first);
    orThrow(await publish(newsroom, editor, { storyId }));
    say('published', storyId, first);
    await change(storyId, revisionId);
    if (turn % 2 !== 0) continue;
    say('killing', storyId);
    orThrow(await kill(newsroom, editor, { storyId, reason: 'تجربة' }));
    say('killed', storyId);
  }
}

async function change(storyId: StoryId, expectedHead: RevisionId): Promise<void> {
  const changed = headline('معدل');
  orThrow(await editStory(newsroom, editor, { storyId, expectedHead, content: contentOf(changed) }));
  say('publishing', storyId, changed);
  orThrow(await publish(newsroom, editor, { storyId }));
  say('published', storyId, changed);
}

/** The importer: pages of three stories, all of a batch or none. */
async function take(): Promise<never> {
  for (;;) {
    const headlines = Array.from({ length: 6 }, () => headline('ملتقط'));
    const pages = [headlines.slice(0, 3), headlines.slice(3)].map((stories) => ({
      reading: { source: `${stories[0]}.txt`, stories: stories.map(draftOf), unplaced: [] },
      hash: `${round}-${stories[0]}`,
    }));
    say('taking', headlines.join('|'));
    const { readings } = orThrow(await takeIn(newsroom, cli, { readings: pages, publish: true }));
    const ids = readings.flatMap((reading) =>
      reading.stories.map((story) => (story.outcome === 'refused' ? 0 : story.storyId)),
    );
    say('taken', ids.join(','), headlines.join('|'));
  }
}

function draftOf(text: string) {
  return {
    headline: text,
    kicker: null,
    standfirst: null,
    section: 'العالم',
    byline: { authors: [{ name: 'رائد جبر', role: 'writer' as const }], agencies: [], dateline: null },
    publishedAt: null,
    updatedAt: null,
    language: 'ar',
    paragraphs: [`نص ${text}`],
    pictures: [],
    corrections: [],
    topics: [],
    related: [],
    canonical: `https://old.example/${encodeURIComponent(text)}`,
  };
}

say('begun');
await Promise.all([edit(), edit(), take()]);
