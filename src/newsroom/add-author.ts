// The act of adding an author, or saying something about one. Authors come of themselves too, by the bylines of stories.
import { z } from 'zod';
import { editionKey } from '../story/ids.ts';
import { authorList } from '../story/listing.ts';
import { act } from './act.ts';
import { authorsNamed, nameKey } from './names.ts';
import { editionIn } from './paper.ts';

const input = z.object({
  edition: editionKey,
  name: z.string().trim().min(1).max(200),
  about: z.string().max(4000).default(''),
});

/** Finds the author by name, or adds one, and sets the text of the author's page. Problems: absent (edition), invalid, denied. */
export const addAuthor = act('add-author', input, async (doing, { edition: key, name, about }) => {
  doing.allow();
  const edition = await editionIn(doing.tx, key);
  const author = (await authorsNamed(doing.tx, edition.key, [name])).get(nameKey(name));
  if (author === undefined) throw new Error(`author ${name} was neither found nor added`);
  await doing.tx.updateTable('authors').set({ about }).where('id', '=', author.id).execute();
  doing.log(`author:${author.id}`, { name });
  doing.tell('author-added', null, [authorList(author.id)]);
  return { authorId: author.id, slug: author.slug };
});
