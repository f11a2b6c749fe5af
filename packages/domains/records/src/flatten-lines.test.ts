import type { AgencyId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { eraseLine, statementLine, voidLine } from './feed.ts';
import { csvColumns, flattenLines } from './index.ts';
import { activityOf, issuer, sampleDirectories } from './testing/sample-directories.ts';

const agencyId = 'agency-a' as AgencyId;
const registration = '00000000-0000-4000-8000-000000000001';
const stored = '2026-03-02T01:00:00.000Z';

const directories = sampleDirectories({
  members: [
    { personId: 'sri', agencyId, name: 'Sri Rahayu', maskedEmployeeNumber: '••••••••••••••1999' },
    { personId: 'tono', agencyId: 'agency-b' as AgencyId, name: 'Tono' },
  ],
  units: [],
  registrations: { [registration]: 'c1' },
});

const statement = (over: object = {}) => ({
  id: 'i1',
  actor: { objectType: 'Agent', account: { homePage: issuer, name: 'sri' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'en-US': 'passed', id: 'lulus' } },
  object: {
    objectType: 'Activity',
    id: 'https://kampus.example/kuis',
    definition: { name: { en: 'Quiz' }, type: 'http://adlnet.gov/expapi/activities/assessment' },
  },
  result: {
    score: { scaled: -0.5, raw: 85, min: 0, max: 100 },
    success: true,
    completion: false,
    duration: 'PT12M30S',
  },
  context: {
    registration,
    contextActivities: { grouping: [{ id: 'https://penerbit.example/modul-1' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's1' },
  },
  timestamp: '2026-03-02T00:59:00.000Z',
  stored,
  ...over,
});

async function rowsOf(...statements: readonly object[]): Promise<Record<string, string>[]> {
  const lines = statements.map((one) =>
    statementLine({ id: 'i1', position: 'p', stored }, JSON.stringify(one)),
  );
  return read(await flattenLines(directories, { agencyId, lines }));
}

/** Of cells without quotes. */
function read(csv: string): Record<string, string>[] {
  const [header = '', ...records] = csv.split('\r\n').slice(0, -1);
  return records.map((record) => {
    const cells = record.split(',');
    expect(cells).toHaveLength(csvColumns.length);
    return Object.fromEntries(header.split(',').map((name, n) => [name, cells[n] ?? '']));
  });
}

describe('flattenLines', () => {
  it('gives a header and one record a line', async () => {
    const [row] = await rowsOf(statement());
    expect(row).toEqual({
      kind: 'statement',
      statement_id: 'i1',
      stored,
      timestamp: '2026-03-02T00:59:00.000Z',
      person_id: 'sri',
      person_name: 'Sri Rahayu',
      employee_number_masked: '••••••••••••••1999',
      verb_id: 'http://adlnet.gov/expapi/verbs/passed',
      verb: 'lulus',
      activity_id: 'https://kampus.example/kuis',
      activity_name: 'Quiz',
      activity_type: 'http://adlnet.gov/expapi/activities/assessment',
      course_id: 'c1',
      course_title: 'Kursus c1',
      module_id: 'https://penerbit.example/modul-1',
      registration,
      session_id: 's1',
      score_scaled: '-0.5',
      score_raw: '85',
      score_min: '0',
      score_max: '100',
      success: 'true',
      completion: 'false',
      duration_seconds: '750',
      voided_by: '',
      erasure: '',
    });
  });

  it('gives the header alone when there is nothing', async () => {
    expect(await flattenLines(directories, { agencyId, lines: [] })).toBe(`${csvColumns.join(',')}\r\n`);
  });

  it('leaves empty what a statement lacks', async () => {
    const [row] = await rowsOf({
      id: 'i1',
      actor: { mbox: 'mailto:a@contoh.example' },
      verb: { id: 'http://verbs.example/did' },
      object: { objectType: 'StatementRef', id: 'i0' },
      stored,
    });
    const filled = Object.entries(row ?? {}).filter(([, cell]) => cell !== '');
    expect(Object.fromEntries(filled)).toEqual({
      kind: 'statement',
      statement_id: 'i1',
      stored,
      verb_id: 'http://verbs.example/did',
      verb: 'did',
    });
  });

  it('C3: shows name and number of the agency’s own people alone', async () => {
    const actor = { objectType: 'Agent', account: { homePage: issuer, name: 'tono' } };
    const [row] = await rowsOf(statement({ actor }));
    expect(row).toMatchObject({ person_id: 'tono', person_name: '', employee_number_masked: '' });
  });

  it('takes the course from the activity before the registration', async () => {
    const [row] = await rowsOf(statement({ object: { id: activityOf('c2') } }));
    expect(row).toMatchObject({ course_id: 'c2', course_title: 'Kursus c2' });
  });

  it('gives a void as a record of its own', async () => {
    const csv = await flattenLines(directories, {
      agencyId,
      lines: [voidLine({ id: 'i1', voidedBy: 'i2', stored })],
    });
    const filled = Object.entries(read(csv)[0] ?? {}).filter(([, cell]) => cell !== '');
    expect(Object.fromEntries(filled)).toEqual({ kind: 'void', statement_id: 'i1', stored, voided_by: 'i2' });
  });

  it('gives an erasure as a record of its own', async () => {
    const line = eraseLine({ id: 'i1', position: 'p', stored, mode: 'pseudonymised' });
    const csv = await flattenLines(directories, { agencyId, lines: [line] });
    const filled = Object.entries(read(csv)[0] ?? {}).filter(([, cell]) => cell !== '');
    expect(Object.fromEntries(filled)).toEqual({
      kind: 'erase',
      statement_id: 'i1',
      stored,
      erasure: 'pseudonymised',
    });
  });

  it('F1: makes names from content harmless, and leaves the negative score a number', async () => {
    const definition = { name: { id: '=CMD()' } };
    const [row] = await rowsOf(statement({ object: { id: 'https://x.example', definition } }));
    expect(row).toMatchObject({ activity_name: "'=CMD()", score_scaled: '-0.5' });
  });
});
