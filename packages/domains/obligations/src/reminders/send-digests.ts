import type { Clock, PersonId } from '@sinau/kernel';
import { isOpen } from '../duty/duty.ts';
import { localDayOf } from '../local-day.ts';
import type { DutyStore, MemberDirectory } from '../ports.ts';
import { inTurns } from '../spread/in-turns.ts';
import { nextDigest } from './next-digest.ts';
import type { DigestTurn, DutyTeller, LearningDirectory, TeamDirectory, TellingStore } from './ports.ts';

export interface DigestDeps {
  readonly tellings: TellingStore;
  readonly duties: Pick<DutyStore, 'dutiesOf'>;
  readonly members: Pick<MemberDirectory, 'memberOf'>;
  readonly learning: LearningDirectory;
  readonly teams: TeamDirectory;
  readonly teller: Pick<DutyTeller, 'sendDigest'>;
  readonly clock: Clock;
}

const portion = 40;

/** Something was opened for somebody: they get the letter of the week from the next Monday on. */
export async function startDigest(
  { tellings, members, clock }: Pick<DigestDeps, 'tellings' | 'members' | 'clock'>,
  personId: PersonId,
): Promise<void> {
  const member = await members.memberOf(personId);
  if (member) await tellings.addDigest({ personId, at: nextDigest(member.timeZone, clock.now()) });
}

/**
 * Sends the letters that are due. Who has nothing open gets none, and no further turn before something is; whoever leads a team keeps the turn, and is left alone
 * in weeks in which there is nothing to tell.
 */
export async function sendDigests(
  deps: DigestDeps,
  { untilMs }: { readonly untilMs: number },
): Promise<number> {
  let sent = 0;
  for (let part = 0; part < deps.tellings.reminderParts; part += 1) {
    for (;;) {
      const now = deps.clock.now();
      if (now.getTime() >= untilMs) return sent;
      const due = await deps.tellings.listDueDigests(part, now.toISOString(), portion);
      const outcomes = await inTurns(due, (turn) => sendOne(deps, turn));
      sent += outcomes.filter(Boolean).length;
      if (due.length < portion) break;
    }
  }
  return sent;
}

async function sendOne(deps: DigestDeps, turn: DigestTurn): Promise<boolean> {
  const { personId } = turn;
  const member = await deps.members.memberOf(personId);
  if (!member) {
    await deps.tellings.moveDigest(turn, undefined);
    return false;
  }
  const [all, learning, news] = await Promise.all([
    deps.duties.dutiesOf(personId),
    deps.learning.openLearningOf(personId),
    deps.teams.newsOf(personId),
  ]);
  const team = news?.action === undefined ? undefined : news;
  const duties = all.filter(isOpen).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const required = new Set(duties.map(({ courseId }) => courseId));
  const courseIds = learning.courseIds.filter((courseId) => !required.has(courseId));
  const hasOpen = duties.length + courseIds.length > 0;
  const isNews = hasOpen || team !== undefined;
  const now = deps.clock.now();
  if (isNews) {
    // Of the week that begins: two sweeps of one turn are one letter.
    const id = `weekly-digest:${localDayOf(new Date(turn.at), member.timeZone)}`;
    await deps.teller.sendDigest(personId, id, {
      ...{ ...learning, courseIds, duties },
      ...(team && { team }),
    });
  }
  await deps.tellings.moveDigest(turn, hasOpen || news ? nextDigest(member.timeZone, now) : undefined);
  return isNews;
}
