// The act of adding a picture: its file is kept for good, and what the paper says about it is recorded.
import { z } from 'zod';
import { PictureError } from '../pictures/errors.ts';
import type { KeptPicture } from '../pictures/store.ts';
import { takeIds } from '../records/ids.ts';
import { insertAll } from '../records/insert-all.ts';
import type { PictureId } from '../story/ids.ts';
import { focalPoint, type Picture } from '../story/picture.ts';
import { perform } from './act.ts';
import type { Actor } from './actor.ts';
import { pictureOfRow } from './appearance.ts';
import type { Newsroom } from './newsroom.ts';
import { decide } from './policy/decide.ts';
import { issuesOf, type Result } from './result.ts';

const input = z.object({
  file: z.union([
    z.object({ bytes: z.instanceof(Uint8Array) }),
    /** A file of this machine: from a command, never from a user. */
    z.object({ path: z.string().min(1) }),
    /** An SVG that our own code drew. */
    z.object({ drawing: z.string().min(1) }),
  ]),
  /** What is left out is read from the file's own metadata. */
  caption: z.string().max(2000).optional(),
  credit: z.string().max(300).optional(),
  rights: z.string().max(500).optional(),
  alt: z.string().max(1000).default(''),
  focalPoint: focalPoint.default({ x: 0.5, y: 0.5 }),
});

/**
 * Keeps a picture. A file that the paper has already answers the picture that is there, unchanged.
 * Problems: invalid (not a picture, damaged, too large), denied. Throws `PictureError` for a full disk.
 */
export async function addPicture(
  newsroom: Newsroom,
  actor: Actor,
  given: z.input<typeof input>,
): Promise<Result<{ picture: Picture }>> {
  const decision = decide(actor, 'add-picture');
  if (!decision.allowed) return { ok: false, problem: { kind: 'denied', rule: decision.rule } };
  const parsed = input.safeParse(given);
  if (!parsed.success) return { ok: false, problem: issuesOf(parsed.error) };
  const wanted = parsed.data;
  if (!('bytes' in wanted.file) && actor.kind !== 'system') {
    return { ok: false, problem: { kind: 'denied', rule: 'deny:add-picture:from-this-machine' } };
  }
  // The file is on the disk before any record names it; a file without a record harms nobody.
  const kept = await keep(newsroom, wanted.file);
  if (!kept.ok) return kept;
  return await perform(newsroom, actor, 'add-picture', async (doing) => {
    doing.allow();
    const known = await doing.tx
      .selectFrom('pictures')
      .selectAll()
      .where('hash', '=', kept.value.hash)
      .executeTakeFirst();
    if (known !== undefined) return { picture: pictureOfRow(known) };
    const row = {
      id: (await takeIds(doing.tx, 'pictures', 1)) as PictureId,
      hash: kept.value.hash,
      format: kept.value.format,
      width: kept.value.width,
      height: kept.value.height,
      caption: wanted.caption ?? kept.value.caption.slice(0, 2000),
      credit: wanted.credit ?? kept.value.credit.slice(0, 300),
      alt: wanted.alt,
      rights: wanted.rights ?? kept.value.rights.slice(0, 500),
      focal_x: wanted.focalPoint.x,
      focal_y: wanted.focalPoint.y,
      placeholder: kept.value.placeholder,
      created_at: doing.at,
    };
    await insertAll(doing.tx, 'pictures', [row]);
    doing.log(`picture:${row.id}`, { hash: row.hash });
    doing.tell('picture-added', null, []);
    return { picture: pictureOfRow(row) };
  });
}

async function keep(newsroom: Newsroom, file: z.output<typeof input>['file']): Promise<Result<KeptPicture>> {
  try {
    if ('drawing' in file) return { ok: true, value: await newsroom.pictures.keepDrawing(file.drawing) };
    return { ok: true, value: await newsroom.pictures.keep('bytes' in file ? file.bytes : file.path) };
  } catch (error) {
    if (!(error instanceof PictureError) || error.kind === 'full-disk' || error.kind === 'busy') throw error;
    return { ok: false, problem: { kind: 'invalid', issues: [{ path: 'file', message: error.message }] } };
  }
}
