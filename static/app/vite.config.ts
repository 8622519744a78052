import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** The app's pages, as the platform serves them: from any folder, hence the relative base. */
export const app: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: __dirname,
  base: './',
  // Atlaskit reads build settings from there; a browser has none.
  define: { 'process.env': {} },
  resolve: {
    alias: {
      '@fettle': join(__dirname, '../../src'),
      '@atlaskit/platform-feature-flags/fg': join(__dirname, 'src/ui/no-flags.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic' } },
  build: { outDir: join(__dirname, 'dist'), emptyOutDir: true, manifest: 'manifest.json' },
};
