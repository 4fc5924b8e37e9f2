import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: resolve('src/main/hosts/electron/index.ts'),
          worker: resolve('src/main/worker.ts'),
          'sandbox-worker': resolve('src/main/sandbox-worker.ts'),
          'sandbox-process': resolve('src/main/sandbox-process.ts'),
        },
        // The core finds the files of its threads beside its own.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react(), tailwindcss()],
    // The page's policy refuses fonts in data addresses, so nothing is inlined.
    build: {
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html') },
        // Otherwise each icon and part of the kit is a file of its own, smaller than its headers.
        output: {
          codeSplitting: {
            groups: [
              { name: 'icons', test: /node_modules\/lucide-react/ },
              {
                name: 'kit',
                test: /node_modules\/(@base-ui|@floating-ui|reselect|use-sync-external-store|clsx|react\/|react-dom|scheduler)/,
              },
            ],
          },
        },
      },
    },
  },
})
