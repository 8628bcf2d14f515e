// Brings events to whoever listens: those of this process at once after their commit, those of others by catching up; each once.
import type { Records } from '../records/open.ts';
import { eventsAfter, lastEventId, type OutboxEvent } from '../records/outbox.ts';

export type EventListener = (event: OutboxEvent) => void;

/** Events read at a time when catching up. */
const stride = 1000;

export class Delivery {
  readonly #records: Records;
  readonly #onFault: (error: unknown) => void;
  readonly #listeners = new Set<EventListener>();
  readonly #started: Promise<void>;
  /** Every event up to this id has been delivered. */
  #last = 0;
  /** Delivered events above `#last`: there are some while an event of another process in between is still to be read. */
  readonly #ahead = new Set<number>();
  #isBehind = false;
  #catchingUp: Promise<void> | null = null;

  constructor(records: Records, onFault: (error: unknown) => void) {
    this.#records = records;
    this.#onFault = onFault;
    this.#started = lastEventId(records.read).then((id) => {
      this.#last = id;
    });
    // Whoever awaits `started` learns of a failure; nobody has to.
    this.#started.catch(() => {});
  }

  /** Resolves when it is known from which event on to deliver. What is read before that could grow old unnoticed. */
  get started(): Promise<void> {
    return this.#started;
  }

  listen(listener: EventListener): () => void {
    // A wrapper, so that one function listening twice is two listeners.
    const own: EventListener = (event) => listener(event);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Delivers the events of an act of this process, just committed. */
  async committed(events: readonly OutboxEvent[]): Promise<void> {
    for (const event of events) this.#deliver(event);
    if (this.#ahead.size === 0) return;
    // The act itself is done, whatever becomes of the others' events; `catchUp` tries again.
    await this.#readOn().catch(this.#onFault);
  }

  /** Whether other processes may have committed what has not been delivered yet. Cheap enough for each request. */
  isBehind(): boolean {
    if (this.#records.changedElsewhere()) this.#isBehind = true;
    return this.#isBehind || this.#catchingUp !== null;
  }

  /** Delivers what other processes have committed. Costs almost nothing when they have not. */
  async catchUp(): Promise<void> {
    await this.#started;
    this.isBehind();
    if (this.#isBehind) await this.#readOn();
    else if (this.#catchingUp !== null) await this.#catchingUp;
  }

  #readOn(): Promise<void> {
    this.#isBehind = true;
    this.#catchingUp ??= this.#readUntilAbreast().finally(() => {
      this.#catchingUp = null;
    });
    return this.#catchingUp;
  }

  async #readUntilAbreast(): Promise<void> {
    await this.#started;
    while (this.#isBehind) {
      this.#isBehind = false;
      try {
        const events = await eventsAfter(this.#records.read, this.#last, stride);
        for (const event of events) this.#deliver(event);
        if (events.length === stride) this.#isBehind = true;
      } catch (error) {
        this.#isBehind = true;
        throw error;
      }
    }
  }

  #deliver(event: OutboxEvent): void {
    if (event.id <= this.#last || this.#ahead.has(event.id)) return;
    this.#ahead.add(event.id);
    while (this.#ahead.delete(this.#last + 1)) this.#last += 1;
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }
}
