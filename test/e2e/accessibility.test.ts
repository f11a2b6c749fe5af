import { createHmac } from 'node:crypto';
import { packageBytes, samplePackage } from '@sinau/connectors/testing';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { approveCourse, submitCourse, uploadPackage } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectPage, type Place } from './inspect-page.ts';
import { enrol, finishLesson, leafOn, passwords, phishing, seePage } from './learner.ts';
import { buildCourse, withEscapingEntry } from './packages.ts';
import { draftPlan } from './plan.ts';
import { signIn } from './sign-in.ts';
import { agencySection, chapter, createAgency, section } from './staff.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const secondAgency = 'Badan Kedua Contoh';
const seeded = { search: 'keamanan', title: 'Keamanan informasi sehari-hari' };

/** Addresses that are only known once things have been made. */
const made = {
  course: '',
  ownCourse: '',
  module: '',
  review: '',
  connection: '',
  packages: '',
  result: '',
  accepted: '',
  refused: '',
  client: '',
  statement: '',
  learner: '',
  receiver: '',
  plan: '',
  planItem: '',
  signals: '',
};
/** A receiver that fails at once. */
const nobodyThere = 'http://127.0.0.1:9/hook';

const stage = useStage('axe', async () => {
  await Promise.all([learn(), author(), operate()]);
  // Looks at what the learners have left.
  await administer();
});

