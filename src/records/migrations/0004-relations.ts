// What stories are to one another: related ones with the reasons, near-duplicates, and the events that they tell of.
import { sql } from 'kysely';
import { columnTypes, type Migration, tableEnd } from './migration.ts';

export const relations: Migration = {
  name: '0004-relations',
  async up(tx, engine) {
    const { whole } = columnTypes(engine);
    await tx.schema
      .createTable('related_found')
      .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
      .addColumn('position', whole, (column) => column.notNull())
      .addColumn('target_id', whole, (column) => column.notNull().references('stories.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('reasons', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('related_found_key', ['story_id', 'position'])
      .addUniqueConstraint('related_found_once', ['story_id', 'target_id'])
      .addCheckConstraint('related_found_kind', sql`kind in ('event', 'background')`)
      .addCheckConstraint('related_found_other', sql`target_id <> story_id`)
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await tx.schema.createIndex('related_found_target').on('related_found').column('target_id').execute();
    await tx.schema
      .createTable('relations')
      .addColumn('story_id', whole, (column) => column.primaryKey().references('stories.id'))
      .addColumn('seen', whole, (column) => column.notNull())
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await tx.schema
      .createTable('near_duplicates')
      .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
      .addColumn('other_id', whole, (column) => column.notNull().references('stories.id'))
      .addPrimaryKeyConstraint('near_duplicates_key', ['story_id', 'other_id'])
      .addCheckConstraint('near_duplicates_other', sql`other_id <> story_id`)
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await tx.schema
      .createTable('events')
      .addColumn('id', whole, (column) => column.primaryKey())
      .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
      .addColumn('created_at', whole, (column) => column.notNull())
      .addColumn('merged_into', whole, (column) => column.references('events.id'))
      .modifyEnd(tableEnd(engine, 'by-id'))
      .execute();
    await tx.schema
      .createTable('event_stories')
      .addColumn('story_id', whole, (column) => column.primaryKey().references('stories.id'))
      .addColumn('event_id', whole, (column) => column.notNull().references('events.id'))
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await sql`create index events_merged on events (merged_into) where merged_into is not null`.execute(tx);
    await tx.schema.createIndex('event_stories_event').on('event_stories').column('event_id').execute();
  },
};
