import type { Duty } from '@sinau/compliance';
import type { Earned, EntryId, FormCode } from '@sinau/credit';
import type { Person, Unit } from '@sinau/identity';
import { type AgencyId, type Jp, overAtOf, type PersonId } from '@sinau/kernel';

/** One agency of half of all people, the others in agencies of a thousand; the same for the same size. */
export interface CivilService {
  readonly agencies: readonly { readonly agencyId: AgencyId; readonly units: readonly Unit[] }[];
  people(): Iterable<Person>;
  entriesOf(person: Person, count: number): readonly Earned[];
  dutiesOf(person: Person): readonly Duty[];
}

export const largeAgency = 'instansi-besar' as AgencyId;
const smallAgencies = 20;
const at = '2026-01-05T01:00:00.000Z';

export function civilService(size: number): CivilService {
  const large = size / 2;
  const each = Math.ceil(large / smallAgencies);
  const agencies = [
    { agencyId: largeAgency, people: large },
    ...Array.from({ length: smallAgencies }, (_, n) => ({
      agencyId: `instansi-${n}` as AgencyId,
      people: each,
    })),
  ].map(({ agencyId, people }) => ({ agencyId, people, units: unitsOf(agencyId, Math.ceil(people / 50)) }));
  return {
    agencies,
    *people() {
      for (const { agencyId, people, units } of agencies) {
        for (let n = 0; n < people; n += 1) yield personOf(agencyId, n, units);
      }
    },
    entriesOf,
    dutiesOf,
  };
}

/** Three levels: eight at the top, eight below each, the rest below these. */
function unitsOf(agencyId: AgencyId, count: number): readonly Unit[] {
  const idOf = (n: number) => `${agencyId}-u${n}` as Unit['unitId'];
  return Array.from({ length: count }, (_, n) => ({
    ...{ unitId: idOf(n), agencyId, name: `Unit ${String(n).padStart(4, '0')}`, createdAt: at },
    ...{ validFrom: '2026-01-01', past: [] },
    ...(n >= 8 && { parentId: idOf(Math.floor((n - 8) / 8)) }),
  }));
}

const words = ['Siti', 'Budi', 'Yohanis', 'Made', 'Rahmat', 'Dewi', 'Agus', 'Lestari', 'Ketut', 'Maria'];

function personOf(agencyId: AgencyId, n: number, units: readonly Unit[]): Person {
  const unit = units[n % units.length];
  const status = n % 10 === 9 ? ('PPPK' as const) : ('PNS' as const);
  const from = '2026-01-01';
  const { length } = words;
  const name = `${words[n % length]} ${words[Math.floor(n / length) % length]} ${String(n).padStart(5, '0')}`;
  return {
    ...{ personId: `${agencyId}-p${n}` as PersonId, name, email: `${agencyId}.p${n}@contoh.example` },
    ...{ status: 'active', roles: n === 0 ? ['learner', 'agency-admin'] : ['learner'] },
    home: { kind: 'agency', agencyId },
    employeeNumbers: [],
    ...(unit && { unitId: unit.unitId }),
    career: {
      employment: [{ from, status }],
      posts: [],
      stations: [{ from, agencyId, ...(unit && { unitId: unit.unitId }) }],
    },
    ...{ sessionGeneration: 1, invitedAt: at, activatedAt: at, rev: 1 },
  };
}

const forms: readonly FormCode[] = ['NKL03', 'KL03', 'KL06', 'NKL09'];

/** So many things learned over the year, of some hours each. */
function entriesOf({ personId, home }: Person, count: number): readonly Earned[] {
  const seed = [...personId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);
  return Array.from({ length: count }, (_, n) => {
    const date = new Date(Date.UTC(2026, 0, 10 + n * 20 + (seed % 11))).toISOString().slice(0, 10);
    const amount = (1 + ((seed + n) % 3)) * 100;
    const entryId = `${personId}-e${n}` as EntryId;
    return {
      ...{ kind: 'earned', entryId, personId, form: forms[(seed + n) % forms.length] ?? 'NKL03' },
      ...{ at: `${date}T05:00:00.000Z`, recordedAt: `${date}T05:00:05.000Z`, abroad: false },
      title: { id: `Pelatihan nomor ${n + 1}`, en: `Training number ${n + 1}` },
      source: { kind: 'course', courseId: `c${(seed + n) % 40}`, version: 1, registration: entryId },
      stated: amount as Jp,
      parts: [{ date, amount }],
      ...(home.kind === 'agency' && { agencyId: home.agencyId }),
      sameAs: entryId,
      effort: { seconds: amount * 27, spans: [[1, amount * 27]] },
    } satisfies Earned;
  });
}

const states = ['required', 'enrolled', 'started', 'finished', 'recognised'] as const;
const days = ['2026-03-31', '2026-06-30', '2026-12-15'];

/** Two obligations for everybody. */
function dutiesOf({ personId, home }: Person): readonly Duty[] {
  if (home.kind !== 'agency') return [];
  const seed = [...personId].reduce((sum, letter) => (sum * 17 + letter.charCodeAt(0)) % 7_919, 3);
  return ['o1', 'o2'].map((obligationId, n) => {
    const dueOn = days[(seed + n) % days.length] ?? '2026-12-15';
    return {
      ...{ agencyId: home.agencyId, obligationId, period: '2026', courseId: `c${n}` },
      state: states[(seed + n) % states.length] ?? 'required',
      ...{ dueOn, overAt: overAtOf(dueOn, 'Asia/Jakarta') },
    };
  });
}
