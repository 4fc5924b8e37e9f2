import { defineConfig } from 'vite'

/** The command line and the loopback host as one bundled entry, and the core's threads beside it; vendors' SDKs stay lazy chunks. QuickJS finds its
 * WebAssembly beside its own file, and pdfmake its own folder. */
export default defineConfig({
  ssr: { noExternal: true, external: ['@napi-rs/keyring', 'electron', 'quickjs-emscripten', 'pdfmake'] },
  build: {
    ssr: true,
    outDir: 'out/host',
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        index: 'src/main/hosts/cli/index.ts',
        engine: 'src/main/hosts/engine/index.ts',
        testing: 'src/main/hosts/engine/testing/index.ts',
        worker: 'src/main/worker.ts',
        'sandbox-worker': 'src/main/sandbox-worker.ts',
        'sandbox-process': 'src/main/sandbox-process.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
