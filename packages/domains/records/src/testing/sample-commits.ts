import type { AgencyId } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { statementLine } from '../feed.ts';
import type { RecordedCommit } from '../index.ts';

const uuidOf = (n: number) => `10000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const stored = '2026-03-02T01:00:00.000Z';

/** The n-th commit: so many statements, each for the agencies given; ids and positions are counted. */
export function commitOf(
  n: number,
  given: {
    readonly agencies: readonly (readonly AgencyId[])[];
    readonly voids?: RecordedCommit['voids'];
    readonly json?: (id: string) => string;
  },
): RecordedCommit {
  const position = `p${String(n).padStart(6, '0')}`;
  const json = given.json ?? ((id) => JSON.stringify({ id, verb: { id: 'http://verbs.example/did' }, n }));
  return {
    position,
    stored,
    statements: given.agencies.map((agencies, index) => {
      const id = uuidOf(n * 1000 + index);
      return { id, position: `${position}.${String(index).padStart(4, '0')}`, json: json(id), agencies };
    }),
    voids: given.voids ?? [],
  };
}

/** What an agency should get of it, in order. */
export function linesFor(commit: RecordedCommit, agencyId: AgencyId): readonly string[] {
  return commit.statements
    .filter(({ agencies }) => agencies.includes(agencyId))
    .map(({ id, position, json }) => statementLine({ id, position, stored: commit.stored }, json));
}

const described = (id: string, name: string) => ({
  objectType: 'Activity',
  id,
  definition: {
    type: 'http://adlnet.gov/expapi/activities/lesson',
    name: { id: name, 'en-US': `${name} (English)` },
    description: { id: `${name}. Peserta mengenali konsep, mencoba contoh, lalu menjawab pertanyaan.` },
  },
});

/** A stored cmi5 statement of about 1.9 KB; ids in it look as random as real ones. */
export function cmi5Json(id: string): string {
  const uuid = (kind: string) => {
    const hex = nodeDigest.sha256(`${kind} ${id}`);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  const n = Number.parseInt(uuid('number').slice(0, 4), 16);
  const course = `https://kampus.example/kursus/${n % 20}`;
  return JSON.stringify({
    id: uuid('statement'),
    actor: { objectType: 'Agent', account: { homePage: 'https://sinau.example', name: uuid('person') } },
    verb: {
      id: 'http://adlnet.gov/expapi/verbs/completed',
      display: { 'en-US': 'completed', id: 'selesai' },
    },
    object: described(`${course}/modul/${n % 8}`, `Modul ${n % 8}: prinsip dasar dan penerapannya`),
    result: {
      score: { scaled: (n % 1000) / 1000, raw: n % 100 },
      success: n % 3 > 0,
      duration: `PT${n % 60}M`,
    },
    context: {
      registration: uuid('registration'),
      contextActivities: {
        parent: [described(`https://sinau.example/kursus/${n % 20}/blok/1`, 'Blok pembelajaran pertama')],
        grouping: [described(course, 'Pelayanan publik dan etika ASN')],
        category: [{ objectType: 'Activity', id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }],
      },
      platform: 'Sinau',
      language: 'id-ID',
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': uuid('session') },
    },
    timestamp: new Date(Date.UTC(2026, 2, 2) + n * 9_771).toISOString(),
    stored,
    authority: {
      objectType: 'Agent',
      name: 'Sinau',
      account: { homePage: 'https://sinau.example', name: 'lms' },
    },
    version: '1.0.0',
  });
}
