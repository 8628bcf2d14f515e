// How every act is done: checked at the door, decided by the policy, written whole in one transaction with its log and
// its events, and told to all listeners before its promise resolves.
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import { appendEvents, type OutboxEvent } from '../records/outbox.ts';
import type { Tables } from '../records/tables.ts';
import type { StoryId } from '../story/ids.ts';
import type { DependencyKey } from '../story/listing.ts';
import { type Actor, actorName } from './actor.ts';
import type { Newsroom } from './newsroom.ts';
import { type Act, decide, mightBeAllowed, type Subject } from './policy/decide.ts';
import { ActRefused, issuesOf, type Result, refuse } from './result.ts';

/** An act while it is being done. */
export interface Doing {
  readonly newsroom: Newsroom;
  readonly actor: Actor;
  readonly tx: Transaction<Tables>;
  /** The act's instant: all that it writes has this one. */
  readonly now: Temporal.Instant;
  /** The same in epoch milliseconds. */
  readonly at: number;
  /** Asks the policy; ends the act when it says no. Every act asks at least once before it writes its log. */
  allow(subject?: Subject): void;
  /** Adds a row to the log: on what (`story:12`), and what else is worth knowing later. */
  log(subject: string, detail?: Readonly<Record<string, unknown>>): void;
  /** Adds an event to the outbox. */
  tell(type: string, storyId: StoryId | null, touches: Iterable<DependencyKey>): void;
}

type Event = Omit<OutboxEvent, 'id'>;

class ActInHand implements Doing {
  readonly newsroom: Newsroom;
  readonly actor: Actor;
  readonly tx: Transaction<Tables>;
  readonly now: Temporal.Instant;
  readonly at: number;
  readonly #act: Act;
  readonly #log: Omit<Tables['log'], 'id'>[] = [];
  readonly #events: Event[] = [];
  #rule: string | null = null;

  constructor(newsroom: Newsroom, actor: Actor, act: Act, tx: Transaction<Tables>) {
    this.newsroom = newsroom;
    this.actor = actor;
    this.tx = tx;
    this.#act = act;
    this.now = newsroom.clock();
    this.at = this.now.epochMilliseconds;
  }

  allow(subject?: Subject): void {
    const decision = decide(this.actor, this.#act, subject);
    if (!decision.allowed) refuse({ kind: 'denied', rule: decision.rule });
    this.#rule = decision.rule;
  }

  log(subject: string, detail: Readonly<Record<string, unknown>> = {}): void {
    if (this.#rule === null) throw new Error(`${this.#act} wrote its log before it asked the policy`);
    this.#log.push({
      at: this.at,
      actor: actorName(this.actor),
      act: this.#act,
      subject,
      rule: this.#rule,
      detail: JSON.stringify(detail),
    });
  }

  tell(type: string, storyId: StoryId | null, touches: Iterable<DependencyKey>): void {
    this.#events.push({ at: this.at, type, storyId, touches: [...new Set(touches)] });
  }

  /** Writes log and events; answers the events as they now stand in the outbox. */
  async close(): Promise<OutboxEvent[]> {
    if (this.#rule === null) throw new Error(`${this.#act} never asked the policy`);
    if (this.#log.length > 0) {
      const first = await takeIds(this.tx, 'log', this.#log.length);
      await insertAll(
        this.tx,
        'log',
        this.#log.map((row, index) => ({ id: first + index, ...row })),
      );
    }
    return await appendEvents(this.tx, this.#events);
  }
}

/**
 * Does an act: `work` writes through `doing.tx`, and all of it is committed with its log and events or nothing is.
 * Problems come back as values; a fault of the machine (a full disk, a lost server) is thrown as `RecordsError`.
 */
export async function perform<T>(
  newsroom: Newsroom,
  actor: Actor,
  act: Act,
  work: (doing: Doing) => Promise<T>,
): Promise<Result<T>> {
  if (!mightBeAllowed(actor, act)) return { ok: false, problem: { kind: 'denied', rule: decide(actor, act).rule } };
  await newsroom.delivery.started;
  try {
    const { value, events } = await newsroom.records.transact(async (tx) => {
      const doing = new ActInHand(newsroom, actor, act, tx);
      const value = await work(doing);
      return { value, events: await doing.close() };
    });
    await newsroom.delivery.committed(events);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof ActRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/**
 * Makes an act out of its name, its input's schema and its work.
 *
 *     export const kill = act('kill', z.object({ storyId, reason: z.string().min(1) }), async (doing, input) => …);
 */
export function act<Schema extends z.ZodType, T>(
  name: Act,
  schema: Schema,
  work: (doing: Doing, input: z.output<Schema>) => Promise<T>,
): (newsroom: Newsroom, actor: Actor, input: z.input<Schema>) => Promise<Result<T>> {
  return async (newsroom, actor, input) => {
    // Whoever may not do it at all learns nothing of what would have been valid.
    if (!mightBeAllowed(actor, name)) return { ok: false, problem: { kind: 'denied', rule: decide(actor, name).rule } };
    const parsed = schema.safeParse(input);
    if (!parsed.success) return { ok: false, problem: issuesOf(parsed.error) };
    return await perform(newsroom, actor, name, (doing) => work(doing, parsed.data));
  };
}

/** An instant at a door. */
export const instant = z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant, 'must be an instant');
