import { join } from 'node:path';
import type { InlineConfig } from 'vite';

/** The app's pages, as the platform serves them: from any folder, hence the relative base. */
export const app: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: __dirname,
  base: './',
  // Atlaskit reads build settings from there; a browser has none. The build is the same whoever asks for it.
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': {} },
  resolve: {
    alias: {
      '@fettle': join(__dirname, '../../src'),
      '@atlaskit/platform-feature-flags/fg': join(__dirname, 'src/ui/no-flags.ts'),
    },
  },
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: { outDir: join(__dirname, 'dist'), emptyOutDir: true, manifest: true },
};