describe.skipIf(noBrowser !== undefined)(`the portal's pages${unlessNoBrowser}`, () => {
  const roles: readonly (readonly [string, string | undefined, () => readonly Place[]])[] = [
    [
      'a visitor',
      undefined,
      () => ['/', '/sign-in', '/nowhere', '/guest/nobody', '/verify', '/verify/SINAU-0000-0000-0000'],
    ],
    [
      'a learner who has begun',
      'Sri Contoh',
      () => [
        '/',
        '/catalogue',
        '/catalogue?q=tidak-ada',
        '/catalogue?q=keamnan&price=free',
        '/saved',
        made.course,
        `${made.course}/cancel`,
        `${made.course}/learn/1`,
        `${made.course}/learn/1/returned`,
        '/my-records',
        '/jp',
        '/jp?show=running',
        '/jp?show=left',
        '/jp/transcript',
        '/jp/external',
        '/jp/external/new',
        '/jp/external/new?way=planned',
        '/plan',
        '/jp/ip-asn',
        '/competency',
        '/competency/word?competency=M7',
        '/competency/plan/new',
        '/competency/plan/print',
        '/coaching',
        '/coaching/new',
        '/communities',
        '/communities/new',
        '/evaluations',
        '/habits',
        '/habits/board',
        '/champions',
        '/recognitions',
        '/recognitions/propose',
        '/recognitions/unit',
        '/priority',
        '/inbox',
        '/account',
        '/operator',
      ],
    ],
    [
      'a learner who has finished',
      'Wulan Contoh',
      () => ['/', '/jp', '/certificates', '/catalogue', made.course, '/inbox'],
    ],
    [
      'a supervisor',
      'Dr. Wulan Contoh',
      () => [
        '/team',
        '/team/competency',
        '/team/coaching',
        '/team/evaluations',
        '/team/week',
        '/team/recognitions',
        '/team/approvals',
        '/team/assignments',
        `/team/assignments?course=${made.course.split('/').at(-1)}`,
      ],
    ],
    ['a learner who has not enrolled', 'Bima Contoh', () => ['/', made.course, '/my-records']],
    [
      'an author',
      'Maya Contoh',
      () => [
        '/studio',
        '/studio/upload',
        '/studio/sheet',
        '/studio/paths',
        '/studio/paths/new',
        '/studio/events',
        '/studio/events/new',
        '/studio/connections',
        '/studio/connections/new',
        '/studio/connections/new/moodle',
        '/studio/connections/new/webhook',
        '/studio/connections/new/oneroster-csv',
        '/studio/connections/new/openedx',
        '/studio/connections/new/file',
        made.packages,
        made.connection,
        `${made.connection}/settings`,
        `${made.connection}/rotate`,
        `${made.connection}/remove`,
        '/studio/agreements',
        `${made.connection}/results`,
        `${made.connection}/results?state=placed`,
        made.result,
        `${made.connection}/learners`,
        `${made.connection}/reconciliation`,
        '/studio/webhooks',
        '/studio/webhooks/new/webhook',
        made.accepted,
        made.refused,
        made.ownCourse,
        { on: made.ownCourse, form: `${made.ownCourse}/details`, fields: { jp: 'banyak' } },
        made.module,
        `${made.ownCourse}/modules/new-link`,
        `${made.ownCourse}/modules/new-external`,
        `${made.ownCourse}/tools`,
        `${made.ownCourse}/results`,
        `${made.ownCourse}/modules/new-recording`,
        {
          on: `${made.ownCourse}/modules/new-article`,
          form: `${made.ownCourse}/modules/new-article`,
          // Blanks get past the stage.browser, and not past the stage.server.
          fields: { title: 'Pengantar', text: '  ' },
        },
        `${made.ownCourse}/upload`,
        `${made.ownCourse}/dispatches`,
        {
          on: `${made.ownCourse}/dispatches`,
          form: `${made.ownCourse}/dispatches`,
          fields: { name: 'LMS Kota', capacity: '0' },
        },
        `${made.ownCourse}/preview`,
        `${made.ownCourse}/statistics`,
        `${made.ownCourse}/retire`,
        '/studio/tools',
        '/studio/tools/new',
        '/studio/lms',
        '/studio/lms/new',
        '/studio/questions',
        '/studio/questions?q=tidak-ada',
        '/studio/questions/new/matching',
        {
          on: '/studio/questions/new/choice',
          form: '/studio/questions/new/choice',
          fields: { 'row-0-text': 'Ya' },
        },
      ],
    ],
    [
      'a talent officer',
      'Kartini Contoh',
      () => [
        '/talent',
        '/talent/list',
        '/talent/place?year=2025&performance=above&potential=high',
        `/talent/people/${made.learner}`,
        {
          on: `/talent/people/${made.learner}`,
          form: `/talent/people/${made.learner}`,
          fields: { year: '2025', basis: 'x', foundOn: '2020-01-01' },
        },
      ],
    ],
    ['a reviewer', 'Putu Contoh', () => ['/reviews', made.review, `${made.review}/preview`]],
    [
      'an agency’s administrator',
      'Agus Contoh',
      () => [
        '/agency',
        '/agency/numbers/people?standing=below',
        '/agency/numbers/duties',
        '/agency/numbers/overdue',
        '/agency/reports',
        '/agency/seal',
        '/agency/seal/settings',
        '/agency/seal/documents?state=refused',
        '/agency/siasn',
        '/agency/siasn/settings',
        '/agency/siasn/indexes',
        '/agency/siasn/rows?state=incomplete',
        '/agency/people',
        '/agency/people?q=tidak+ada',
        `/agency/people/${made.learner}`,
        `/agency/people/${made.learner}/certificates`,
        `/agency/people/${made.learner}/transcript`,
        `/agency/people/${made.learner}/disable`,
        {
          on: `/agency/people/${made.learner}`,
          form: `/agency/people/${made.learner}/roles`,
          fields: { roles: 'supervisor' },
        },
        '/agency/supervisors',
        '/agency/units',
        '/agency/people/imports',
        '/agency/external/import',
        '/agency/learning',
        '/agency/approvals',
        '/agency/assignments',
        '/agency/external',
        '/agency/external/policy',
        '/agency/held',
        '/agency/requests',
        '/agency/access',
        '/agency/sharing',
        '/agency/obligations',
        '/agency/obligations/new',
        '/agency/jp-rules',
        '/agency/jp-rules/conversion%3ANKL03',
        {
          on: '/agency/jp-rules/effort',
          form: '/agency/jp-rules/effort',
          fields: { leastShare: 'banyak', words: 'Peraturan Kepala 1/2026' },
        },
        '/agency/clients',
        { on: '/agency/clients', form: '/agency/clients', fields: { name: 'Sistem uji' } },
        `${made.client}/change`,
        `${made.client}/rotate`,
        `${made.client}/disable`,
        '/agency/pull',
        '/agency/budget',
        '/agency/budget/new',
        '/agency/budget/indicators',
        '/agency/budget/unit-costs',
        '/agency/budget/quotas',
        '/agency/quotas',
        '/agency/citizens',
        '/agency/annual-plan',
        made.plan,
        `${made.plan}/print`,
        `${made.plan}/realisation`,
        `${made.planItem}/learning`,
        made.planItem,
        { on: made.planItem, form: made.planItem, fields: { cost: 'banyak' } },
        made.signals,
        `${made.signals}?state=taken`,
        '/agency/annual-plan/performance',
        made.signals.replace('signals', 'fit'),
        '/agency/annual-plan/rules',
        '/agency/annual-plan/rules/new',
        `${made.signals.replace('signals', 'notes')}/new?kind=rule`,
        '/agency/citizens/new',
        '/agency/citizens/themes',
        '/agency/citizens/forums',
        '/agency/citizens/forums/new',
        '/agency/coaching',
        '/agency/evaluations',
        '/agency/recognitions',
        '/agency/priority',
        '/agency/recognitions?list=given',
        '/agency/adoption',
        '/agency/champions',
        '/agency/competency',
        '/agency/competency/people?competency=M1',
        '/agency/competency/closed',
        '/agency/competency/plans',
        '/agency/competency/bands',
        '/agency/competency/lists',
        '/agency/competency/dictionary',
        '/agency/competency/dictionary/new',
        '/agency/competency/standards',
        '/agency/competency/standards/new',
        '/agency/competency/standards/group%3Aahli-muda',
        '/agency/cohorts',
        '/agency/cohorts/new',
        '/agency/paths',
        '/agency/paths/new',
        '/agency/events',
        '/agency/events/new',
        '/agency/partner-events',
        '/agency/event-payments',
        '/agency/event-requests',
        '/agency/quotas/new',
        '/agency/quotas/seats?year=2026',
        '/agency/push',
        '/agency/push/new/lrs',
        {
          on: '/agency/push/new/webhook',
          form: '/agency/push/new/webhook',
          fields: { name: 'Gudang data', url: nobodyThere },
        },
        made.receiver,
        `${made.receiver}/change`,
        `${made.receiver}/rotate`,
        `${made.receiver}/delete`,
        '/agency/statements',
        '/agency/statements?registration=salah',
        made.statement,
      ],
    ],
    [
      'an operator',
      'Ratna Contoh',
      () => [
        '/operator',
        '/operator/agencies',
        '/operator/providers',
        '/operator/people',
        '/operator/ratings',
        '/operator/people/invite',
        '/operator/nudges',
        '/operator/jp-rules',
        '/operator/jp-rules/effort',
        '/operator/quotas',
        '/operator/clients',
        '/operator/connections',
        '/operator/tools',
        '/operator/agreements',
        '/operator/seals',
        '/operator/health',
        '/operator/keys',
        '/operator/keys/tool/rotate',
        `/operator/people/${made.learner}`,
        `/operator/people/${made.learner}/move`,
        {
          on: `/operator/people/${made.learner}/move`,
          form: `/operator/people/${made.learner}/move`,
          fields: { workingAgencyId: secondAgency },
        },
        '/outbox',
      ],
    ],
  ];

  it.each(roles)('hold nothing against %s, in either language', async (_, name, places) => {
    const { portal } = stage.server.dev;
    // On purpose: pages that say 403, 404 and 422, forms filled in wrong, and a bookmark that is not there yet.
    const asked = (address: string) =>
      /\/(nowhere|guest\/nobody|verify\/SINAU-0000-0000-0000|dispatches|operator|details|new-article|new\/choice|jp-rules\/effort|xapi\/activities\/state|annual-plan\/\d+\/\d+\/items|talent\/people)\b|registration=salah/.test(
        address,
      );
    const faults = collectFaults({
      ignore: (text, address) => /status of (403|404|422)/.test(text) && asked(address),
    });
    const context = await stage.browser.newContext({ locale: 'id-ID' });
    const page = await context.newPage();
    faults.watch(page);
    if (name !== undefined) await signIn(page, portal, { name });
    const found: string[] = [];
    for (const language of ['id', 'en']) {
      await context.addCookies([{ name: 'sinau-lang', value: language, url: portal }]);
      for (const place of places()) found.push(...(await inspectPage(page, { portal, place, language })));
    }
    await context.close();
    expect(found).toEqual([]);
    expect(faults.all).toEqual([]);
  });

  it('send little: style sheets within 15 KB, scripts within 35 KB, compressed', async () => {
    const context = await stage.browser.newContext({ locale: 'id-ID' });
    const page = await context.newPage();
    const bytes = { stylesheet: 0, script: 0 };
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType();
      if (kind !== 'stylesheet' && kind !== 'script') return;
      // What a package brings along is its author's affair.
      if (!response.url().startsWith(stage.server.dev.portal)) return;
      const count = async () => {
        const { responseBodySize } = await response.request().sizes();
        bytes[kind] += responseBodySize;
      };
      pending.push(count());
    });
    await signIn(page, stage.server.dev.portal, { name: 'Sri Contoh' });
    await page.goto(new URL(`${made.course}/learn/1`, stage.server.dev.portal).href, { waitUntil: 'load' });
    await Promise.all(pending);
    await context.close();
    expect(bytes.stylesheet).toBeGreaterThan(1_000);
    expect(bytes.stylesheet).toBeLessThanOrEqual(15 * 1024);
    expect(bytes.script).toBeLessThanOrEqual(35 * 1024);
  });
});

