// Lets a few pieces of heavy work run at once and keeps the rest in order, so that encoding never starves the serving of pages.
import { PictureError } from './errors.ts';

export interface WorkOptions {
  /** How many of the places the work takes: a huge picture takes all, so that two are never unpacked side by side. */
  readonly weight?: number | undefined;
  /** Work that nobody waits for on a screen goes after all that somebody does. */
  readonly idle?: boolean | undefined;
}

export interface Queue {
  /** @throws PictureError `busy` when too much is waiting. */
  run<T>(work: () => Promise<T>, options?: WorkOptions): Promise<T>;
  /** Resolves when nothing runs and nothing waits. */
  settled(): Promise<void>;
}

export function openQueue({ places, maxWaiting }: { places: number; maxWaiting: number }): Queue {
  interface Waiting {
    readonly weight: number;
    readonly start: () => void;
  }
  const urgent: Waiting[] = [];
  const idle: Waiting[] = [];
  let taken = 0;
  let onSettled: (() => void)[] = [];

  const startNext = (): void => {
    for (;;) {
      const line = urgent.length > 0 ? urgent : idle;
      const next = line[0];
      if (next === undefined || taken + next.weight > places) break;
      line.shift();
      taken += next.weight;
      next.start();
    }
    if (taken === 0) {
      for (const tell of onSettled) tell();
      onSettled = [];
    }
  };

  return {
    run<T>(work: () => Promise<T>, options: WorkOptions = {}): Promise<T> {
      const weight = Math.min(Math.max(options.weight ?? 1, 1), places);
      if (!options.idle && urgent.length >= maxWaiting)
        return Promise.reject(new PictureError('busy', `${maxWaiting} pictures are waiting to be encoded`));
      return new Promise<T>((resolve, reject) => {
        const start = (): void => {
          new Promise<T>((done) => done(work())).then(resolve, reject).finally(() => {
            taken -= weight;
            startNext();
          });
        };
        (options.idle ? idle : urgent).push({ weight, start });
        startNext();
      });
    },
    settled: () =>
      taken === 0 && urgent.length + idle.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => onSettled.push(resolve)),
  };
}
