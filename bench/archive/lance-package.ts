// The part of LanceDB that its bench uses, loaded from wherever it is installed: the project does not depend on it.

import { createRequire } from 'node:module';

export interface Row {
  readonly id: number;
  readonly section: number;
  /** Epoch milliseconds. */
  readonly published: number;
  /** Parted by spaces. */
  readonly stems: string;
}

/** An answer by columns, all of numbers here. */
export interface Columns {
  readonly numRows: number;
  getChild(column: string): { toArray(): Float64Array };
}

interface Query {
  fullTextSearch(query: object): Query;
  select(columns: readonly string[]): Query;
  limit(most: number): Query;
  toArray(): Promise<Row[]>;
  toArrow(): Promise<Columns>;
}

export interface Table {
  add(rows: readonly Row[]): Promise<unknown>;
  createIndex(column: string, options: { config: object }): Promise<unknown>;
  update(change: { where: string; values: Partial<Row> }): Promise<unknown>;
  delete(where: string): Promise<unknown>;
  optimize(): Promise<unknown>;
  query(): Query;
  close(): void;
}

interface Lance {
  connect(folder: string): Promise<{
    createTable(name: string, rows: readonly Row[]): Promise<Table>;
    openTable(name: string): Promise<Table>;
  }>;
  readonly Index: { fts(options: Readonly<Record<string, unknown>>): object };
  readonly MatchQuery: new (text: string, column: string, options: { operator: 'AND' | 'OR' }) => object;
  readonly PhraseQuery: new (text: string, column: string) => object;
}

/** `packageFile`: the package.json of the folder in which LanceDB is installed. */
export function openLance(packageFile: string): Lance {
  return createRequire(packageFile)('@lancedb/lancedb') as Lance;
}
