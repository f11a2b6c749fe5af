import { countedSpans, isBefore } from './effort/counted-spans.ts';
import { judgeEffort, proofOf } from './effort/judge-effort.ts';
import { allParts, judgeWindow } from './effort/judge-window.ts';
import { partsOfCompletion } from './effort/parts-of-completion.ts';
import { sessionsOf } from './effort/sessions.ts';
import type { EffortProof, EntryId, HoldReason, Part } from './ledger/entry.ts';
import type { Account } from './ledger/fold-accounts.ts';
import { type PersonStanding, type Place, placeOn } from './ledger/standing.ts';
import { localDateOf } from './local-date.ts';
import type { Completion } from './ports.ts';
import { type Rule, ruleFor } from './rules/rule.ts';

/** What a completion is found to be. */
export interface Judged {
  readonly parts: readonly Part[];
  /** Where the person was: whose rules it is judged by, and whose days the parts are. */
  readonly place: Place;
  readonly effort?: EffortProof;
  /** Why it is held. Where no row says from when on, nothing is. */
  readonly reasons: readonly HoldReason[];
  readonly ruleId: string;
}

/** One completion is one line. */
export const idOf = (registration: string) => registration as EntryId;

/** Which day brought how much, and why it must be looked at before it counts. */
export function judgeCompletion(
  completion: Completion,
  given: {
    readonly accounts: readonly Account[];
    readonly place: Place;
    readonly rules: readonly Rule[];
  },
): Judged {
  const { completedAt, moments, stated, shown } = completion;
  const { accounts, place, rules } = given;
  const on = localDateOf(Date.parse(completedAt), place.timeZone);
  const { agencyId } = place;
  const rule = ruleFor(rules, 'effort', { on, ...(agencyId !== undefined && { agencyId }) });
  const sessions = sessionsOf(moments, completedAt);
  const parts = partsOfCompletion(completion, sessions, {
    zone: place.timeZone,
    idleMs: (rule?.idleMinutes ?? 0) * 60_000,
  });
  const effort = sessions.length > 0 ? { effort: proofOf(sessions) } : {};
  const ruleId = rule?.ruleId ?? '';
  if (!rule) return { parts, place, reasons: [], ruleId, ...effort };
  const self = { at: completedAt, entryId: idOf(completion.registration) };
  const elsewhere = accounts.filter(({ earned }) => isBefore(earned, self)).flatMap(countedSpans);
  const measured = { parts: shown.here, all: allParts(shown) };
  const window = judgeWindow(completion, sessions, rule);
  const reasons = [
    ...judgeEffort(sessions, { stated, rule, elsewhere, measured }),
    ...(window ? [window] : []),
  ];
  return { parts, place, reasons, ruleId, ...effort };
}

/** A line stays where it was earned: nobody’s days and rules change by a move. */
export function placeOf({ earned }: Account, standing: PersonStanding): Place {
  const { agencyId, timeZone = placeThen({ completedAt: earned.at }, standing).timeZone } = earned;
  return { timeZone, ...(agencyId !== undefined && { agencyId }) };
}

/** Where the person was when the course was completed: it may be told, or told again, long after. */
export function placeThen({ completedAt }: Pick<Completion, 'completedAt'>, standing: PersonStanding): Place {
  return placeOn(standing, localDateOf(Date.parse(completedAt), standing.timeZone));
}
