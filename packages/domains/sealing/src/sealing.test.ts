import { checkSealedPdf } from '@sinau/platform/pdf';
import { placesOf, sealPdf, withObjects } from '@sinau/platform/pdf-testing';
import { describe, expect, it } from 'vitest';
import {
  confirmSealer,
  countSeals,
  lacksOf,
  orderTrial,
  requestSeal,
  resumeSealing,
  runTrial,
  type SealRef,
  tryAgain,
  tryAllAgain,
} from './index.ts';
import { samplePdf } from './sample-pdf.ts';
import { sealAdmin, sealingWorld, sealKeys } from './testing/sealing-world.ts';

const principal = sealAdmin;
type World = ReturnType<typeof sealingWorld>;

async function ready(options: Parameters<typeof sealingWorld>[0] = {}) {
  const world = sealingWorld(options);
  await world.setUp();
  return world;
}

async function issued(world: World, number = 'SINAU-1'): Promise<SealRef> {
  const ref = world.issue(number);
  const { agencyId, deps } = world;
  const issuedAt = deps.clock.now().toISOString();
  expect(await requestSeal(deps, { ref, agencyId, issuedAt })).toBe('asked');
  return ref;
}

const rowOf = async (world: World, ref: SealRef) => world.store.rows.find(ref);

describe('setting a seal up', () => {
  it('goes from the account to a sample whose seal somebody confirms', async () => {
    const world = sealingWorld();
    const trial = await world.setUp();
    expect(trial).toMatchObject({
      what: 'test',
      outcome: 'good',
      sealer: { name: 'Segel Elektronik Badan Contoh' },
    });
    const settings = await world.settings();
    expect(settings).toMatchObject({
      isOn: true,
      sealer: { organisation: 'Badan Contoh', validTo: '2027-01-01T00:00:00.000Z' },
    });
    expect(settings.history.map(({ what }) => what.join())).toEqual([
      'on',
      'sealer',
      'activation',
      'address,account,password,subscriber,documents',
    ]);
    for (const secret of ['sandi-esign', world.fake.mailedCode()])
      expect(JSON.stringify(settings)).not.toContain(secret);
  });

  it('cannot be switched on before all of it is there, and names what is missing', async () => {
    const world = sealingWorld();
    await expect(world.change({ isOn: true })).rejects.toMatchObject({ code: 'sealing.not-ready' });
    await world.change();
    expect(lacksOf(await world.settings(), world.deps.clock.now())).toEqual(['activation', 'sealer']);
    await expect(orderTrial(world.deps, { principal, what: 'test' })).rejects.toMatchObject({
      code: 'sealing.not-ready',
    });
    await expect(world.change({ address: 'http://10.0.0.1' })).rejects.toMatchObject({
      code: 'sealing.address',
    });
  });

  it.each<[string, Parameters<World['change']>[0], string]>([
    ['a wrong password', { password: 'salah' }, 'signed-out'],
    ['a seal nobody knows', { subscriberId: 'lain' }, 'not-registered'],
  ])('tells what is wrong: %s', async (_, change, outcome) => {
    const world = sealingWorld();
    await world.change(change);
    await orderTrial(world.deps, { principal, what: 'activation' });
    expect(await runTrial(world.deps, world.agencyId)).toMatchObject({ outcome });
  });

  it('does what was ordered once: a message that comes again counts no second seal', async () => {
    const world = await ready();
    await orderTrial(world.deps, { principal, what: 'test' });
    await Promise.all([1, 2, 3].map(() => runTrial(world.deps, world.agencyId)));
    await runTrial(world.deps, world.agencyId);
    expect(world.fake.state.sealed).toBe(2);
  });

  it('sends no password to another address, and begins anew there', async () => {
    const world = await ready();
    const elsewhere = { isOn: false, address: 'https://esign.lain.example', password: undefined };
    await expect(world.change(elsewhere)).rejects.toMatchObject({ code: 'sealing.password' });
    await world.change({ ...elsewhere, password: 'lain' });
    expect(lacksOf(await world.settings(), world.deps.clock.now())).toEqual(['activation', 'sealer']);
  });

  it('confirms only what a trial came back with', async () => {
    const world = await ready();
    await expect(confirmSealer(world.deps, { principal, fingerprint: 'ab' })).rejects.toMatchObject({
      code: 'sealing.not-found',
    });
  });
});

