// Queries whose SQL is built once and then only given its values: building it anew costs more than running it.
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Stands where an argument will be while the query is built. */
class StandIn {
  readonly argument: number;

  constructor(argument: number) {
    this.argument = argument;
  }
}

type Built<Row> = { readonly query: CompiledQuery<Row>; readonly takes: readonly number[] };

/** The two dialects write their SQL differently; a transaction shares its adapter with the connection it came from. */
const dialectOf = (db: Kysely<Tables>): object => db.getExecutor().adapter;

function built<Row>(query: CompiledQuery<Row>): Built<Row> {
  const takes = query.parameters.map((parameter) => {
    // A value that is not an argument would silently be the first caller's for ever.
    if (!(parameter instanceof StandIn))
      throw new TypeError('a precompiled query may hold arguments and literals only');
    return parameter.argument;
  });
  return { query, takes };
}

/**
 * A query of a fixed shape. `build` sees stand-ins in place of the arguments: it may put them into the query, not look
 * at them; fixed values are written with `sql.lit` or `eb.lit`.
 *
 *     const byId = precompiled((db, id: StoryId) => db.selectFrom('stories').select('state').where('id', '=', id));
 *     const [row] = await byId(records.read, id);
 */
export function precompiled<Arguments extends readonly unknown[], Row>(
  build: (db: Kysely<Tables>, ...values: Arguments) => Compilable<Row>,
): (db: Kysely<Tables>, ...values: Arguments) => Promise<Row[]> {
  const byDialect = new WeakMap<object, Built<Row>>();
  return async (db, ...values) => {
    const dialect = dialectOf(db);
    let known = byDialect.get(dialect);
    if (known === undefined) {
      const standIns = values.map((_, argument) => new StandIn(argument)) as unknown as Arguments;
      known = built(build(db, ...standIns).compile());
      byDialect.set(dialect, known);
    }
    const { query, takes } = known;
    const given: CompiledQuery<Row> = { ...query, parameters: takes.map((argument) => values[argument]) };
    return (await db.executeQuery(given)).rows;
  };
}

/** Most keys in one statement; more are asked for in several. */
const mostKeys = 256;

/**
 * A query for the rows of several keys, `where column in (…)`. Built once for each power of two: the places that are
 * left over repeat the last key. Rows come in no particular order.
 */
export function precompiledForMany<Key, Row>(
  build: (db: Kysely<Tables>, keys: readonly Key[]) => Compilable<Row>,
): (db: Kysely<Tables>, keys: readonly Key[]) => Promise<Row[]> {
  const byDialect = new WeakMap<object, Map<number, CompiledQuery<Row>>>();

  function queryFor(db: Kysely<Tables>, size: number): CompiledQuery<Row> {
    const dialect = dialectOf(db);
    let bySize = byDialect.get(dialect);
    if (bySize === undefined) {
      bySize = new Map();
      byDialect.set(dialect, bySize);
    }
    let query = bySize.get(size);
    if (query === undefined) {
      const standIns = Array.from({ length: size }, (_, place) => new StandIn(place)) as unknown as Key[];
      const { query: compiled, takes } = built(build(db, standIns).compile());
      if (takes.some((argument, place) => argument !== place))
        throw new TypeError('the keys must stand once, in order');
      query = compiled;
      bySize.set(size, query);
    }
    return query;
  }

  async function ask(db: Kysely<Tables>, keys: readonly Key[]): Promise<Row[]> {
    const parameters: Key[] = [...keys];
    const last = keys[keys.length - 1] as Key;
    const size = 2 ** Math.ceil(Math.log2(keys.length));
    while (parameters.length < size) parameters.push(last);
    const given: CompiledQuery<Row> = { ...queryFor(db, size), parameters };
    return (await db.executeQuery(given)).rows;
  }

  return async (db, keys) => {
    if (keys.length === 0) return [];
    if (keys.length <= mostKeys) return await ask(db, keys);
    const rows: Row[] = [];
    for (let at = 0; at < keys.length; at += mostKeys) rows.push(...(await ask(db, keys.slice(at, at + mostKeys))));
    return rows;
  };
}
