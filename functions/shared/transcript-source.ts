import type { CourseStore } from '@sinau/catalogue';
import type { TranscriptFacts, TranscriptLine, TranscriptReason, TranscriptSource } from '@sinau/credentials';
import { forms, type Line, type LineReason, readLedger, type YearLedger, type YearRule } from '@sinau/credit';
import type { LearningStore } from '@sinau/external-learning';
import {
  currentEmployeeNumber,
  type OrganisationStore,
  organisationName,
  type PeopleStore,
  type Person,
  serviceOf,
} from '@sinau/identity';
import { type Clock, localDateOf, maskEmployeeNumber } from '@sinau/kernel';
import type { CreditDesk } from './credit-desk.ts';
import { organisersOf } from './organiser-of.ts';

export interface TranscriptSourceDeps extends CreditDesk {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly learnings: Pick<LearningStore, 'find'>;
  readonly clock: Clock;
}

/** A year of the ledger of JP with who somebody was in it, as transcripts print it. */
export function createTranscriptSource(deps: TranscriptSourceDeps): TranscriptSource {
  return {
    read: async ({ personId, year }) => {
      const [person, ledger] = await Promise.all([
        deps.people.find(personId),
        readLedger(deps, { personId, year, now: deps.clock.now() }),
      ]);
      return person && ledger && { ...(await whoOf(deps, person, year)), ...(await hoursOf(deps, ledger)) };
    },
  };
}

/** As of today, or of the last day of a year that is over. */
async function whoOf(deps: TranscriptSourceDeps, person: Person, year: number) {
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const { post, station, timeZone } = serviceOf(person, today < `${year}-12-31` ? today : `${year}-12-31`);
  const agencyId = station?.agencyId ?? (person.home.kind === 'agency' ? person.home.agencyId : undefined);
  const agency = agencyId && (await organisationName(deps, { kind: 'agency', agencyId }));
  const number = currentEmployeeNumber(person);
  return {
    ...{ holderName: person.name, timeZone },
    ...(number && { maskedEmployeeNumber: maskEmployeeNumber(number.value) }),
    ...(agency && { agency }),
    ...(post && { post: post.title }),
  };
}

const groundOf = ({ legalBasis, verified }: YearRule) => ({ legalBasis, verified });

async function hoursOf(
  deps: TranscriptSourceDeps,
  { total, lines, standing }: YearLedger,
): Promise<Omit<TranscriptFacts, 'holderName' | 'timeZone'>> {
  const { year, stated, computed, recognised, held, status, minimum, maximum, unbound } = total;
  const organiserOf = organisersOf(deps);
  const shown: TranscriptLine[] = [];
  // One after the other: a year has some dozens, and most are of few courses.
  for (const line of lines) {
    const reasons = shownReasons(line);
    if (reasons) shown.push(await lineOf(line, { reasons, organiser: await organiserOf(line) }));
  }
  return {
    ...{ year, stated, computed, recognised, held, assumed: standing.assumed, lines: shown },
    // What is assumed is said to be, and is no fact about the person.
    ...(status && !standing.assumed.includes('status') && { status }),
    ...(minimum && { minimum: { jp: minimum.jp, met: minimum.met, ...groundOf(minimum.rule) } }),
    ...(maximum && {
      maximum: {
        ...{ jp: maximum.jp, recognised: maximum.recognised, from: maximum.from, to: maximum.to },
        ...groundOf(maximum.rule),
      },
    }),
    ...(unbound?.maximum !== undefined && { unbound: { jp: unbound.maximum, ...groundOf(unbound) } }),
  };
}

/** What was taken back, refused, or counted already stands in no sum of the year either. */
const leftOut: ReadonlySet<LineReason> = new Set<LineReason>(['rejected', 'reversed', 'duplicate']);

function shownReasons({ reasons }: Line): readonly TranscriptReason[] | undefined {
  if (reasons.some((reason) => leftOut.has(reason))) return undefined;
  return reasons as readonly TranscriptReason[];
}

function lineOf(
  { account, endsOn, stated, computed, recognised, parts }: Line,
  of: { readonly reasons: readonly TranscriptReason[]; readonly organiser: string | undefined },
): TranscriptLine {
  const { title, form: code } = account.earned;
  return {
    ...{ from: parts[0]?.date ?? endsOn, to: endsOn },
    title: title.id ?? Object.values(title)[0] ?? '–',
    form: forms.find((one) => one.code === code)?.id ?? code,
    ...{ stated, computed, recognised, reasons: of.reasons },
    ...(of.organiser !== undefined && { organiser: of.organiser }),
  };
}
