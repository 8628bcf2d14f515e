// How fast plain-text captures go into SQLite, from the start of the command to its end, and how much memory it takes:
// flat means that twice the stories do not take more. `npm run bench:import -- --stories 5000,20000,40000`.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asCapture, madeDraft } from './stories.ts';
import { type Row, table } from './table.ts';

const { values } = parseArgs({ options: { stories: { type: 'string', default: '5000,20000,40000' } } });
const counts = values.stories.split(',').map(Number);
const program = join(import.meta.dirname, '../dist/warraq.js');

/** A folder of captures, one story a file, a thousand files a folder. */
function write(folder: string, count: number): number {
  const newest = Date.now();
  let bytes = 0;
  for (let at = 0; at < count; at += 1) {
    const place = join(folder, String(Math.floor(at / 1000)).padStart(4, '0'));
    if (at % 1000 === 0) mkdirSync(place, { recursive: true });
    const text = asCapture(madeDraft(at, newest));
    bytes += Buffer.byteLength(text);
    writeFileSync(join(place, `${at}.txt`), text);
  }
  return bytes;
}

/** Runs one import; answers its own report with its time in seconds and its highest memory in megabytes. */
function run(folder: string, data: string): Promise<{ seconds: number; most: number; report: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'import', folder, '--data', data, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let report = '';
  let most = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    report += chunk.toString();
  });
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended between two looks.
    }
  }, 20);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(look);
      resolve({ seconds: (performance.now() - began) / 1000, most: Math.round(most), report });
    });
  });
}

const rows: Row[] = [];
for (const count of counts) {
  const place = mkdtempSync(join(tmpdir(), 'warraq-bench-'));
  try {
    const bytes = write(join(place, 'captures'), count);
    const { seconds, most, report } = await run(join(place, 'captures'), join(place, 'data'));
    const { stories, refused } = JSON.parse(report) as { stories: { filed: number }; refused: unknown[] };
    const again = await run(join(place, 'captures'), join(place, 'data'));
    rows.push({
      files: count,
      'MB of text': Math.round(bytes / 1_048_576),
      stories: stories.filed,
      refused: refused.length,
      seconds: seconds.toFixed(1),
      'stories/s': Math.round(stories.filed / seconds),
      'MB of memory at most': most,
      'the same again/s': Math.round(count / again.seconds),
    });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
console.log(table(rows));
