import type { CourseStore } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import type { HealthStore } from '@sinau/connectors';
import { describe, expect, it } from 'vitest';
import { providerDownSince } from './provider-down.ts';

const openedAt = '2026-11-24T02:42:00.000Z';

const courses = (source?: { readonly connectionId: string; readonly externalId: string }) =>
  ({ find: async () => courseOf(source ? { source } : {}) }) satisfies Pick<CourseStore, 'find'>;

const health = (circuit: Awaited<ReturnType<HealthStore['read']>>['circuit']) => ({
  read: async () => ({ circuit, last: {} }),
});

const open = { state: 'open', failures: 5, probes: 0, openedAt, reason: 'timeout' } as const;
const moodle = courses({ connectionId: 'c1', externalId: '4' });

describe('a course at a provider', () => {
  it('R10: is down since its system stopped answering', async () => {
    const deps = { courses: moodle, health: health(open) };
    expect(await providerDownSince(deps, 'c1')).toBe(openedAt);
  });

  it('is not, where only our secret is refused, where it answers, and where no provider shows it', async () => {
    const refused = health({ ...open, reason: 'unauthorised' });
    const closed = health({ state: 'closed', failures: 0, probes: 0 });
    for (const deps of [
      { courses: moodle, health: refused },
      { courses: moodle, health: closed },
      { courses: courses(), health: health(open) },
    ]) {
      expect(await providerDownSince(deps, 'c1')).toBeUndefined();
    }
  });
});
