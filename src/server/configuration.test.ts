// The settings: which source wins, what is refused and how it is said, and that the page of documentation is current.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationPage, readConfiguration } from './configuration.ts';

function folderWith(file: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-settings-'));
  if (file !== null) writeFileSync(join(folder, 'warraq.config.ts'), file);
  return folder;
}

test('without anything said, the paper is in ./data on port 4000 and filled with the demo', async () => {
  const read = await readConfiguration({ flags: {}, environment: {}, folder: folderWith(null) });
  expect(read).toMatchObject({ data: './data', port: 4000, demo: true });
});

test('a flag wins over the environment, which wins over the file', async () => {
  const folder = folderWith("export default { port: 1111, data: '/from/file', cacheMegabytes: 7 };");
  const read = await readConfiguration({
    flags: { port: '3333' },
    environment: { PORT: '2222', WARRAQ_HOME: '/from/environment' },
    folder,
  });
  expect(read).toMatchObject({ port: 3333, data: '/from/environment', cacheMegabytes: 7 });
});

test.each([
  [{ port: 'many' }, {}, null, /port \(from a flag\)/],
  [{}, { PORT: '70000' }, null, /port \(from the environment\)/],
  [{}, { DATABASE_URL: 'mysql://x/y' }, null, /databaseUrl \(from the environment\)/],
  [{}, {}, 'export default { prot: 80 };', /prot \(from .*warraq\.config\.ts\)/],
  [{}, {}, 'export default {', /warraq\.config\.ts cannot be read/],
])('a setting that does not fit is named with its source: %j %j %j', async (flags, environment, file, message) => {
  await expect(readConfiguration({ flags, environment, folder: folderWith(file) })).rejects.toThrow(message);
});

test('docs/configuration.md is the page that the schema gives', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
  expect(page).toBe(configurationPage());
});
