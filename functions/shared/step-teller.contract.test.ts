import { randomUUID } from 'node:crypto';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { createNoticeStore } from '@sinau/notifications/dynamo';
import { createMemoryQueue, withTables } from '@sinau/platform/testing';
import { type CohortId, idOfHall, openCohort, remindSteps } from '@sinau/programmes';
import { createCohortSeatStore, createCohortStore } from '@sinau/programmes/dynamo';
import { cohortOf, seatAt } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { createCohortDesk } from './cohort-parts.ts';
import { createStepReminders } from './step-teller.ts';

const at = '2026-11-20T01:00:00.000Z';

withTables((engine, tables) => {
  it(`people of a cohort are told of its days once, and their supervisor once a week, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const clock = fixedClock(at);
    const mails: unknown[] = [];
    const queue = () => ({ ...createMemoryQueue(), send: async (mail: unknown) => void mails.push(mail) });
    const options = {
      parts: { dynamo, queue } as never,
      env: { LMS_TABLE: table, MAIL_QUEUE_URL: 'mails' },
      log: { info: () => {}, warn: () => {}, error: () => {} },
    };
    const deps = createStepReminders({ ...options, clock });
    const people = createPeopleStore(stores);
    const [agencyId, cohortId] = [randomUUID() as AgencyId, randomUUID() as CohortId];
    const [head, sri, adi] = [randomUUID(), randomUUID(), randomUUID()] as [PersonId, PersonId, PersonId];
    const person = (personId: PersonId, over: Partial<Person> = {}): Person => ({
      ...{ personId, name: `Orang ${personId}`, email: `${personId}@contoh.example`, status: 'active' },
      ...{ roles: ['learner'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
      ...{ sessionGeneration: 1, invitedAt: at, rev: 1, ...over },
    });
    await people.add(person(head, { roles: ['supervisor'] }));
    await people.add(person(sri, { supervisorId: head }));
    await people.add(person(adi, { supervisorId: head, status: 'disabled', disabledAt: at }));
    await createCohortStore(stores).save(cohortOf({ cohortId, agencyId, state: 'draft' }));
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: head, name: 'Kepala', roles: ['agency-admin'], agencyId },
    };
    await openCohort({ ...createCohortDesk(stores), clock }, { principal, cohortId });
    for (const personId of [sri, adi]) {
      const seat = seatAt({ eventId: idOfHall(cohortId), personId, state: 'confirmed' });
      expect(await createCohortSeatStore(stores).step(undefined, seat)).toBe('done');
    }
    const to = (moment: string) => clock.advance(Date.parse(moment) - clock.now().getTime());
    const round = () => remindSteps(deps, { limit: 100 });
    const inbox = async (personId: PersonId) =>
      (await createNoticeStore(stores).list({ personId, limit: 10 })).map(({ kind, params }) => ({
        kind,
        params,
      }));

    await round();
    expect(await inbox(sri)).toEqual([]);
    to('2026-12-08T00:30:00.000Z');
    await round();
    await round();
    const steps = [{ title: { id: 'Etika' }, on: '2026-12-15', reminder: '7' }];
    expect(await inbox(sri)).toEqual([
      { kind: 'cohort-steps', params: { title: 'Angkatan I', steps, more: 0 } },
    ]);
    expect(mails).toHaveLength(1);
    expect(await inbox(adi)).toEqual([]);
    expect(await inbox(head)).toEqual([]);
    to('2026-12-14T00:30:00.000Z');
    await round();
    await round();
    expect(await inbox(head)).toMatchObject([
      { kind: 'cohort-team', params: { late: 0, soon: 1, lines: [{ late: 0, soon: 1 }], more: 0 } },
    ]);
    expect((await inbox(sri)).length).toBe(2);
  });
});
