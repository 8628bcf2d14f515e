// What is chosen to stand under a story, in which order, and for what stated reasons.
import { expect, test } from 'vitest';
import { alike, compared } from '../../archive/likeness/alike.ts';
import { editionKey, type StoryId, storyId } from '../../story/ids.ts';
import { chooseRelated } from './choose.ts';
import type { Known, Neighbour } from './neighbours.ts';

const day = 86_400_000;
const now = 1_000 * day;
const known = { stemOf: (word: string) => word.replace(/^ال/u, ''), rarity: () => 3 };

interface Told {
  readonly text: string;
  readonly at?: number;
  readonly topics?: readonly string[];
  readonly kind?: string;
}

function told(id: number, { text, at = 0, topics = [], kind = 'news' }: Told): Known {
  const publishedAt = now + at * day;
  const own: StoryId = storyId.parse(id);
  const words = { headline: '', kicker: '', standfirst: '', body: text, captions: '', names: '' };
  const document = {
    id: own,
    edition: editionKey.parse('ar'),
    ...words,
    topics,
    publishedAt,
    facets: [`kind:${kind}`],
  };
  return { document, compared: compared({ headline: '', text, publishedAt }, known) };
}

function choose(story: Known, others: readonly Known[]) {
  const neighbours = others.map((other): Neighbour => {
    const how = alike(story.compared, other.compared);
    return { ...other, alike: how, isOfEvent: how.isSameEvent, wasNearDuplicate: false };
  });
  return chooseRelated(story, neighbours, known);
}

/** A text of twenty words. So many of them, ten at most, are those of every other, with words of its own in between. */
let made = 0;
function text(shared: number): string {
  made += 1;
  const word = (at: number) => (at % 2 === 0 && at / 2 < shared ? `مشترك${at}` : `كلمة${made}ق${at}`);
  return Array.from({ length: 20 }, (_, at) => word(at)).join(' ');
}

const ids = (choices: readonly { storyId: StoryId }[]): number[] => choices.map((choice) => choice.storyId);

test('three of the same event stand first, then background, then the others of the event', () => {
  const story = told(1, { text: text(10) });
  const ofEvent = [2, 3, 4, 5].map((id) => told(id, { text: text(10), at: -1 }));
  const background = [6, 7].map((id) => told(id, { text: text(5), at: -20 }));
  const chosen = choose(story, [...background, ...ofEvent]);
  expect(chosen.map((choice) => choice.kind)).toEqual(['event', 'event', 'event', 'background', 'background', 'event']);
});

test('of two that say the same only one is chosen, and a near-duplicate of the story never', () => {
  const words = text(10);
  const again = text(10);
  const chosen = choose(told(1, { text: words }), [
    told(2, { text: words }),
    told(3, { text: again }),
    told(4, { text: again }),
  ]);
  expect(chosen).toHaveLength(1);
  expect([3, 4]).toContain(chosen[0]?.storyId);
});

test('of two as like the newer stands first, unless the older explains', () => {
  const [story, newer, older] = [text(6), text(6), text(6)];
  const fresh = told(2, { text: newer, at: -10 });
  expect(ids(choose(told(1, { text: story }), [told(3, { text: older, at: -400 }), fresh]))).toEqual([2, 3]);
  const analysis = told(3, { text: older, at: -400, kind: 'analysis' });
  expect(ids(choose(told(1, { text: story }), [analysis, fresh]))).toEqual([3, 2]);
});

test('strangers, though they share a word, are not related, except by a topic, which is then the reason', () => {
  const story = told(1, { text: text(1), topics: ['الطاقة', 'الموازنة'] });
  const chosen = choose(story, [
    told(2, { text: text(1), at: -9 }),
    told(3, { text: text(0), at: -9, topics: ['الطاقة'] }),
  ]);
  expect(chosen).toEqual([{ storyId: 3, kind: 'background', reasons: [{ kind: 'topics', names: ['الطاقة'] }] }]);
});

test('the words that it was chosen for are told as the other story prints them', () => {
  const story = told(1, { text: 'وزير الطاقة يفتتح محطة كهرباء جديدة شرق العاصمة' });
  const other = told(2, { text: 'قال عن «الطاقة»: محطةُ الكهرباء ستزود القرى', at: -30 });
  const [choice] = choose(story, [other]);
  const words = choice?.reasons.find((reason) => reason.kind === 'words')?.words;
  expect(words).toEqual(expect.arrayContaining(['الطاقة', 'محطةُ', 'الكهرباء']));
});