/** One learner in the middle of the course, one at its end. */
async function learn(): Promise<void> {
  await Promise.all([
    as('Sri Contoh', async (page) => {
      await enrol(page, seeded);
      made.course = pathOf(page);
      await page.getByRole('link', { name: 'Mulai belajar' }).click();
      await seePage(page, passwords, 0);
      await leafOn(page);
      await seePage(page, passwords, 1);
    }),
    as('Wulan Contoh', async (page) => {
      await enrol(page, seeded);
      await page.getByRole('link', { name: 'Mulai belajar' }).click();
      await finishLesson(page, passwords, 0);
      await page.getByRole('link', { name: 'Bagian berikutnya' }).click();
      await finishLesson(page, phishing, 0);
    }),
  ]);
}

async function author(): Promise<void> {
  const title = { id: 'Pelayanan prima', en: 'Service' };
  const sound = await buildCourse({ id: 'https://universitas-contoh.example/kursus/pelayanan', title });
  await as('Maya Contoh', async (page) => {
    await uploadPackage(page, withEscapingEntry(sound));
    made.refused = pathOf(page);
    await uploadPackage(page, sound);
    made.accepted = pathOf(page);
    await submitCourse(page, { jp: '2' });
    made.ownCourse = pathOf(page).split('?')[0] ?? '';
    await page
      .getByRole('link', { name: /^Atur: / })
      .first()
      .click();
    made.module = pathOf(page);
    await receive(page);
    await sendBrokenPackage(page);
  });
  await as('Putu Contoh', async (page) => {
    await page.getByRole('link', { name: 'Penelaahan' }).click();
    await page.getByRole('link', { name: title.id }).click();
    made.review = pathOf(page);
    await page.goBack();
    await approveCourse(page, { title: title.id });
  });
}