describe('sealing', () => {
  it('seals what was issued, once, and keeps a file that proves it', async () => {
    const world = await ready();
    const ref = await issued(world);
    const issuedAt = world.deps.clock.now().toISOString();
    expect(await requestSeal(world.deps, { ref, agencyId: world.agencyId, issuedAt })).toBe('known');
    expect(await world.run()).toEqual({ sealed: 1, outcome: 'idle' });
    const row = await rowOf(world, ref);
    expect(row).toMatchObject({
      state: 'sealed',
      tries: 1,
      seal: { sealer: { issuer: 'Segel Elektronik Badan Contoh' } },
    });
    const file = await world.files.get(ref, row?.seal?.fileId ?? '');
    expect(world.deps.digest.sha256(file ?? new Uint8Array())).toBe(row?.seal?.sha256);
    expect(
      checkSealedPdf({ original: samplePdf(), sealed: file ?? new Uint8Array(), at: world.deps.clock.now() }),
    ).toHaveProperty('sealer.name');
    expect(await world.run()).toEqual({ sealed: 0, outcome: 'idle' });
    expect(world.fake.state.sealed).toBe(2);
  });

  it('leaves alone what is not asked for: another kind, an earlier day, another agency, and all when it is off', async () => {
    const world = await ready();
    const { deps, agencyId } = world;
    const ref = world.issue('SINAU-1');
    const at = deps.clock.now().toISOString();
    const ask = (more: Partial<Parameters<typeof requestSeal>[1]>) =>
      requestSeal(deps, { ref, agencyId, issuedAt: at, ...more });
    expect(await ask({ ref: { ...ref, kind: 'transcript' } })).toBe('off');
    expect(await ask({ issuedAt: '2026-11-27T00:00:00.000Z' })).toBe('off');
    expect(await ask({ agencyId: 'a-2' as typeof agencyId })).toBe('off');
    await world.change({ isOn: false, password: undefined });
    expect(await ask({})).toBe('off');
  });

  it.each(['revoked', 'replaced', 'gone'] as const)('does not seal what is %s by now', async (why) => {
    const world = await ready();
    const ref = await issued(world);
    if (why === 'gone') world.documents.delete(ref.number);
    else world.documents.set(ref.number, why);
    await world.run();
    expect(await rowOf(world, ref)).toMatchObject({ state: 'dropped', because: why, tries: 0 });
    expect(world.fake.state.sealed).toBe(1);
  });

  it('renews the activation before it ends, and goes on with the next one', async () => {
    const world = await ready();
    for (let day = 0; day < 3; day += 1) {
      await issued(world, `SINAU-${day}`);
      expect(await world.run()).toMatchObject({ sealed: 1 });
      world.pass(20 * 60);
      // Nothing is to be sealed, and it is renewed nevertheless.
      expect(await world.run()).toEqual({ sealed: 0, outcome: 'idle' });
    }
    expect((await world.settings()).activation?.endsAt).toBe('2026-12-01T15:00:00.000Z');
  });
});

