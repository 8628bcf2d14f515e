// Fills an empty newspaper: its editions and sections, and, unless told otherwise, the demo edition with its drawn pictures.
// Everything goes through the newsroom's acts, as an editor's work would.
import { type DemoEdition, type DemoSection, editions } from '../../demo/editions.ts';
import type { DemoPicture, DemoStory } from '../../demo/format.ts';
import type { Actor } from '../newsroom/actor.ts';
import { addAuthor } from '../newsroom/add-author.ts';
import { addEdition } from '../newsroom/add-edition.ts';
import { addPicture } from '../newsroom/add-picture.ts';
import { addSection } from '../newsroom/add-section.ts';
import { addTopic } from '../newsroom/add-topic.ts';
import { correct } from '../newsroom/correct.ts';
import { curateFront } from '../newsroom/curate-front.ts';
import { editStory } from '../newsroom/edit-story.ts';
import { fileStory } from '../newsroom/file-story.ts';
import { foundPaper } from '../newsroom/found-paper.ts';
import { linkTranslations } from '../newsroom/link-translations.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { pinRelated } from '../newsroom/pin-related.ts';
import { publish } from '../newsroom/publish.ts';
import { orThrow } from '../newsroom/result.ts';
import { patternSvg } from '../pictures/patterns/pattern.ts';
import {
  type EditionKey,
  editionKey,
  type RevisionId,
  type SectionId,
  type StoryId,
  type TopicId,
} from '../story/ids.ts';
import type { PictureUse } from '../story/picture.ts';
import type { StoryContent } from '../story/story.ts';
import { demoBody, picturesOf } from './demo-body.ts';
import type { Progress } from './progress.ts';

const actor: Actor = { kind: 'system', name: 'demo' };
const pictureSize = { width: 1600, height: 1067 };
const minutes = (hours: number) => Math.round(hours * 60);

interface Seeding {
  readonly newsroom: Newsroom;
  readonly now: Temporal.Instant;
  /** What was filed, by the story's key. */
  readonly filed: Map<string, { storyId: StoryId; revisionId: RevisionId }>;
  /** By palette and seed: the same drawing is one picture. */
  readonly pictures: Map<string, PictureUse['pictureId']>;
}

interface Placed {
  readonly edition: DemoEdition;
  readonly key: EditionKey;
  readonly sections: ReadonlyMap<string, SectionId>;
  readonly topics: ReadonlyMap<string, TopicId>;
}

const drawingKey = (section: DemoSection, picture: DemoPicture): string => `${section.palette}:${picture.seed}`;

function sectionOf(edition: DemoEdition, story: DemoStory): DemoSection {
  const section = edition.sections.find((candidate) => candidate.slug === story.section);
  if (section === undefined) throw new Error(`demo story ${story.key} is in an unknown section ${story.section}`);
  return section;
}

async function found(newsroom: Newsroom, edition: DemoEdition): Promise<Placed> {
  const key = editionKey.parse(edition.key);
  const { name, motto, language, direction, timeZone, monthNaming, calendars, isDefault, fallbackSection, about } =
    edition;
  const settings = {
    key,
    name,
    motto,
    language,
    direction,
    timeZone,
    monthNaming,
    calendars,
    isDefault,
    fallbackSection,
    about,
  };
  orThrow(await addEdition(newsroom, actor, { ...settings, digits: 'latn' }));
  const sections = new Map<string, SectionId>();
  for (const section of edition.sections) {
    const { slug, name, about, palette } = section;
    const added = orThrow(await addSection(newsroom, actor, { edition: key, slug, name, about, palette }));
    sections.set(slug, added.section.id);
  }
  const topics = new Map<string, TopicId>();
  for (const { name, about } of edition.authors)
    orThrow(await addAuthor(newsroom, actor, { edition: key, name, about }));
  for (const { key: topic, name, kind, about } of edition.topics) {
    topics.set(topic, orThrow(await addTopic(newsroom, actor, { edition: key, name, kind, about })).topicId);
  }
  return { edition, key, sections, topics };
}

interface Drawing {
  readonly key: string;
  readonly section: DemoSection;
  readonly picture: DemoPicture;
}

/** Every picture of the editions, each once. */
function drawingsOf(placed: readonly Placed[]): Drawing[] {
  const drawings = new Map<string, Drawing>();
  for (const { edition } of placed) {
    for (const story of edition.stories) {
      const section = sectionOf(edition, story);
      const own = story.picture === undefined ? [] : [story.picture];
      for (const picture of [...own, ...picturesOf(story.body)]) {
        const key = drawingKey(section, picture);
        if (!drawings.has(key)) drawings.set(key, { key, section, picture });
      }
    }
  }
  return [...drawings.values()];
}

/** Draws and stores the pictures: one is drawn on this thread while others are being rendered off it. */
async function draw({ newsroom, pictures }: Seeding, drawings: readonly Drawing[], step: () => void): Promise<void> {
  const waiting = drawings.values();
  const work = async (): Promise<void> => {
    for (const { key, section, picture } of waiting) {
      const { caption, credit, alt, seed } = picture;
      const drawing = patternSvg({ palette: section.palette, seed: String(seed), ...pictureSize });
      const stored = orThrow(await addPicture(newsroom, actor, { file: { drawing }, caption, credit, alt }));
      pictures.set(key, stored.picture.id);
      step();
    }
  };
  await Promise.all([work(), work(), work()]);
}

