import { retentionRules, startRetention } from '@sinau/privacy';
import { describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

async function world() {
  const on = await portalWorld();
  const { tenants } = on;
  const signIn = async (email: string) => {
    const browser = on.browser();
    await browser.signIn(email);
    return browser;
  };
  const staff = async () => signIn((await on.invite(tenants.platform, ['operator'])).email);
  const sri = await on.invite(tenants.agencyA, ['learner']);
  const privacy = await on.deps.privacy();
  /** As if the dry run were done. */
  const count = async () => {
    const [job] = await privacy.jobs.list({ kind: 'erasure', limit: 1 });
    if (!job) throw new Error('no job');
    const { dueAt: _, ...rest } = job;
    await privacy.jobs.replace({ ...rest, state: 'counted', found: { statements: 7 } });
  };
  return { ...on, first: await staff(), second: await staff(), sri, signIn, privacy, count };
}

const erasure = (who: string) => ({
  who,
  mode: 'pseudonymise',
  legalBasis: 'request',
  reason: 'Surat permintaan 12',
});

describe('erasures', () => {
  it('P2, C7: need one operator who asks and another one who confirms', async () => {
    const { first, second, sri, privacy, count } = await world();
    const asked = await first.post('/operator/privacy', erasure(sri.email));
    expect(asked.status).toBe(303);
    const path = (asked.headers.get('location') ?? '').split('?')[0] ?? '';
    expect(path).toMatch(/^\/operator\/privacy\/jobs\/[\w-]+$/);
    expect((await second.post(`${path}/confirm`)).status).toBe(409);

    await count();
    const page = await (await first.ask(path)).text();
    expect(page).toContain('operator lain yang harus mengonfirmasi');
    expect(page).not.toContain(`${path}/confirm`);
    const own = await first.post(`${path}/confirm`);
    expect(own.status).toBe(409);
    expect(await own.text()).toContain('bukan oleh yang mengajukan');
    expect((await privacy.jobs.list({ kind: 'erasure', limit: 1 }))[0]?.state).toBe('counted');

    expect(await (await second.ask(path)).text()).toContain(`${path}/confirm`);
    expect((await second.post(`${path}/confirm`)).status).toBe(303);
    const [job] = await privacy.jobs.list({ kind: 'erasure', limit: 1 });
    expect(job).toMatchObject({ state: 'running', mode: 'pseudonymise' });
    expect(job?.confirmedBy).not.toBe(job?.requestedBy);
    const html = await (await second.ask(path)).text();
    expect(html).not.toContain(job?.key ?? 'no key');
    const audit = await (await second.ask('/operator/privacy/audit')).text();
    expect(audit).toContain('Rantai baris di halaman ini utuh');
    expect(audit).not.toContain(sri.name);
  });

  it('C7: are not confirmed by an operator whom the one who asks has just invited', async () => {
    const { first, sri, count, signIn, privacy, clock } = await world();
    const invited = {
      name: 'Operator Baru',
      email: 'baru@sinau.example',
      member: 'platform',
      roles: 'operator',
      ...{ numberKind: 'NIP', employeeNumber: '' },
    };
    expect((await first.post('/operator/people/invite', invited)).status).toBe(303);
    const puppet = await signIn(invited.email);
    const asked = await first.post('/operator/privacy', erasure(sri.email));
    const path = (asked.headers.get('location') ?? '').split('?')[0] ?? '';
    await count();
    const refused = await puppet.post(`${path}/confirm`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('30 hari terakhir');
    expect((await privacy.jobs.list({ kind: 'erasure', limit: 1 }))[0]?.state).toBe('counted');
    clock.advance(30 * 24 * 3600_000);
    const later = await signIn(invited.email);
    expect((await later.post(`${path}/confirm`)).status).toBe(303);
  });

  it('can be taken back before that, and change nothing', async () => {
    const { first, sri, privacy } = await world();
    const asked = await first.post('/operator/privacy', erasure(sri.email));
    const path = (asked.headers.get('location') ?? '').split('?')[0] ?? '';
    expect((await first.post(`${path}/cancel`)).status).toBe(303);
    expect((await privacy.jobs.list({ kind: 'erasure', limit: 1 }))[0]?.state).toBe('cancelled');
    expect((await first.ask('/operator/privacy/jobs/nobodys')).status).toBe(404);
  });

  it('D1: are asked for with a reason, for somebody there is, and with the fields there are', async () => {
    const { first, sri, privacy } = await world();
    const wrong = [
      { ...erasure('siapa@contoh.go.id') },
      { ...erasure(sri.email), reason: 'x' },
      { ...erasure(sri.email), mode: 'everything' },
    ];
    for (const fields of wrong) expect((await first.post('/operator/privacy', fields)).status).toBe(422);
    const more = await first.post('/operator/privacy', { ...erasure(sri.email), confirmedBy: 'x' });
    expect(more.status).toBe(400);
    expect(await privacy.jobs.list({ kind: 'erasure', limit: 9 })).toEqual([]);
  });
});

describe('retention rules', () => {
  it('C7: act for an agency when one operator proposes and another one confirms', async () => {
    const { first, second, privacy, tenants, deps } = await world();
    const agencyId = tenants.agencyA.kind === 'agency' ? tenants.agencyA.agencyId : '';
    const path = '/operator/privacy/retention';
    const rule = { rule: 'raw-statements 1', agencyId };
    const proposal = { ...rule, basis: 'Keputusan Kepala 12/2026', validFrom: '2026-03-01' };
    for (const wrong of [
      { ...proposal, basis: 'x' },
      { ...proposal, validFrom: '2026-02-30' },
      { ...proposal, rule: 'raw-statements 9' },
      { ...proposal, rule: 'training-record 1' },
      { ...proposal, agencyId: 'nowhere' },
    ]) {
      expect((await first.post(path, wrong)).status, JSON.stringify(wrong)).toBe(422);
    }
    expect((await first.post(path, proposal)).status).toBe(303);
    const mine = await (await first.ask(path)).text();
    expect(mine).toContain('Menunggu operator lain');
    expect(mine).not.toContain(`${path}/confirm`);
    const own = await first.post(`${path}/confirm`, rule);
    expect(own.status).toBe(409);
    expect(await own.text()).toContain('oleh operator lain');
    expect(await (await second.ask(path)).text()).toContain(`${path}/confirm`);
    expect((await second.post(`${path}/confirm`, rule)).status).toBe(303);
    expect(await privacy.approvals.list()).toMatchObject([{ state: 'confirmed', agencyId }]);

    // The look of this month for the agency alone.
    await startRetention({ ...privacy, clock: deps.clock, rules: retentionRules });
    const looks = await privacy.jobs.list({ kind: 'retention', limit: 9 });
    expect(looks.map(({ approval }) => approval?.agencyId)).toEqual(
      expect.arrayContaining([agencyId, undefined]),
    );
    expect((await first.post(`${path}/withdraw`, rule)).status).toBe(303);
    expect(await privacy.approvals.list()).toMatchObject([{ state: 'withdrawn' }]);
    const audit = await (await second.ask('/operator/privacy/audit')).text();
    expect(audit).not.toContain(agencyId);
    for (const word of ['Diusulkan', 'Dikonfirmasi', 'Dicabut', 'Keputusan Kepala 12/2026']) {
      expect(audit).toContain(word);
    }
  });
});

describe('auditors', () => {
  it('read jobs and the audit trail, without names of whom they are about, and change nothing', async () => {
    const { first, sri, count, signIn, invite, tenants } = await world();
    const asked = await first.post('/operator/privacy', erasure(sri.email));
    const path = (asked.headers.get('location') ?? '').split('?')[0] ?? '';
    await count();
    const auditor = await signIn((await invite(tenants.platform, ['auditor'])).email);
    for (const page of [
      '/operator/privacy',
      path,
      '/operator/privacy/retention',
      '/operator/privacy/audit',
    ]) {
      const answer = await auditor.ask(page);
      expect(answer.status, page).toBe(200);
      expect(await answer.text(), page).not.toContain(sri.name);
    }
    expect(await (await first.ask(path)).text()).toContain(sri.name);
    for (const to of [`${path}/confirm`, `${path}/cancel`]) expect((await auditor.post(to)).status).toBe(403);
    expect((await auditor.post('/operator/privacy', erasure(sri.email))).status).toBe(403);
    expect((await auditor.ask('/operator/people')).status).toBe(403);
  });
});

describe('exports', () => {
  it('P1, C1: a person gets their own file, an operator any, nobody else', async () => {
    const { first, sri, signIn, privacy, invite, tenants } = await world();
    const own = await signIn(sri.email);
    expect((await own.post('/account/data')).status).toBe(303);
    const again = await own.post('/account/data');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Salinan sedang dibuat');
    const [job] = await privacy.jobs.list({ kind: 'export', limit: 1 });
    if (!job) throw new Error('no job');
    expect(job.personId).toBe(sri.personId);
    expect((await own.ask(`/account/data/${job.jobId}`)).status).toBe(409);

    const later = new Date(Date.parse(job.requestedAt) + 86_400_000).toISOString();
    await privacy.jobs.replace({ ...job, state: 'done', fileUntil: later, dueAt: later });
    const file = await own.ask(`/account/data/${job.jobId}`);
    expect(file.headers.get('location')).toBe(`memory:///${job.jobId}?for=300`);
    expect((await first.ask(`/account/data/${job.jobId}`)).status).toBe(303);
    const other = await signIn((await invite(tenants.agencyA, ['learner', 'agency-admin'])).email);
    expect((await other.ask(`/account/data/${job.jobId}`)).status).toBe(404);
    expect(await (await other.ask('/account/data')).text()).not.toContain(job.jobId);

    expect((await first.post('/operator/privacy/exports', { who: sri.email })).status).toBe(303);
    expect((await privacy.jobs.list({ kind: 'export', limit: 9 })).length).toBe(2);
  });
});
