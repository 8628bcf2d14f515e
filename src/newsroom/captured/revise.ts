// One more capture of a story that the paper has: nothing when it says nothing new, else a revision of the same story.
import { sql } from 'kysely';
import { insertAll } from '../../records/insert-all.ts';
import { precompiled } from '../../records/precompiled.ts';
import type { RevisionId, SectionId } from '../../story/ids.ts';
import { correctionsKey, type DependencyKey, furnitureKey, storyKey } from '../../story/listing.ts';
import type { StoryContent } from '../../story/story.ts';
import type { Doing } from '../act.ts';
import { type CanonicalContent, canonicalContent } from '../content.ts';
import { goLive } from '../go-live.ts';
import { storySubject } from '../in-hand.ts';
import { addRevision, headlineKeyOf, takeRevisionId } from '../story-input.ts';
import { tellWaiting } from '../stubs.ts';
import { timesOf, writeAddresses, writeCorrections, writeStubs } from './file-new.ts';
import { type Around, isDated, type Known } from './known.ts';
import { mergeCaptures } from './merge.ts';
import { findPlaces } from './places.ts';
import type { Prepared } from './prepare.ts';

export type Revised =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'revised' }
  /** It would change a story that is no longer the wire's to change. */
  | { readonly outcome: 'refused'; readonly reason: string };

interface Plan {
  /** The content after this capture; null when it is as it was. */
  readonly content: { readonly merged: StoryContent; readonly canonical: CanonicalContent } | null;
  readonly addsTopics: boolean;
  readonly addsStubs: boolean;
  readonly newCorrections: readonly string[];
  /** The page states the time of a story that had none. */
  readonly datesIt: boolean;
  readonly isNewer: boolean;
}

/** What this capture would add to what is known. */
function planFor(known: Known, draft: Prepared, around: Around): Plan {
  const { story } = known;
  const isNewer =
    draft.updatedAt !== null && story.updated_at !== null && isDated(known) && draft.updatedAt > story.updated_at;
  const isSameText = known.contentHash === draft.canonical.hash;
  const merged = isSameText ? known.content : mergeCaptures(known.content, draft.content, isNewer);
  const canonical = isSameText ? null : canonicalContent(merged);
  const texts = around.corrections.get(story.id);
  return {
    content: canonical === null || canonical.hash === known.contentHash ? null : { merged, canonical },
    addsTopics: draft.topics.length > 0 && !around.withTopics.has(story.id),
    addsStubs: draft.stubs.length > 0 && !around.withStubs.has(story.id),
    newCorrections: draft.corrections.filter((text) => texts?.has(text) !== true),
    datesIt: draft.publishedAt !== null && story.first_published_at !== null && !isDated(known),
    isNewer,
  };
}

const isEmpty = (plan: Plan): boolean =>
  plan.content === null && !plan.addsTopics && !plan.addsStubs && plan.newCorrections.length === 0 && !plan.datesIt;

const deskActs = precompiled((db, subject: string) =>
  db
    .selectFrom('log')
    .select('id')
    .where('subject', '=', subject)
    .where('act', 'in', [sql.lit('file-story'), sql.lit('edit-story')])
    .limit(sql.lit(1)),
);

export async function revise(
  doing: Doing,
  known: Known,
  draft: Prepared,
  around: Around,
  isPublished: boolean,
): Promise<Revised> {
  const plan = planFor(known, draft, around);
  if (isEmpty(plan)) return { outcome: 'unchanged' };
  const { story } = known;
  if (story.state === 'killed') {
    return refusal(plan, `Story ${story.id} was withdrawn; another capture of it is not taken. Restore it first.`);
  }
  if ((await deskActs(doing.tx, storySubject(story.id))).length > 0) {
    return refusal(plan, `Story ${story.id} was written or edited at the desk, whose text a capture does not replace.`);
  }
  const touches = await write(doing, known, draft, plan, isPublished);
  doing.log(storySubject(story.id), {
    source: draft.source,
    place: draft.place,
    revision: plan.content === null ? known.number : known.number + 1,
  });
  doing.tell(story.state === 'live' ? 'story-updated' : 'story-edited', story.id, touches);
  return { outcome: 'revised' };
}

