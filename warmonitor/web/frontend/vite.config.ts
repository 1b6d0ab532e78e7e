import { defineConfig } from 'vite';

// Everything lands in warmonitor/web/static, which FastAPI serves: desk.js and desk.css keep their names, because the
// templates name them; what they load in turn carries its hash. Paths are relative, so the desk runs under any prefix.
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
      input: { desk: 'src/desk.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith('.css')) ? 'desk.css' : 'parts/[name]-[hash][extname]'),
      },
    },
  },
});
