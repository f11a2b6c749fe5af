import { type Attendance, type AttendanceDirectory, isFormCode } from '@sinau/credit';
import { type ExternalLearning, type LearningId, type LearningStore, stands } from '@sinau/external-learning';

/** Records of learning elsewhere, as the ledger of JP asks for them. */
export function attendancesOf(deps: {
  readonly learnings: Pick<LearningStore, 'find'>;
}): AttendanceDirectory {
  return {
    async attendanceOf(personId, learningId) {
      const learning = await deps.learnings.find(personId, learningId as LearningId);
      return learning && attendanceFrom(learning);
    },
  };
}

/** Undefined for a form that the rules do not know (any more). */
export function attendanceFrom(learning: ExternalLearning): Attendance | undefined {
  const { personId, learningId, agencyId, details, reason } = learning;
  const { form, title, abroad, startsOn, endsOn, count, stated, certificate } = details;
  if (!isFormCode(form)) return undefined;
  return {
    ...{ personId, learningId, agencyId, form, title, abroad, startsOn, endsOn },
    ...(count !== undefined && { count }),
    ...(stated !== undefined && { stated }),
    ...(certificate && { certificate: { number: certificate.number, issuer: certificate.issuer } }),
    ...(certificate?.date !== undefined && { certifiedOn: certificate.date }),
    verifiedAt: learning.verifiedAt ?? learning.createdAt,
    stands: stands(learning),
    ...(reason !== undefined && { because: reason }),
  };
}
