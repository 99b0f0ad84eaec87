import { join } from 'node:path';
import { rootFolder } from '@internal/portal';
import { build } from 'esbuild';

/**
 * The dev pages of the frontend plugin as one script. With React's development build, which complains in
 * the console about what is wrong; without a dev server, which takes longer to start than all pages to
 * look at.
 */
export async function bundleDevPages(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(rootFolder, 'plugins/label-contract/dev/index.tsx')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    charset: 'utf8',
    // Pictures of the shell's own components.
    loader: { '.svg': 'dataurl' },
    logLevel: 'silent',
    define: {
      'process.env': '{}',
      'process.env.NODE_ENV': '"development"',
      global: 'globalThis',
    },
  });
  return outputFiles[0].text;
}
