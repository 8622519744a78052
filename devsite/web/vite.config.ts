import { join } from 'node:path';
import type { InlineConfig } from 'vite';

const common: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': {} },
};

/** The site's pages. */
export const pages: InlineConfig = {
  ...common,
  root: join(__dirname, 'pages'),
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: { outDir: join(__dirname, 'dist/pages'), emptyOutDir: true, chunkSizeWarningLimit: 4_000 },
};

/** The script that stands between the app's pages and the site's. */
export const bridge: InlineConfig = {
  ...common,
  build: {
    outDir: join(__dirname, 'dist/bridge'),
    emptyOutDir: true,
    lib: { entry: join(__dirname, 'bridge/bridge.ts'), formats: ['iife'], name: 'bridge', fileName: () => 'bridge.js' },
  },
};
