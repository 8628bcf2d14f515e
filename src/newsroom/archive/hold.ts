// A hold on the archive's folder: one process at a time builds in it. A hold whose process has died holds nothing.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Hold {
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts it: the number of a dead process may be another's by now. Empty where unknown. */
  readonly began: string;
}

/** Takes the hold in this folder, which is made when it is not there; or answers whose it is. */
export function takeHold(folder: string): Hold | { readonly heldBy: number } {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'building.pid');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) } satisfies Holder));
  try {
    // Twice, because the first try may find what a dead process has left.
    for (const isLast of [false, true]) {
      if (isLinked(own, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = readHolder(file);
      if (holder !== null && isAlive(holder)) return { heldBy: holder.pid };
      if (!isLast) clearAway(file, holder);
    }
    return { heldBy: readHolder(file)?.pid ?? 0 };
  } finally {
    rmSync(own, { force: true });
  }
}

/** The process that builds in this folder now; null when none does. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(folder, 'building.pid'));
  return holder !== null && isAlive(holder) ? holder.pid : null;
}

/** A link is made whole or not at all, and never over another's. */
function isLinked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead process's hold out of the way; puts it back if it was meanwhile another's, living one. */
function clearAway(file: string, seen: Holder | null): void {
  const moved = `${file}.${process.pid}.old`;
  try {
    renameSync(file, moved);
  } catch {
    return;
  }
  const found = readHolder(moved);
  if (found !== null && (found.pid !== seen?.pid || found.began !== seen.began) && isAlive(found))
    isLinked(moved, file);
  rmSync(moved, { force: true });
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, began } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && pid > 0 && typeof began === 'string' ? { pid, began } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one that we may not signal.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beginningOf(pid);
  return began === '' || now === '' || now === began;
}

/** From Linux's own table: what follows the name in brackets, the twentieth field after it. */
function beginningOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
