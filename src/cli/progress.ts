// Shows how far a long piece of work has come: a bar on a terminal, a plain line now and then elsewhere, nothing in the first second.
import type { WriteStream } from 'node:tty';

export interface Progress {
  /** Says how many of how many are done; `total` null when nobody can know. */
  at(done: number, total: number | null): void;
  finish(): void;
}

const SILENT_MS = 1_000;
const TERMINAL_EVERY_MS = 100;
const PLAIN_EVERY_MS = 5_000;
const BAR_WIDTH = 28;

/** `1:05`, minutes and seconds. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
}

/** One line of progress, `label ███░░░ 120/400  31/s  0:09 left`, or without the bar where there is no terminal. */
export function progressLine(
  label: string,
  { done, total, elapsedMs, hasBar }: { done: number; total: number | null; elapsedMs: number; hasBar: boolean },
): string {
  const rate = elapsedMs > 0 ? (done * 1_000) / elapsedMs : 0;
  const speed = `${Math.round(rate)}/s`;
  if (total === null || total === 0) return `${label}  ${done}  ${speed}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const left = rate > 0 ? `  ${clock((total - done) / rate)} left` : '';
  const bar = hasBar ? `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}  ` : '';
  return `${label}  ${bar}${done}/${total}  ${speed}${left}`;
}

/** Progress on a stream, standard error as a rule so that `--json` output stays clean. */
export function showProgress(label: string, stream: Pick<WriteStream, 'write' | 'isTTY'>): Progress {
  const started = performance.now();
  let last = started + SILENT_MS - (stream.isTTY ? TERMINAL_EVERY_MS : 0);
  let shown = false;
  return {
    at(done, total) {
      const now = performance.now();
      if (now - started < SILENT_MS || now - last < (stream.isTTY ? TERMINAL_EVERY_MS : PLAIN_EVERY_MS)) return;
      last = now;
      shown = true;
      const line = progressLine(label, { done, total, elapsedMs: now - started, hasBar: stream.isTTY });
      stream.write(stream.isTTY ? `\r\u{1b}[2K${line}` : `${line}\n`);
    },
    finish() {
      if (shown && stream.isTTY) stream.write('\r\u{1b}[2K');
    },
  };
}
