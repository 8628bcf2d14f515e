// The process is killed at random in a burst of publishing, thirty times and more: what was acknowledged is there, whole,
// and of what was not acknowledged nothing is there by half.
import { expect, test } from 'vitest';
import { publicActor } from '../src/newsroom/actor.ts';
import type { Newsroom } from '../src/newsroom/newsroom.ts';
import { front } from '../src/newsroom/reading/front.ts';
import { latest, sectionPage } from '../src/newsroom/reading/lists.ts';
import { story } from '../src/newsroom/reading/story.ts';
import { checkRecords } from '../src/records/check.ts';
import type { Records } from '../src/records/open.ts';
import type { StoryId } from '../src/story/ids.ts';
import { eachEngine } from './engines.ts';
import { arabic, newsroomAt, setDesk } from './newsroom-desk.ts';
import { killRounds, type Round, type Told } from './newsroom-killing.ts';
import { wrongOnPages } from './pages-after-kill.ts';

const rounds = 32;

/** Ids in all pages of a list. */
async function allOf(
  read: (before: string | null) => Promise<{ cards: readonly { id: StoryId }[]; older: string | null }>,
): Promise<Set<StoryId>> {
  const ids = new Set<StoryId>();
  let before: string | null = null;
  do {
    const page = await read(before);
    for (const card of page.cards) ids.add(card.id);
    before = page.older;
  } while (before !== null);
  return ids;
}

async function whatIsWrong(newsroom: Newsroom, records: Records, { told, touched }: Round): Promise<string[]> {
  const wrong: string[] = [];
  const listed = await allOf((before) => latest(newsroom, publicActor, { edition: arabic, limit: 1000, before }));
  const logged = await subjects(records, 'log');
  const told_ = await subjects(records, 'outbox');
  for (const id of touched) {
    const answer = await story(newsroom, publicActor, id);
    if (told.killed.has(id)) {
      if (answer.kind !== 'killed') wrong.push(`killed story ${id} is ${answer.kind}`);
      if (listed.has(id)) wrong.push(`killed story ${id} is listed`);
      if (!logged.has(`kill ${id}`) || !told_.has(`story-killed ${id}`))
        wrong.push(`the kill of ${id} has no log or event`);
      continue;
    }
    const expected = told.live.get(id);
    if (answer.kind === 'killed' && expected?.isKillBegun === true) continue;
    if (answer.kind !== 'story') {
      wrong.push(`acknowledged story ${id} is ${answer.kind}`);
      continue;
    }
    const { card, section } = answer.view;
    if (expected?.may.has(card.headline) !== true) wrong.push(`story ${id} says ${card.headline}`);
    const inSection = await sectionPage(newsroom, publicActor, { section: section.id, limit: 1000 });
    if (!listed.has(id)) wrong.push(`story ${id} is not in the list of its edition`);
    if (!inSection.cards.some((one) => one.id === id)) wrong.push(`story ${id} is not on its section's page`);
    if (!told_.has(`story-published ${id}`)) wrong.push(`the publication of ${id} has no event`);
    if (!logged.has(`publish ${id}`) && !logged.has(`take-in ${id}`))
      wrong.push(`the publication of ${id} is not in the log`);
  }
  return wrong;
}

async function subjects(records: Records, table: 'log' | 'outbox'): Promise<Set<string>> {
  if (table === 'log') {
    const rows = await records.read.selectFrom('log').select(['act', 'subject']).execute();
    return new Set(rows.map((row) => `${row.act} ${row.subject.replace('story:', '')}`));
  }
  const rows = await records.read.selectFrom('outbox').select(['type', 'story_id']).execute();
  return new Set(rows.map((row) => `${row.type} ${row.story_id}`));
}

/** Every live story, told of or not, came with its event; no batch is there by half; nothing in the tables contradicts itself. */
async function whatIsHalfDone(records: Records, told: Told): Promise<string[]> {
  const wrong = (await checkRecords(records)).map((problem) => problem.problem);
  const events = await subjects(records, 'outbox');
  const live = await records.read.selectFrom('stories').select('id').where('state', '=', 'live').execute();
  for (const { id } of live) if (!events.has(`story-published ${id}`)) wrong.push(`live story ${id} has no event`);
  for (const headlines of told.begunBatches) {
    const keys = await records.read
      .selectFrom('stories')
      .select('id')
      .where(
        'headline_key',
        'in',
        headlines.map((headline) => headline.replaceAll('-', ' ')),
      )
      .execute();
    if (keys.length !== 0 && keys.length !== headlines.length)
      wrong.push(`a batch is there by half: ${headlines.join(', ')}`);
  }
  return wrong;
}

/** A generator of the same numbers for the same seed, so that a failure can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

eachEngine('killed at random', (open, { newPlace, engine }) => {
  test(`after each of ${rounds} kills all that was acknowledged is live, on its section's page and in its feed, what was killed is gone, and nothing is half done`, {
    timeout: 1_200_000,
  }, async () => {
    const place = await newPlace();
    const founding = await open(place);
    await setDesk(founding);
    await founding.close();
    const started = performance.now();
    const told = await killRounds(place, {
      rounds,
      random: randomFrom(20_261_124),
      verify: async (round) => {
        const records = await open(place);
        const newsroom = newsroomAt(records, Temporal.Now.instant);
        const wrong = await whatIsWrong(newsroom, records, round);
        wrong.push(...(await wrongOnPages(newsroom, round.touched)));
        if (round.number % 8 === 7 || round.number === rounds - 1)
          wrong.push(...(await whatIsHalfDone(records, round.told)));
        await front(newsroom, publicActor, arabic);
        await records.close();
        expect(wrong, `after kill ${round.number + 1}`).toEqual([]);
      },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${engine}: ${rounds} kills, ${told.acts} acts acknowledged (${told.live.size} stories live, ${told.killed.size} killed), ` +
        `${told.begunBatches.length} batches cut off, nothing lost, nothing half done, ${seconds} s`,
    );
    expect(told.acts).toBeGreaterThan(rounds);
    expect(told.killed.size).toBeGreaterThan(0);
  });
});
