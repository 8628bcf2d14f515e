// Measures quotations and speakers against the annotations made by hand, for the half that was tuned on and the one held out.
// `--wrong HALF` lists what was wrong there, by id and offsets; only the development half is for looking at.

import { quotationsIn } from '../src/arabic/quotations/quotations.ts';
import { annotatedStories, type Compared, compare, score, storiesFile, storyTexts } from './annotations/score.ts';
import { table } from './table.ts';

const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);

function row(half: string, stories: number, compared: readonly Compared[]) {
  const { annotated, found, right, named, rightlyNamed, withSpeaker } = score(compared);
  return {
    half,
    stories,
    annotated,
    found,
    precision: share(right, found),
    recall: share(right, annotated),
    'speaker precision': share(rightlyNamed, named),
    'speaker recall': share(rightlyNamed, withSpeaker),
  };
}

function wrong(id: string, text: string, compared: readonly Compared[]): void {
  for (const { got, want, speaker } of compared) {
    if (got !== null && want !== null && (speaker || (want.speaker === null && got.speaker === null))) continue;
    const kind = got === null ? 'missed' : want === null ? 'no quotation' : 'speaker';
    const words = got?.words ?? text.slice(want?.start, want?.end);
    const wanted = want?.speaker == null ? '' : text.slice(...want.speaker);
    console.log(
      `${id} ${kind}: ${words.slice(0, 60)} | ${got?.verb ?? ''} ${got?.speaker?.name ?? '-'} (${got?.resolved ?? ''}) | ${wanted}`,
    );
  }
}

const stories = annotatedStories();
const texts = storyTexts(new Set(stories.map((story) => story.id)));
if (texts === null) console.log(`Skipped: ${storiesFile} is not there.`);
else {
  const listed = process.argv[process.argv.indexOf('--wrong') + 1];
  const halves = new Set(stories.map((story) => story.half));
  const rows = [...halves].map((half) => {
    const own = stories.filter((story) => story.half === half);
    const compared = own.flatMap((story) => {
      const text = texts.get(story.id) ?? '';
      const one = compare(text, story.quotations, quotationsIn(text.split('\n')));
      if (listed === half) wrong(story.id, text, one);
      return one;
    });
    return row(half, own.length, compared);
  });
  console.log(table(rows));
}
