import type { Clock, Jp } from '@sinau/kernel';
import type { Entry } from '../ledger/entry.ts';
import type { StandingDirectory } from '../ledger/standing.ts';
import type { LedgerStore, RuleStore } from '../ports.ts';
import { type Line, recognise } from '../recognise.ts';
import { nationalRules } from '../rules/national-rules.ts';
import { conversionFor } from '../rules/rule.ts';
import { rulesFor } from '../rules-for.ts';
import { valuesOf } from '../values-of.ts';
import type { Attendance } from './attendance.ts';
import { attendanceEntryId, earnedOf } from './follow-attendance.ts';
import { partsOfAttendance } from './parts-of-attendance.ts';

/** What would be recognised of it beside everything that the person has. Nothing is written. */
export async function estimateAttendance(
  deps: {
    readonly credit: Pick<LedgerStore, 'entriesOf'> & RuleStore;
    readonly standings: StandingDirectory;
    readonly clock: Clock;
  },
  attendance: Attendance,
): Promise<Line | undefined> {
  const { personId, learningId, agencyId, form, endsOn } = attendance;
  const standing = await deps.standings.standingOf(personId);
  if (!standing) return undefined;
  const entryId = attendanceEntryId(learningId);
  const all = await deps.credit.entriesOf(personId);
  const others = all.filter(
    (entry) => entry.entryId !== entryId && !('about' in entry && entry.about === entryId && isOfDays(entry)),
  );
  const rules = await rulesFor(deps, { entries: others, standing: { ...standing, agencyId } });
  const rule = conversionFor(rules, form, { on: endsOn, agencyId });
  const earned = earnedOf(attendance, partsOfAttendance(attendance, rule?.unit), deps.clock);
  const lines = recognise([...others, earned], { rules, standing });
  return lines.find(({ account }) => account.earned.entryId === entryId);
}

type AskedForm = Pick<Attendance, 'agencyId' | 'form'> & { readonly on: string };

/** What was decided about it stays; what it says is said anew. */
const isOfDays = ({ kind }: Entry): boolean => kind === 'corrected' || kind === 'reversed';

/** What a form is counted in on that day; undefined where no rule says. */
export async function unitOfForm(deps: { readonly credit: RuleStore }, asked: AskedForm) {
  return (await ruleOfForm(deps, asked))?.unit;
}

/** JP of one unit on that day, caps aside; undefined where it is counted as printed, or is worth nothing. */
export async function worthOfUnit(
  deps: { readonly credit: RuleStore },
  { abroad, ...asked }: AskedForm & Pick<Attendance, 'abroad'>,
): Promise<Jp | undefined> {
  const rule = await ruleOfForm(deps, asked);
  if (!rule || rule.unit === 'programme_jp') return undefined;
  const [worth = 0] = valuesOf(rule, [{ date: asked.on, amount: 100 }], abroad);
  return worth > 0 ? (worth as Jp) : undefined;
}

/** What its rule makes of the whole, caps aside; undefined where no rule says. */
export async function countAttendance(
  deps: { readonly credit: RuleStore },
  attendance: Omit<Attendance, 'personId' | 'learningId' | 'title' | 'verifiedAt' | 'stands' | 'because'>,
): Promise<Jp | undefined> {
  const { agencyId, form, endsOn, abroad } = attendance;
  const rule = await ruleOfForm(deps, { agencyId, form, on: endsOn });
  if (!rule) return undefined;
  const values = valuesOf(rule, partsOfAttendance(attendance, rule.unit), abroad);
  return values.reduce((sum, value) => sum + value, 0) as Jp;
}

async function ruleOfForm({ credit }: { readonly credit: RuleStore }, asked: AskedForm) {
  const own = await credit.rulesOf([asked.agencyId]);
  return conversionFor([...nationalRules, ...own], asked.form, asked);
}
