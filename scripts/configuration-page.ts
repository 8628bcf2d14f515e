// Writes docs/configuration.md from the schema of the settings: `npm run docs:configuration`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationPage } from '../src/server/configuration.ts';

writeFileSync(join(import.meta.dirname, '../docs/configuration.md'), configurationPage());