describe('a service that is in trouble', () => {
  it.each<[string, Parameters<typeof sealingWorld>[0], string]>([
    ['its quota is spent', { quota: 1 }, 'quota-spent'],
    [
      'its certificate has ended',
      { certificateEndsAt: new Date('2026-11-28T04:00:00Z') },
      'certificate-ended',
    ],
  ])(
    'stands still when %s: no document loses a try, and goes on when somebody has acted',
    async (_, options, because) => {
      const world = await ready(options);
      world.pass(120);
      const refs = [await issued(world, 'SINAU-1'), await issued(world, 'SINAU-2')];
      expect(await world.run()).toEqual({ sealed: 0, outcome: 'stopped', because });
      expect(await world.run()).toEqual({ sealed: 0, outcome: 'stopped' });
      for (const ref of refs) expect(await rowOf(world, ref)).toMatchObject({ state: 'waiting' });
      Object.assign(world.fake.state, { quota: 10, certificateEndsAt: undefined });
      await resumeSealing(world.deps, principal);
      expect(await world.run()).toEqual({ sealed: 2, outcome: 'idle' });
    },
  );

  it('waits longer each time while it is away, and gives up after a week', async () => {
    const world = await ready();
    const ref = await issued(world);
    world.fail((door) => (door === 'get/totp' ? 'away' : undefined));
    const pauses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      expect(await world.run()).toMatchObject({ outcome: 'paused' });
      const until = Date.parse((await world.settings()).pause?.until ?? '');
      pauses.push((until - world.deps.clock.now().getTime()) / 60_000);
      world.pass(60);
    }
    expect(pauses).toEqual([1, 2, 4, 8]);
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      world.pass(60);
      await world.run();
    }
    expect(await rowOf(world, ref)).toMatchObject({ state: 'refused', because: 'gave-up' });
    world.fail(undefined);
    await tryAgain(world.deps, { principal, ref });
    world.pass(60);
    expect(await world.run()).toMatchObject({ sealed: 1 });
    expect(world.fake.state.sealed).toBe(2);
  });

  it('is waited for as long as it asks', async () => {
    const world = await ready();
    await issued(world);
    world.fail((door) => (door === 'get/totp' ? 'busy' : undefined));
    expect(await world.run()).toMatchObject({ outcome: 'paused' });
    world.fail(undefined);
    expect(await world.run()).toMatchObject({ outcome: 'stopped' });
    world.pass(2);
    expect(await world.run()).toMatchObject({ sealed: 1 });
  });

  it.each(['lost', 'silent', 'page', 'page-after', 'cut', 'error'] as const)(
    '%s: asks for no second seal by itself, as nobody knows whether one was counted',
    async (fault) => {
      const world = await ready();
      const ref = await issued(world);
      world.fail((door) => (door === 'pdf' ? fault : undefined));
      expect(await world.run()).toMatchObject({ sealed: 0, outcome: 'paused' });
      expect(await rowOf(world, ref)).toMatchObject({ state: 'unsure', because: 'no-answer', tries: 1 });
      const counted = world.fake.state.sealed;
      world.fail(undefined);
      world.pass(20 * 60);
      await world.run();
      expect(world.fake.state.sealed).toBe(counted);
      expect(await tryAllAgain(world.deps, { principal, state: 'unsure' })).toBe(1);
      await world.run();
      expect(await rowOf(world, ref)).toMatchObject({ state: 'sealed', tries: 2 });
    },
  );

  it('stops after three that did not come back, before it costs a fourth', async () => {
    const world = await ready();
    for (const number of ['1', '2', '3', '4']) await issued(world, number);
    world.fail((door) => (door === 'pdf' ? 'lost' : undefined));
    for (let n = 0; n < 6; n += 1) {
      await world.run();
      world.pass(61);
    }
    expect(await world.settings()).toMatchObject({ standstill: { because: 'no-answer' }, streak: 3 });
    expect(world.fake.state.sealed).toBe(4);
    const counts = await countSeals(world.store, principal);
    expect(counts.filter(({ count }) => count > 0)).toMatchObject([
      { state: 'waiting', count: 1 },
      { state: 'unsure', count: 3 },
    ]);
  });
});

