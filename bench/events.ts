// Groups the real news stories of some days into events as they come, by the newsroom's own rule, and tells how large they get.
// Options: --from and --to (days, the last not included), --show N prints the headlines of the N largest.

import { parseArgs } from 'node:util';
import { alike, EVENT_MS, SAME_EVENT } from '../src/archive/likeness/alike.ts';
import { eventsOfStory, type Member } from '../src/newsroom/relations/events.ts';
import { type EventId, eventId, type StoryId, storyId } from '../src/story/ids.ts';
import { collectionsFolder, newsStories, type Passage } from './archive/collections.ts';
import { DAY_MS, NewsCollection } from './archive/news-collection.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2018-10-01' },
    to: { type: 'string', default: '2018-10-26' },
    show: { type: 'string', default: '0' },
  },
});

const idOf = (story: Passage): StoryId => storyId.parse(Number(story.id.slice(1)) + 1);
const timeOf = (story: Passage): number => story.published * DAY_MS;

class Grouping {
  readonly #events = new Map<StoryId, EventId>();
  readonly #members: Member[] = [];
  readonly #times = new Map<StoryId, number>();
  #last = 0;

  /** `around`: the stories so far that are like it, of the days around it. */
  add(story: Passage, around: ReadonlyMap<StoryId, number>): void {
    const own = { id: idOf(story), publishedAt: timeOf(story) };
    this.#times.set(own.id, own.publishedAt);
    const [first, ...others] = eventsOfStory(own, around, this.#membersOf());
    const free = [...around].filter(([id, likeness]) => likeness >= SAME_EVENT && !this.#events.has(id));
    if (first === undefined && free.length === 0) return;
    if (first === undefined) this.#last += 1;
    const event = first ?? eventId.parse(this.#last);
    if (first === undefined) for (const [id] of free) this.#put(id, event);
    this.#put(own.id, event);
    for (const [id, of] of this.#events) if (others.includes(of)) this.#events.set(id, event);
  }

  #put(id: StoryId, event: EventId): void {
    this.#events.set(id, event);
    this.#members.push({ eventId: event, storyId: id, publishedAt: this.#times.get(id) ?? 0 });
  }

  #membersOf(): Member[] {
    return this.#members.map((member) => ({ ...member, eventId: this.#events.get(member.storyId) ?? member.eventId }));
  }

  /** The stories of each event, largest first. */
  groups(): StoryId[][] {
    return [...Map.groupBy(this.#events, ([, event]) => event).values()]
      .map((entries) => entries.map(([id]) => id))
      .sort((a, b) => b.length - a.length);
  }
}

function group(collection: NewsCollection, stories: readonly Passage[]): Grouping {
  const grouping = new Grouping();
  const come = new Set<Passage>();
  for (const story of stories) {
    const own = collection.made(story);
    const around = new Map<StoryId, number>();
    for (const other of collection.candidates(story)) {
      if (!come.has(other) || timeOf(story) - timeOf(other) > EVENT_MS) continue;
      const how = alike(own, collection.made(other));
      around.set(idOf(other), how.isNearDuplicate ? 1 : how.likeness);
    }
    come.add(story);
    grouping.add(story, around);
  }
  return grouping;
}

const folder = collectionsFolder();
if (folder === null) console.log('Skipped: the collections are not there.');
else {
  const all = newsStories(folder);
  const [from, to] = [Date.parse(values.from), Date.parse(values.to)];
  const stories = all
    .filter((story) => timeOf(story) >= from && timeOf(story) < to)
    .sort((a, b) => a.published - b.published);
  const groups = group(new NewsCollection(all), stories).groups();
  const headlines = new Map(stories.map((story) => [idOf(story), story.headline]));
  console.log(`${stories.length} stories, ${groups.length} events with ${groups.flat().length} of them`);
  console.log(
    `largest: ${groups
      .slice(0, 12)
      .map((one) => one.length)
      .join(' ')}`,
  );
  for (const one of groups.slice(0, Number(values.show)))
    console.log(`\n${one.map((id) => headlines.get(id) ?? '').join('\n')}`);
}
