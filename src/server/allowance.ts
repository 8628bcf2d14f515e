// How often one address may ask for what costs something: a bucket of tokens for each, which fills up again with time.
import { isIPv6 } from 'node:net';

/** Addresses remembered at one time, some hundred bytes each; the one that has not asked for longest is forgotten first. */
const MOST_ADDRESSES = 10_000;
const MINUTE = 60_000;

interface Bucket {
  tokens: number;
  /** Epoch milliseconds of the last look. */
  at: number;
}

export class Allowance {
  readonly #perMinute: number;
  readonly #most: number;
  /** In the order in which they last asked. */
  readonly #buckets = new Map<string, Bucket>();

  /** `perMinute` may come at once, and as many follow in each minute; 0 sets no bound. */
  constructor(perMinute: number, most = MOST_ADDRESSES) {
    this.#perMinute = perMinute;
    this.#most = most;
  }

  /** Takes one token. Returns 0, or after how many seconds there is one when there is none. */
  take(address: string, now: number): number {
    if (this.#perMinute === 0) return 0;
    const key = networkOf(address);
    const bucket = this.#buckets.get(key) ?? { tokens: this.#perMinute, at: now };
    const filled = (Math.max(0, now - bucket.at) / MINUTE) * this.#perMinute;
    bucket.tokens = Math.min(this.#perMinute, bucket.tokens + filled);
    bucket.at = now;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > this.#most) this.#forgetOldest();
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.#perMinute) * 60);
    bucket.tokens -= 1;
    return 0;
  }

  get addresses(): number {
    return this.#buckets.size;
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next();
    if (oldest.done === false) this.#buckets.delete(oldest.value);
  }
}

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The first 64 bits of an IPv6 address, since whoever has one has all under it; an IPv4 address as it is. */
export function networkOf(address: string): string {
  const plain = mapped.exec(address)?.[1] ?? address;
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.toLowerCase().replace(/%.*$/, '').split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
