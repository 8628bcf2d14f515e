// Measures quotations found and speakers right against the annotations made by hand, for the tuning and the held-out half.

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { quotationsIn } from '../src/arabic/quotations/quotations.ts';
import { table } from './table.ts';

type Annotated = {
  id: string;
  half: string;
  quotations: { start: number; end: number; speaker: [number, number] | null }[];
};
const file = `${process.env.WARRAQ_DATA ?? '../shared/data'}/retrieval/ant-stories.jsonl.gz`;

function measure(half: string, stories: readonly Annotated[], texts: ReadonlyMap<string, string>) {
  let found = 0,
    wanted = 0,
    right = 0,
    speakers = 0;
  for (const story of stories.filter((one) => one.half === half)) {
    const text = texts.get(story.id) ?? '';
    const paragraphs = text.split('\n');
    const starts = paragraphs.map((_, at) => paragraphs.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0));
    const got = quotationsIn(paragraphs);
    found += got.length;
    wanted += story.quotations.length;
    for (const one of got) {
      const want = story.quotations.find(
        (each) => Math.abs(each.start - one.start - (starts[one.paragraph] ?? 0)) <= 1,
      );
      if (want === undefined) continue;
      right += 1;
      if (want.speaker !== null && one.speaker?.name.includes(text.slice(...want.speaker))) speakers += 1;
    }
  }
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);
  return {
    half,
    annotated: wanted,
    found,
    precision: share(right, found),
    recall: share(right, wanted),
    'speaker right of matched': share(speakers, right),
    'speaker recall': share(speakers, wanted),
  };
}

if (!existsSync(file)) console.log(`Skipped: ${file} is not there.`);
else {
  const stories = readFileSync(new URL('annotations/quotations.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Annotated);
  const texts = new Map(
    gunzipSync(readFileSync(file))
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map((story) => [story.id, story.text]),
  );
  console.log(table(['tune', 'held'].map((half) => measure(half, stories, texts))));
}
