// What the program reads out of a story's text when it goes live: the topics that it is about, and who said what in it.
import { nameKeys } from '../../arabic/names.ts';
import { nameWords } from '../../arabic/names-in-text.ts';
import { isDefinite, isTitle } from '../../arabic/quotations/nouns.ts';
import { type Quotation, quotationsIn } from '../../arabic/quotations/quotations.ts';
import { insertAll } from '../../records/insert-all.ts';
import type { Tables } from '../../records/tables.ts';
import type { RevisionId, StoryId, TopicId } from '../../story/ids.ts';
import type { StoryContent } from '../../story/story.ts';
import type { Doing } from '../act.ts';
import type { NameBook } from './name-book.ts';
import { isAbout, paragraphsOf, topicsNamedIn } from './named-in.ts';

/** A quotation whose speaker the story names. */
export type Said = Pick<Quotation, 'words' | 'paragraph' | 'start'> & { readonly speaker: string };

export interface ReadOut {
  readonly topics: readonly TopicId[];
  readonly quotations: readonly (Said & { readonly topicId: TopicId | null })[];
}

/** Who said what in a content; what nobody plainly said is left out. Some 0.7 ms a story. */
export function saidIn(content: StoryContent): Said[] {
  return quotationsIn(paragraphsOf(content)).flatMap(({ words, paragraph, start, speaker }) =>
    speaker === null || words === '' ? [] : [{ words, paragraph, start, speaker: speaker.name }],
  );
}

/** The topics that a content is about or whose words it quotes. `said` from `saidIn`, worked out before a transaction where that can be. */
export function readOut(book: NameBook, content: StoryContent, said: readonly Said[]): ReadOut {
  const quotations = said.map((one) => ({ ...one, topicId: speakerAsTopic(book, one.speaker) }));
  const about = topicsNamedIn(book, content).filter(isAbout);
  const speakers = quotations.flatMap(({ topicId }) => topicId ?? []);
  return { topics: [...new Set([...about.map(({ id }) => id), ...speakers])], quotations };
}

/** `الرئيس الأميركي دونالد ترامب` is دونالد ترامب; `إيفانكا ترامب` is not, nor is `وزير خارجية قطر` قطر. */
function speakerAsTopic({ finder, kinds }: NameBook, speaker: string): TopicId | null {
  if (kinds.size === 0) return null;
  const words = nameWords(speaker);
  const last = finder.in(words).at(-1);
  if (last === undefined || last.to !== words.length) return null;
  if (last.from === 0) return last.id;
  const before = words[last.from - 1] ?? '';
  return kinds.get(last.id) === 'person' && (isDefinite(before) || isTitle(before)) ? last.id : null;
}

/** A revision that is before the public. */
export interface LiveRevision {
  readonly storyId: StoryId;
  readonly revisionId: RevisionId;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** The rows of a story's quotations. */
export const quotationRows = (
  { storyId, revisionId, publishedAt }: LiveRevision,
  { quotations }: ReadOut,
): Tables['quotations'][] =>
  quotations.map(({ words, paragraph, start, speaker, topicId }, position) => ({
    story_id: storyId,
    position,
    revision_id: revisionId,
    paragraph,
    start,
    published_at: publishedAt,
    topic_id: topicId,
    // The last of its keys is that of all its words.
    speaker_key: nameKeys(speaker).at(-1) ?? '',
    speaker,
    words,
  }));

/** Puts these quotations in place of a story's. Answers the topics whose words are, or were, among them. */
export async function replaceQuotations(doing: Doing, live: LiveRevision, read: ReadOut): Promise<TopicId[]> {
  const former = await removeQuotations(doing, live.storyId);
  const rows = quotationRows(live, read);
  await insertAll(doing.tx, 'quotations', rows);
  return [...new Set([...former, ...rows.flatMap((row) => row.topic_id ?? [])])];
}

/** Takes a story's quotations away; answers the topics that had words among them. */
export async function removeQuotations(doing: Doing, storyId: StoryId): Promise<TopicId[]> {
  const rows = await doing.tx.deleteFrom('quotations').where('story_id', '=', storyId).returning('topic_id').execute();
  return [...new Set(rows.flatMap((row) => row.topic_id ?? []))];
}
