import { inTurns } from '../spread/in-turns.ts';
import type { TeamTelling } from './ports.ts';
import { type RemindDeps, remindPerson } from './remind-person.ts';

/** Of one part and one round. */
const portion = 40;
/** The teams of one run; the rest are told with the next. */
const mostTeams = 200;

/**
 * Tells each learner once what is due, and then each supervisor once what that comes to in their team. A step is told once
 * however often and in how many places at once it is swept: notices have ids of their own, and a crash is followed by the same again.
 */
export async function remindDue(
  deps: RemindDeps,
  { untilMs }: { readonly untilMs: number },
): Promise<{ readonly told: number; readonly teams: number }> {
  let told = 0;
  let isThrough = true;
  for (let part = 0; part < deps.tellings.reminderParts; part += 1) {
    const of = await remindPart(deps, part, untilMs);
    told += of.told;
    isThrough &&= of.isThrough;
  }
  // Somebody of the team may still be among those that are left.
  return { told, teams: isThrough ? await tellTeams(deps) : 0 };
}

async function remindPart(deps: RemindDeps, part: number, untilMs: number) {
  let told = 0;
  for (;;) {
    const now = deps.clock.now();
    if (now.getTime() >= untilMs) return { told, isThrough: false };
    const due = await deps.tellings.listDueReminders(part, now.toISOString(), portion);
    const people = new Set(due.map(({ personId }) => personId));
    const counts = await inTurns([...people], (personId) => remindPerson(deps, personId));
    told += counts.reduce((sum, count) => sum + count, 0);
    // Whoever was told stands further behind now; lists that lag come with the next run.
    if (due.length < portion || counts.every((count) => count === 0)) {
      return { told, isThrough: due.length < portion };
    }
  }
}

async function tellTeams(deps: RemindDeps): Promise<number> {
  const due = await deps.tellings.listDueTeams(deps.clock.now().toISOString(), mostTeams);
  await inTurns(due, (telling) => tellTeam(deps, telling));
  return due.length;
}

async function tellTeam({ tellings, teller }: RemindDeps, telling: TeamTelling): Promise<void> {
  const { supervisorId, day, step } = telling;
  const people = await tellings.countTeam(telling);
  const id = `team-duties:${day}:${step}`;
  if (people > 0) await teller.tellSupervisor({ supervisorId, step, people, id });
  await tellings.closeTeam(telling);
}