/** A result that nobody is found for, and the comparison that lists it. */
async function receive(page: Page): Promise<void> {
  const { portal } = stage.server.dev;
  await page.goto(`${portal}/studio/connections/new/webhook`);
  await page.fill('[name=name]', 'LMS Universitas Contoh');
  await page.fill('[name=contactEmail]', 'admin@kampus.example');
  await page.locator('main form [type=submit]').click();
  const text = (await page.locator('main').textContent()) ?? '';
  const [secret = ''] = /whsec_[\w+/=]+/.exec(text) ?? [];
  const [address = '', connectionId = ''] =
    /http\S+\/api\/connections\/([\w-]{36})\/results/.exec(text) ?? [];
  const [id, timestamp] = ['pesan-1', String(Math.floor(Date.now() / 1_000))];
  const body = JSON.stringify({
    results: [
      {
        ...{ course: 'ADM101', learner: { id: 'mhs-1' }, occurredAt: '2026-02-01T00:00:00Z' },
        score: { given: 80, maximum: 100 },
      },
    ],
  });
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  const headers = {
    ...{ 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp },
    'webhook-signature': `v1,${signature}`,
  };
  const answer = await fetch(address, { method: 'POST', headers, body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('taken')]);
  made.connection = `/studio/connections/${connectionId}`;
  await page.goto(`${portal}${made.connection}/results`);
  made.result = (await page.locator('main tbody a').first().getAttribute('href')) ?? '';
  await page.goto(`${portal}${made.connection}/reconciliation`);
  await page.locator('form[action$="/start"] button').click();
  await until(page, () => page.locator('[name=mismatch]').count());
}

