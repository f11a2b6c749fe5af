import type { CourseStore } from '@sinau/catalogue';
import { type Certificate, type CertificateStore, latestEdition } from '@sinau/credentials';
import { type Line, readLines } from '@sinau/credit';
import type { LearningId, LearningStore } from '@sinau/external-learning';
import {
  currentEmployeeNumber,
  type OrganisationStore,
  type PeopleStore,
  type Person,
} from '@sinau/identity';
import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Content, LineSource } from '@sinau/siasn-sync';
import type { CreditDesk } from './credit-desk.ts';
import { eventRegistration } from './event-registration.ts';
import { organisersOf } from './organiser-of.ts';

export interface SiasnLinesDeps extends CreditDesk {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly learnings: Pick<LearningStore, 'find'>;
  readonly certificates: Pick<CertificateStore, 'ofPerson'>;
}

/** The recognised lines of the ledger with what proves them, as SIASN is to know them. */
export function createSiasnLines(deps: SiasnLinesDeps): Pick<LineSource, 'read' | 'homeOf'> {
  return {
    async homeOf(personId) {
      const person = await deps.people.find(personId);
      return person && homeIn(person);
    },
    async read(personId) {
      const [person, read] = await Promise.all([deps.people.find(personId), readLines(deps, { personId })]);
      if (!person || !read) return undefined;
      const counting = read.lines.filter(({ recognised }) => recognised > 0);
      const certificates = counting.length > 0 ? await certificatesOf(deps, personId) : new Map();
      const organiserOf = organisersOf(deps);
      const lines = new Map<string, Content>();
      // One after the other: most are of few courses, which are read once.
      for (const line of counting) {
        const organiser = (await organiserOf(line)) ?? '';
        const proof = await proofOf(deps, line, certificates);
        lines.set(line.account.earned.entryId, { ...contentOf(line, organiser), ...proof });
      }
      const nip = currentEmployeeNumber(person)?.value;
      const agencyId = homeIn(person);
      return {
        ...{ name: person.name, lines },
        ...(agencyId !== undefined && { agencyId }),
        ...(nip !== undefined && { nip }),
      };
    },
  };
}

const homeIn = ({ home }: Person): AgencyId | undefined =>
  home.kind === 'agency' ? home.agencyId : undefined;

function contentOf({ account, endsOn, recognised, parts }: Line, organiser: string): Content {
  const { title, form, source } = account.earned;
  return {
    title: title.id ?? Object.values(title)[0] ?? '–',
    ...{ organiser, form, jp: recognised, from: parts[0]?.date ?? endsOn, to: endsOn },
    ...(source.kind === 'course' && { courseId: source.courseId }),
  };
}

type Proof = Pick<Content, 'number' | 'document' | 'isPrinting'>;

/** Number and file of the certificate, as far as there are any. */
async function proofOf(
  { learnings }: Pick<SiasnLinesDeps, 'learnings'>,
  { account }: Line,
  certificates: ReadonlyMap<string, Certificate>,
): Promise<Proof> {
  const { source, personId } = account.earned;
  if (source.kind === 'course') {
    const found = certificates.get(source.registration);
    return found ? proofOfCertificate(found) : {};
  }
  if (source.kind === 'event') {
    const found = certificates.get(eventRegistration(source.eventId, personId));
    return found ? proofOfCertificate(found) : {};
  }
  // Signed forms are no files of ours: SIASN is told of them without one, until somebody adds it.
  if (source.kind === 'shared') return {};
  const { learningId } = source;
  const learning = await learnings.find(personId, learningId as LearningId);
  const evidence = learning?.evidence.findLast(({ kind }) => kind === 'certificate');
  const number = learning?.details.certificate?.number;
  return {
    ...(number !== undefined && { number }),
    ...(evidence && { document: { kind: 'evidence', learningId, evidenceId: evidence.evidenceId } }),
  };
}

/** One that was revoked proves nothing, nor does an edition that another one is about to follow. */
function proofOfCertificate(certificate: Certificate): Proof {
  const { number, revoked } = certificate;
  if (revoked) return {};
  const { edition, ready } = latestEdition(certificate);
  if (ready) return { number, document: { kind: 'certificate', number, edition } };
  return edition > 1 ? { number, isPrinting: true } : { number };
}

async function certificatesOf(
  { certificates }: Pick<SiasnLinesDeps, 'certificates'>,
  personId: PersonId,
): Promise<ReadonlyMap<string, Certificate>> {
  const found = new Map<string, Certificate>();
  let after: string | undefined;
  do {
    const page = await certificates.ofPerson(personId, { limit: 100, ...(after !== undefined && { after }) });
    for (const one of page.certificates) found.set(one.registration, one);
    after = page.next;
  } while (after !== undefined);
  return found;
}
