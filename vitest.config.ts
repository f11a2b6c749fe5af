import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Beside their sources as well, but slow: `npm test` runs them, `npm run check` does not wait for them. */
const long = '{packages,functions}/**/*.long.test.ts';
// Contract suites touch storage engines; unit tests never touch the network or a clock.
const common = {
  environment: 'node' as const,
  isolate: false,
  // One core less is left to Vitest's own process by default, which does next to nothing: on two cores everything would go in turn.
  maxWorkers: '100%',
  testTimeout: 30_000,
  setupFiles: ['./test/same-examples.ts'],
};

// What workers make comes when the machine has time for it; what never comes is a fault all the same.
const patient = { poll: { timeout: 60_000, interval: 250 } };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default', './test/closing-line-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'unit',
          include: ['{packages,functions,infra}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.contract.test.ts', long, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: { ...common, name: 'contract', include: ['{packages,functions}/**/*.contract.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'integration',
          // A real browser and real processes need the machine for themselves.
          sequence: { groupOrder: 1 },
          // These wait for them part of their time.
          maxWorkers: availableParallelism() + 1,
          expect: patient,
          include: ['test/{architecture,security,conformance,infra,integration}/**/*.test.ts', long],
          testTimeout: 420_000,
          hookTimeout: 420_000,
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'browser',
          sequence: { groupOrder: 2 },
          // These wait half of their time: for videos that play, and for workers.
          maxWorkers: availableParallelism() + 1,
          expect: patient,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 420_000,
          hookTimeout: 420_000,
        },
      },
    ],
  },
});