/** A package that is refused, so that its report is on the page. */
async function sendBrokenPackage(page: Page): Promise<void> {
  await page.goto(`${stage.server.dev.portal}/studio/connections/new/oneroster-csv`);
  await page.fill('[name=name]', 'Paket SIAKAD');
  await page.fill('[name=contactEmail]', 'admin@kampus.example');
  await page.locator('main form [type=submit]').click();
  await page.getByRole('link', { name: 'Paket', exact: true }).click();
  const { classes = [], ...rest } = samplePackage(1);
  const broken = packageBytes({
    ...rest,
    classes: classes.map((line) => line.replace('course-1', 'course-9')),
  });
  const file = { name: 'ganjil.zip', mimeType: 'application/zip', buffer: Buffer.from(broken) };
  await page.setInputFiles('[name=file]', file);
  await page.getByRole('button', { name: 'Kirim paket' }).click();
  await page.getByText('Paket ganjil.zip tidak diterima').waitFor();
  made.packages = pathOf(page);
}

async function administer(): Promise<void> {
  await as('Agus Contoh', async (page) => {
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Instansi' })
      .click();
    await agencySection(page, 'Klien API');
    const rotate = page.getByRole('link', { name: /^Ganti rahasia/ });
    const href = await rotate.first().getAttribute('href');
    made.client = (href ?? '').replace(/\/rotate$/, '');
    await agencySection(page, 'Pernyataan');
    const statement = page.getByRole('link', { name: /Buka pernyataan/ }).first();
    made.statement = (await statement.getAttribute('href')) ?? '';
    const drafted = await draftPlan(page);
    made.plan = drafted.plan;
    made.signals = drafted.signals;
    made.planItem = drafted.item;
    await agencySection(page, 'Pengiriman data');
    await page.getByRole('link', { name: 'Tambah webhook' }).click();
    await page.getByLabel('Nama', { exact: true }).fill('Dasbor');
    await page.getByLabel('Alamat webhook').fill(nobodyThere);
    await page.getByRole('button', { name: 'Simpan dan mulai kirim' }).click();
    await page.getByRole('link', { name: 'Sudah saya simpan' }).click();
    await page.getByRole('button', { name: 'Kirim uji' }).waitFor();
    made.receiver = pathOf(page);
  });
}

async function operate(): Promise<void> {
  await as('Ratna Contoh', async (page) => {
    await chapter(page, 'Operator');
    await createAgency(page, secondAgency);
    await section(page, 'Orang');
    await page.getByRole('link', { name: 'Sri Contoh' }).click();
    made.learner = pathOf(page).split('/').at(-1) ?? '';
  });
}

async function as(name: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  await act(page);
  await context.close();
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}
