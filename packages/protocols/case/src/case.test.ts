import { createHash } from 'node:crypto';
import { uuidOfParts } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Framework, packageOf, readPackage, statusInfo } from './index.ts';

const sha1 = (content: string | Uint8Array) => createHash('sha1').update(content).digest('hex');
const naming = {
  base: 'https://sinau.example/ims/case/v1p1',
  idOf: (...parts: readonly string[]) => uuidOfParts({ sha1 }, '6ba7b811-9dad-11d1-80b4-00c04fd430c8', parts),
};
const changedAt = '2026-11-28T01:00:00.000Z';
const five = [1, 2, 3, 4, 5].map((level) => `Perilaku pada level ${level}`);
const framework: Framework = {
  ...{ key: 'badan', title: 'Kamus kompetensi teknis', creator: 'Badan Contoh', isAdopted: true, changedAt },
  competencies: [
    {
      ...{ code: 'KEU.01', name: 'Pengelolaan kas', kind: 'Kompetensi teknis', field: 'Keuangan' },
      ...{ basis: 'Keputusan 7', levels: five, from: '2026-01-01', changedAt },
    },
    {
      ...{ code: 'ARS.01', name: 'Kearsipan', kind: 'Kompetensi teknis', field: 'Kearsipan', levels: [] },
      ...{ from: '2025-01-01', until: '2026-06-30', changedAt },
    },
  ],
};
const today = '2026-11-29';
/** `identifier` of CASE 1.1: UUIDs of the versions 1 to 5. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const foreign = (over: object = {}) => ({
  CFDocument: {
    ...{ identifier: 'd1', uri: 'https://lain.example/d1', creator: 'Lain', title: 'Kerangka lain' },
    lastChangeDateTime: changedAt,
  },
  CFItems: [
    item('g1', 'Data'),
    item('c1', 'Menganalisis data', { humanCodingScheme: ' DA-1 ', statusStartDate: '2024-05-01' }),
    ...five.map((text, n) =>
      item(`l${n}`, text, { CFItemType: 'Skill Level', listEnumeration: String(5 - n) }),
    ),
    item('c2', 'Lama', { humanCodingScheme: 'X', statusEndDate: '2020-01-01' }),
    item('c3', 'p'.repeat(200), { abbreviatedStatement: 'Pendek', subject: ['Umum'] }),
  ],
  CFAssociations: [
    ...[child('c1', 'g1'), child('g1', 'd1'), child('c3', 'tidak-ada')],
    ...five.map((_, n) => child(`l${n}`, 'c1')),
  ],
  ...over,
});
const item = (identifier: string, fullStatement: string, over: object = {}) => ({
  ...{ identifier, fullStatement, uri: `https://lain.example/${identifier}`, lastChangeDateTime: changedAt },
  ...over,
});
const link = (identifier: string) => ({
  identifier,
  title: identifier,
  uri: `https://lain.example/${identifier}`,
});
const child = (origin: string, destination: string) => ({
  ...{ identifier: `a-${origin}`, uri: `https://lain.example/a-${origin}`, associationType: 'isChildOf' },
  ...{ originNodeURI: link(origin), destinationNodeURI: link(destination), lastChangeDateTime: changedAt },
});

describe('a package of CASE 1.1', () => {
  it('has the document, an item for each competency below it, and levels in a rubric', () => {
    const written = packageOf(framework, naming);
    const [cash, archive] = written.CFItems ?? [];
    expect(written.CFDocument).toMatchObject({ caseVersion: '1.1', adoptionStatus: 'Adopted' });
    expect(cash).toMatchObject({ humanCodingScheme: 'KEU.01', subject: ['Keuangan'], language: 'id' });
    expect(archive).toMatchObject({ statusStartDate: '2025-01-01', statusEndDate: '2026-06-30' });
    expect(written.CFAssociations?.map((one) => one.destinationNodeURI.identifier)).toEqual([
      ...[written.CFDocument.identifier, written.CFDocument.identifier],
    ]);
    const [criterion] = written.CFRubrics?.[0]?.CFRubricCriteria ?? [];
    expect(written.CFRubrics?.[0]?.CFRubricCriteria).toHaveLength(1);
    expect(criterion?.CFItemURI?.identifier).toBe(cash?.identifier);
    expect(criterion?.CFRubricCriterionLevels?.map(({ score }) => score)).toEqual([1, 2, 3, 4, 5]);
    const ids = JSON.stringify(written).matchAll(/"identifier":"([^"]+)"/g);
    for (const [, id] of ids) expect(id).toMatch(uuid);
    expect(packageOf(framework, naming)).toEqual(written);
  });

  it('is read back as it was written, without what has ended', () => {
    const reading = readPackage(JSON.parse(JSON.stringify(packageOf(framework, naming))), { today });
    expect(reading).toEqual({
      ...{ outcome: 'read', title: 'Kamus kompetensi teknis', creator: 'Badan Contoh' },
      competencies: [
        {
          ...{
            position: 1,
            code: 'KEU.01',
            name: 'Pengelolaan kas',
            field: 'Keuangan',
            basis: 'Keputusan 7',
          },
          ...{ levels: five, from: '2026-01-01' },
        },
      ],
    });
  });

  it('of another service is read by its tree: leaves are competencies, what is above names the field', () => {
    const reading = readPackage({ CFPackage: foreign() }, { today });
    expect(reading).toMatchObject({
      competencies: [
        {
          ...{ position: 2, code: 'DA-1', name: 'Menganalisis data', field: 'Data', from: '2024-05-01' },
          ...{ levels: five.toReversed(), basis: 'Kerangka lain (Lain)' },
        },
        { position: 9, name: 'Pendek', field: 'Umum', levels: [] },
      ],
    });
  });

  it('that is none is refused with where and why', () => {
    expect(readPackage({ CFItems: [] }, { today })).toMatchObject({ outcome: 'refused', at: '/CFDocument' });
    const wrong = foreign({ CFItems: [{ identifier: 'x' }] });
    expect(readPackage(wrong, { today })).toMatchObject({ outcome: 'refused', at: '/CFItems/0/uri' });
  });

  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (items, associations) => {
        const given = foreign({ CFItems: items, CFAssociations: associations });
        expect(['read', 'refused']).toContain(readPackage(given, { today }).outcome);
      }),
      { numRuns: 300 },
    );
  });
});

it('a refusal is told as imsx_StatusInfo', () => {
  expect(statusInfo('unknownobject', 'Not here.')).toEqual({
    ...{ imsx_codeMajor: 'failure', imsx_severity: 'error', imsx_description: 'Not here.' },
    imsx_codeMinor: {
      imsx_codeMinorField: [
        { imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: 'unknownobject' },
      ],
    },
  });
});
