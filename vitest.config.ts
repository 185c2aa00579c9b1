import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/helpers/seed.ts'],
    // Processes rather than threads: the tests start worker threads (Piscina), child processes and servers of their own.
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // A test that listens on a port or spawns the command must end with it, or the run hangs where it can be seen.
    teardownTimeout: 5_000,
  },
});
