// The one clock of the newspaper: publishes what was scheduled when its time comes, one run at a time.
import type { Logger } from 'pino';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { publishDue } from '../newsroom/schedule.ts';

const EVERY_MS = 1_000;

export function startScheduler(newsroom: Newsroom, log: Logger): { stop(): void } {
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    publishDue(newsroom, { kind: 'system', name: 'scheduler' })
      .catch((error: unknown) => log.error({ err: error }, 'scheduled stories could not be published'))
      .finally(() => {
        isRunning = false;
      });
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
