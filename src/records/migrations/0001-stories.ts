// The paper itself: editions, sections, stories with their revisions, and all that hangs on a story.
import { sql, type Transaction } from 'kysely';
import type { Engine } from '../open.ts';
import type { Tables } from '../tables.ts';
import { columnTypes, type Migration, makeImmutable, tableEnd } from './migration.ts';

export const stories: Migration = {
  name: '0001-stories',
  async up(tx, engine) {
    await counters(tx, engine);
    await editionsAndSections(tx, engine);
    await storiesAndRevisions(tx, engine);
    await authorsAndTopics(tx, engine);
    await pictures(tx, engine);
    await listings(tx, engine);
    await aroundStories(tx, engine);
  },
};

type Step = (tx: Transaction<Tables>, engine: Engine) => Promise<void>;

const counters: Step = async (tx, engine) => {
  await tx.schema
    .createTable('counters')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('last', columnTypes(engine).whole, (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
};

const editionsAndSections: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('editions')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema
    .createTable('sections')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('parent_id', whole, (column) => column.references('sections.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('palette', 'text', (column) => column.notNull())
    .addUniqueConstraint('sections_slug', ['edition', 'slug'])
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
};

const storiesAndRevisions: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  let table = tx.schema
    .createTable('stories')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('section_id', whole, (column) => column.notNull().references('sections.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('head_revision_id', whole, (column) => column.notNull())
    .addColumn('live_revision_id', whole)
    .addColumn('created_at', whole, (column) => column.notNull())
    .addColumn('first_published_at', whole)
    .addColumn('updated_at', whole)
    .addColumn('embargo_until', whole)
    .addColumn('scheduled_for', whole)
    .addColumn('killed_at', whole)
    .addColumn('kill_reason', 'text')
    .addColumn('translation_of', whole, (column) => column.references('stories.id'))
    .addColumn('headline_key', 'text', (column) => column.notNull())
    // Last, because it is long: what stands before it is read without it.
    .addColumn('card', 'text')
    .addCheckConstraint('stories_state', sql`state in ('draft', 'submitted', 'scheduled', 'live', 'killed')`)
    .addCheckConstraint(
      'stories_live_whole',
      sql`state <> 'live' or (live_revision_id is not null and card is not null
        and first_published_at is not null and updated_at is not null)`,
    )
    .modifyEnd(tableEnd(engine, 'by-id'));
  // A story and its first revision name each other, so both sides are looked at when the transaction commits. SQLite
  // wants the key in the table's definition and allows a table that comes later; PostgreSQL wants the table first.
  const pointers = ['head_revision_id', 'live_revision_id'] as const;
  if (engine === 'sqlite') {
    for (const pointer of pointers) {
      table = table.addForeignKeyConstraint(`stories_${pointer}`, [pointer], 'revisions', ['id'], (key) =>
        key.deferrable().initiallyDeferred(),
      );
    }
  }
  await table.execute();
  await tx.schema
    .createTable('revisions')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('story_id', whole, (column) => column.notNull())
    .addColumn('number', whole, (column) => column.notNull())
    .addColumn('created_at', whole, (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('length', whole, (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addUniqueConstraint('revisions_number', ['story_id', 'number'])
    .addForeignKeyConstraint('revisions_story', ['story_id'], 'stories', ['id'], (key) =>
      key.deferrable().initiallyDeferred(),
    )
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  if (engine === 'postgres') {
    for (const pointer of pointers) {
      await tx.schema
        .alterTable('stories')
        .addForeignKeyConstraint(`stories_${pointer}`, [pointer], 'revisions', ['id'], (key) =>
          key.deferrable().initiallyDeferred(),
        )
        .execute();
    }
  }
  await makeImmutable(tx, engine, 'revisions');

  // Without these SQLite reads all stories at each insert of a revision while one of the two is still missing.
  for (const pointer of pointers)
    await tx.schema.createIndex(`stories_by_${pointer}`).on('stories').column(pointer).execute();
  await tx.schema.createIndex('stories_headline').on('stories').columns(['edition', 'headline_key']).execute();
  await sql`create index stories_translation on stories (translation_of) where translation_of is not null`.execute(tx);
  await sql`create index stories_scheduled on stories (scheduled_for) where scheduled_for is not null`.execute(tx);
  await sql`create index stories_embargo on stories (embargo_until) where embargo_until is not null`.execute(tx);
};

const authorsAndTopics: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('authors')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addUniqueConstraint('authors_slug', ['edition', 'slug'])
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  await tx.schema.createIndex('authors_name').on('authors').columns(['edition', 'name_key']).execute();
  await tx.schema
    .createTable('topics')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addUniqueConstraint('topics_slug', ['edition', 'slug'])
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  await tx.schema.createIndex('topics_name').on('topics').columns(['edition', 'name_key']).execute();
  await tx.schema
    .createTable('story_topics')
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    .addColumn('topic_id', whole, (column) => column.notNull().references('topics.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('story_topics_key', ['story_id', 'topic_id'])
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema.createIndex('story_topics_topic').on('story_topics').column('topic_id').execute();
};

const pictures: Step = async (tx, engine) => {
  const { whole, real } = columnTypes(engine);
  await tx.schema
    .createTable('pictures')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('width', whole, (column) => column.notNull())
    .addColumn('height', whole, (column) => column.notNull())
    .addColumn('caption', 'text', (column) => column.notNull())
    .addColumn('credit', 'text', (column) => column.notNull())
    .addColumn('alt', 'text', (column) => column.notNull())
    .addColumn('rights', 'text', (column) => column.notNull())
    .addColumn('focal_x', real, (column) => column.notNull())
    .addColumn('focal_y', real, (column) => column.notNull())
    .addColumn('placeholder', 'text', (column) => column.notNull())
    .addColumn('created_at', whole, (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
};

const listings: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('listings')
    .addColumn('list', 'text', (column) => column.notNull())
    .addColumn('published_at', whole, (column) => column.notNull())
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    // Read backwards this is the list, newest first, with nothing else to look up.
    .addPrimaryKeyConstraint('listings_key', ['list', 'published_at', 'story_id'])
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema.createIndex('listings_story').unique().on('listings').columns(['story_id', 'list']).execute();
};

const aroundStories: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('related')
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('target_id', whole, (column) => column.references('stories.id'))
    .addColumn('headline_key', 'text')
    .addColumn('address_key', 'text')
    .addColumn('stub', 'text')
    .addPrimaryKeyConstraint('related_key', ['story_id', 'source', 'position'])
    .addCheckConstraint('related_source', sql`source in ('pin', 'capture')`)
    .addCheckConstraint('related_shown', sql`stub is not null or target_id is not null`)
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  for (const column of ['headline_key', 'address_key', 'target_id']) {
    await sql`create index ${sql.id(`related_${column}`)} on related (${sql.id(column)})
      where ${sql.id(column)} is not null`.execute(tx);
  }
  await tx.schema
    .createTable('front_slots')
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    .addPrimaryKeyConstraint('front_slots_key', ['edition', 'position'])
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema.createIndex('front_slots_story').on('front_slots').column('story_id').execute();
  await tx.schema
    .createTable('redirects')
    .addColumn('address_key', 'text', (column) => column.primaryKey())
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema.createIndex('redirects_story').on('redirects').column('story_id').execute();
};
