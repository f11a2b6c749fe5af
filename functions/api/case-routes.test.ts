import { type CFPackage, readPackage } from '@sinau/case';
import { describeTechnical, retireTechnical } from '@sinau/competency';
import { agus, badan, competencyWorld } from '@sinau/competency/testing';
import type { AgencyId, Scope } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { caseProblem } from './case-problem.ts';
import { addCaseRoutes } from './case-routes.ts';
import { clientOf } from './testing/callers.ts';

const base = '/ims/case/v1p1';
const five = [1, 2, 3, 4, 5].map((level) => `Perilaku ${level}`);

interface Refusal {
  readonly imsx_codeMajor: string;
  readonly imsx_codeMinor: {
    readonly imsx_codeMinorField: readonly {
      readonly imsx_codeMinorFieldName: string;
      readonly imsx_codeMinorFieldValue: string;
    }[];
  };
}

async function world() {
  const domain = competencyWorld();
  for (const [code, name] of [
    ['KEU.01', 'Pengelolaan kas'],
    ['KEU.02', 'Perbendaharaan'],
  ] as const) {
    const request = { code, name, field: 'Keuangan', from: '2026-01-01', levels: five, verified: false };
    await describeTechnical(domain, { agencyId: badan, request });
  }
  await retireTechnical(domain, { principal: agus, code: 'KEU.02', state: 'retired' });
  const open = (scopes: readonly Scope[], agencyId = badan) => {
    const app = createHttpApp({
      ...{ name: 'api', clock: domain.clock, ids: domain.ids },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      authenticate: async (request) =>
        request.headers.has('authorization')
          ? clientOf({ kind: 'agency', agencyId }, scopes)
          : { kind: 'anonymous' },
      renderProblem: (problem, context) => caseProblem(problem, context.req.url),
    });
    const name = agencyId === badan ? 'Badan Contoh' : 'Lain';
    addCaseRoutes(app, {
      ...{ clock: domain.clock, digest: nodeDigest, portalOrigin: 'https://sinau.example' },
      competency: async () => domain,
      organisations: { findAgency: async () => ({ name }) },
    } as unknown as Parameters<typeof addCaseRoutes>[1]);
    return async <Body = CFPackage>(
      path: string,
      headers: Record<string, string> = { authorization: 'x' },
    ) => {
      const response = await app.hono.request(`https://sinau.example${base}/${path}`, { headers });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
    };
  };
  return { domain, open };
}

interface Documents {
  readonly CFDocuments: readonly {
    readonly identifier: string;
    readonly title: string;
    readonly CFPackageURI: { readonly uri: string };
  }[];
}

describe('dictionaries as CASE 1.1', () => {
  it('are two frameworks, each with a package that is read back as it was', async () => {
    const ask = (await world()).open(['competence/read']);
    const { body, headers } = await ask<Documents>('CFDocuments');
    expect(headers.get('x-total-count')).toBe('2');
    const [national, own] = body.CFDocuments;
    expect(own?.title).toBe('Kamus kompetensi teknis Badan Contoh');
    expect(own?.CFPackageURI.uri).toBe(`https://sinau.example${base}/CFPackages/${own?.identifier}`);
    const nine = (await ask(`CFPackages/${national?.identifier}`)).body;
    expect(nine.CFDocument).not.toHaveProperty('CFPackageURI');
    expect(nine.CFItems?.map(({ humanCodingScheme }) => humanCodingScheme)).toEqual([
      ...[...'12345678'].map((n) => `M${n}`),
      'S1',
    ]);
    const { body: whole } = await ask(`CFPackages/${own?.identifier}`);
    expect(readPackage(whole, { today: '2026-11-29' })).toMatchObject({
      competencies: [{ code: 'KEU.01', name: 'Pengelolaan kas', field: 'Keuangan', levels: five }],
    });
    expect(whole.CFItems?.[1]).toMatchObject({ humanCodingScheme: 'KEU.02', statusEndDate: '2026-11-28' });
  });

  it('have parts that are told alone, with the document that they are of', async () => {
    const ask = (await world()).open(['competence/read']);
    const { body } = await ask<Documents>('CFDocuments?sort=title&orderBy=desc');
    const own = body.CFDocuments.find(({ title }) => title.startsWith('Kamus'));
    const { body: whole } = await ask(`CFPackages/${own?.identifier}`);
    const item = whole.CFItems?.[0];
    expect((await ask(`CFDocuments/${own?.identifier}`)).body).toEqual(own);
    expect((await ask(`CFItems/${item?.identifier}`)).body).toMatchObject({
      ...{ fullStatement: 'Pengelolaan kas', CFDocumentURI: { identifier: own?.identifier } },
    });
    expect((await ask(`CFItemAssociations/${item?.identifier}`)).body).toMatchObject({
      ...{ CFItem: { identifier: item?.identifier }, CFAssociations: [{ associationType: 'isChildOf' }] },
    });
    const association = whole.CFAssociations?.[0]?.identifier;
    expect((await ask(`CFAssociations/${association}`)).body).toMatchObject({ sequenceNumber: 1 });
    const rubric = whole.CFRubrics?.[0]?.identifier;
    expect((await ask(`CFRubrics/${rubric}`)).body).toMatchObject({ identifier: rubric });
  });

  it('are pages, sorted, with the fields that were asked for', async () => {
    const ask = (await world()).open(['competence/read']);
    const { body, headers } = await ask<Documents>('CFDocuments?limit=1&fields=identifier,title');
    expect(Object.keys(body.CFDocuments[0] ?? {})).toEqual(['identifier', 'title']);
    expect(headers.get('link')).toContain('offset=1');
    expect((await ask<Documents>('CFDocuments?limit=1&offset=1')).headers.get('link')).toBeNull();
  });

  it('C2: of another agency are answered like none, and refusals are told as imsx_StatusInfo', async () => {
    const { open } = await world();
    const ask = open(['competence/read']);
    const own = (await ask<Documents>('CFDocuments')).body.CFDocuments[1]?.identifier;
    const reasonOf = async (asking: typeof ask, path: string, headers?: Record<string, string>) => {
      const { status, body } = await asking<Refusal>(path, headers);
      const [field] = body.imsx_codeMinor.imsx_codeMinorField;
      expect(body.imsx_codeMajor).toBe('failure');
      return [status, field?.imsx_codeMinorFieldValue, field?.imsx_codeMinorFieldName];
    };
    const other = open(['competence/read'], 'lain' as AgencyId);
    expect((await other<Documents>('CFDocuments')).body.CFDocuments).toHaveLength(1);
    const absent = '00000000-0000-4000-8000-000000000000';
    const unknown = [404, 'unknownobject', 'sourcedId'];
    expect(await reasonOf(other, `CFPackages/${own}`)).toEqual(unknown);
    expect(await reasonOf(ask, `CFPackages/${absent}`)).toEqual(unknown);
    expect(await reasonOf(ask, `CFSubjects/${absent}`)).toEqual(unknown);
    expect(await reasonOf(ask, 'CFItems/kas')).toEqual([404, 'invalid_uuid', 'sourcedId']);
    expect(await reasonOf(ask, 'CFDocuments?sort=umur')).toEqual([400, 'invalid_sort_field', 'sort']);
    expect(await reasonOf(ask, 'CFDocuments?fields=umur')).toEqual([
      400,
      'invalid_selection_field',
      'fields',
    ]);
    expect(await reasonOf(ask, 'CFDocuments', {})).toEqual([401, 'unauthorised_request', 'sourcedId']);
    expect(await reasonOf(open(['people/read']), 'CFDocuments')).toEqual([403, 'forbidden', 'sourcedId']);
  });
});
