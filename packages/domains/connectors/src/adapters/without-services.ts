import { AdapterFailure, type ProviderAdapter } from '../ports.ts';

/** A provider that nothing can be asked of: it sends tables or messages when it likes. */
export function withoutServices(): ProviderAdapter {
  const missing = () => new AdapterFailure('function-missing', { passing: false });
  // biome-ignore lint/correctness/useYield: a list that cannot be read rejects when it is read.
  async function* nothing(): AsyncGenerator<never> {
    throw missing();
  }
  return {
    test: async () => [],
    readCourses: nothing,
    enrol: () => Promise.reject(missing()),
    unenrol: () => Promise.reject(missing()),
    readEnrolments: nothing,
    readResults: nothing,
  };
}
