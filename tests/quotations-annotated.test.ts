// Quotations and their speakers against those annotated by hand; the texts are not part of the project, and without them nothing is judged.
import { expect, test } from 'vitest';
import { annotatedStories, compare, score, storyTexts } from '../bench/annotations/score.ts';
import { quotationsIn } from '../src/arabic/quotations/quotations.ts';

const stories = annotatedStories();
const texts = storyTexts(new Set(stories.map((story) => story.id)));
if (texts === null)
  console.log('quotations are not judged: the annotated stories are not here (../shared/data, or WARRAQ_DATA).');

// The floors are a little under what `npm run bench:quotations` shows.
test.runIf(texts !== null)(
  'the quotations of the development half are found, and their speakers named rightly or not at all',
  () => {
    const compared = stories
      .filter((story) => story.half === 'development')
      .flatMap(({ id, quotations }) => {
        const text = texts?.get(id) ?? '';
        return compare(text, quotations, quotationsIn(text.split('\n')));
      });
    const { annotated, found, right, named, rightlyNamed, withSpeaker } = score(compared);
    expect(annotated).toBeGreaterThan(100);
    expect(right / found).toBeGreaterThan(0.96);
    expect(right / annotated).toBeGreaterThan(0.96);
    expect(rightlyNamed / named).toBeGreaterThan(0.96);
    expect(rightlyNamed / withSpeaker).toBeGreaterThan(0.9);
  },
);
