// How the paper is served: right addresses, compressed bytes, what may be kept and for how long, and what is refused.
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paper, startPaper } from '../paper.ts';
import { breakRecords, withdraw } from './at-the-desk.ts';
import { type FoundStory, findStory, type KindOfPage, pathsOfKinds, storyKeys } from './pages.ts';

let paper: Paper;
let paths: Record<KindOfPage, string>;
let found: FoundStory;

beforeAll(async () => {
  paper = await startPaper({ demo: true });
  paths = await pathsOfKinds(paper.url);
  found = await findStory(paper.url, storyKeys.plain);
}, 300_000);
afterAll(() => paper?.stop());

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for exactly this path: nothing is tidied on the way, as `fetch` and `URL` would. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const { hostname, port } = new URL(paper.url);
  return new Promise((resolve, reject) => {
    ask({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

const figure = async (name: string): Promise<number> => {
  const text = (await get('/metrics')).body.toString();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

describe('a story has one address', () => {
  test('a wrong or missing slug, a wrong section and the short link lead to it for good', async () => {
    const [, section = '', id = '', slug = ''] = found.path.split('/');
    const wrong = [
      `/${id}`,
      `/${section}/${id}`,
      `/${section}/${id}/`,
      `/${section}/${id}/another-headline`,
      `/${section}/${id}/${slug}/`,
      `/sports/${id}/${slug}`,
      `/no-section/${id}/${slug}`,
    ];
    for (const path of wrong) {
      const { status, headers } = await get(path);
      expect([status, headers.location], path).toEqual([301, found.path]);
    }
    expect((await get(found.path)).status).toBe(200);
  });

  test('its letters are those of its headline, composed and without marks, however a browser writes them', async () => {
    expect(decodeURIComponent(found.path)).toBe(decodeURIComponent(found.path).normalize('NFC'));
    expect(decodeURIComponent(found.path)).not.toMatch(/[\u064B-\u065F\u0670]/);
    expect(found.path).toMatch(/^\/arab-world\/\d+\/[A-Za-z0-9%_-]+$/);
    const lower = found.path.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    expect((await get(lower)).status).toBe(200);
    const decomposed = encodeURI(decodeURI(found.path).normalize('NFD'));
    expect([200, 301]).toContain((await get(decomposed)).status);
  });

  test('a story of another edition is not doubled under this one', async () => {
    const english = await findStory(paper.url, storyKeys.english);
    const { status, headers } = await get(english.path.replace('/en/', '/'));
    expect([status, headers.location]).toEqual([301, english.path]);
    expect((await get(`/${english.id}`)).headers.location).toBe(english.path);
  });

  test('numbers that no story has are not there', async () => {
    for (const path of [
      '/999999',
      '/world/999999/x',
      '/0',
      '/world/0/x',
      '/-1',
      '/1e3',
      '/99999999999999999999',
      '/١',
    ]) {
      expect((await get(encodeURI(path))).status, path).toBe(404);
    }
  });
});

describe('what is sent', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (bytes: Buffer) => bytes],
  ] as const)('in %s it is the same page, with an ETag that answers 304', async (encoding, unpack) => {
    const plain = await get(found.path, { 'accept-encoding': 'identity' });
    const answer = await get(found.path, { 'accept-encoding': encoding });
    expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
    expect(answer.headers.vary).toMatch(/accept-encoding/i);
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
    expect(unpack(answer.body).equals(plain.body)).toBe(true);
    const { etag = '' } = answer.headers;
    expect(etag).toMatch(/^(W\/)?"[^"]+"$/);
    const again = await get(found.path, { 'accept-encoding': encoding, 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect([again.headers.etag, again.headers.vary]).toEqual([etag, answer.headers.vary]);
    expect(again.headers['cache-control']).toBe(answer.headers['cache-control']);
    const listed = await get(found.path, { 'accept-encoding': encoding, 'if-none-match': `"other", ${etag}` });
    expect(listed.status).toBe(304);
    expect((await get(found.path, { 'accept-encoding': encoding, 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('a coding that the browser refuses is not used', async () => {
    const { headers } = await get(found.path, { 'accept-encoding': 'br;q=0, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(
      (await get(found.path, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  test('HEAD answers as GET does, without the body', async () => {
    for (const path of ['/', found.path, '/rss.xml', '/healthz', '/no-such-page', `/${found.id}`]) {
      const [whole, head] = [await get(path), await get(path, {}, 'HEAD')];
      expect(head.status, path).toBe(whole.status);
      expect(head.body.length, path).toBe(0);
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'location']) {
        expect(head.headers[name], `${name} of ${path}`).toBe(whole.headers[name]);
      }
    }
  });

  test('pages are asked for again by browsers, kept for moments by a CDN, and can be purged by what they show', async () => {
    const { headers } = await get(found.path);
    expect(headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=\d+, must-revalidate$/);
    const keys = String(headers['surrogate-key']).split(' ');
    expect(keys).toEqual(expect.arrayContaining([`story:${found.id}`, 'furniture:ar']));
    expect(headers['cache-tag']).toBeUndefined();
    expect(String((await get('/culture')).headers['surrogate-key'])).toMatch(/(^| )section:\d+( |$)/);
    expect(String((await get('/')).headers['surrogate-key'])).toMatch(/(^| )front:ar( |$)/);
  });

  test('what is named by its content is kept for a year', async () => {
    const page = (await get('/', { 'accept-encoding': 'identity' })).body.toString();
    const assets = [...new Set([...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path))];
    expect(assets.length).toBeGreaterThanOrEqual(6);
    for (const path of assets) {
      const { status, headers } = await get(path);
      expect([status, headers['cache-control']], path).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    expect((await get('/assets/site-00000000.css')).status).toBe(404);
    expect((await get('/assets/manifest.json')).status).toBe(404);
    expect((await get('/assets/../warraq.js')).status).not.toBe(200);
  });

  test('pages forbid scripts, frames and bases that are not their own', async () => {
    const { headers } = await get(found.path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    for (const part of ["base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"])
      expect(policy).toContain(part);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('what is not there', () => {
  test('a page that there is none of is 404 and kept by nobody', async () => {
    for (const path of [
      '/no-such-page',
      '/author/nobody',
      '/topic/nothing',
      '/archive/2026/02/30',
      '/archive/hijri/1448/13/01',
      '/en/no',
    ]) {
      const { status, headers } = await get(path);
      expect([status, headers['cache-control']], path).toEqual([404, 'no-store']);
      expect(headers['content-type']).toMatch(/^text\/html/);
    }
  });

  test('only GET and HEAD are answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await get('/', {}, method);
      expect([status, headers.allow], method).toEqual([405, 'GET, HEAD']);
    }
  });

  test('a story that was withdrawn answers 410 at once on all its addresses, and shows nowhere', async () => {
    const doomed = await findStory(paper.url, storyKeys.doomed);
    const shown = ['/', '/health', '/rss.xml', '/health/feed.json', paths.day, '/news-sitemap.xml'];
    for (const path of [...shown, doomed.path, `/print/${doomed.id}`, `/${doomed.id}`]) await get(path);
    expect((await get('/health/feed.json')).body.toString()).toContain(doomed.story.headline);
    await withdraw(paper, doomed.id);
    for (const path of [doomed.path, `/print/${doomed.id}`, `/${doomed.id}`, `/health/${doomed.id}/x`]) {
      const { status, body } = await get(path, { 'accept-encoding': 'identity' });
      expect(status, path).toBe(410);
      expect(body.toString()).not.toContain(doomed.story.headline);
    }
    for (const path of shown) {
      const { status, body } = await get(path, { 'accept-encoding': 'identity' });
      expect(status, path).toBe(200);
      expect(body.toString(), path).not.toContain(`/${doomed.id}/`);
      expect(body.toString(), path).not.toContain(doomed.story.headline);
    }
  });
});

describe('what is kept', () => {
  test('queries that mean nothing do not multiply it', async () => {
    await get('/economy');
    const [pages, renders] = [await figure('warraq_page_cache_pages'), await figure('warraq_renders_total')];
    const bare = (await get('/economy')).body;
    for (let step = 0; step < 50; step += 1) {
      const { status, body } = await get(`/economy?utm_source=${step}&fbclid=${step}&x=${step}`);
      expect(status).toBe(200);
      expect(body.equals(bare)).toBe(true);
    }
    expect(await figure('warraq_page_cache_pages')).toBe(pages);
    expect(await figure('warraq_renders_total')).toBe(renders);
  });

  test('nor do made-up pages of a list, nor addresses that are not there', async () => {
    const pages = await figure('warraq_page_cache_pages');
    for (let step = 0; step < 30; step += 1) {
      const { status, headers } = await get(`/economy?before=${step}-made-up`);
      if (status !== 200) expect([status, headers.location]).toEqual([301, '/economy']);
      expect((await get(`/nothing-${step}`)).status).toBe(404);
    }
    expect((await figure('warraq_page_cache_pages')) - pages).toBeLessThanOrEqual(1);
  });

  test('a page is rendered once however many ask for it at the same time', async () => {
    const { path } = await findStory(paper.url, 'rowing-veterans-dubai');
    const before = await figure('warraq_renders_total');
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await figure('warraq_renders_total')) - before).toBe(1);
  });
});

describe('what nobody who reads would send', () => {
  test.each([
    ['another host after two slashes', '//evil.example'],
    ['another host and a way back', '//evil.example/%2f..'],
    ['a backslash for a slash', '/\\evil.example'],
    ['a backslash and a slash', '/\\/evil.example/1'],
    ['an encoded backslash', '/%5Cevil.example'],
    ['two encoded slashes', '/%2F%2Fevil.example'],
    ['a doubled slash within', '/world//evil.example'],
    ['nothing but a null', '/%00'],
    ['a null within', '/world/1%00/x'],
    ['an escape cut short', '/%'],
    ['a letter cut short', '/%E0%A4%A'],
    ['bytes that are no text', '/%FF%FE'],
    ['a way out of the folder', '/..%2f..%2fetc%2fpasswd'],
    ['a way out of the assets', '/assets/..%2f..%2fpackage.json'],
    ['an encoded way out of the assets', '/assets/%2e%2e/warraq.js'],
    ['a way out of the pictures', '/pictures/../../warraq.db'],
    ['an encoded way out of the pictures', '/pictures/..%2f..%2fwarraq.db'],
    ['a picture that there is not', '/pictures/00000000000000000000000000000000/card@50,50/200.jpeg'],
    ['a width that there is not', '/pictures/00000000000000000000000000000000/card@50,50/9999.jpeg'],
    ['a guessed secret', '/setup/guess'],
    ['ten thousand letters', `/${'a'.repeat(10_240)}`],
    ['fifteen hundred Arabic letters', `/${'%D8%A7'.repeat(1_500)}`],
    ['a thousand folders', `/${'a/'.repeat(1_000)}`],
    ['three thousand parameters', `/?${'a=1&'.repeat(3_000)}`],
  ])('is answered with an error or within the paper: %s', async (_name, path) => {
    const { status, headers, body } = await get(path);
    if (status === 301 || status === 302) {
      // A redirect may only lead to a path of ours: one slash, and no backslash, which browsers take for another.
      expect(headers.location).toMatch(/^\/([^/\\]|$)/);
      const { pathname, origin } = new URL(headers.location ?? '', paper.url);
      expect(origin).toBe(paper.url);
      expect((await get(pathname)).status).toBe(200);
      return;
    }
    if (path.startsWith('/?') && status === 200) return;
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body.toString()).not.toMatch(/root:|SQLite format|"dependencies"|at \w+ \(/);
  });

  test('an absolute address of another host, as a proxy is asked for, is not followed', async () => {
    const { status, headers } = await get('http://evil.example/1');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(headers.location).toBeUndefined();
  });

  test("another host's name in the Host header leads nowhere", async () => {
    const { headers, body } = await get(`/${found.id}`, { host: 'evil.example' });
    expect(headers.location).toBe(found.path);
    expect(body.toString()).not.toContain('evil.example');
    const page = await get(found.path, {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'accept-encoding': 'identity',
    });
    expect(page.body.toString()).not.toContain('evil.example');
  });

  test('what is no HTTP is refused and the paper goes on', async () => {
    const { port } = new URL(paper.url);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('\u0016\u0003\u0001 not http at all\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('what an operator asks', () => {
  test('/healthz says that the paper is ready, and is kept by nobody', async () => {
    const { status, headers } = await get('/healthz');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  });

  test('/metrics is for this machine only', async () => {
    const { status, body } = await get('/metrics');
    expect(status).toBe(200);
    for (const name of [
      'warraq_answers_total',
      'warraq_page_cache_hits_total',
      'warraq_process_resident_memory_bytes',
    ]) {
      expect(body.toString()).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
  });
});

test('while the records fail, kept pages are served on, others say so with 500, and all is well afterwards', async () => {
  const unread = await findStory(paper.url, storyKeys.unread);
  await get(found.path);
  const mend = breakRecords(paper.data);
  try {
    expect((await get(found.path)).status).toBe(200);
    const failed = await get(unread.path, { 'accept-encoding': 'identity' });
    expect([failed.status, failed.headers['cache-control']]).toEqual([500, 'no-store']);
    expect(failed.body.toString()).not.toMatch(/SQL|stories|at \w+ \(/);
  } finally {
    mend();
  }
  expect((await get(unread.path)).status).toBe(200);
});
