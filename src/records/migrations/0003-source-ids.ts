// The ids that records had where they came from, each with its story: by them a record is known again, however it was changed.
import { columnTypes, type Migration, tableEnd } from './migration.ts';

export const sourceIds: Migration = {
  name: '0003-source-ids',
  async up(tx, engine) {
    const { whole } = columnTypes(engine);
    await tx.schema
      .createTable('source_ids')
      .addColumn('source_id', 'text', (column) => column.primaryKey())
      .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
      .addColumn('outlet', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .modifyEnd(tableEnd(engine, 'by-key'))
      .execute();
    // One story has one source id: two records are two stories, however alike.
    await tx.schema.createIndex('source_ids_story').unique().on('source_ids').column('story_id').execute();
  },
};
