import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { copyMigrations } from './scripts/build/copy-migrations.ts';

const root = import.meta.dirname;

/** Workers of the station are entries of their own: out/main/<name>.js beside station.js. */
const workers = Object.fromEntries(
  globSync('src/station/**/workers/*-worker.ts', { cwd: root }).map((file) => [
    basename(file, '.ts'),
    join(root, file),
  ]),
);

const renderer = join(root, 'src/renderer/index.html');

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Readable stacks from a bench are worth more than the bytes.
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: {
          main: join(root, 'src/main/main.ts'),
          station: join(root, 'src/station/station-main.ts'),
          'demo-shop': join(root, 'src/cli/demo-shop.ts'),
          ...workers,
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    plugins: [copyMigrations()],
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: false,
      // A sandboxed preload can load nothing but Electron, so what it needs is bundled into it.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: join(root, 'src/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    publicDir: existsSync(join(root, 'src/renderer/public')) ? join(root, 'src/renderer/public') : false,
    plugins: [react()],
    build: {
      outDir: join(root, 'out/renderer'),
      // Files apart from the scripts: the window's policy refuses data: fonts, and a picture is cached once.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: { index: renderer } },
    },
  },
});
