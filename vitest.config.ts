import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['test/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 } },
      { test: { name: 'dom', environment: 'happy-dom', include: ['test/renderer/**/*.test.tsx'] } },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // A page on a busy machine takes longer than the second that is the default; one that is ready is not waited for.
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
