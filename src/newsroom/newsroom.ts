// The newsroom: what acts and readings share – the records, the pictures, the clock, the events and a little memory.
import type { Pictures } from '../pictures/store.ts';
import type { Records } from '../records/open.ts';
import type { OutboxEvent } from '../records/outbox.ts';
import type { Card } from '../story/card.ts';
import type { Edition } from '../story/edition.ts';
import type { EditionKey, StoryId } from '../story/ids.ts';
import type { Furniture } from '../story/views.ts';
import { Delivery, type EventListener } from './delivery.ts';
import { Kept } from './kept.ts';

export interface NewsroomParts {
  readonly records: Records;
  readonly pictures: Pick<Pictures, 'keep' | 'keepDrawing'>;
  readonly clock?: (() => Temporal.Instant) | undefined;
  /** Told of a listener's exception, which stops neither the act nor the other listeners. A process warning by default. */
  readonly onFault?: ((error: unknown) => void) | undefined;
}

export interface Newsroom {
  readonly records: Records;
  readonly pictures: Pick<Pictures, 'keep' | 'keepDrawing'>;
  readonly clock: () => Temporal.Instant;
  /**
   * Calls `listener` with each event, in this process once. An act's events come after its commit and before its promise
   * resolves; those of other processes at `catchUp`. Answers a function that ends it.
   */
  onEvent(listener: EventListener): () => void;
  /** Whether there may be something to catch up with; asked before each page is served. Under 2 µs. */
  isBehind(): boolean;
  /** Delivers what other processes have committed, before anything older than that is served. Cheap: ask at each request. */
  catchUp(): Promise<void>;
  /** For the newsroom's own files. */
  readonly delivery: Delivery;
  readonly kept: Memory;
}

/** What readings remember; events drop from it before any other listener hears of them. */
export interface Memory {
  /** Cards of public stories. */
  readonly cards: Kept<StoryId, Card>;
  readonly furniture: Kept<EditionKey, Furniture>;
  readonly editions: Kept<'all', readonly Edition[]>;
  /** How much was published in long stretches of days, by what they are. */
  readonly counts: Kept<string, DayCount>;
}

/** How many stories an edition has from one ISO day until another, which is not included. */
export interface DayCount {
  readonly edition: EditionKey;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The years of a century in two calendars, of a few editions. */
const mostCounts = 500;
/** A card in memory is some 2 KB. */
const mostCards = 6_000;
const mostEditions = 64;

/**
 * Opens a newsroom over open records. Several may be open over one database, in one or many processes.
 *
 * @example const newsroom = openNewsroom({ records: await openRecords({ data: './data' }), pictures });
 */
export function openNewsroom({ records, pictures, clock, onFault }: NewsroomParts): Newsroom {
  const delivery = new Delivery(records, onFault ?? warn);
  const kept: Memory = {
    cards: new Kept(mostCards),
    furniture: new Kept(mostEditions),
    editions: new Kept(2),
    counts: new Kept(mostCounts),
  };
  delivery.listen((event) => forget(kept, event));
  return {
    records,
    pictures,
    clock: clock ?? Temporal.Now.instant,
    delivery,
    kept,
    onEvent: (listener) => delivery.listen(listener),
    isBehind: () => delivery.isBehind(),
    catchUp: () => delivery.catchUp(),
  };
}

function forget(kept: Memory, event: OutboxEvent): void {
  for (const key of event.touches) {
    if (key.startsWith('story:')) kept.cards.drop(Number(key.slice('story:'.length)) as StoryId);
    else if (key.startsWith('furniture:')) {
      kept.furniture.dropAll();
      kept.editions.dropAll();
      // Days begin elsewhere when an edition's time zone is another.
      kept.counts.dropAll();
    } else if (key.startsWith('day:')) {
      const [, edition = '', day = ''] = key.split(':');
      kept.counts.dropWhere((count) => count.edition === edition && count.from <= day && day < count.to);
    }
  }
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)));
}
