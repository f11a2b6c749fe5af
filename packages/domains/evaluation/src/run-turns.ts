import type { Clock, LanguageMap, PersonId } from '@sinau/kernel';
import {
  appliedClosesAt,
  type Evaluation,
  evaluationDays,
  isAppliedOpen,
  morningAfter,
  type Turn,
} from './evaluation.ts';
import type { EvaluationStore } from './ports.ts';

/** Who decides for somebody now. */
export interface SupervisorDirectory {
  /** Undefined for nobody. Rejects with `Unavailable`. */
  supervisorOf(personId: PersonId): Promise<PersonId | undefined>;
}

/** Tells people, in the inbox and by mail; the same `noticeId` once. Rejects with `Unavailable`. */
export interface EvaluationTeller {
  tellLearner(told: {
    readonly noticeId: string;
    readonly personId: PersonId;
    readonly step: Turn['step'];
    readonly title: LanguageMap;
    readonly evaluationId: string;
    /** How many beside this one. */
    readonly others: number;
    readonly closesAt: string;
  }): Promise<void>;
  tellSupervisor(told: {
    readonly noticeId: string;
    readonly personId: PersonId;
    readonly step: Turn['step'];
  }): Promise<void>;
}

interface Deps {
  readonly evaluations: EvaluationStore;
  readonly supervisors: SupervisorDirectory;
  readonly teller: EvaluationTeller;
  readonly clock: Clock;
}

/**
 * Asks learners and their supervisors what came of it once its day has come, and once more those who have not answered. People are told before the
 * turn goes on, so that a crash in between tells nobody nothing; the id of a notice is that of the person, day and step, so that nobody is told twice,
 * and who is asked of five courses on one day is told once.
 */
export async function runTurns(deps: Deps, { limit }: { readonly limit: number }): Promise<number> {
  const now = deps.clock.now().toISOString();
  const due: Evaluation[] = [];
  for (const place of await deps.evaluations.due(now, limit)) {
    const found = await deps.evaluations.find(place);
    if (found?.turn && found.turn.at <= now) due.push(found);
  }
  let told = 0;
  for (const all of Map.groupBy(due, ({ personId, turn }) => `${turn?.step} ${personId}`).values()) {
    told += await runPerson(deps, all, now);
  }
  return told;
}

async function runPerson(deps: Deps, all: readonly Evaluation[], now: string): Promise<number> {
  const [first] = all;
  if (!first?.turn) return 0;
  const { personId } = first;
  const { step } = first.turn;
  const supervisorId = step === 'ask' ? await deps.supervisors.supervisorOf(personId) : undefined;
  const next = all.map((before) => ({ before, after: nextOf(before, { now, supervisorId, personId }) }));
  const day = now.slice(0, 10);
  const own = next.filter(({ after }) => isAppliedOpen(after, now) && !after.applied);
  const [one, ...others] = own;
  if (one) {
    await deps.teller.tellLearner({
      ...{ noticeId: `evaluation-${step}:${day}:${personId}`, personId, step },
      ...{ title: one.after.title, evaluationId: one.after.evaluationId, others: others.length },
      closesAt: appliedClosesAt(one.after) ?? now,
    });
  }
  const waiting = next.filter(
    ({ after }) => after.asked?.supervisorId !== undefined && isAppliedOpen(after, now) && !after.supervisor,
  );
  for (const supervisor of new Set(waiting.flatMap(({ after }) => after.asked?.supervisorId ?? []))) {
    const noticeId = `evaluation-team-${step}:${day}:${supervisor}`;
    await deps.teller.tellSupervisor({ noticeId, personId: supervisor, step });
  }
  // Somebody who answers this moment is met by the next run.
  for (const { before, after } of next) await deps.evaluations.step(before, after);
  return own.length + waiting.length;
}

function nextOf(
  { turn, ...before }: Evaluation,
  asking: {
    readonly now: string;
    readonly supervisorId: PersonId | undefined;
    readonly personId: PersonId;
  },
): Evaluation {
  if (turn?.step !== 'ask') return before;
  const { now, supervisorId, personId } = asking;
  const isOther = supervisorId !== undefined && supervisorId !== personId;
  return {
    ...before,
    asked: { at: now, ...(isOther && { supervisorId }) },
    turn: { step: 'remind', at: morningAfter(now, evaluationDays.remindedAfter) },
  };
}
