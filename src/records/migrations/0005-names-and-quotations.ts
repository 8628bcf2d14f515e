// The names under which topics are found in text, the addresses of topics that were merged, and who said what in live stories.
import { columnTypes, type Migration, tableEnd } from './migration.ts';

export const namesAndQuotations: Migration = {
  name: '0005-names-and-quotations',
  async up(tx, engine) {
    const { whole } = columnTypes(engine);
    await tx.schema
      .createTable('topic_names')
      .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
      // One name means one topic.
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('topic_id', whole, (column) => column.notNull().references('topics.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('topic_names_key', ['edition', 'name_key'])
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await tx.schema.createIndex('topic_names_topic').on('topic_names').column('topic_id').execute();
    await tx.schema
      .createTable('topic_addresses')
      .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
      .addColumn('slug', 'text', (column) => column.notNull())
      .addColumn('topic_id', whole, (column) => column.notNull().references('topics.id'))
      .addPrimaryKeyConstraint('topic_addresses_key', ['edition', 'slug'])
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    await tx.schema.createIndex('topic_addresses_topic').on('topic_addresses').column('topic_id').execute();
    await tx.schema
      .createTable('quotations')
      .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
      .addColumn('position', whole, (column) => column.notNull())
      .addColumn('revision_id', whole, (column) => column.notNull().references('revisions.id'))
      .addColumn('paragraph', whole, (column) => column.notNull())
      .addColumn('start', whole, (column) => column.notNull())
      .addColumn('published_at', whole, (column) => column.notNull())
      .addColumn('topic_id', whole, (column) => column.references('topics.id'))
      .addColumn('speaker_key', 'text', (column) => column.notNull())
      .addColumn('speaker', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('quotations_key', ['story_id', 'position'])
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    const newest = ['published_at', 'story_id', 'position'];
    await tx.schema
      .createIndex('quotations_speaker')
      .on('quotations')
      .columns(['speaker_key', ...newest])
      .execute();
    await tx.schema
      .createIndex('quotations_topic')
      .on('quotations')
      .columns(['topic_id', ...newest])
      .where('topic_id', 'is not', null)
      .execute();
  },
};
