import {
  claimsOf,
  countListed,
  DetailsRefused,
  detailsOfListed,
  enterLearning,
  isPrivate,
  type LearningId,
  LearningNotFound,
  LearningOnPlatform,
  OwnLearning,
  type Reviewer,
  tryEntering,
} from '@sinau/external-learning';
import { employeeNumberClaim, type PeopleStore } from '@sinau/identity';
import type { AgencyId, Clock, Ids, PersonId } from '@sinau/kernel';
import type { HistoryColumn, HistoryProblem, HistoryRow } from '@sinau/rostering/history';
import type { HistoryDesk, HistoryTaken, Sender } from '@sinau/staffing';
import type { ExternalDesk } from './external-desk.ts';
import { administersNow } from './people-desk.ts';

type ExternalRecords = Omit<ExternalDesk, 'evidence'>;

interface Deps {
  readonly people: Pick<PeopleStore, 'find' | 'findByClaim'>;
  readonly external: () => Promise<ExternalRecords>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Whether a machine that has sent a list may still do so. */
  readonly mayClient: (clientId: string) => Promise<boolean>;
}

/** Learning elsewhere and identity, as lists of the past ask them. Every row is entered in the name of whoever started the run. */
export function createHistoryDesk(deps: Deps): HistoryDesk {
  return {
    async open({ agencyId, by }) {
      const principal = importerOf(by, agencyId);
      const external = await deps.external();
      return {
        claimsOf: ({ learner, ...row }) =>
          claimsOf({ state: 'verified', details: detailsOfListed(row) }).map((claim) =>
            JSON.stringify([learner, ...claim]),
          ),
        take: (row, { isTrial }) => take({ ...deps, external }, { row, isTrial, principal, agencyId }),
      };
    },
    mayImport: async (by, agencyId) =>
      by.kind === 'client' ? deps.mayClient(by.id) : administersNow(deps.people, by, agencyId),
  };
}

function importerOf({ kind, id, name }: Sender, agencyId: AgencyId): Reviewer {
  if (kind === 'client')
    return { kind, clientId: id, name, tenant: { kind: 'agency', agencyId }, scopes: [] };
  return { kind, personId: id as PersonId, name, roles: ['agency-admin'], agencyId };
}

interface Parts extends Omit<Deps, 'external'> {
  readonly external: ExternalRecords;
}

interface Given {
  readonly row: HistoryRow;
  readonly isTrial: boolean;
  readonly principal: Reviewer;
  readonly agencyId: AgencyId;
}

async function take(deps: Parts, { row, isTrial, principal, agencyId }: Given): Promise<HistoryTaken> {
  const { learner, ...listed } = row;
  const { external, clock, ids } = deps;
  const personId = (await deps.people.findByClaim(employeeNumberClaim(learner)))?.personId;
  if (personId === undefined) return refusals.absent;
  try {
    const said = { ...detailsOfListed(listed), stated: listed.stated };
    const details = await countListed(external, { details: said, agencyId });
    const desk = { ...external, clock, ids };
    const done = await (isTrial ? tryEntering : enterLearning)(desk, { principal, personId, details });
    if (done.outcome === 'exists') return recorded(deps, personId, done.learningId);
    const counted = await external.forms.countedOf({ ...details, agencyId });
    const made = { outcome: 'created', personId, ...(counted !== undefined && { counted }) } as const;
    return done.outcome === 'enterable' ? made : { ...made, learningId: done.learning.learningId };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal;
  }
}

/** What the learner has not sent yet is theirs alone. */
async function recorded(
  { external }: Pick<Parts, 'external'>,
  personId: PersonId,
  learningId: LearningId,
): Promise<HistoryTaken> {
  const learning = await external.learnings.find(personId, learningId);
  return learning && isPrivate(learning)
    ? { outcome: 'skipped', problem: 'recorded-private', personId }
    : { outcome: 'skipped', problem: 'recorded', personId, learningId };
}

const refused = (problem: HistoryProblem, column: HistoryColumn) =>
  ({ outcome: 'refused', problem, column }) as const;

const refusals: Readonly<Record<'absent' | 'own' | 'ours' | 'other', HistoryTaken>> = {
  // Of people elsewhere nothing else is said (case C2).
  absent: refused('person-unknown', 'learner'),
  own: refused('own-learning', 'learner'),
  ours: refused('on-platform', 'certificate'),
  other: { outcome: 'refused', problem: 'row-wrong' },
};

/** By the field that does not fit; what rows say by themselves was looked at before. */
const ofDetails: Readonly<Record<string, ReturnType<typeof refused>>> = {
  '/form': refused('form-unknown', 'form'),
  '/startsOn': refused('days-old', 'startsOn'),
  '/endsOn': refused('days-future', 'endsOn'),
  '/stated': refused('jp-much', 'stated'),
};

function refusalOf(error: unknown): HistoryTaken | undefined {
  if (error instanceof OwnLearning) return refusals.own;
  if (error instanceof LearningNotFound) return refusals.absent;
  if (error instanceof LearningOnPlatform) return refusals.ours;
  if (error instanceof DetailsRefused) return ofDetails[error.issues?.[0]?.path ?? ''] ?? refusals.other;
  return undefined;
}
