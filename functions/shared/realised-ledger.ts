import type { LedgerDirectory } from '@sinau/annual-plan';
import { type Line, readLines } from '@sinau/credit';
import type { CreditDesk } from './credit-desk.ts';

/** Lines of courses and events that stand, as plans count them. What caps left nothing of was learned all the same. */
export function ledgerOf(credit: CreditDesk): LedgerDirectory {
  return {
    async learnedBy(personId) {
      const found = await readLines(credit, { personId });
      return (found?.lines ?? []).flatMap(learnedIn);
    },
  };
}

type Learned = Awaited<ReturnType<LedgerDirectory['learnedBy']>>;

const standsNot = new Set<Line['reasons'][number]>(['held', 'rejected', 'reversed']);

function learnedIn({ account, year, recognised, reasons }: Line): Learned {
  const { source, agencyId } = account.earned;
  if (agencyId === undefined || reasons.some((reason) => standsNot.has(reason))) return [];
  if (source.kind === 'course') {
    return [{ agencyId, year, kind: 'course', learningId: source.courseId, jp: recognised }];
  }
  return source.kind === 'event'
    ? [{ agencyId, year, kind: 'event', learningId: source.eventId, jp: recognised }]
    : [];
}
