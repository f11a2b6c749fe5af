import type { Entry } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import type { EvidenceId, ExternalLearning, LearningId } from '@sinau/external-learning';
import { createLearningStore } from '@sinau/external-learning/dynamo';
import { seminar } from '@sinau/external-learning/testing';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { createSecretSealer } from '@sinau/platform/sealing';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import { createOfficialStore } from '@sinau/professionalism/dynamo';
import { createFakeSiasn } from '@sinau/siasn/testing';
import { changeSettings, followPerson, openSession, switchReading } from '@sinau/siasn-sync';
import { expect, it } from 'vitest';
import { createSiasnDesk } from '../shared/siasn-desk.ts';
import { createSiasnFollow } from '../shared/siasn-parts.ts';
import { siasnJob } from './siasn-job.ts';

const nip = '199005172015031999';

withTables((engine, tables) => {
  it(`a line of the ledger comes to SIASN with the session of an agency, its evidence with it (${engine})`, async () => {
    const { dynamo, lms: table } = tables();
    const agencyId = systemIds.uuid() as AgencyId;
    const personId = systemIds.uuid() as PersonId;
    const clock = fixedClock(new Date().toISOString());
    const index = {
      kualifikasi: 15,
      kompetensi: 32.5,
      kinerja: 25,
      disiplin: 5,
      created_at: '2026-03-01 08:15:33',
    };
    const fake = createFakeSiasn({
      ...{ clock, people: new Map([[nip, 'A'.repeat(32)]]), indexes: new Map([[nip, index]]) },
    });
    const objects = createMemoryObjectStore();
    const queued: object[] = [];
    const parts = {
      parts: {
        dynamo,
        objects: () => objects,
        sealer: () => createSecretSealer('a secret for tests, long enough to seal'),
        queue: () => ({ send: async (message: object) => void queued.push(message) }),
      },
      env: { LMS_TABLE: table, DOCUMENTS_BUCKET: 'd', PUSH_KEY_ID: 'k', CONNECTOR_QUEUE_URL: 'q' },
      outbound: { send: fake.send },
      queue: { send: async (message: object) => void queued.push(message) },
      log: { info: () => undefined },
      clock,
    } as unknown as Parameters<typeof siasnJob>[0] & Parameters<typeof createSiasnDesk>[0];
    const desk = { ...createSiasnDesk(parts), clock };
    const job = siasnJob(parts);
    const run = async (task: string, more = {}) =>
      job.prepare({ kind: 'siasn', task, agencyId, ...more } as never).run();

    await createPeopleStore({ dynamo, table }).add({
      ...{ personId, name: 'Sri', email: `${personId}@contoh.go.id`, status: 'active', roles: ['learner'] },
      ...{
        home: { kind: 'agency', agencyId },
        employeeNumbers: [{ kind: 'NIP', value: nip, validFrom: '2015-03-01' }],
      },
      ...{ sessionGeneration: 1, invitedAt: '2026-01-01T00:00:00.000Z', rev: 1 },
    } as never);
    const learning: ExternalLearning = {
      ...{ personId, agencyId, learningId: 'x1' as LearningId, state: 'recognised', details: seminar },
      ...{ way: 'attended', stage: 'report', createdAt: '2026-03-04T01:00:00.000Z', lines: 1, rev: 0 },
      evidence: [
        {
          ...{ evidenceId: 'f1' as EvidenceId, kind: 'certificate', name: 'a.pdf', sizeBytes: 8, pages: 1 },
          ...{ sha256: '0', addedAt: '2026-03-02T01:00:00.000Z' },
        },
      ],
    };
    await createLearningStore({ dynamo, table, digest: nodeDigest }).take({ after: learning });
    await objects.put({
      key: `evidence/${personId}/x1/f1.pdf`,
      body: '%PDF-1.7',
      contentType: 'application/pdf',
    });
    const earned = {
      ...{
        kind: 'earned',
        entryId: 'e1',
        personId,
        at: '2026-03-02T01:00:00.000Z',
        recordedAt: '2026-03-02',
      },
      ...{ form: 'KL03', title: { id: 'Arsip dinamis' }, source: { kind: 'external', learningId: 'x1' } },
      ...{
        stated: 450 as Jp,
        parts: [{ date: '2026-03-02', amount: 450 }],
        abroad: false,
        agencyId,
        sameAs: 'e1',
      },
    };
    await createCreditStore({ dynamo, table }).append(earned as unknown as Entry);
    const follow = () => followPerson(createSiasnFollow({ dynamo, table }), personId);
    await follow();
    expect(await desk.rows.listOf(personId)).toEqual([]);

    const adminId = systemIds.uuid() as PersonId;
    await createPeopleStore({ dynamo, table }).add({
      ...{ personId: adminId, name: 'Agus', email: `${adminId}@contoh.go.id`, status: 'active' },
      ...{ roles: ['learner', 'agency-admin'], home: { kind: 'agency', agencyId }, sessionGeneration: 1 },
      ...{ employeeNumbers: [], invitedAt: '2026-01-01T00:00:00.000Z', rev: 1 },
    } as never);
    const principal = { kind: 'person', personId: adminId, name: 'Agus', roles: ['agency-admin'], agencyId };
    const admin = principal as unknown as PersonPrincipal;
    const change = {
      ...({ isOn: true, environment: 'production', fromYear: 2026, siasnAgencyId: 'B'.repeat(32) } as const),
      ...{ subjectId: 'A5EB03E20299F6A0E040640A040252AD', consumerKey: 'kunci', consumerSecret: 'rahasia' },
    };
    await changeSettings(desk, { principal: admin, change });
    await run('sweep');
    expect(await desk.rows.listOf(personId)).toMatchObject([{ state: 'queued' }]);
    await follow();
    expect(await job.due?.()).toEqual([]);
    await openSession(desk, { principal: admin, token: fake.signIn() });
    expect(await job.due?.()).toContainEqual({ kind: 'siasn', task: 'send', agencyId });
    const stored = JSON.stringify(await desk.settings.find(agencyId));
    expect(stored).not.toMatch(/rahasia|account\./);

    await run('send');
    await run('send');
    expect([...fake.rows.course.values()]).toMatchObject([
      {
        ...{ namaKursus: 'Arsip dinamis', jumlahJam: 4, institusiPenyelenggara: learning.details.organiser },
        ...{ noSertipikat: learning.details.certificate?.number, tanggalKursus: '02-03-2026' },
        path: { 881: { dok_nama: 'sertifikat.pdf' } },
      },
    ]);
    expect(await desk.rows.listOf(personId)).toMatchObject([{ state: 'accepted', remote: { made: true } }]);
    // What BKN has of people comes back the same way, once somebody has switched that on.
    const official = createOfficialStore({ dynamo, table });
    expect(await official.yearsOf(personId)).toEqual([]);
    await switchReading(desk, { principal: admin, isOn: true });
    await run('send');
    expect(await official.yearsOf(personId)).toMatchObject([
      { year: 2026, points: { competency: 32.5 }, createdAt: '2026-03-01T01:15:33.000Z', source: 'siasn' },
    ]);
    expect(await desk.readings.find(agencyId)).toMatchObject({
      round: { counts: { value: 1, none: 0, failed: 0, numberless: 1 }, finishedAt: expect.any(String) },
    });
    // The session ends with whoever opened it, in the middle of a run as well.
    const since = (await desk.settings.find(agencyId))?.session?.since ?? '';
    expect(since).not.toBe('');
    const people = createPeopleStore({ dynamo, table });
    const holder = await people.find(adminId);
    if (holder) await people.replace(holder, { ...holder, roles: ['learner'] });
    await run('send');
    expect(await desk.settings.find(agencyId)).toMatchObject({ standstill: { because: 'holder-left' } });
    expect(await desk.settings.find(agencyId)).not.toHaveProperty('session');
    // Changes of settings are work for the queue.
    await desk.tell({ task: 'recheck', agencyId });
    expect(queued).toEqual([{ kind: 'siasn', task: 'recheck', agencyId }]);
  });
});
