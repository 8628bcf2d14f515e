// Which events a story is found to be of.
import { expect, test } from 'vitest';
import { type EventId, eventId, type StoryId, storyId } from '../../story/ids.ts';
import { eventsOfStory, type Member } from './events.ts';

const day = 86_400_000;
const id = (number: number): StoryId => storyId.parse(number);
const story = { id: id(100), publishedAt: 10 * day };

/** Stories 1, 2, … of an event, with how much the story is like each. */
function event(number: number, first: number, likenesses: readonly number[], at = 10) {
  const of: EventId = eventId.parse(number);
  const members: Member[] = likenesses.map((_, index) => ({
    eventId: of,
    storyId: id(first + index),
    publishedAt: at * day,
  }));
  return { members, around: likenesses.map((likeness, index) => [id(first + index), likeness] as const) };
}

function found(...events: ReturnType<typeof event>[]): EventId[] {
  return eventsOfStory(
    story,
    new Map(events.flatMap((one) => one.around)),
    events.flatMap((one) => one.members),
  );
}

test('a story is of the event whose stories it is like', () => {
  expect(found(event(1, 1, [0.5, 0.4]), event(2, 10, [0.1]))).toEqual([1]);
});

test('one story that it is like does not make it one of many that it is not like', () => {
  expect(found(event(1, 1, [0.5, 0, 0, 0.05]))).toEqual([]);
});

test('being somewhat like all of them is not enough without one of the same event', () => {
  expect(found(event(1, 1, [0.3, 0.3, 0.3]))).toEqual([]);
});

test('stories of other weeks are not asked', () => {
  const early = event(1, 1, [0, 0, 0, 0], 2);
  expect(found({ members: [...early.members, ...event(1, 20, [0.5]).members], around: [[id(20), 0.5]] })).toEqual([1]);
  expect(found(event(1, 1, [0.9], 2))).toEqual([]);
});

test('of a very large event only the likest are asked', () => {
  expect(found(event(1, 1, [...Array(12).fill(0.4), ...Array(60).fill(0)]))).toEqual([1]);
});

test('a story that is like two events is of both, the likest first', () => {
  expect(found(event(1, 1, [0.4, 0.4]), event(2, 10, [0.6]))).toEqual([2, 1]);
});

test('a story stays where it is while anything there is of its event, also when others have come', () => {
  const grown = event(1, 1, [0.4, 0, 0, 0, 0, 0]);
  const own: Member = { eventId: eventId.parse(1), storyId: story.id, publishedAt: story.publishedAt };
  expect(eventsOfStory(story, new Map(grown.around), [...grown.members, own])).toEqual([1]);
  expect(eventsOfStory(story, new Map(), [...grown.members, own])).toEqual([]);
});
