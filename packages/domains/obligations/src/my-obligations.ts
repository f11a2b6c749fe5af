import type { Clock, PersonId } from '@sinau/kernel';
import { type Duty, isDone, isOpen } from './duty/duty.ts';
import { type DutyException, isExempt, laterDay } from './exceptions/exception.ts';
import type { ExceptionStore } from './exceptions/ports.ts';
import type { Obligation } from './obligation.ts';
import type { DutyStore, ObligationStore } from './ports.ts';

/** One round of an obligation, as it stands with one person. */
export interface OwnRound {
  readonly obligation: Obligation;
  readonly period: string;
  /** In the order of the courses. */
  readonly duties: readonly Duty[];
  readonly done: number;
  /** Nothing is owed now. */
  readonly exempt?: DutyException;
  /** There is another last day. */
  readonly later?: DutyException;
}

/** Rounds that are behind somebody are told for so long. */
const shownMs = 400 * 86_400_000;

/** What is required of somebody, and was lately: what is open first, by its last day, then what they are excepted from, then the rest. */
export async function myObligations(
  deps: {
    readonly obligations: Pick<ObligationStore, 'find'>;
    readonly duties: Pick<DutyStore, 'dutiesOf'>;
    readonly exceptions: Pick<ExceptionStore, 'exceptionsOf'>;
    readonly clock: Clock;
  },
  personId: PersonId,
): Promise<readonly OwnRound[]> {
  const now = deps.clock.now();
  const since = new Date(now.getTime() - shownMs).toISOString();
  const [all, exceptions] = await Promise.all([
    deps.duties.dutiesOf(personId),
    deps.exceptions.exceptionsOf(personId),
  ]);
  const shown = all.filter((duty) => !wasDropped(duty));
  const duties = shown.filter((duty) => isOpen(duty) || duty.changedAt > since);
  const rounds = [...Map.groupBy(duties, ({ obligationId, period }) => `${obligationId} ${period}`).values()];
  const own = await Promise.all(
    rounds.map(async (of) => {
      const [first] = of;
      const obligation = first && (await deps.obligations.find(first.agencyId, first.obligationId));
      if (!obligation) return [];
      const exception = exceptions.find((one) => one.obligationId === obligation.obligationId);
      return [roundOf(obligation, of, { exception, now })];
    }),
  );
  return own.flat().toSorted(byUrgency);
}

/** Its course is required of nobody any more: they were told, and owe what is there instead. */
const wasDropped = ({ state, released }: Duty): boolean =>
  state === 'released' && (released === 'course-skipped' || released === 'course-replaced');

function roundOf(
  obligation: Obligation,
  duties: readonly Duty[],
  { exception, now }: { readonly exception: DutyException | undefined; readonly now: Date },
): OwnRound {
  const { courseIds } = obligation;
  const period = duties[0]?.period ?? '';
  const isReleased = duties.some(({ released, state }) => state === 'released' && released === 'exempted');
  return {
    ...{ obligation, period, done: duties.filter(isDone).length },
    duties: duties.toSorted((a, b) => courseIds.indexOf(a.courseId) - courseIds.indexOf(b.courseId)),
    ...(exception && isReleased && isExempt(exception, now) && { exempt: exception }),
    ...(exception && laterDay(exception, period) !== undefined && { later: exception }),
  };
}

function byUrgency(a: OwnRound, b: OwnRound): number {
  return rank(a) - rank(b) || dayOf(a).localeCompare(dayOf(b));
}

function rank({ duties, exempt }: OwnRound): number {
  if (exempt) return 1;
  return duties.some(isOpen) ? 0 : 2;
}

const dayOf = ({ duties }: OwnRound): string =>
  (duties.some(isOpen) ? duties.filter(isOpen) : duties).map(({ dueOn }) => dueOn).toSorted()[0] ?? '';
