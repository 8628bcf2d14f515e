// How the tests run: one PostgreSQL for all of them, files side by side on two cores, nothing waited for longer than a minute.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'demo/**/*.test.ts'],
    globalSetup: ['tests/postgres-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 400_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
