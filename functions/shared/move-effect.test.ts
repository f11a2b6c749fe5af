import { randomUUID } from 'node:crypto';
import { memoryRegistrationStore } from '@sinau/delivery/testing';
import type { EnrolmentId, Registration } from '@sinau/enrolment';
import { memoryEnrolmentStore } from '@sinau/enrolment/testing';
import type { PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { readMoveEffect } from './move-effect.ts';

const at = '2026-03-02T01:00:00.000Z';

describe('the effect of a new version', () => {
  it('counts who takes an older one and who has not begun, in every part of the roster', async () => {
    const deps = { enrolments: memoryEnrolmentStore(), registrations: memoryRegistrationStore() };
    for (let n = 0; n < 100; n += 1) {
      const registration = randomUUID() as Registration;
      const personId = `p${n}` as PersonId;
      const enrolment = {
        ...{ enrolmentId: `e${n}` as EnrolmentId, personId, courseId: 'c1', registration },
        ...{ version: n < 90 ? 1 : 2, state: 'active' as const, enrolledAt: at },
      };
      await deps.enrolments.move({ after: enrolment });
      const launched = n % 3 === 0 ? { 0: { completed: false, waived: false, launchedAt: at } } : {};
      await deps.registrations.save({
        ...{ registration, personId, courseId: 'c1', version: enrolment.version, createdAt: at },
        ...{ actor: { homePage: 'https://sinau.example', name: personId }, aus: launched },
        ...{ satisfaction: { blocks: [], course: false }, rev: 0 },
      });
    }
    expect(await readMoveEffect(deps, { courseId: 'c1', version: 2 })).toEqual({
      ...{ running: 90, notStarted: 60, partly: false },
      moving: { stay: 0, 'move-not-started': 60, 'move-with-results': 90 },
    });
    expect(await readMoveEffect(deps, { courseId: 'c2', version: 2 })).toMatchObject({ running: 0 });
  });
});
