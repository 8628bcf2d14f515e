// How long things take, how long most of them take, and how much room they take on disk.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds, and what was answered. */
export async function timed<T>(act: () => Promise<T>): Promise<[ms: number, answer: T]> {
  const began = performance.now();
  const answer = await act();
  return [performance.now() - began, answer];
}

export function percentiles(times: readonly number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Bytes of all files in a folder and below. */
export function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
