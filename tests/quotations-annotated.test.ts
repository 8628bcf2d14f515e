// Quotations and their speakers against those annotated by hand; the texts are not part of the project, and without them nothing is judged.
import { expect, test } from 'vitest';
import { annotatedStories, compare, score, storyTexts } from '../bench/annotations/score.ts';
import { quotationsIn } from '../src/arabic/quotations/quotations.ts';

const stories = annotatedStories();
const texts = storyTexts(new Set(stories.map((story) => story.id)));
if (texts === null)
  console.log('quotations are not judged: the annotated stories are not here (../shared/data, or WARRAQ_DATA).');

function measured(half: 'development' | 'held-out') {
  const compared = stories
    .filter((story) => story.half === half)
    .flatMap(({ id, quotations }) => {
      const text = texts?.get(id) ?? '';
      return compare(text, quotations, quotationsIn(text.split('\n')));
    });
  return score(compared);
}

// The floors are a little under what `npm run bench:quotations` shows.
test.runIf(texts !== null)(
  'the quotations of the development half are found, and their speakers named rightly or not at all',
  () => {
    const { annotated, found, right, named, rightlyNamed, withSpeaker } = measured('development');
    expect(annotated).toBeGreaterThan(100);
    expect(right / found).toBeGreaterThan(0.96);
    expect(right / annotated).toBeGreaterThan(0.96);
    expect(rightlyNamed / named).toBeGreaterThan(0.96);
    expect(rightlyNamed / withSpeaker).toBeGreaterThan(0.9);
  },
);

test.runIf(texts !== null)(
  'quotations in stories that the code was not written for are found, and three of four speakers are right',
  () => {
    const { annotated, found, right, named, rightlyNamed, withSpeaker } = measured('held-out');
    expect(annotated).toBeGreaterThan(100);
    expect(right / found).toBeGreaterThan(0.92);
    expect(right / annotated).toBeGreaterThan(0.93);
    expect(rightlyNamed / named).toBeGreaterThan(0.73);
    expect(rightlyNamed / withSpeaker).toBeGreaterThan(0.59);
  },
);
