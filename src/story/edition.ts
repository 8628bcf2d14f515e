// What an edition is: one language and place of publication. Everything that differs by language is data here.
import { z } from 'zod';
import { editionKey } from './ids.ts';

export const edition = z.object({
  key: editionKey,
  /** The paper's name as the masthead prints it. */
  name: z.string().min(1).max(80),
  /** One line under the name, and the description of the front. */
  motto: z.string().max(200),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  direction: z.enum(['rtl', 'ltr']),
  /** IANA name; the paper's day begins and ends by it. */
  timeZone: z.string().min(1).max(64),
  digits: z.enum(['latn', 'arab']),
  monthNaming: z.enum(['gregorian', 'levantine', 'both', 'maghrebi', 'moroccan']),
  /** Which calendar the masthead prints, first to last. */
  calendars: z.array(z.enum(['gregorian', 'hijri'])).min(1),
  /** The default edition lives at the root of the site; the others under `/{key}/`. Exactly one is the default. */
  isDefault: z.boolean(),
  /** Where stories are filed that came without a section. */
  fallbackSection: z.string().min(1).max(80),
  about: z.string().max(4000).default(''),
});
export type Edition = z.infer<typeof edition>;