/** Only what would change the text is worth telling; a card or a topic more of such a story is not. */
function refusal(plan: Plan, reason: string): Revised {
  return plan.content === null ? { outcome: 'unchanged' } : { outcome: 'refused', reason };
}

async function write(
  doing: Doing,
  known: Known,
  draft: Prepared,
  plan: Plan,
  isPublished: boolean,
): Promise<DependencyKey[]> {
  const { tx } = doing;
  const { story } = known;
  const touches: DependencyKey[] = [storyKey(story.id)];
  const places = await findPlaces(doing, [draft], isPublished);
  if (places.grown.size > 0) touches.push(furnitureKey(story.edition));
  if (plan.addsTopics) {
    const rows = places.topicsOf(draft).map((topic_id, position) => ({ story_id: story.id, topic_id, position }));
    await insertAll(tx, 'story_topics', rows);
  }
  await writeAddresses(doing, [{ id: story.id, draft }]);
  if (plan.addsStubs) await writeStubs(doing, [{ id: story.id, draft }]);
  const times = timesAfter(doing, known, draft, plan);
  if (plan.newCorrections.length > 0) {
    await writeCorrections(doing, [{ id: story.id, draft, texts: plan.newCorrections, at: times.updatedAt }]);
    touches.push(correctionsKey(story.edition));
  }
  const sectionId = sectionAfter(known, draft, places);
  const content = plan.content?.merged ?? known.content;
  const headlineKey = plan.content === null ? story.headline_key : headlineKeyOf(content.headline);
  const revisionId = await revisionAfter(doing, known, plan);
  await tx
    .updateTable('stories')
    .set({ head_revision_id: revisionId, section_id: sectionId, headline_key: headlineKey })
    .where('id', '=', story.id)
    .execute();
  const addressKeys = draft.addressKey === null ? [] : [draft.addressKey];
  const owners = await tellWaiting(tx, [{ id: story.id, edition: story.edition, headlineKey, addressKeys }]);
  touches.push(...(owners.get(story.id) ?? []).map(storyKey));
  if (story.state === 'live' || (isPublished && story.state === 'draft')) {
    const going = { story: { ...story, section_id: sectionId }, revisionId, content, ...times };
    touches.push(...(await goLive(doing, going)).touches);
  }
  return touches;
}

async function revisionAfter(doing: Doing, known: Known, plan: Plan): Promise<RevisionId> {
  if (plan.content === null) return known.story.head_revision_id;
  const id = await takeRevisionId(doing);
  await addRevision(doing, { id, story: known.story.id, number: known.number + 1 }, plan.content.canonical);
  return id;
}

/** A story that waited in the fallback section goes where a better capture says that it belongs. */
function sectionAfter({ story }: Known, draft: Prepared, places: Awaited<ReturnType<typeof findPlaces>>): SectionId {
  const path = places.sectionPathOf(draft);
  const named = path[path.length - 1];
  const isWaiting = places.fallbackOf(draft)?.id === story.section_id;
  return draft.section !== null && named !== undefined && isWaiting ? named.id : story.section_id;
}

function timesAfter(
  doing: Doing,
  { story }: Known,
  draft: Prepared,
  plan: Plan,
): { publishedAt: number; updatedAt: number } {
  const stated = timesOf(doing, draft);
  const publishedAt = plan.datesIt ? stated.publishedAt : (story.first_published_at ?? stated.publishedAt);
  if (story.updated_at === null) return { publishedAt, updatedAt: Math.max(publishedAt, stated.updatedAt) };
  // A page that says when it was updated is believed; a fuller text alone is news to readers now.
  const updatedAt = draft.updatedAt !== null ? stated.updatedAt : plan.content === null ? story.updated_at : doing.at;
  return {
    publishedAt,
    updatedAt: Math.max(publishedAt, plan.datesIt && plan.content === null ? publishedAt : updatedAt),
  };
}
