import type { Clock, Digest, Ids, Signer } from '@sinau/kernel';
import { type Certificate, type CertificateNumber, latestEdition, waitsForPerson } from './certificate.ts';
import { CertificateChanged } from './errors.ts';
import { nextEdition } from './next-edition.ts';
import { certificateNumber } from './number.ts';
import type { CertificateStore, CompletedCourse, CompletedCourses } from './ports.ts';

export interface SettleDeps {
  readonly certificates: CertificateStore;
  readonly completed: CompletedCourses;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** `known`: it is as it has to be. */
type SettleOutcome = 'issued' | 'renewed' | 'withdrawn' | 'known' | 'not-completed';

/** More changes at once than that are left to the next delivery. */
const rounds = 5;

/**
 * Follows what is told of a completion: that there is one, that its provider took it back, that it was given again. Repeats and late
 * deliveries find what is there. It looks again after each write, as another delivery may have read before what this one did not see. What it
 * asks of nobody: a rating, a survey, an approval.
 */
export async function settleCertificate(
  deps: SettleDeps,
  { registration }: { readonly registration: string },
): Promise<{ readonly outcome: SettleOutcome; readonly number?: CertificateNumber }> {
  const number = certificateNumber(deps, { registration });
  let done: SettleOutcome | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const course = await deps.completed.find(registration);
    if (!course) return { outcome: 'not-completed' };
    const known = await deps.certificates.find(number);
    const step =
      course === 'taken-back' || (known && saysOther(known, course))
        ? await withdraw(deps, known)
        : known
          ? await renew(deps, known, course)
          : await issue(deps, { registration, number, course });
    if (step === 'not-completed') return { outcome: done ?? step };
    if (step === 'known') return { outcome: done ?? step, number };
    if (step !== 'changed') done = step;
  }
  throw new CertificateChanged();
}

/** Attendance of an event, or what a path was finished by, was corrected: what was printed is taken back, and given again as it is now. */
function saysOther({ revoked, jp, completedAt }: Certificate, now: CompletedCourse): boolean {
  if (now.course.kind === undefined || revoked) return false;
  return jp !== now.jp || completedAt !== now.completedAt;
}

async function issue(
  deps: SettleDeps,
  of: {
    readonly registration: string;
    readonly number: CertificateNumber;
    readonly course: CompletedCourse;
  },
): Promise<'issued' | 'changed'> {
  const statusIndex = await deps.certificates.takeStatusIndex();
  const added = await deps.certificates.add(firstEdition(deps, { ...of, statusIndex }));
  return added === 'added' ? 'issued' : 'changed';
}

/** The platform takes back what it said of a completion; what a person took back stays theirs. */
async function withdraw(
  { certificates, clock }: SettleDeps,
  certificate: Certificate | undefined,
): Promise<'withdrawn' | 'known' | 'not-completed' | 'changed'> {
  if (!certificate) return 'not-completed';
  if (certificate.revoked) return 'known';
  const revoked = { at: clock.now().toISOString(), reason: 'completion-withdrawn' } as const;
  const places = [latestEdition(certificate).statusIndex];
  const written = await certificates.change({ ...certificate, revoked }, places);
  return written === 'changed' ? 'withdrawn' : 'changed';
}

/**
 * What the platform took back by itself it gives again. Its badge stays revoked, as no list takes a revocation back (Bitstring Status List
 * 1.0, section 2.1); so there is another edition, under the same number. After some of these a person has to look.
 */
async function renew(
  deps: SettleDeps,
  certificate: Certificate,
  { holderName, startedAt, completedAt, timeZone, jp }: CompletedCourse,
): Promise<'renewed' | 'known' | 'changed'> {
  const { revoked, jp: _, ...valid } = certificate;
  if (revoked?.reason !== 'completion-withdrawn' || revoked.by || waitsForPerson(certificate)) return 'known';
  const next: Certificate = {
    ...{ ...valid, startedAt, completedAt },
    ...(timeZone && { timeZone }),
    ...(jp !== undefined && { jp }),
    editions: [...certificate.editions, await nextEdition(deps, certificate, { holderName })],
  };
  return (await deps.certificates.change(next, [])) === 'changed' ? 'renewed' : 'changed';
}

function firstEdition(
  deps: SettleDeps,
  of: {
    readonly registration: string;
    readonly number: CertificateNumber;
    readonly course: CompletedCourse;
    readonly statusIndex: number;
  },
): Certificate {
  const { course, registration, number, statusIndex } = of;
  const { holderName, ...facts } = course;
  const issuedAt = deps.clock.now().toISOString();
  const subjectId = `urn:uuid:${deps.ids.uuid()}`;
  return {
    ...{ number, registration, ...facts },
    editions: [{ edition: 1, issuedAt, holderName, subjectId, statusIndex }],
    rev: 1,
  };
}
