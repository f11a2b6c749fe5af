import { sessionOfShare } from '@sinau/collaboration';
import { meetingOfShare } from '@sinau/collaboration/communities';
import {
  answerHold,
  capOf,
  decideHold,
  type EntryId,
  forms,
  type Hold,
  HoldNotFound,
  isVerified,
  type Line,
  listHolds,
  readHold,
  readLedger,
  type YearLedger,
} from '@sinau/credit';
import type { Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { rowsByLine } from '@sinau/siasn-sync';
import {
  type CreditLineView,
  type CreditPorts,
  type CreditYearView,
  type HoldView,
  progressOf,
} from '@sinau/web';
import { communityPath, pairPath } from '../shared/pair-path.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { siasnStanding } from '../shared/siasn-standing.ts';
import { aheadOf, type CurrentDeps, currentCourses, jpOf } from './current-courses.ts';
import type { PortalDeps } from './deps.ts';

type Deps = CurrentDeps & Pick<PortalDeps, 'credit' | 'people' | 'signer' | 'siasnRows'>;

/** Use cases of the ledger of JP, for learners and for administrators of agencies. */
export function joinCredit(deps: Deps): CreditPorts {
  const setting = async () => ({ ...(await deps.credit()), clock: deps.clock });
  return {
    yearOf: (reader, asked) => ledgerOf(deps, reader, asked),
    ownHoldOf: async (reader, about) => {
      const { credit } = await setting();
      const hold = await credit.findHold(reader.personId, about as EntryId);
      if (!hold) throw new HoldNotFound();
      return holdView(hold);
    },
    answer: async (principal, { about, words }) =>
      answerHold(await setting(), { principal, about: about as EntryId, words }),
    heldOf: async (reader, token) => heldOf(deps, reader, token),
    holdOf: async (principal, place) => {
      const hold = await readHold(await setting(), { principal, ...placeOf(place) });
      const [named] = await withNames(deps, [hold]);
      return named ?? holdView(hold);
    },
    decide: async (principal, { personId, about, ...decision }) => {
      await decideHold(await setting(), { principal, ...placeOf({ personId, about }), ...decision });
    },
  };
}

const placeOf = ({ personId, about }: { readonly personId: string; readonly about: string }) => ({
  personId: personId as PersonId,
  about: about as EntryId,
});

async function ledgerOf(
  deps: Deps,
  { personId }: PersonPrincipal,
  { year, show }: Parameters<CreditPorts['yearOf']>[1],
): Promise<CreditYearView> {
  const when = { now: deps.clock.now(), ...(year !== undefined && { year }) };
  const [ledger, rows] = await Promise.all([
    readLedger(await deps.credit(), { personId, ...when }),
    rowsByLine({ rows: await deps.siasnRows() }, personId),
  ]);
  if (!ledger) throw new Error('the reader is no person');
  const withSiasn = (view: CreditYearView): CreditYearView => ({
    ...view,
    lines: view.lines.map((line) => {
      const row = rows.get(line.about);
      return row ? { ...line, siasn: siasnStanding(row) } : line;
    }),
  });
  if (show === undefined) return withSiasn(yearView(ledger));
  if (show !== 'running' && show !== 'planned') return withSiasn(showLines(ledger, show));
  // What runs and what is planned is so now, whatever year is looked at.
  const ahead = aheadOf(await currentCourses(deps, personId))[show].filter(({ course }) => course.jp);
  const courses = ahead.map(({ course }) => ({
    ...{ courseId: course.courseId, title: course.title },
    ...{ jp: course.jp ?? (0 as Jp), percent: progressOf(course).percent },
  }));
  return { ...yearView(ledger), lines: [], part: { show, sum: jpOf(ahead), courses } };
}

/** Exactly the lines that one number of the home page is made of. */
function showLines(ledger: YearLedger, show: 'recognised' | 'held' | 'left'): CreditYearView {
  const { total, lines: ofYear, inPeriod = ofYear } = ledger;
  const isMeant = (line: Line) => (show === 'held' ? line.reasons.includes('held') : line.recognised > 0);
  // Of a maximum the home page tells what is recognised in the year of the contract.
  const lines = (show === 'recognised' ? inPeriod : ofYear).filter(isMeant);
  const sum = lines.reduce(
    (all, { computed, recognised }) => all + (show === 'held' ? computed : recognised),
    0,
  );
  const least = total.minimum?.jp ?? (0 as Jp);
  const shown = show === 'left' ? Math.max(least - sum, 0) : sum;
  return { ...yearView({ ...ledger, lines }), part: { show, sum: shown as Jp } };
}

function yearView({ total, lines, holds, standing, years }: YearLedger): CreditYearView {
  const { year, stated, computed, recognised, held, status, countsBy, minimum, maximum, unbound } = total;
  const holdOf = new Map(holds.map((hold) => [hold.about, hold]));
  return {
    ...{ year, stated, computed, recognised, held, countsBy, assumed: standing.assumed },
    years: [...new Set([year, ...years])].toSorted((a, b) => b - a),
    ...(status && { status }),
    ...(minimum && { minimum: { jp: minimum.jp, met: minimum.met, ...groundOf(minimum.rule) } }),
    ...(maximum && {
      maximum: {
        ...{ jp: maximum.jp, recognised: maximum.recognised, from: maximum.from, to: maximum.to },
        ...groundOf(maximum.rule),
      },
    }),
    ...(unbound?.maximum !== undefined && { unbound: { jp: unbound.maximum, ...groundOf(unbound) } }),
    // What was earned last is looked for first.
    lines: lines.map((line) => lineView(line, holdOf.get(line.account.earned.entryId))).toReversed(),
  };
}

const groundOf = ({ legalBasis, verified }: { readonly legalBasis: string; readonly verified: boolean }) => ({
  legalBasis,
  verified,
});

/** Where it was learned, for the link to it. */
function placeOfSource(source: Line['account']['earned']['source']) {
  if (source.kind === 'course') return { courseId: source.courseId };
  if (source.kind === 'event') return { eventId: source.eventId };
  if (source.kind === 'shared') {
    const meeting = meetingOfShare(source.shareId);
    if (meeting) return { sharedAt: communityPath(meeting.communityId, meeting.meetingId) };
    const place = sessionOfShare(source.shareId);
    return place ? { sharedAt: pairPath(place.pairId, place.sessionId) } : {};
  }
  return { learningId: source.learningId };
}

function lineView(line: Line, hold: Hold | undefined): CreditLineView {
  const { account, endsOn, stated, computed, recognised, parts, reasons, rule } = line;
  const { entryId, title, source, form: code, abroad, effort } = account.earned;
  const form = forms.find((one) => one.code === code);
  const { capPeriod, capMeasure } = rule ?? {};
  const amount = rule && capOf(rule, abroad);
  return {
    ...{ about: entryId, title, endsOn, stated, computed, recognised, reasons },
    form: { id: form?.id ?? code, en: form?.en ?? code },
    ...placeOfSource(source),
    days: parts.map(({ date, computed: worth, recognised: counts }) => ({
      ...{ date, computed: worth, recognised: counts },
    })),
    ...(effort && { seconds: effort.seconds }),
    ...(rule && {
      ground: { legalBasis: rule.legalBasis, verified: isVerified(rule, abroad) },
    }),
    ...(amount !== undefined &&
      capPeriod &&
      capMeasure && {
        cap: { amount, period: capPeriod, measure: capMeasure },
      }),
    ...(hold && { hold: holdView(hold) }),
  };
}

function holdView(hold: Hold): HoldView {
  const { agencyId: _, entryId: __, decision, ...rest } = hold;
  return { ...rest, ...(decision && { decision: { words: decision.words, at: decision.at } }) };
}

async function heldOf(deps: Deps, principal: PersonPrincipal, token: string | undefined) {
  const { agencyId } = principal;
  if (agencyId === undefined) return { holds: [] };
  const pages = sealedPages(deps, { list: 'held-jp', by: principal });
  const { holds, next } = await listHolds(await deps.credit(), { agencyId, ...pages.open(token) });
  return {
    holds: await withNames(deps, holds),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

async function withNames({ people }: Deps, holds: readonly Hold[]): Promise<readonly HoldView[]> {
  const found = await people.findMany([...new Set(holds.map(({ personId }) => personId))]);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  return holds.map((hold) => ({ ...holdView(hold), learner: names.get(hold.personId) ?? '–' }));
}
