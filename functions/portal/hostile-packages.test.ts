import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport, submitPackage } from '@sinau/catalogue';
import { createUploadRoom } from '@sinau/catalogue/adapters';
import { createPackageOpener } from '@sinau/catalogue/package-reader';
import type { Principal } from '@sinau/kernel';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Markup, and what breaks out of an attribute of either kind; only escaped may it reach a page. */
const evil = `<zx9-evil onzx9=1>"onzx9='1'`;
const inXml = evil.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const wording = `<title><langstring lang="id">${inXml}</langstring></title><description><langstring>${inXml}</langstring></description>`;
const cmi5 = (url: string) =>
  `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"><course id="https://p.example/c">${wording}</course><au id="https://p.example/a" moveOn="Passed">${wording}<url>${url}</url></au></courseStructure>`;
const scorm = (schemas: readonly [string, string, string]) => (href: string) =>
  `<manifest identifier="M" xmlns="${schemas[0]}" xmlns:adlcp="${schemas[1]}"><metadata><schema>ADL SCORM</schema><schemaversion>${schemas[2]}</schemaversion></metadata>
<organizations default="O"><organization identifier="O"><title>${inXml}</title><item identifier="I" identifierref="R"><title>${inXml}</title></item></organization></organizations>
<resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" adlcp:scormType="sco" href="${href}"/></resources></manifest>`;
const tincan = (launch: string) =>
  `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="https://p.example/t" type="http://adlnet.gov/expapi/activities/course"><name lang="id">${inXml}</name><launch lang="id">${launch}</launch></activity></activities></tincan>`;
const older = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const newer = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const manifests = {
  cmi5: ['cmi5.xml', cmi5],
  'SCORM 1.2': ['imsmanifest.xml', scorm([older, 'http://www.adlnet.org/xsd/adlcp_rootv1p2', '1.2'])],
  'SCORM 2004': [
    'imsmanifest.xml',
    scorm([newer, 'http://www.adlnet.org/xsd/adlcp_v1p3', '2004 4th Edition']),
  ],
  'Tin Can': ['tincan.xml', tincan],
} as const;

let temporaryFolder: string;
let world: Awaited<ReturnType<typeof portalWorld>>;
let browser: ReturnType<typeof world.browser>;
beforeEach(async () => {
  temporaryFolder = await mkdtemp(join(tmpdir(), 'hostile-'));
  world = await portalWorld();
  browser = world.browser();
  await browser.signIn((await world.invite(world.tenants.providerA, ['provider-author'])).email);
});
afterEach(() => rm(temporaryFolder, { recursive: true }));

/** Uploads and checks a package as the importer does, and opens the page that tells the author how it went. */
async function checked(files: Readonly<Record<string, string>>) {
  const uploads = createMemoryObjectStore();
  const deps = {
    ...world.deps,
    uploads: createUploadRoom({ uploads }),
    content: world.deps.contentRoom,
    queue: { send: async () => undefined },
    packages: createPackageOpener({
      ...{ uploads, content: createMemoryObjectStore(), temporaryFolder, maxPackageBytes: 1_000_000 },
    }),
    ...{ maxPackageBytes: 1_000_000, allowedOrigins: [], activityBase: 'https://sinau.example/activities' },
  };
  const principal: Principal = {
    ...{ kind: 'client', clientId: 'c', name: 'c', scopes: ['courses/write'] },
    tenant: world.tenants.providerA,
  };
  const body = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytes(text)])));
  const upload = { fileName: `${evil}.zip`, contentType: 'application/zip', body };
  const { jobId } = await submitPackage(deps, { principal, ...upload });
  const outcome = await runImport(deps, { jobId });
  const result = (await world.deps.jobs.find(jobId))?.result;
  const page = await textOf(`/studio/imports/${jobId}`);
  return { outcome, page, fragment: await textOf(`/studio/imports/${jobId}/progress`), result };
}

const textOf = async (path: string) => (await browser.ask(path)).text();

/** A10: it is told, and it is nothing but text. */
function expectInert(page: string): void {
  expect(page).toContain('zx9-evil');
  expect(page).not.toMatch(/<zx9|"onzx9|onzx9='/);
}

describe('A10: hostile words of a package on the pages of its author', () => {
  it.each(Object.entries(manifests))('%s: title and file names, accepted', async (_kind, [name, make]) => {
    const { outcome, page, fragment, result } = await checked({
      [name]: make('index.html'),
      'index.html': 'Halo',
      [`${evil.replaceAll(/["<>]/g, '')}.html`]: 'Halo',
    });
    expect(outcome).toBe('passed');
    const studio = await textOf('/studio');
    const course = await textOf(`/studio/courses/${result?.courseId}`);
    for (const text of [page, fragment, studio, course]) expectInert(text);
  });

  it.each(Object.entries(manifests))('%s: the report that refuses it', async (_kind, [name, make]) => {
    const { outcome, page, fragment } = await checked({
      [name]: make(`${inXml}.html`),
      'index.html': 'Halo',
      [`../${evil}`]: 'x',
    });
    expect(outcome).toBe('refused');
    for (const text of [page, fragment]) expectInert(text);
    const told = await checked({ [name]: make(`${inXml}.html`), 'index.html': 'Halo' });
    expect(told.outcome).toBe('refused');
    for (const text of [told.page, told.fragment]) expectInert(text);
  });

  it('QTI: title and questions, accepted, with what was left out of them', async () => {
    const choice = `<qti-choice-interaction response-identifier="R"><qti-prompt>${inXml}<object data="x"/></qti-prompt><qti-simple-choice identifier="A">${inXml}</qti-simple-choice><qti-simple-choice identifier="B">B</qti-simple-choice></qti-choice-interaction>`;
    const { outcome, page, fragment, result } = await checked({
      'imsmanifest.xml':
        '<manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources><resource identifier="R" type="imsqti_item_xmlv3p0" href="1.xml"/></resources></manifest>',
      '1.xml': `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="${inXml}"><qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>${choice}</qti-item-body></qti-assessment-item>`,
    });
    expect(outcome).toBe('passed');
    const course = await textOf(`/studio/courses/${result?.courseId}`);
    for (const text of [page, fragment, course]) expectInert(text);
  });

  it('an archive of media: the report that refuses what lies beside the film', async () => {
    const { outcome, page, fragment } = await checked({ 'film.mp4': 'x', [`${evil}.svg`]: '<svg/>' });
    expect(outcome).toBe('refused');
    for (const text of [page, fragment]) expectInert(text);
  });
});
