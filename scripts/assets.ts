// Makes what the reader's browser loads beside pages: stylesheet, script, fonts and signs, each named by its content, with
// compressed copies beside those that compress, and a manifest of their addresses.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { build, type Rolldown } from 'vite';
import type { AssetManifest } from '../src/site/assets.ts';
import { buildFonts, fontFaces } from './fonts.ts';

const site = join(import.meta.dirname, '../src/site');

/** The oldest browsers that get the stylesheet as it was meant: those of 2022 and later, which know `:has()`. */
const browsers = {
  chrome: 105 << 16,
  safari: (15 << 16) | (4 << 8),
  ios_saf: (15 << 16) | (4 << 8),
  firefox: 121 << 16,
};

/** Writes every asset into a folder and returns the manifest, which it also writes there as `manifest.json`. */
export async function buildAssets(outDir: string): Promise<AssetManifest> {
  await mkdir(outDir, { recursive: true });
  const files: Record<string, string> = {};
  const keep = async (name: string, bytes: Buffer): Promise<void> => {
    files[name] = `/assets/${await writeHashed(outDir, name, bytes)}`;
  };

  for (const font of await buildFonts()) await keep(font.name, font.bytes);
  const faces = await fontFaces((name) => files[name] ?? '');
  await keep('site.css', Buffer.from(`${faces}\n${await stylesheet()}`));
  await keep('site.js', Buffer.from(await script('site', 'es')));
  await keep('icon.svg', Buffer.from(icon));
  for (const size of [180, 192, 512]) {
    await keep(
      `icon-${size}.png`,
      await sharp(Buffer.from(icon)).resize(size, size).png({ compressionLevel: 9 }).toBuffer(),
    );
  }

  const head = (await script('head', 'iife')).trim();
  const headHash = `sha256-${createHash('sha256').update(head).digest('base64')}`;
  const manifest: AssetManifest = { files, inline: { head, headHash } };
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  return manifest;
}

/** Writes `site.css` as `site-1f3a9c0e.css`, with `.br` and `.gz` copies when they are smaller; returns the new name. */
async function writeHashed(outDir: string, name: string, bytes: Buffer): Promise<string> {
  const { name: stem, ext } = parse(name);
  const hashed = `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ext}`;
  await writeFile(join(outDir, hashed), bytes);
  if (!['.woff2', '.png'].includes(ext)) {
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(join(outDir, `${hashed}.br`), brotliCompressSync(bytes, best));
    await writeFile(join(outDir, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return hashed;
}

async function bundle(input: string, format: 'es' | 'iife'): Promise<Rolldown.RolldownOutput['output']> {
  const result = await build({
    root: site,
    configFile: false,
    logLevel: 'warn',
    css: { transformer: 'lightningcss', lightningcss: { targets: browsers } },
    build: {
      write: false,
      target: ['chrome105', 'safari15.4', 'firefox121'],
      modulePreload: false,
      cssMinify: 'lightningcss',
      rolldownOptions: { input: join(site, input), output: { format } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error(`the build of ${input} gave nothing`);
  return output.output;
}

async function script(name: string, format: 'es' | 'iife'): Promise<string> {
  const chunk = (await bundle(`client/${name}.client.ts`, format)).find((part) => part.type === 'chunk');
  if (chunk === undefined) throw new Error(`the build of ${name}.client.ts gave no script`);
  return chunk.code;
}

async function stylesheet(): Promise<string> {
  const sheet = (await bundle('style/site.css', 'es')).find(
    (part) => part.type === 'asset' && part.fileName.endsWith('.css'),
  );
  if (sheet?.type !== 'asset') throw new Error('the build of site.css gave no stylesheet');
  return typeof sheet.source === 'string' ? sheet.source : Buffer.from(sheet.source).toString('utf8');
}

/** The paper's sign: the eight-pointed star of two squares, the copyist's red on paper. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="#9c1c1f"/>' +
  '<g fill="none" stroke="#fffefb" stroke-width="3.2" stroke-linejoin="round"><path d="M17 17h30v30H17z"/>' +
  '<path d="M32 10.8 53.2 32 32 53.2 10.8 32z"/></g><circle cx="32" cy="32" r="5.5" fill="#fffefb"/></svg>\n';

if (import.meta.main) await buildAssets(process.argv[2] ?? join(import.meta.dirname, '../dist/assets'));
