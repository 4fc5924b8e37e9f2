import { defineConfig } from 'vite'

/** The command line and the loopback host as one bundled entry; vendors' SDKs stay lazy chunks of it. */
export default defineConfig({
  ssr: { noExternal: true, external: ['@napi-rs/keyring', 'electron'] },
  build: {
    ssr: 'src/main/hosts/cli/index.ts',
    outDir: 'out/host',
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'index.js', chunkFileNames: '[name]-[hash].js' } },
  },
})
