import type { AnnualPlanMoved } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { beforeEach, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfPlans } from './late-followers.ts';

const people = [
  { personId: 'rina', roles: ['agency-admin'] },
  { personId: 'tono', roles: ['agency-admin'] },
  { personId: 'pyb', roles: ['authorised-official'] },
  { personId: 'ppk', roles: ['appointing-official'] },
] as const;

let notices: ReturnType<typeof memoryNoticeStore>;
beforeEach(() => {
  notices = memoryNoticeStore();
});
const deps = () =>
  ({
    ...{ notices, clock: fixedClock(), onMailFailure: () => undefined },
    mail: { send: async () => undefined },
    people: {
      find: async (id: string) => ({ name: id, email: `${id}@x.example`, status: 'active' }),
      listHolders: holdersIn((home) => (home.kind === 'agency' && home.agencyId === 'bkn' ? people : [])),
    },
  }) as never;

const moved = (parts: Partial<AnnualPlanMoved>): AnnualPlanMoved => ({
  ...{ eventId: `moved:${parts.from}:${parts.to}:${parts.undone}`, type: 'annual-plan-moved' },
  ...{ occurredAt: '2026-11-30T02:00:00.000Z', agencyId: 'bkn', year: 2027, version: 1 },
  ...{ to: 'proposed', from: 'draft', by: 'rina', ...parts },
});
const toldOf = async () => {
  const told: string[] = [];
  for (const { personId } of people) {
    const list = await notices.list({ personId: personId as PersonId, limit: 9 });
    for (const { params, link } of list) {
      told.push(`${personId} ${(params as { readonly to: string }).to} ${link}`);
    }
  }
  return told;
};
const here = '/agency/annual-plan/2027/1';

it.each([
  [{ to: 'proposed', from: 'draft' }, ['pyb proposed']],
  [{ to: 'agreed', from: 'proposed', by: 'pyb' }, ['ppk agreed']],
  [{ to: 'set', from: 'agreed', by: 'ppk' }, ['rina set', 'tono set', 'pyb set']],
  [{ to: 'draft', from: 'proposed', by: 'pyb' }, ['rina returned', 'tono returned']],
  [{ to: 'draft', from: 'proposed', by: 'rina', undone: true }, ['tono undone', 'pyb undone']],
  [{ to: 'agreed', from: 'set', by: 'ppk', undone: true }, ['rina undone', 'tono undone', 'pyb undone']],
  [{ to: 'draft', from: undefined }, []],
  [{ to: 'replaced', from: 'set' }, []],
  [{ to: 'set', from: 'replaced', undone: true }, []],
  [{ to: 'proposed', from: 'draft', agencyId: 'lan' }, []],
] as const)('%j is told once to whoever it concerns, and not to whoever did it', async (parts, told) => {
  const fact = moved(parts as Partial<AnnualPlanMoved>);
  for (const _ of [1, 2]) await tellOfPlans(deps(), fact);
  expect(await toldOf()).toEqual(told.map((line) => `${line} ${here}`));
});
