// The stylesheet, script, fonts and signs that the build made, by the name that pages call them and the address that they
// are served from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What `scripts/assets.ts` writes beside the files. */
export const assetManifest = z.object({
  /** `site.css` → `/assets/site-1f3a9c0e.css`. */
  files: z.record(z.string(), z.string().startsWith('/assets/')),
  inline: z.object({
    /** The script that stands in the head and runs before the first paint. */
    head: z.string(),
    /** Its hash as a content security policy names it: `sha256-…`. */
    headHash: z.string().startsWith('sha256-'),
  }),
});
export type AssetManifest = z.infer<typeof assetManifest>;

export interface Assets {
  /** The address of a file; throws for a name that the build did not make. */
  path(name: string): string;
  readonly inline: AssetManifest['inline'];
}

export function assetsOf(manifest: AssetManifest): Assets {
  return {
    path(name) {
      const path = manifest.files[name];
      if (path === undefined) throw new Error(`no asset is called ${name}: run the build`);
      return path;
    },
    inline: manifest.inline,
  };
}

/** The assets of a built folder, `dist/assets`. */
export function readAssets(folder: string): Assets {
  return assetsOf(assetManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))));
}
