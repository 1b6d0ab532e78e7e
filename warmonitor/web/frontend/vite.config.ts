import { defineConfig } from 'vitest/config';

// Everything lands in warmonitor/web/static, which FastAPI serves: desk.js and desk.css keep their names, because the
// templates name them; what they load in turn carries its hash, but for start.js, which public/desk.js names.
// Paths are relative, so the desk runs under any prefix.
export default defineConfig({
  base: './',
  publicDir: 'public',
  build: {
    outDir: '../static',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark()
    cssCodeSplit: false,
    assetsInlineLimit: 0, // data: addresses would need a hole in the Content-Security-Policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500, // MapLibre
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { start: 'src/start.ts' },
      output: {
        entryFileNames: 'parts/[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith('.css')) ? 'desk.css' : 'parts/[name]-[hash][extname]'),
      },
    },
  },
  test: { css: true }, // palette.test.ts reads a sheet
});
