import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { type Details, findIssues, parseDetails } from './details.ts';
import { DetailsRefused, LearningOnPlatform, NoAgency, TooManyLearnings } from './errors.ts';
import { type ExternalLearning, type LearningId, stands, type Way } from './learning.ts';
import type { FormDirectory, LearnerDirectory, LearningStore, OwnCertificates } from './ports.ts';
import { store } from './take-step.ts';

export interface AddDeps {
  readonly learnings: LearningStore;
  readonly learners: LearnerDirectory;
  readonly forms: FormDirectory;
  readonly certificates: OwnCertificates;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Not recognised; each may hold five files. */
const mostUnrecognised = 200;

/** A draft of something that the signed-in person has learned or wants to. Nobody else sees it before it is sent. */
export async function addLearning(
  deps: AddDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly way: Exclude<Way, 'entered'>;
    readonly details: Details;
  },
): Promise<ExternalLearning> {
  const { principal, way } = input;
  const place = await deps.learners.placeOf(principal.personId);
  if (place?.agencyId === undefined) throw new NoAgency();
  const before = await deps.learnings.listOf(principal.personId);
  if (before.filter((one) => !stands(one)).length >= mostUnrecognised) {
    throw new TooManyLearnings(mostUnrecognised);
  }
  const { agencyId } = place;
  const { personId } = principal;
  const details = await checkDetails(deps, { details: input.details, agencyId, personId });
  const at = deps.clock.now().toISOString();
  const after: ExternalLearning = {
    ...{ learningId: deps.ids.uuid() as LearningId, personId: principal.personId },
    ...{ agencyId: place.agencyId, way, state: 'draft', stage: way === 'planned' ? 'proposal' : 'report' },
    ...{ details, evidence: [], createdAt: at, lines: 1, rev: 0 },
  };
  const by = { kind: 'person', personId: principal.personId, as: 'learner' } as const;
  return store(deps, { after, line: { n: 1, action: 'add', to: 'draft', at, by } });
}

function detailsIn(given: Details): Details {
  const read = parseDetails(given);
  if ('issues' in read) throw new DetailsRefused(read.issues);
  return read.details;
}

/** Details that fit their form. Rejects with what does not fit, and for certificates of courses that count here already. */
export async function checkDetails(
  deps: Pick<AddDeps, 'forms' | 'certificates'>,
  given: { readonly details: Details } & Pick<ExternalLearning, 'agencyId' | 'personId'>,
): Promise<Details> {
  const details = detailsIn(given.details);
  const { form, endsOn, certificate } = details;
  const unit = await deps.forms.unitOf({ form, agencyId: given.agencyId, on: endsOn });
  if (unit === 'unknown') throw new DetailsRefused([{ path: '/form', message: 'is no form there is' }]);
  const issues = findIssues(details, unit);
  if (issues.length > 0) throw new DetailsRefused(issues);
  if (certificate && (await deps.certificates.isOurs(certificate.number))) throw new LearningOnPlatform();
  const year = certificate && (await deps.certificates.countedIn(given.personId, certificate));
  if (year !== undefined) throw new LearningOnPlatform(year);
  return details;
}
