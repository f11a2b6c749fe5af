import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { publishEvent } from './change-event.ts';
import { EventIncomplete, EventNotFound } from './errors.ts';
import type { Event, EventId, EventTerms } from './event.ts';
import { makeEvent } from './make-event.ts';
import { listPartnerEvents, readPartnerEvent, setPartnerRule } from './partner-events.ts';
import { listEvents, readEvent } from './read-events.ts';
import { register } from './take-seat.ts';
import {
  eventOf,
  learner,
  memoryProgrammeStores,
  organiser,
  someAgency,
  someTerms,
} from './testing/index.ts';

const campus = 'kampus' as ProviderId;
const other = 'lain' as AgencyId;
const author: PersonPrincipal = {
  ...{ kind: 'person', personId: 'dosen' as PersonId, name: 'Dosen', roles: ['provider-author'] },
  providerId: campus,
};

describe('events of providers', () => {
  const partners = new Set<string>();
  let asked: string[];
  let made = 0;
  const uuid = () => {
    made += 1;
    return `e-${made}`;
  };
  const open = () => {
    const stores = memoryProgrammeStores();
    const standing = async (agencyId: AgencyId, providerId: ProviderId) => {
      asked.push(`${agencyId} ${providerId}`);
      const rule = await stores.rules.find(agencyId);
      return {
        isPartner: partners.has(`${agencyId} ${providerId}`),
        asksSupervisor: rule?.approval === 'supervisor',
      };
    };
    return {
      ...{ ...stores, standing, gate: { requireOpen: async () => {} } },
      ...{ clock: fixedClock('2026-11-10T00:00:00.000Z') },
      ids: { uuid, token: () => 'token' },
      forms: { unitOf: async () => 'day' as const },
      people: {
        placeOf: async (personId: PersonId) => {
          const agencyId = personId.startsWith('asing') ? other : someAgency;
          return {
            ...{ agencyId, unitIds: [], supervisorId: 'atasan' as PersonId },
            standingTo: (providerId: ProviderId) => standing(agencyId, providerId),
          };
        },
        teamOf: async () => [],
      },
    };
  };
  let deps: ReturnType<typeof open>;
  beforeEach(() => {
    asked = [];
    partners.clear();
    partners.add(`${someAgency} ${campus}`);
    deps = open();
  });
  const terms: EventTerms = { ...someTerms, audience: 'partners' };
  const held = async (over: Partial<EventTerms> = {}): Promise<Event> => {
    const { eventId } = await makeEvent(deps, { principal: author, terms: { ...terms, ...over } });
    await publishEvent(deps, { principal: author, eventId });
    return { eventId } as Event;
  };
  const joining = (name: string, eventId: EventId) =>
    register(deps, { principal: learner(name), eventId, despite: false });

  it('are for everybody, or for agencies with an agreement; an agency has neither partners nor a provider units', async () => {
    const making = (principal: PersonPrincipal, audience: EventTerms['audience']) =>
      makeEvent(deps, {
        principal,
        terms: { ...terms, audience, unitIds: audience === 'units' ? ['u'] : [] },
      });
    await expect(making(author, 'all')).resolves.toMatchObject({ state: 'draft' });
    for (const audience of ['agency', 'units'] as const)
      await expect(making(author, audience)).rejects.toThrow(EventIncomplete);
    await expect(making(organiser, 'partners')).rejects.toThrow(EventIncomplete);
  });

  it('are shown and open to people of an agency that an agreement covers, and absent for others', async () => {
    const { eventId } = await held();
    const ids = async (name: string) =>
      (await listEvents(deps, { principal: learner(name) })).map((one) => one.eventId);
    expect(await ids('budi')).toEqual([eventId]);
    expect(await ids('asing')).toEqual([]);
    expect((await joining('budi', eventId)).state).toBe('confirmed');
    await expect(joining('asing', eventId)).rejects.toThrow(EventNotFound);
    await expect(readEvent(deps, { principal: learner('asing'), eventId })).rejects.toThrow(EventNotFound);
  });

  it('stay with whoever has a seat once the agreement is over, and take nobody else', async () => {
    const { eventId } = await held();
    await joining('budi', eventId);
    partners.clear();
    expect((await readEvent(deps, { principal: learner('budi'), eventId })).seat?.state).toBe('confirmed');
    await expect(joining('sri', eventId)).rejects.toThrow(EventNotFound);
  });

  it('wait for the supervisor where the agency wants it so, and not where it does not', async () => {
    const { eventId } = await held({ audience: 'all' });
    await setPartnerRule(deps, { principal: organiser, approval: 'supervisor', rev: 0 });
    expect(await readEvent(deps, { principal: learner('budi'), eventId })).toMatchObject({
      asksSupervisor: true,
    });
    expect((await joining('budi', eventId)).state).toBe('requested');
    expect((await joining('asing', eventId)).state).toBe('confirmed');
    await setPartnerRule(deps, { principal: organiser, approval: 'event', rev: 1 });
    expect((await joining('sri', eventId)).state).toBe('confirmed');
    const stale = setPartnerRule(deps, { principal: organiser, approval: 'supervisor', rev: 1 });
    await expect(stale).rejects.toThrow('changed meanwhile');
  });

  it('keep the agency’s rule away from events of agencies', async () => {
    await setPartnerRule(deps, { principal: organiser, approval: 'supervisor', rev: 0 });
    await deps.events.save(eventOf());
    expect((await joining('budi', eventOf().eventId)).state).toBe('confirmed');
  });

  it('are seen by the agency whose people go there, with its own people alone', async () => {
    const { eventId } = await held({ audience: 'all' });
    const draft = await makeEvent(deps, { principal: author, terms });
    await joining('budi', eventId);
    await joining('asing', eventId);
    const list = await listPartnerEvents(deps, { principal: organiser });
    expect(list.open.map((one) => one.eventId)).toEqual([eventId]);
    expect(list.joined.map((one) => one.eventId)).toEqual([eventId]);
    expect(list.rule).toMatchObject({ approval: 'event', rev: 0 });
    const read = await readPartnerEvent(deps, { principal: organiser, eventId });
    expect(read.seats.map(({ personId }) => personId)).toEqual(['budi']);
    const asking = (id: EventId) => readPartnerEvent(deps, { principal: organiser, eventId: id });
    await expect(asking(draft.eventId)).rejects.toThrow(EventNotFound);
    await deps.events.save(eventOf());
    await expect(asking(eventOf().eventId)).rejects.toThrow(EventNotFound);
    const strangers = learner('rudi', { roles: ['agency-admin'], agencyId: 'ketiga' as AgencyId });
    await expect(readPartnerEvent(deps, { principal: strangers, eventId })).resolves.toMatchObject({
      seats: [],
    });
    for (const principal of [author, learner('budi')]) {
      await expect(listPartnerEvents(deps, { principal })).rejects.toThrow(EventNotFound);
      await expect(readPartnerEvent(deps, { principal, eventId })).rejects.toThrow(EventNotFound);
      const ruling = setPartnerRule(deps, { principal, approval: 'supervisor', rev: 0 });
      await expect(ruling).rejects.toThrow(EventNotFound);
    }
  });

  it('for partners are absent for an agency without an agreement that nobody of goes there', async () => {
    const { eventId } = await held();
    const strangers = learner('rudi', { roles: ['agency-admin'], agencyId: other });
    await expect(readPartnerEvent(deps, { principal: strangers, eventId })).rejects.toThrow(EventNotFound);
    expect(await listPartnerEvents(deps, { principal: strangers })).toMatchObject({ open: [], joined: [] });
  });

  it('ask about each provider once a list', async () => {
    for (let n = 0; n < 3; n += 1) await held();
    asked = [];
    expect(await listEvents(deps, { principal: learner('budi') })).toHaveLength(3);
    expect(asked).toEqual([`${someAgency} ${campus}`]);
  });
});
