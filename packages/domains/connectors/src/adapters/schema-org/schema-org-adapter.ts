import { setTimeout as sleepFor } from 'node:timers/promises';
import { AdapterFailure, type Capability, type ProviderAdapter } from '../../ports.ts';
import { withoutServices } from '../without-services.ts';
import { BudgetSpent, createPageReader, type PageBudget, type PageReaderDeps } from './page-reader.ts';
import { readCatalogue } from './read-catalogue.ts';

const mebibyte = 1024 * 1024;
/** Below the five minutes that a worker has. */
const whole: PageBudget = { pages: 2_000, bytes: 256 * mebibyte, milliseconds: 240_000 };
/** Somebody waits for it. */
const glance: PageBudget = { pages: 5, bytes: 20 * mebibyte, milliseconds: 10_000 };

/** Pages of a university that carry data of schema.org: they have a catalogue, and nothing can be told to them. */
export function createSchemaOrgAdapter(
  given: Omit<PageReaderDeps, 'sleep'> & { readonly sleep?: PageReaderDeps['sleep'] },
  { baseUrl }: { readonly baseUrl: string },
): ProviderAdapter {
  const deps = { sleep: sleepFor, ...given };
  const courses = (budget: PageBudget) => {
    const reader = createPageReader(deps, { origin: new URL(baseUrl).origin, budget });
    return readCatalogue(reader, { baseUrl, now: deps.clock.now().toISOString() });
  };
  return {
    ...withoutServices(),
    test: async () => [await testPages(courses(glance))],
    readCourses: () => courses(whole),
  };
}

/** One course is enough; pages without any in front of it are no fault. */
async function testPages(courses: AsyncIterable<unknown>): Promise<Capability> {
  try {
    for await (const _ of courses) break;
    return { name: 'catalogue', state: 'works' };
  } catch (error) {
    if (error instanceof BudgetSpent) return { name: 'catalogue', state: 'works' };
    if (!(error instanceof AdapterFailure)) throw error;
    return { name: 'catalogue', state: 'failed', reason: error.reason };
  }
}
