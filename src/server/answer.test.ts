// What goes over the wire: encodings as the reader takes them, 304 for what it holds, HEAD without a body.
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, encodingFor, makeAnswer, send } from './answer.ts';

const text = '<p>نصّ المادة كما يراه القارئ.</p>'.repeat(40);
let answer: Answer;
let server: Server;

beforeAll(async () => {
  answer = await makeAnswer({
    status: 200,
    headers: ['Content-Type', 'text/html; charset=utf-8'],
    body: Buffer.from(text),
    staleAt: Number.POSITIVE_INFINITY,
    compression: 'ready',
  });
  server = createServer((asked, response) => send(asked, response, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** A plain request: `fetch` would add headers and unpack the body by itself. */
function get(headers: Record<string, string>, method = 'GET'): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('an answer', () => {
  test('is sent in the best encoding that the reader takes, and says so', async () => {
    const br = await get({ 'Accept-Encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(text);
    const zipped = await get({ 'Accept-Encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(text);
    const plain = await get({});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(text);
    for (const got of [br, zipped, plain]) {
      expect(got.headers.vary).toBe('Accept-Encoding');
      expect(got.headers['content-length']).toBe(String(got.body.length));
    }
  });

  test('is 304 without a body for a reader who holds it, whatever the encoding', async () => {
    const etag = String((await get({})).headers.etag);
    for (const encoding of ['br', 'gzip', '']) {
      const got = await get({ 'If-None-Match': `"other", ${etag}`, 'Accept-Encoding': encoding });
      expect(got.status).toBe(304);
      expect(got.body).toHaveLength(0);
      expect(got.headers.etag).toBe(etag);
    }
    expect((await get({ 'If-None-Match': '"other"' })).status).toBe(200);
  });

  test('of any size arrives byte for byte, and holds no more memory than its bytes', async () => {
    const noise = Array.from({ length: 40_000 }, (_, at) => String.fromCodePoint(0x621 + ((at * 7919) % 41))).join('');
    for (const length of [600, 9_000, 40_000]) {
      const body = Buffer.from(noise.slice(0, length) + Math.sqrt(length));
      const parts = { status: 200, headers: [], body, staleAt: 0 } as const;
      for (const compression of ['ready', 'plain'] as const) {
        answer = await makeAnswer({ ...parts, compression });
        const zipped = await get({ 'Accept-Encoding': 'gzip' });
        expect((compression === 'ready' ? gunzipSync(zipped.body) : zipped.body).equals(body)).toBe(true);
        expect((await get({})).body.equals(body)).toBe(true);
        for (const form of [answer.br, answer.gzip, answer.identity]) {
          if (form !== null && typeof form.body !== 'string')
            expect(form.body.buffer.byteLength).toBe(form.body.length);
        }
      }
    }
  });

  test('to HEAD has the headers of GET and no body', async () => {
    const got = await get({ 'Accept-Encoding': 'gzip' }, 'HEAD');
    expect(got.status).toBe(200);
    expect(Number(got.headers['content-length'])).toBeGreaterThan(0);
    expect(got.body).toHaveLength(0);
  });
});

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['br;q=0.5, gzip', 'br'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['zstd', 'identity'],
])('Accept-Encoding %j is answered in %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});
