// What the reader's browser loads beside pages: stylesheet, script, fonts. Read whole at start, named by their content.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, makeAnswer } from './answer.ts';
import { everywhere } from './security.ts';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  json: 'application/json; charset=utf-8',
};

/** Formats that are compressed already. */
const isPlain = (ending: string): boolean => ['woff2', 'png', 'ico'].includes(ending);

/** The answers for every file of the built assets folder, by path: `/assets/site-3fa9c1.css`. */
export async function loadAssets(folder: string): Promise<ReadonlyMap<string, Answer>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const answers = new Map<string, Answer>();
  for (const name of names.sort()) {
    const ending = name.split('.').at(-1) ?? '';
    const type = types[ending];
    if (type === undefined || name === 'manifest.json') continue;
    const answer = await makeAnswer({
      status: 200,
      headers: ['Content-Type', type, 'Cache-Control', 'public, max-age=31536000, immutable', ...everywhere],
      body: readFileSync(join(folder, name)),
      staleAt: Number.POSITIVE_INFINITY,
      compression: isPlain(ending) ? 'plain' : 'ready',
    });
    answers.set(`/assets/${name}`, answer);
  }
  return answers;
}
