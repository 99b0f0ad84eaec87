import { build } from 'esbuild';
import path from 'node:path';

/** The shells that there are: the new frontend system, the old one, and the old one with the oldest APIs for plugins. */
export type ShellName = 'next' | 'legacy' | 'legacyOldest';

const ENTRIES: Record<ShellName, string> = {
  next: 'next.tsx',
  legacy: 'legacy.tsx',
  legacyOldest: '../../../host/legacyOldest.js',
};

/** A shell as one script for browsers, made in seconds and without Backstage's own build, as nothing of it is tested here. */
export async function bundleShell(name: ShellName): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, ENTRIES[name])],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    charset: 'utf8',
    alias: { stream: path.join(__dirname, 'noStreams.ts') },
    // Pictures and fonts of Backstage's own components.
    loader: {
      '.svg': 'dataurl',
      '.png': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
    },
    logLevel: 'silent',
    define: {
      'process.env': '{}',
      'process.env.NODE_ENV': '"production"',
      global: 'globalThis',
    },
  });
  return outputFiles[0].text;
}
