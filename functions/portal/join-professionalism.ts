import { readLines } from '@sinau/credit';
import { type Person, serviceOf } from '@sinau/identity';
import { type AgencyId, localDateOf, type PersonPrincipal } from '@sinau/kernel';
import {
  askForOfficial,
  asksAgainAt,
  differencesOf,
  forgetFacts,
  OfficialNotRead,
  type OwnIndex,
  ownFactsSchema,
  readIndex,
  readOfficial,
  setFacts,
} from '@sinau/professionalism';
import { isReading, wantIndex } from '@sinau/siasn-sync';
import type { IndexPorts, IndexView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<
  PortalDeps,
  'credit' | 'people' | 'indexFacts' | 'officialIndexes' | 'siasnReading' | 'clock'
>;

/** Everybody's own professionalism index: as BKN has set it, and simulated from the ledger of JP and what they tell. */
export function joinProfessionalism(deps: Deps): IndexPorts {
  return {
    indexOf: (reader) => indexOf(deps, reader),
    set: async (principal, { facts, rev }) =>
      setFacts(
        { facts: await deps.indexFacts(), clock: deps.clock },
        { principal, facts: requestOfForm(ownFactsSchema, facts), rev },
      ),
    forget: async (principal) => forgetFacts({ facts: await deps.indexFacts() }, { principal }),
    askOfficial: (principal) => askOfficial(deps, principal),
  };
}

const homeOf = ({ home }: Pick<Person, 'home'>): AgencyId | undefined =>
  home.kind === 'agency' ? home.agencyId : undefined;

async function indexOf(deps: Deps, { personId }: PersonPrincipal): Promise<IndexView> {
  const [found, person, facts] = await Promise.all([
    deps.credit().then((credit) => readLines(credit, { personId })),
    deps.people.find(personId),
    deps.indexFacts(),
  ]);
  if (!found || !person) throw new Error('the reader is no person');
  const { standing } = found.basis;
  const today = localDateOf(deps.clock.now().getTime(), standing.timeZone);
  const { post, education } = serviceOf(person, today);
  const lines = found.lines.map((line) => ({
    ...{ form: line.account.earned.form, year: line.year, recognised: line.recognised },
  }));
  const simulated = (year: number) =>
    readIndex(
      { facts },
      {
        ...{ personId, year, lines },
        ...(post && { postFamily: post.family }),
        ...(education && { educationLevel: education }),
      },
    );
  const [index, official] = await Promise.all([
    simulated(Number(today.slice(0, 4))),
    officialOf(deps, { person, simulated }),
  ]);
  const status = standing.statuses.at(-1)?.status;
  return { ...viewOf(index), ...(status && { status }), official };
}

function viewOf(index: OwnIndex): Omit<IndexView, 'status' | 'official'> {
  const { formula, evidence, simulation, own, steps, rev, recordedKind, recordedEducation, year } = index;
  return {
    ...{ year, own, rev, steps, legalBasis: formula.legalBasis, unverified: formula.unverified },
    technicalJp: formula.technicalJp,
    ...(recordedKind && { recordedKind }),
    ...(recordedEducation && { recordedEducation }),
    ...(simulation.score && { score: simulation.score }),
    parts: simulation.parts.map(({ components, ...part }) => ({
      ...part,
      ...(components && {
        components: components.map((one) => {
          const { jp, lines } = evidence[one.component];
          return { ...one, jp, lines };
        }),
      }),
    })),
  };
}

/** The latest beside a simulation of its own year: another year would differ by itself. */
async function officialOf(
  deps: Deps,
  given: { readonly person: Person; readonly simulated: (year: number) => Promise<OwnIndex> },
): Promise<IndexView['official']> {
  const { person, simulated } = given;
  const agencyId = homeOf(person);
  const official = await deps.officialIndexes();
  const [{ years, look, askedAt }, isRead] = await Promise.all([
    readOfficial({ official }, person.personId),
    agencyId === undefined ? false : isReading(await deps.siasnReading(), agencyId),
  ]);
  const [latest, ...earlier] = years;
  const again = askedAt === undefined ? undefined : asksAgainAt(askedAt);
  return {
    ...{ isRead, earlier },
    ...(latest && { latest: { ...latest, ...besideOf(latest, await simulated(latest.year)) } }),
    ...(look && { look }),
    ...(askedAt !== undefined && (look?.at ?? '') < askedAt && { askedAt }),
    ...(again !== undefined && again > deps.clock.now().toISOString() && { asksAgainAt: again }),
  };
}

function besideOf(
  latest: Parameters<typeof differencesOf>[0],
  { simulation }: OwnIndex,
): Pick<NonNullable<IndexView['official']['latest']>, 'parts' | 'simulated'> {
  const differing = differencesOf(latest, simulation.parts);
  return {
    parts: simulation.parts.map(({ dimension, points }) => ({
      ...{ dimension, points: latest.points[dimension] },
      ...(points !== undefined && {
        simulated: points,
        by: differing.find((one) => one.dimension === dimension)?.by ?? 0,
      }),
    })),
    ...(simulation.score && { simulated: simulation.score }),
  };
}

/** First that it is allowed, then that it is wanted: whoever asks too often is in no list. */
async function askOfficial(deps: Deps, principal: PersonPrincipal): Promise<void> {
  const { personId } = principal;
  const [person, siasn] = await Promise.all([deps.people.find(personId), deps.siasnReading()]);
  const agencyId = person && homeOf(person);
  if (agencyId === undefined || !(await isReading(siasn, agencyId))) throw new OfficialNotRead();
  await askForOfficial({ official: await deps.officialIndexes(), clock: deps.clock }, { principal });
  await wantIndex(siasn, { agencyId, personId });
}
