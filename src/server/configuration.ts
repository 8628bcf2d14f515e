// The settings of a running newspaper: one schema, from which flags, environment, `warraq.config.ts` and docs/configuration.md follow.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const megabytes = z.coerce.number().int().min(0).max(65_536);
const perMinute = z.coerce.number().int().min(0).max(1_000_000);
const yes = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((word) => word === 'true' || word === '1'),
]);

export const configuration = z.strictObject({
  data: z.string().min(1).default('./data'),
  port: port.default(4000),
  host: z.string().min(1).max(255).default('localhost'),
  origin: z
    .url({ protocol: /^https?$/ })
    .transform((address) => address.replace(/\/+$/, ''))
    .optional(),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  demo: yes.default(true),
  cacheMegabytes: megabytes.default(40),
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  trustProxy: yes.default(false),
  searchesPerMinute: perMinute.default(60),
  suggestionsPerMinute: perMinute.default(600),
  purgeHeader: z.enum(['Surrogate-Key', 'Cache-Tag']).default('Surrogate-Key'),
});
export type Configuration = z.infer<typeof configuration>;
export type Setting = keyof Configuration;

interface SettingText {
  /** As `--help` shows it; a `--no-…` flag sets false. */
  readonly flag: string;
  readonly variable: string;
  readonly about: string;
}

/** How each setting is named outside, and what it is for. */
export const settings: Readonly<Record<Setting, SettingText>> = {
  data: {
    flag: '--data <folder>',
    variable: 'WARRAQ_HOME',
    about: 'Where the newspaper lives: database, pictures, list of what was refused.',
  },
  port: { flag: '--port <number>', variable: 'PORT', about: 'The port to serve on. 0 takes any free one.' },
  host: {
    flag: '--host <name>',
    variable: 'WARRAQ_HOST',
    about: 'The address to serve on. `localhost` is this machine only, on IPv4 and IPv6; `0.0.0.0` is every network.',
  },
  origin: {
    flag: '--origin <address>',
    variable: 'WARRAQ_ORIGIN',
    about:
      'The address by which readers know the paper, for feeds, sitemaps and canonical links. By default the address that it serves on.',
  },
  databaseUrl: {
    flag: '--database-url <address>',
    variable: 'DATABASE_URL',
    about: 'A PostgreSQL database to keep the records in. Without it they are in SQLite, in the data folder.',
  },
  demo: {
    flag: '--no-demo',
    variable: 'WARRAQ_DEMO',
    about: 'Whether an empty newspaper is filled with the demo edition.',
  },
  cacheMegabytes: {
    flag: '--cache-megabytes <number>',
    variable: 'WARRAQ_CACHE_MEGABYTES',
    about: 'The most memory that kept pages may take; 0 renders every page anew.',
  },
  logLevel: {
    flag: '--log-level <level>',
    variable: 'WARRAQ_LOG_LEVEL',
    about: 'How much is logged: silent, error, warn, info or debug.',
  },
  trustProxy: {
    flag: '--trust-proxy',
    variable: 'WARRAQ_TRUST_PROXY',
    about: 'Whether `X-Forwarded-*` headers are believed. Only behind a proxy that sets them.',
  },
  searchesPerMinute: {
    flag: '--searches-per-minute <number>',
    variable: 'WARRAQ_SEARCHES_PER_MINUTE',
    about:
      'How many searches one address may ask for in a minute, an IPv6 network of /64 counting as one; 0 sets no bound. Behind a proxy it needs `trustProxy`, or all readers count as one.',
  },
  suggestionsPerMinute: {
    flag: '--suggestions-per-minute <number>',
    variable: 'WARRAQ_SUGGESTIONS_PER_MINUTE',
    about: 'The same for the suggestions that are asked for while somebody types.',
  },
  purgeHeader: {
    flag: '--purge-header <name>',
    variable: 'WARRAQ_PURGE_HEADER',
    about:
      'The header that tells a CDN what a page shows, to purge it by: `Surrogate-Key` (Fastly, Varnish) or `Cache-Tag` (Cloudflare, Akamai).',
  },
};

export const settingNames = Object.keys(settings) as Setting[];

/** What is wrong with the settings, in one line that names the setting and where it came from. */
export class ConfigurationError extends Error {}

/** What `warraq.config.ts` may export as its default. */
export type ConfigurationFile = z.input<typeof configuration>;

async function fromFile(folder: string): Promise<{ name: string; values: Record<string, unknown> }> {
  const path = resolve(folder, 'warraq.config.ts');
  if (!existsSync(path)) return { name: path, values: {} };
  try {
    const module: { default?: unknown } = await import(pathToFileURL(path).href);
    return { name: path, values: z.record(z.string(), z.unknown()).parse(module.default ?? {}) };
  } catch (error) {
    throw new ConfigurationError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fromEnvironment(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const named = settingNames.map((name) => [name, environment[settings[name].variable]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined && value !== ''));
}

/**
 * The settings in force: flags win over the environment, which wins over `warraq.config.ts` in the given folder.
 * Throws `ConfigurationError` for a value that does not fit and for a name in the file that is not known.
 */
export async function readConfiguration(options: {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
}): Promise<Configuration> {
  const file = await fromFile(options.folder);
  const sources: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['a flag', options.flags],
    ['the environment', fromEnvironment(options.environment)],
    [file.name, file.values],
  ];
  const merged = Object.assign({}, ...sources.toReversed().map(([, values]) => values)) as Record<string, unknown>;
  const read = configuration.safeParse(merged);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const name = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]);
  const source = sources.find(([, values]) => name in values)?.[0] ?? 'the defaults';
  throw new ConfigurationError(`the setting ${name} (from ${source}) does not fit: ${issue?.message ?? 'unknown'}`);
}

/** The page docs/configuration.md, made from the schema; a test holds the file to it. */
export function configurationPage(): string {
  const defaults = configuration.parse({});
  const rows = settingNames.map((name) => {
    const { flag, variable, about } = settings[name];
    const value = defaults[name];
    return `| \`${name}\` | \`${flag}\` | \`${variable}\` | ${value === undefined ? 'none' : `\`${value}\``} | ${about} |`;
  });
  return [
    '# Configuration',
    '',
    'Made from the schema in `src/server/configuration.ts` by `npm run docs:configuration`; do not edit by hand.',
    '',
    'A flag wins over the environment, which wins over `warraq.config.ts` in the folder where the command runs. The file',
    'exports an object with the names of the first column:',
    '',
    '```ts',
    "export default { data: '/srv/paper', port: 8080, origin: 'https://paper.example' };",
    '```',
    '',
    '| name | flag | environment | default | what it does |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
