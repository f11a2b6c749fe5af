import type { CompletedCourse } from '@sinau/credentials';
import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { LanguageMap, PersonId, ProviderId } from '@sinau/kernel';
import {
  grantedAt,
  type Recognition,
  type RecognitionId,
  type RecognitionStore,
  type Value,
} from '@sinau/recognition';

export interface RecognitionCertificateDeps {
  readonly recognitions: Pick<RecognitionStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/**
 * A recognition that stands, as badges ask for it. It tells the value and what kind of thing was recognised, and not what was done: that names
 * colleagues, gaps and days, and a badge is shown to strangers.
 */
export async function grantedRecognition(
  deps: RecognitionCertificateDeps,
  asked: { readonly personId: string; readonly recognitionId: string },
): Promise<CompletedCourse | 'taken-back' | undefined> {
  const place = { personId: asked.personId as PersonId, recognitionId: asked.recognitionId as RecognitionId };
  const [one, person] = await Promise.all([deps.recognitions.find(place), deps.people.find(place.personId)]);
  // Erased, and what was printed of it counts no more.
  if (!one) return 'taken-back';
  const at = grantedAt(one);
  if (at === undefined) return one.steps.some(({ to }) => to === 'granted') ? 'taken-back' : undefined;
  if (!person) return undefined;
  const agency = await deps.organisations.findAgency(one.agencyId);
  return {
    ...{ personId: one.personId, holderName: person.name, agencyId: one.agencyId },
    ...{ startedAt: one.createdAt, completedAt: at },
    course: {
      ...{ kind: 'recognition', courseId: `${one.value}-${one.origin.kind}`, version: 1 },
      ...{ title: titleOf(one), description: describedBy(one) },
      providerId: one.agencyId as string as ProviderId,
      providerName: agency?.name ?? one.agencyId,
    },
  };
}

const values: Readonly<Record<Value, LanguageMap>> = {
  service: { id: 'Berorientasi Pelayanan', en: 'Service-oriented' },
  accountable: { id: 'Akuntabel', en: 'Accountable' },
  competent: { id: 'Kompeten', en: 'Competent' },
  harmonious: { id: 'Harmonis', en: 'Harmonious' },
  loyal: { id: 'Loyal', en: 'Loyal' },
  adaptive: { id: 'Adaptif', en: 'Adaptive' },
  collaborative: { id: 'Kolaboratif', en: 'Collaborative' },
};

function titleOf({ value }: Recognition): LanguageMap {
  const { id = '', en = '' } = values[value];
  return { id: `Pengakuan BerAKHLAK: ${id}`, en: `Recognition of BerAKHLAK: ${en}` };
}

const described: Readonly<Record<Recognition['origin']['kind'], LanguageMap>> = {
  people: {
    id: 'Satu perilaku nyata yang menunjukkan nilai ini, diusulkan rekan atau atasan dan disetujui instansi.',
    en: 'One concrete behaviour that shows this value, proposed by a colleague or supervisor and granted by the agency.',
  },
  teaching: {
    id: 'Membantu orang lain belajar lewat coaching, mentoring, komunitas belajar, atau sebagai narasumber.',
    en: 'Helping others learn by coaching, mentoring, communities of practice, or as a speaker.',
  },
  improvement: {
    id: 'Menutup kesenjangan kompetensi, menurut penilaian orang lain.',
    en: 'Closing a competency gap, as others have assessed.',
  },
};
const describedBy = ({ origin }: Recognition): LanguageMap => described[origin.kind];
