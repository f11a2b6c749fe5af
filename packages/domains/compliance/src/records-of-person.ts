import type { PersonId } from '@sinau/kernel';
import type { CountedRecord, DueRecord, DutyRecord, YearRecord, YearStanding } from './counted.ts';
import { isOpen, recordKey } from './counted.ts';
import type { CountedPerson, Duty, YearCredit } from './ports.ts';

/** What is counted of somebody, made of what is true of them; the same for the same truth. */
export function recordsOfPerson(truth: {
  readonly personId: PersonId;
  readonly person: CountedPerson;
  readonly years: readonly YearCredit[];
  readonly duties: readonly Duty[];
  /** Day of the calendar. */
  readonly today: string;
}): readonly CountedRecord[] {
  const duties = inUnits(truth.duties.flatMap((duty) => dutyRecord(truth, duty)));
  return [...truth.years.flatMap((year) => yearRecord(truth, year)), ...duties, ...dueRecords(duties)];
}

interface Whose {
  readonly personId: PersonId;
  readonly person: CountedPerson;
  readonly today: string;
}

/** A year that is over counts where they were on its last day. */
function yearRecord({ personId, person, today }: Whose, credit: YearCredit): readonly YearRecord[] {
  const lastDay = `${credit.year}-12-31`;
  const place = person.placeOn(today < lastDay ? today : lastDay);
  if (!place) return [];
  const { year, status, recognised, minimum, maximum } = credit;
  const standing = standingOf(credit);
  const turns = standing === 'at-maximum' && maximum && maximum.to < lastDay;
  return [
    {
      ...{ kind: 'year', personId, name: person.name, ...place, year, status, recognised },
      standing,
      ...(minimum !== undefined && { minimum }),
      ...(maximum && { maximum: maximum.jp }),
      ...(turns && { fullUntil: maximum.to }),
    },
  ];
}

function standingOf({ recognised, minimum, maximum }: YearCredit): YearStanding {
  if (minimum !== undefined) return recognised >= minimum ? 'met' : 'below';
  if (maximum) return maximum.recognised >= maximum.jp ? 'at-maximum' : 'within';
  return 'unruled';
}

/** Of an agency that they have left nothing is owed. */
function dutyRecord({ personId, person }: Whose, duty: Duty): readonly DutyRecord[] {
  const place = person.agencies.find(({ agencyId }) => agencyId === duty.agencyId);
  if (!place) return [];
  const { obligationId, period, courseId, state, dueOn, overAt } = duty;
  return [
    {
      ...{ kind: 'duty', personId, name: person.name, ...place, obligationId, period, courseId, state },
      ...(dueOn !== undefined && { dueOn }),
      ...(overAt !== undefined && { overAt }),
    },
  ];
}

/** Each is one of several for somebody or the first: the same whatever order they are read in. */
function inUnits(duties: readonly DutyRecord[]): readonly DutyRecord[] {
  const order = (duty: DutyRecord) => JSON.stringify(recordKey(duty));
  const asked = duties.filter(({ state }) => state !== 'released');
  const firsts = [
    ...Map.groupBy(asked, ({ agencyId, period }) => JSON.stringify([agencyId, period])).values(),
  ].map((group) => group.map(order).toSorted()[0]);
  return duties.map((duty) => ({ ...duty, inUnit: firsts.includes(order(duty)) ? 'first' : 'further' }));
}

function dueRecords(duties: readonly DutyRecord[]): readonly DueRecord[] {
  const byAgency = Map.groupBy(duties.filter(isOpen), ({ agencyId }) => agencyId);
  return [...byAgency.values()].flatMap((open) => {
    const [first] = open;
    if (!first) return [];
    const { personId, name, agencyId, unitId } = first;
    const [dueOn] = open.flatMap((duty) => duty.dueOn ?? []).toSorted();
    const [overAt] = open.flatMap((duty) => duty.overAt ?? []).toSorted();
    return [
      {
        ...{ kind: 'due', personId, name, agencyId, open: open.length },
        ...(unitId !== undefined && { unitId }),
        ...(dueOn !== undefined && { dueOn }),
        ...(overAt !== undefined && { overAt }),
      } satisfies DueRecord,
    ];
  });
}
