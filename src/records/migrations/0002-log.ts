// What happened: corrections, the log of acts, the outbox and its followers, and what came in by the wire.
import type { Transaction } from 'kysely';
import type { Engine } from '../open.ts';
import type { Tables } from '../tables.ts';
import { columnTypes, type Migration, makeImmutable, tableEnd } from './migration.ts';

export const log: Migration = {
  name: '0002-log',
  async up(tx, engine) {
    await corrections(tx, engine);
    await acts(tx, engine);
    await outbox(tx, engine);
    await wire(tx, engine);
  },
};

type Step = (tx: Transaction<Tables>, engine: Engine) => Promise<void>;

const corrections: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('corrections')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('story_id', whole, (column) => column.notNull().references('stories.id'))
    .addColumn('edition', 'text', (column) => column.notNull().references('editions.key'))
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  await tx.schema.createIndex('corrections_newest').on('corrections').columns(['edition', 'at', 'id']).execute();
  await tx.schema.createIndex('corrections_story').on('corrections').columns(['story_id', 'at', 'id']).execute();
};

const acts: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('log')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  await tx.schema.createIndex('log_subject').on('log').columns(['subject', 'id']).execute();
  await makeImmutable(tx, engine, 'log');
};

const outbox: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('outbox')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('story_id', whole, (column) => column.references('stories.id'))
    .addColumn('touches', 'text', (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
  await tx.schema
    .createTable('followers')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('last', whole, (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
};

const wire: Step = async (tx, engine) => {
  const { whole } = columnTypes(engine);
  await tx.schema
    .createTable('imports')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .addColumn('stories', 'text', (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-key'))
    .execute();
  await tx.schema
    .createTable('refusals')
    .addColumn('id', whole, (column) => column.primaryKey())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('place', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('at', whole, (column) => column.notNull())
    .modifyEnd(tableEnd(engine, 'by-id'))
    .execute();
};
