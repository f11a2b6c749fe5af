import { addDays, type Clock, localDateOf, type PersonId, type TimeZone, weekdayOf } from '@sinau/kernel';
import { groupOf, type SignerOf } from './assign.ts';
import { type Fit, fitOf } from './eligible.ts';
import { type Experiment, isRunning, lateDays, type Met, nudgeKinds, outcomeDays } from './experiment.ts';
import { nextTurn } from './next-turn.ts';
import type { LearningFacts, NudgedPerson, NudgeStore, NudgeTeller, NudgeTurn } from './ports.ts';

export interface NudgeDeps {
  readonly nudges: NudgeStore;
  readonly learning: LearningFacts;
  readonly teller: NudgeTeller;
  readonly signerOf: SignerOf;
  readonly clock: Clock;
}

/** Of one part and one list. */
const portion = 40;
const dayMs = 86_400_000;

/** A course was opened for somebody: they are looked at from the next Wednesday on. */
export async function startNudges(
  { nudges, clock }: { readonly nudges: Pick<NudgeStore, 'addTurn'>; readonly clock: Clock },
  { personId, timeZone }: { readonly personId: PersonId; readonly timeZone: TimeZone },
): Promise<void> {
  await nudges.addTurn({ personId, at: nextTurn(timeZone, clock.now()) });
}

/**
 * Looks at everybody whose turn has come. Whoever a nudge fits is noted first, in either group (intention to treat), and then told unless they are held
 * out; a turn that breaks off in between goes on with what was noted. Tells how many were noted.
 */
export async function runNudges(deps: NudgeDeps, { untilMs }: { readonly untilMs: number }): Promise<number> {
  const running = (await deps.nudges.experiments()).filter((one) => isRunning(one, deps.clock.now()));
  let met = 0;
  for (let part = 0; part < deps.nudges.parts; part += 1) {
    for (;;) {
      const now = deps.clock.now();
      if (now.getTime() >= untilMs) return met;
      const due = await deps.nudges.listDueTurns(part, now.toISOString(), portion);
      for (const turn of due) met += await lookAt(deps, running, turn);
      if (due.length < portion) break;
    }
  }
  return met;
}

async function lookAt(deps: NudgeDeps, running: readonly Experiment[], turn: NudgeTurn): Promise<number> {
  const person = await deps.learning.personOf(turn.personId);
  const met = person ? await nudge(deps, running, { turn, person }) : 0;
  const isOpen = person !== undefined && person.courses.length > 0;
  // Whoever has nothing open gets a turn again with the next course.
  await deps.nudges.moveTurn(turn, isOpen ? nextTurn(person.timeZone, deps.clock.now()) : undefined);
  return met;
}

async function nudge(
  deps: NudgeDeps,
  running: readonly Experiment[],
  { turn, person }: { readonly turn: NudgeTurn; readonly person: NudgedPerson },
): Promise<number> {
  const { nudges, clock, signerOf } = deps;
  const before = await nudges.metBy(turn.personId);
  const begun = before.find(({ turnAt }) => turnAt === turn.at);
  const now = clock.now();
  if (begun) {
    const experiment = running.find((one) => isOf(one, begun));
    const fit = experiment && fitOf(experiment, person, now);
    if (fit && person.mayNudge) await tellUnlessHeldOut(deps, begun, fit);
    return 0;
  }
  if (!person.mayNudge || isMetThisWeek(before, person.timeZone, now)) return 0;
  const fit = firstFit(running, { before, person, now });
  if (!fit) return 0;
  const { kind, version } = fit.experiment;
  const met: Met = {
    ...{ personId: turn.personId, kind, version, turnAt: turn.at, at: now.toISOString() },
    group: groupOf(signerOf, fit.experiment, turn.personId),
    ...(person.agencyId !== undefined && { agencyId: person.agencyId }),
    settleAt: new Date(now.getTime() + (outcomeDays + lateDays) * dayMs).toISOString(),
  };
  if ((await nudges.meet(met)) === 'was-met') return 0;
  await tellUnlessHeldOut(deps, met, fit);
  return 1;
}

const isOf = (one: Experiment, { kind, version }: Met): boolean =>
  one.kind === kind && one.version === version;

/** One nudge a week at most, across kinds; being held out of one counts as one, or groups would be met unequally often. */
function isMetThisWeek(before: readonly Met[], zone: TimeZone, now: Date): boolean {
  const today = localDateOf(now.getTime(), zone);
  const monday = addDays(today, 1 - weekdayOf(today));
  return before.some(({ at }) => localDateOf(Date.parse(at), zone) >= monday);
}

function firstFit(
  running: readonly Experiment[],
  of: { readonly before: readonly Met[]; readonly person: NudgedPerson; readonly now: Date },
): Fit | undefined {
  for (const kind of nudgeKinds) {
    const experiment = running.find((one) => one.kind === kind);
    if (!experiment || of.before.some((met) => isOf(experiment, met))) continue;
    const fit = fitOf(experiment, of.person, of.now);
    if (fit) return fit;
  }
  return undefined;
}

async function tellUnlessHeldOut({ teller }: NudgeDeps, met: Met, { course }: Fit): Promise<void> {
  if (met.group === 'held-out') return;
  const { personId, kind, version } = met;
  await teller.tell({
    ...{ noticeId: `nudge:${kind}:${version}`, personId, kind },
    ...(course && { course: { courseId: course.courseId, title: course.title } }),
  });
}
