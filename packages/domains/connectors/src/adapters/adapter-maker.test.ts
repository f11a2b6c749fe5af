import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { createSecretSealer } from '@sinau/platform/sealing';
import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionId } from '../connection.ts';
import { sealSecrets } from '../secrets.ts';
import { askedLearner } from '../testing/asked-learner.ts';
import { startFakeMoodle } from '../testing/fake-moodle.ts';
import { startFakeOpenEdx } from '../testing/fake-openedx.ts';
import { memoryPackageStore } from '../testing/packages/memory-package-store.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { memoryTableStore } from '../testing/tables/memory-table-store.ts';
import { type AdapterParts, adapterMakers, createAdapterPort } from './adapter-maker.ts';
import { withoutServices } from './without-services.ts';

const box = createSecretSealer('a secret for tests, long enough to seal');

const tables = memoryTableStore();
const packages = memoryPackageStore();
const ltiIssuer = 'https://sinau.example';

async function world() {
  const given: AdapterParts[] = [];
  const makers = {
    ...adapterMakers,
    moodle: (parts: AdapterParts) => {
      given.push(parts);
      return withoutServices();
    },
  };
  const port = createAdapterPort({
    box,
    outbound: createOutbound(),
    clock: fixedClock(),
    ...{ tables, packages, ltiIssuer },
    makers,
  });
  const sealedSecrets = await sealSecrets(box, sampleConnection(), { current: 'token-1' });
  return { port, given, sealedSecrets };
}

const first = async (list: AsyncIterable<unknown>) => list[Symbol.asyncIterator]().next();

describe('adapters by kind', () => {
  it('opens the secrets of a connection for its adapter, which does not get them sealed', async () => {
    const { port, given, sealedSecrets } = await world();
    await port.adapterOf(sampleConnection({ sealedSecrets }));
    expect(given).toMatchObject([{ secrets: { current: 'token-1' }, connection: { kind: 'moodle' } }]);
    expect(given[0]?.connection).not.toHaveProperty('sealedSecrets');
  });

  it('makes of a Moodle one that signs in with the token that was opened', async () => {
    const moodle = await startFakeMoodle();
    const sealedSecrets = await sealSecrets(box, sampleConnection(), { current: moodle.site.token });
    const port = createAdapterPort({
      ...{ box, outbound: createOutbound({ allowLoopback: true }), clock: fixedClock() },
      ...{ tables, packages, ltiIssuer },
    });
    const adapter = await port.adapterOf(sampleConnection({ sealedSecrets, baseUrl: moodle.baseUrl }));
    expect((await adapter.test())[0]).toEqual({ name: 'sign-in', state: 'works' });
    await moodle.close();
  });

  it('lets a Moodle be asked for accounts of its tool where the courses of the connection start in that tool', async () => {
    const moodle = await startFakeMoodle();
    const username = `enrol_lti_13_${nodeDigest.sha1(`${ltiIssuer}_s-1`)}`;
    const launched = moodle.addUser({ username, auth: 'lti' });
    const sealedSecrets = await sealSecrets(box, sampleConnection(), { current: moodle.site.token });
    const port = createAdapterPort({
      ...{ box, outbound: createOutbound({ allowLoopback: true }), clock: fixedClock() },
      ...{ tables, packages, ltiIssuer },
    });
    const enrolBy = async (given: Partial<Connection>) => {
      const { baseUrl } = moodle;
      const adapter = await port.adapterOf(sampleConnection({ sealedSecrets, baseUrl, ...given }));
      return adapter.enrol({ idempotencyKey: 'k', externalCourseId: '2', learner: askedLearner('s-1') });
    };
    const start = { clientId: 'tool-1', deploymentId: 'd-1' };
    expect(await enrolBy({ start })).toMatchObject({ externalLearnerId: String(launched.id) });
    expect(await enrolBy({})).not.toMatchObject({ externalLearnerId: String(launched.id) });
    await moodle.close();
  });

  it('makes of an Open edX site one that signs in as its client, and none without', async () => {
    const edx = await startFakeOpenEdx();
    const { moodle: _, ...sample } = sampleConnection({ kind: 'openedx', baseUrl: edx.baseUrl });
    const sealedSecrets = await sealSecrets(box, sample, { current: edx.site.clientSecret });
    const port = createAdapterPort({
      ...{ box, outbound: createOutbound({ allowLoopback: true }), clock: fixedClock() },
      ...{ tables, packages, ltiIssuer },
    });
    const openedx = { clientId: edx.site.clientId, learnersBy: 'email', mode: 'audit' } as const;
    const adapter = await port.adapterOf({ ...sample, sealedSecrets, openedx });
    expect((await adapter.test())[0]).toEqual({ name: 'sign-in', state: 'works' });
    await expect(port.adapterOf({ ...sample, sealedSecrets })).rejects.toMatchObject({
      reason: 'unauthorised',
    });
    await edx.close();
  });

  it('opens them for no other connection, whose row they were put into', async () => {
    const { port, given, sealedSecrets } = await world();
    const connectionId = '00000000-0000-4000-8000-00000000c002' as ConnectionId;
    const other = port.adapterOf(sampleConnection({ connectionId, sealedSecrets }));
    await expect(other).rejects.toMatchObject({ reason: 'unauthorised' });
    expect(given).toEqual([]);
  });

  it('says of a provider without services that there is nothing to be asked', async () => {
    const { sealedSecrets: _, ...file } = sampleConnection({ kind: 'file' });
    const { port } = await world();
    const adapter = await port.adapterOf(file);
    expect(await adapter.test()).toEqual([]);
    const missing = { reason: 'function-missing', passing: false };
    await expect(first(adapter.readCourses())).rejects.toMatchObject(missing);
    await expect(first(adapter.readEnrolments('4'))).rejects.toMatchObject(missing);
    const learner = askedLearner('s');
    const enrol = adapter.enrol({ idempotencyKey: 'k', externalCourseId: '4', learner });
    await expect(enrol).rejects.toMatchObject(missing);
    const unenrol = adapter.unenrol({ externalCourseId: '4', externalLearnerId: '7' });
    await expect(unenrol).rejects.toMatchObject(missing);
  });
});