describe('an answer that is not what it says', () => {
  const shown = (pdf: Buffer) => {
    const { root, table, size } = placesOf(pdf);
    return withObjects(pdf, { objects: new Map([[size, '<< /A 1 >>']]), root, table, size: size + 1 });
  };
  it.each<[string, Parameters<World['sign']>[0], string]>([
    [
      'another document',
      (_, { at }) => sealPdf(Buffer.from(shown(Buffer.from(samplePdf())).subarray(1)), sealKeys.ours, { at }),
      'other-document',
    ],
    ['the document as it was', (pdf) => pdf, 'other-document'],
    ['an update without a seal', (pdf) => shown(pdf), 'not-sealed'],
    ['nothing', () => new Uint8Array(), 'other-document'],
    [
      'one that is laid over the page',
      (pdf, { at }) => sealPdf(pdf, sealKeys.ours, { at, rect: '0 0 500 500' }),
      'changed',
    ],
    [
      'one whose signature was altered',
      (pdf, { at }) =>
        Buffer.from(
          sealPdf(pdf, sealKeys.ours, { at, reason: 'AA' }).toString('latin1').replace('(AA)', '(AB)'),
          'latin1',
        ),
      'forged',
    ],
  ])('replaces nothing: %s', async (_, sign, because) => {
    const world = await ready();
    const ref = await issued(world);
    world.sign(sign);
    expect(await world.run()).toMatchObject({ sealed: 0 });
    const row = await rowOf(world, ref);
    expect(row?.state).toBe('refused');
    expect(row?.seal).toBeUndefined();
    if (row?.because !== 'broken') expect(row?.because).toBe(because);
    expect(world.files.kept.size).toBe(0);
  });

  it('of another seal replaces nothing until the agency has confirmed it, and is then not paid for twice', async () => {
    const world = await ready();
    const ref = await issued(world);
    world.sign((pdf, { at }) => sealPdf(pdf, sealKeys.renewed, { at }));
    expect(await world.run()).toEqual({ sealed: 0, outcome: 'stopped', because: 'other-seal' });
    expect(await rowOf(world, ref)).toMatchObject({ state: 'refused', because: 'other-seal' });
    await orderTrial(world.deps, { principal, what: 'test' });
    const trial = await runTrial(world.deps, world.agencyId);
    await confirmSealer(world.deps, { principal, fingerprint: trial?.sealer?.fingerprint ?? '' });
    const counted = world.fake.state.sealed;
    await tryAgain(world.deps, { principal, ref });
    expect(await world.run()).toMatchObject({ sealed: 1 });
    expect(world.fake.state.sealed).toBe(counted);
  });
});

describe('a worker that dies', () => {
  it.each<[string, 'files' | 'rows', string]>([
    ['before the answer is kept', 'files', 'unsure'],
    ['when the answer is kept and nothing noted', 'rows', 'sealed'],
  ])('%s: no second seal is asked for', async (_, where, state) => {
    const world = await ready();
    const ref = await issued(world);
    const died = () => Promise.reject(new Error('the worker died'));
    let writes = 0;
    const rows = {
      ...world.store.rows,
      save: (row: Parameters<typeof world.store.rows.save>[0]) => {
        writes += 1;
        return where === 'rows' && writes > 2 ? died() : world.store.rows.save(row);
      },
    };
    const files = where === 'files' ? { ...world.files, put: died } : world.files;
    const { sealDue } = await import('./index.ts');
    const dying = { ...world.deps, rows, files };
    await expect(sealDue(dying, { agencyId: world.agencyId, stillTime: () => true })).rejects.toThrow('died');
    const counted = world.fake.state.sealed;
    expect(counted).toBe(2);
    expect(await world.run()).toMatchObject({ sealed: 0 });
    world.pass(11);
    await world.run();
    expect(await rowOf(world, ref)).toMatchObject({ state });
    expect(world.fake.state.sealed).toBe(counted);
  });

  it('is no two workers: whoever comes second leaves it', async () => {
    const world = await ready();
    for (const number of ['1', '2', '3']) await issued(world, number);
    const runs = await Promise.all([world.run(), world.run(), world.run()]);
    expect(runs.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(3);
    expect(world.fake.state.sealed).toBe(4);
  });
});
