import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { SiasnRequest } from '@sinau/siasn';
import type { SyncSettings } from '@sinau/siasn-sync';
import { expect, it } from 'vitest';
import { sendWhileHeld } from './session-holder.ts';

const agencyId = 'badan' as AgencyId;
const session = { sealed: 's', by: 'agus' as PersonId, since: 'a', endsAt: 'b' };
const request = { method: 'GET', url: 'https://siasn.example/', headers: {}, timeoutMs: 1 } as SiasnRequest;

function world() {
  const clock = fixedClock();
  const holder = { status: 'active', roles: ['agency-admin'], home: { kind: 'agency', agencyId } };
  const settings: { now: Partial<SyncSettings> } = { now: { agencyId, isOn: true, session } };
  let sent = 0;
  const send = sendWhileHeld(
    {
      clock,
      settings: { find: async () => settings.now as SyncSettings },
      people: { find: async () => holder as never },
      send: async () => {
        sent += 1;
        return { status: 200, headers: {}, body: new Uint8Array() };
      },
    },
    { agencyId, session },
  );
  return { clock, holder, settings, ask: () => send(request), sent: () => sent };
}

it.each([
  ['is disabled', { status: 'disabled' }],
  ['loses the role', { roles: ['learner'] }],
  ['moves to another agency', { home: { kind: 'agency', agencyId: 'lain' } }],
])('a session sends nothing more within a minute after its holder %s', async (_, change) => {
  const { ask, clock, holder, sent } = world();
  await ask();
  Object.assign(holder, change);
  clock.advance(30_000);
  await expect(ask()).rejects.toMatchObject({ because: 'signed-out', mayHaveArrived: false });
  expect(sent()).toBe(1);
});

it('a session that was closed, or opened anew by somebody, sends nothing more', async () => {
  const { ask, clock, settings } = world();
  await ask();
  settings.now = { ...settings.now, session: { ...session, since: 'b' } };
  clock.advance(30_000);
  await expect(ask()).rejects.toMatchObject({ because: 'signed-out' });
});
