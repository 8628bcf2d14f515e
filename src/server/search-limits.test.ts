// Who searches too often is turned away politely; who reads is not, and no address can fill the memory.
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { Allowance, networkOf } from './allowance.ts';
import { searchLimits } from './search-limits.ts';

const assets = { path: (name: string) => `/assets/${name}`, inline: { head: '', headHash: 'sha256-0' } };
const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

function limits(more: { trustProxy?: boolean; searchesPerMinute?: number } = {}) {
  let now = 0;
  const route = searchLimits({
    trustProxy: false,
    searchesPerMinute: 3,
    suggestionsPerMinute: 5,
    ...more,
    assets,
    now: () => now,
  });
  const status = async (request: IncomingMessage, path = '/search') => (await route(request, path))?.status ?? 200;
  return {
    route,
    status,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('as many searches as a minute has may come at once, then they come by and by', async () => {
  const { status, pass, route } = limits();
  for (let at = 0; at < 3; at += 1) expect(await status(from('1.2.3.4'))).toBe(200);
  const turnedAway = await route(from('1.2.3.4'), '/en/search');
  expect(turnedAway?.status).toBe(429);
  expect(turnedAway?.identity?.headers.join()).toContain('Retry-After,20');
  // Answers are held as strings of bytes.
  expect(Buffer.from(String(turnedAway?.identity?.body), 'latin1').toString()).toContain('مهلاً');
  pass(20_000);
  expect(await status(from('1.2.3.4'))).toBe(200);
  expect(await status(from('1.2.3.4'))).toBe(429);
  expect(await status(from('1.2.3.5'))).toBe(200);
});

test('suggestions have a bound of their own and are turned away without a page', async () => {
  const { status, route } = limits();
  for (let at = 0; at < 5; at += 1) expect(await status(from('1.2.3.4'), '/search/suggest')).toBe(200);
  const turnedAway = await route(from('1.2.3.4'), '/search/suggest');
  expect([turnedAway?.status, String(turnedAway?.identity?.body).trim()]).toEqual([429, '']);
  expect(await status(from('1.2.3.4'))).toBe(200);
});

test('reading is never bounded, and neither is anything when the bound is 0', async () => {
  const { status } = limits();
  for (let at = 0; at < 20; at += 1) expect(await status(from('1.2.3.4'), '/asia/12/search')).toBe(200);
  const unbounded = limits({ searchesPerMinute: 0 });
  for (let at = 0; at < 20; at += 1) expect(await unbounded.status(from('1.2.3.4'))).toBe(200);
});

test('behind a proxy that is trusted its last word counts, else the connection alone', async () => {
  const trusting = limits({ trustProxy: true, searchesPerMinute: 1 });
  expect(await trusting.status(from('10.0.0.1', 'made up, 5.5.5.5'))).toBe(200);
  expect(await trusting.status(from('10.0.0.1', 'another, 5.5.5.5'))).toBe(429);
  expect(await trusting.status(from('10.0.0.1', '6.6.6.6'))).toBe(200);
  const wary = limits({ searchesPerMinute: 1 });
  expect(await wary.status(from('10.0.0.1', '5.5.5.5'))).toBe(200);
  expect(await wary.status(from('10.0.0.1', '6.6.6.6'))).toBe(429);
});

test('an IPv6 network of /64 is one, however its addresses are written, and a mapped IPv4 address is that address', () => {
  expect(networkOf('2001:DB8:0:1::1')).toBe('2001:db8:0:1');
  expect(networkOf('2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd')).toBe('2001:db8:0:1');
  expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'));
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::ffff:1.2.3.4')).toBe('1.2.3.4');
  expect(networkOf('nonsense')).toBe('nonsense');
});

test('no more addresses are remembered than the bound, and those who keep asking are not forgotten', () => {
  const allowance = new Allowance(1, 100);
  expect(allowance.take('steady', 0)).toBe(0);
  for (let at = 0; at < 1_000; at += 1) {
    allowance.take(`10.0.${at >> 8}.${at & 255}`, 0);
    expect(allowance.take('steady', 0)).toBeGreaterThan(0);
  }
  expect(allowance.addresses).toBe(100);
});

test('a clock that is set back gives nobody less', () => {
  const allowance = new Allowance(1);
  expect(allowance.take('a', 100_000)).toBe(0);
  expect(allowance.take('a', 50_000)).toBe(60);
  expect(allowance.take('a', 110_000)).toBe(0);
});
