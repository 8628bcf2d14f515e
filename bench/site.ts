// How fast pages are served: Warraq beside nginx with the same bytes pre-compressed in a file and beside a bare Node server
// with the same buffer, alternating in one run; then Warraq with its page cache off. `npm run bench:site -- --stories 20000`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { fill } from './fill.ts';
import { answers, freePort, has, type Running, start, wrk } from './processes.ts';
import { median, type Row, table } from './table.ts';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
  },
});
const stories = Number(values.stories);
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const connectionCounts = [1, 16, 64, 256];
const ports = { warraq: await freePort(), nginx: await freePort(), node: await freePort(), uncached: await freePort() };
const root = join(import.meta.dirname, '..');

for (const command of ['wrk', 'nginx']) {
  if (!has(command)) {
    console.log(`bench/site.ts needs ${command}: apt-get install wrk nginx-light`);
    process.exit(3);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'warraq-bench-'));

function startNginx(page: Buffer): Running {
  const site = join(folder, 'nginx');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'page.html'), page);
  writeFileSync(join(site, 'page.html.gz'), gzipSync(page));
  const settings = join(site, 'nginx.conf');
  writeFileSync(
    settings,
    `daemon off; user root; worker_processes 1; pid ${site}/pid; error_log stderr crit;
    events { worker_connections 1024; }
    http { access_log off; types { text/html html; } charset utf-8; gzip_static on; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
      open_file_cache max=100; server { listen 127.0.0.1:${ports.nginx}; root ${site}; } }`,
  );
  return start('nginx', ['-c', settings, '-p', site]);
}

const startWarraq = (port: number, cacheMegabytes: number): Running =>
  start(process.execPath, [
    join(root, 'dist/warraq.js'),
    ...['serve', '--data', join(folder, 'data'), '--port', String(port), '--no-demo', '--log-level', 'error'],
    ...['--cache-megabytes', String(cacheMegabytes)],
  ]);

/** Some hundred story addresses all over the archive, for wrk to ask in turn. */
function storiesScript(addresses: readonly string[]): string {
  const file = join(folder, 'stories.lua');
  const list = addresses.map((address) => `"${address}"`).join(',\n');
  writeFileSync(
    file,
    `local list = {${list}}\nlocal at = 0\nrequest = function() at = at % #list + 1; return wrk.format("GET", list[at]) end\n`,
  );
  return file;
}

/** Each way in turn, round after round, so that a slow minute of the machine falls on all of them. */
function alternating(ways: Readonly<Record<string, () => number>>): Record<string, number> {
  const rates = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(ways)) rates.get(name)?.push(run());
  }
  return Object.fromEntries([...rates].map(([name, list]) => [name, median(list)]));
}

function cachedRows(page: string, address: string): Row[] {
  return connectionCounts.map((connections) => {
    const load = { connections, seconds, encoding: 'gzip' };
    const rate = alternating({
      warraq: () => wrk({ ...load, address: `http://127.0.0.1:${ports.warraq}${address}` }),
      node: () => wrk({ ...load, address: `http://127.0.0.1:${ports.node}/` }),
      nginx: () => wrk({ ...load, address: `http://127.0.0.1:${ports.nginx}/page.html` }),
    });
    const { warraq = 0, node = 0, nginx = 0 } = rate;
    return {
      page,
      connections,
      'Warraq/s': Math.round(warraq),
      'bare Node/s': Math.round(node),
      'nginx/s': Math.round(nginx),
      '÷ bare Node': (warraq / node).toFixed(2),
      '÷ nginx': (warraq / nginx).toFixed(2),
    };
  });
}

const running: Running[] = [];
try {
  console.log(`filling a newspaper with ${stories} stories…`);
  const addresses = await fill(join(folder, 'data'), stories);
  const script = storiesScript(addresses);
  const warraq = startWarraq(ports.warraq, 64);
  const uncached = startWarraq(ports.uncached, 0);
  running.push(warraq, uncached);
  await answers(`http://127.0.0.1:${ports.warraq}/healthz`);
  await answers(`http://127.0.0.1:${ports.uncached}/healthz`);
  const story = addresses[Math.floor(addresses.length / 2)] ?? '/';

  for (const [page, address] of [
    ['story', story],
    ['front', '/'],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${ports.warraq}${address}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const file = join(folder, `${page}.gz`);
    writeFileSync(file, gzipSync(bytes));
    const others = [
      start(process.execPath, [join(root, 'bench/bare-node.ts'), file, String(ports.node)]),
      startNginx(bytes),
    ];
    running.push(...others);
    await answers(`http://127.0.0.1:${ports.node}/`);
    await answers(`http://127.0.0.1:${ports.nginx}/page.html`);
    console.log(`\n${page}, kept in the page cache: ${bytes.length} bytes, ${gzipSync(bytes).length} compressed\n`);
    console.log(table(cachedRows(page, address)));
    for (const other of others) await other.stop();
  }

  console.log('\nnot cached: every request renders its page anew\n');
  const plain = `http://127.0.0.1:${ports.uncached}`;
  const rows = [1, 16, 64].map((connections) => {
    const rate = alternating({
      stories: () => wrk({ address: plain, connections, seconds, script }),
      front: () => wrk({ address: `${plain}/`, connections, seconds }),
    });
    return {
      connections,
      'stories, one after another/s': Math.round(rate.stories ?? 0),
      'front/s': Math.round(rate.front ?? 0),
    };
  });
  console.log(table(rows));

  console.log('\nkept, over all those stories in turn: most are rendered and compressed first\n');
  wrk({ address: `http://127.0.0.1:${ports.warraq}`, connections: 16, seconds: 10, encoding: 'gzip', script });
  console.log(
    table([
      { server: 'Warraq, cache of 64 MB', 'MB now': warraq.memory().now, 'MB at most': warraq.memory().most },
      { server: 'Warraq, no cache', 'MB now': uncached.memory().now, 'MB at most': uncached.memory().most },
    ]),
  );
} finally {
  for (const one of running) await one.stop();
  rmSync(folder, { recursive: true, force: true });
}