/** The content of a story; stories named inside it that are not filed yet are left out. */
function contentOf({ filed, pictures }: Seeding, edition: DemoEdition, story: DemoStory): StoryContent {
  const section = sectionOf(edition, story);
  const use = (picture: DemoPicture): PictureUse => ({
    pictureId: pictures.get(drawingKey(section, picture)) ?? null,
    source: null,
    caption: picture.caption,
    credit: picture.credit,
    alt: picture.alt,
    focalPoint: null,
  });
  const names = story.authors.map((key) => edition.authors.find((author) => author.key === key)?.name ?? key);
  const isSignedByAgency = (story.agencies ?? []).length > 0;
  const signed = names.length > 0 || isSignedByAgency ? names : [`«${edition.name}»`];
  return {
    headline: story.headline,
    kicker: story.kicker ?? '',
    standfirst: story.standfirst,
    byline: {
      authors: signed.map((name) => ({ name, role: story.kind === 'interview' ? 'interviewer' : 'writer' })),
      agencies: [...(story.agencies ?? [])],
      dateline: story.dateline,
    },
    leadPicture: story.picture === undefined ? null : use(story.picture),
    body: demoBody(story.body, { picture: use, story: (key) => filed.get(key)?.storyId ?? null }),
  };
}

async function file(seeding: Seeding, placed: Placed, story: DemoStory): Promise<void> {
  const sectionId = placed.sections.get(story.section);
  if (sectionId === undefined) throw new Error(`demo story ${story.key} is in an unknown section ${story.section}`);
  const topics = story.topics.map((key) => placed.topics.get(key)).filter((id) => id !== undefined);
  const content = contentOf(seeding, placed.edition, story);
  const filing = { edition: placed.key, sectionId, kind: story.kind, content, topics };
  seeding.filed.set(story.key, orThrow(await fileStory(seeding.newsroom, actor, filing)));
}

/** Links inside the text and pins need every story's id, so they come when all are filed; then it is published. */
async function finish(seeding: Seeding, edition: DemoEdition, story: DemoStory): Promise<void> {
  const { newsroom, now, filed } = seeding;
  const known = filed.get(story.key);
  if (known === undefined) throw new Error(`demo story ${story.key} was not filed`);
  const { storyId } = known;
  if (story.body.some((block) => block.type === 'related')) {
    const content = contentOf(seeding, edition, story);
    orThrow(await editStory(newsroom, actor, { storyId, expectedHead: known.revisionId, content }));
  }
  const targets = (story.related ?? []).map((key) => filed.get(key)?.storyId).filter((id) => id !== undefined);
  if (targets.length > 0) orThrow(await pinRelated(newsroom, actor, { storyId, targets }));
  const publishedAt = now.subtract({ minutes: minutes(story.hoursAgo) });
  orThrow(await publish(newsroom, actor, { storyId, publishedAt }));
  for (const { hoursAgo, text } of story.corrections ?? []) {
    orThrow(await correct(newsroom, actor, { storyId, text, at: now.subtract({ minutes: minutes(hoursAgo) }) }));
  }
}

async function curate({ newsroom, filed }: Seeding, { edition, key }: Placed): Promise<void> {
  const stories = edition.front.map((story) => filed.get(story)?.storyId).filter((id) => id !== undefined);
  orThrow(await curateFront(newsroom, actor, { edition: key, stories }));
}

async function linkEditions({ newsroom, filed }: Seeding): Promise<void> {
  for (const [key, { storyId }] of filed) {
    const original = key.startsWith('en-') ? filed.get(key.slice('en-'.length)) : undefined;
    if (original !== undefined)
      orThrow(await linkTranslations(newsroom, actor, { stories: [original.storyId, storyId] }));
  }
}

const isEmpty = async (newsroom: Newsroom): Promise<boolean> =>
  (await newsroom.records.read.selectFrom('editions').select('key').limit(1).executeTakeFirst()) === undefined;

/**
 * Gives an empty newspaper its first edition or, with `withStories`, the demo's editions with all that is in them. Does
 * nothing to a newspaper that has an edition. A filling that was cut short is not taken up again: the paper is then
 * what it is, and starting anew means another data folder.
 */
export async function seedDemo(
  { newsroom }: { readonly newsroom: Newsroom },
  { withStories, progress }: { readonly withStories: boolean; readonly progress: Progress },
): Promise<void> {
  if (!(await isEmpty(newsroom))) return;
  if (!withStories) {
    orThrow(await foundPaper(newsroom, actor));
    return;
  }
  const seeding: Seeding = { newsroom, now: newsroom.clock(), filed: new Map(), pictures: new Map() };
  const placed: Placed[] = [];
  for (const edition of editions) placed.push(await found(newsroom, edition));
  const drawings = drawingsOf(placed);
  const total = drawings.length + placed.reduce((sum, { edition }) => sum + 2 * edition.stories.length, 0);
  let done = 0;
  const step = () => {
    done += 1;
    progress.at(done, total);
  };
  await draw(seeding, drawings, step);
  for (const place of placed) {
    for (const story of place.edition.stories) {
      await file(seeding, place, story);
      step();
    }
  }
  for (const place of placed) {
    for (const story of place.edition.stories.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
      await finish(seeding, place.edition, story);
      step();
    }
    await curate(seeding, place);
  }
  await linkEditions(seeding);
}
