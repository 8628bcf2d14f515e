// Queries of a shape that names an edition: built once for each edition, of which a paper has a handful.
import type { EditionKey } from '../story/ids.ts';

/** `build` is called once for each edition; what it gives is kept. */
export function forEdition<Query>(build: (edition: EditionKey) => Query): (edition: EditionKey) => Query {
  const built = new Map<EditionKey, Query>();
  return (edition) => {
    let query = built.get(edition);
    if (query === undefined) {
      query = build(edition);
      built.set(edition, query);
    }
    return query;
  };
}
