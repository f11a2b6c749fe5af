import { readLines } from '@sinau/credit';
import { serviceOf } from '@sinau/identity';
import { localDateOf, type PersonPrincipal } from '@sinau/kernel';
import { forgetFacts, ownFactsSchema, readIndex, setFacts } from '@sinau/professionalism';
import type { IndexPorts, IndexView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'credit' | 'people' | 'indexFacts' | 'clock'>;

/** Everybody's own professionalism index, simulated from the ledger of JP and what they tell. */
export function joinProfessionalism(deps: Deps): IndexPorts {
  return {
    indexOf: (reader) => indexOf(deps, reader),
    set: async (principal, { facts, rev }) =>
      setFacts(
        { facts: await deps.indexFacts(), clock: deps.clock },
        { principal, facts: requestOfForm(ownFactsSchema, facts), rev },
      ),
    forget: async (principal) => forgetFacts({ facts: await deps.indexFacts() }, { principal }),
  };
}

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
  const index = await readIndex(
    { facts },
    {
      ...{ personId, year: Number(today.slice(0, 4)) },
      lines: found.lines.map((line) => ({
        ...{ form: line.account.earned.form, year: line.year, recognised: line.recognised },
      })),
      ...(post && { postFamily: post.family }),
      ...(education && { educationLevel: education }),
    },
  );
  const { formula, evidence, simulation, own, steps, rev, recordedKind, recordedEducation, year } = index;
  const status = standing.statuses.at(-1)?.status;
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
    ...(status && { status }),
  };
}
