// An answer ready to be sent: status, headers and bytes prepared once for each encoding, so that sending it is two calls.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import type { KeptPage } from './page-cache.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

interface Form {
  readonly headers: readonly string[];
  /**
   * Bytes, or a string of one character a byte: Node sends such a body and its header in one `write` from the stack, where a
   * buffer takes a `writev` with both. That is worth a tenth of all that a server sends in a second (`bench/site.ts`).
   */
  readonly body: Buffer | string;
}

export interface Answer extends KeptPage {
  readonly status: number;
  readonly etag: string | null;
  readonly br: Form | null;
  readonly gzip: Form | null;
  /** Null when it can be had from the gzip form: readers without either are rare, and their bytes are not worth the memory. */
  readonly identity: Form | null;
  readonly notModified: readonly string[];
  readonly contentHeaders: readonly string[];
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** For a story page of 25 KB brotli 5 takes as long as gzip 6, half a millisecond, and gives less; brotli 11 takes 31 ms. */
const brotliOptions = (size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  },
});

/** Up to this many bytes a body is held as a string: header and body together then fit what Node copies on its stack. */
const HELD_AS_STRING = 15_000;

/** A copy without the slack: what zlib gives is a piece of a chunk of 16 KB, which would stay in memory with it. */
function held(bytes: Buffer): Buffer | string {
  if (bytes.length <= HELD_AS_STRING) return bytes.toString('latin1');
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** Under this many bytes compression does not pay for its header. */
const WORTH_COMPRESSING = 512;

/** Headers as pairs, name and value in turn, as `writeHead` takes them without looking at each. */
export type HeaderPairs = readonly string[];

export interface AnswerParts {
  readonly status: number;
  /** Everything but length, encoding, `Vary` and the ETag. */
  readonly headers: HeaderPairs;
  readonly body: Buffer;
  readonly staleAt: number;
  /** `ready` has its compressed forms; `plain` is sent as it is (pictures, tiny answers, a cache that is off). */
  readonly compression: 'ready' | 'plain';
}

/** An ETag that holds for every encoding of the same content: weak, as RFC 9110 §8.8.1 asks of such. */
const etagOf = (body: Buffer): string => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Prepares an answer; compression runs off the main thread. */
export async function makeAnswer(parts: AnswerParts): Promise<Answer> {
  const { status, body, staleAt } = parts;
  const etag = status === 200 && parts.compression === 'ready' ? etagOf(body) : null;
  const contentHeaders = etag === null ? parts.headers : [...parts.headers, 'ETag', etag];
  const isCompressed = parts.compression === 'ready' && body.length >= WORTH_COMPRESSING;
  const varying = isCompressed ? [...contentHeaders, 'Vary', 'Accept-Encoding'] : contentHeaders;
  const form = (bytes: Buffer, encoding: Encoding): Form => ({
    headers: [
      ...varying,
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
      'Content-Length',
      String(bytes.length),
    ],
    body: held(bytes),
  });
  const [br, zipped] = isCompressed
    ? await Promise.all([compressBrotli(body, brotliOptions(body.length)), compressGzip(body)])
    : [null, null];
  return {
    status,
    etag,
    staleAt,
    size: (br?.length ?? 0) + (zipped?.length ?? body.length) + 2 * varying.join('').length,
    br: br === null ? null : form(br, 'br'),
    gzip: zipped === null ? null : form(zipped, 'gzip'),
    identity: isCompressed ? null : form(body, 'identity'),
    notModified: varying,
    contentHeaders: varying,
  };
}

/** The best encoding that the reader takes. A coding with `q=0` is refused by the reader, RFC 9110 §12.5.3. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === '') return 'identity';
  const takes = (name: string): boolean => {
    const at = accepted.indexOf(name);
    if (at < 0) return false;
    const end = accepted.indexOf(',', at);
    return !/;\s*q=0(\.0*)?\s*$/.test(accepted.slice(at, end < 0 ? undefined : end));
  };
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

/** Whether the reader already holds this very content. */
function holds(ifNoneMatch: string | undefined, etag: string | null): boolean {
  if (ifNoneMatch === undefined || etag === null) return false;
  const opaque = etag.slice(2);
  return ifNoneMatch === '*' || ifNoneMatch.split(',', 50).some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}

function unzipped(answer: Answer): Form {
  if (answer.gzip === null) return { headers: [...answer.contentHeaders, 'Content-Length', '0'], body: '' };
  const { body: zipped } = answer.gzip;
  const body = gunzipSync(typeof zipped === 'string' ? Buffer.from(zipped, 'latin1') : zipped);
  return { headers: [...answer.contentHeaders, 'Content-Length', String(body.length)], body };
}

/** A header as it came. Node's own `request.headers` makes an object of all of them, which a kept page has no use for. */
function headerOf(raw: readonly string[], name: 'accept-encoding' | 'if-none-match'): string | undefined {
  for (let at = 0; at < raw.length; at += 2) {
    const each = raw[at] as string;
    if (each.length === name.length && each.toLowerCase() === name) return raw[at + 1];
  }
  return undefined;
}

/** Sends an answer to a GET or a HEAD. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { rawHeaders } = request;
  if (holds(headerOf(rawHeaders, 'if-none-match'), answer.etag)) {
    response.writeHead(304, answer.notModified as string[]);
    response.end();
    return;
  }
  const encoding = encodingFor(headerOf(rawHeaders, 'accept-encoding'));
  const form =
    (encoding === 'br' ? answer.br : encoding === 'gzip' ? answer.gzip : null) ?? answer.identity ?? unzipped(answer);
  response.writeHead(answer.status, form.headers as string[]);
  if (request.method === 'HEAD') response.end();
  else response.end(form.body, 'latin1');
}
