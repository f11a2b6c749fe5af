import { findPerson } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  answerRequest,
  type DataRequest,
  type DataRequestId,
  getRequest,
  type HoldId,
  type Incident,
  type IncidentId,
  isHolding,
  type LegalHold,
  liftHold,
  listMyRequests,
  listRequests,
  noteNotified,
  openRequest,
  placeHold,
  recordIncident,
  startErasure,
  withdrawRequest,
} from '@sinau/privacy';
import type {
  DataRequestView,
  DeskRequestView,
  IncidentView,
  LegalHoldView,
  RequestsPorts,
} from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'people' | 'organisations' | 'privacy' | 'clock'>;

const mostListed = 100;

/** What people ask about their data, and those who answer. */
export function joinRequests(deps: Deps): RequestsPorts {
  const { privacy } = deps;
  const idOf = (requestId: string) => requestId as DataRequestId;
  return {
    mine: async (principal) => {
      const requests = await listMyRequests(await privacy(), principal);
      // Whoever asked sees that their agency or the platform answered, not which officer.
      return requests.map((request) => viewOf(deps, request));
    },
    ask: async (principal, request) => {
      await openRequest(await privacy(), { principal, ...request });
    },
    withdraw: async (principal, requestId) =>
      withdrawRequest(await privacy(), { principal, requestId: idOf(requestId) }),
    desk: async (principal) => {
      const { open, ended } = await listRequests(await privacy(), principal);
      const given = await namesOf(deps, [...open, ...ended]);
      const shown = (list: readonly DataRequest[]) =>
        list.map((request) => deskView(deps, request, { ...given, principal }));
      return { open: shown(open), ended: shown(ended) };
    },
    oneOf: (principal, requestId) => oneOf(deps, principal, idOf(requestId)),
    answer: async (principal, { requestId, ...rest }) =>
      answerRequest(await privacy(), { principal, requestId: idOf(requestId), ...rest }),
    beginErasure: async (principal, { requestId, mode }) => {
      const { jobId } = await startErasure(await privacy(), { principal, requestId: idOf(requestId), mode });
      return { jobId };
    },
    ...holdPorts(deps),
    ...incidentPorts(deps),
  };
}

async function oneOf(
  deps: Deps,
  principal: PersonPrincipal,
  requestId: DataRequestId,
): Promise<DeskRequestView> {
  const parts = await deps.privacy();
  const request = await getRequest(parts, { principal, requestId });
  const [given, job, holds] = await Promise.all([
    namesOf(deps, [request]),
    request.jobId && parts.jobs.find(request.jobId),
    parts.holds.listOf(request.personId),
  ]);
  const now = deps.clock.now();
  const isOver = !job || ['done', 'failed', 'cancelled'].includes(job.state);
  return {
    ...deskView(deps, request, { ...given, principal }),
    jobOver: isOver,
    held: holds.some((hold) => isHolding(hold, now)),
  };
}

function holdPorts(deps: Deps): Pick<RequestsPorts, 'holds' | 'placeHold' | 'liftHold'> {
  const { privacy } = deps;
  return {
    holds: async () => {
      const holds = await (await privacy()).holds.list(mostListed);
      const nameOf = await namesBy(
        deps,
        holds.flatMap(({ personId, placedBy, liftedBy }) => [
          personId,
          placedBy,
          ...(liftedBy ? [liftedBy] : []),
        ]),
      );
      return holds.map((hold) => holdView(deps, hold, nameOf));
    },
    placeHold: async (principal, { who, ...hold }) => {
      const person = await findPerson(deps, { principal, text: who });
      if (!person) return 'nobody';
      await placeHold(await privacy(), { principal, personId: person.personId, ...hold });
      return 'placed';
    },
    liftHold: async (principal, { personId, holdId }) =>
      liftHold(await privacy(), {
        principal,
        key: { personId: personId as PersonId, holdId: holdId as HoldId },
      }),
  };
}

function incidentPorts(deps: Deps): Pick<RequestsPorts, 'incidents' | 'recordIncident' | 'noteNotified'> {
  const { privacy } = deps;
  return {
    incidents: async () => {
      const incidents = await (await privacy()).incidents.list(mostListed);
      const nameOf = await namesBy(
        deps,
        incidents.map(({ recordedBy }) => recordedBy),
      );
      return incidents.map((incident) => incidentView(deps, incident, nameOf));
    },
    recordIncident: async (principal, facts) => {
      await recordIncident(await privacy(), { principal, facts });
    },
    noteNotified: async (principal, { incidentId, notice }) =>
      noteNotified(await privacy(), { principal, incidentId: incidentId as IncidentId, notice }),
  };
}

type NameOf = (personId: PersonId) => string;

interface Names {
  readonly nameOf: NameOf;
  readonly agencies: ReadonlyMap<string, string>;
}

function viewOf({ clock }: Pick<Deps, 'clock'>, request: DataRequest): DataRequestView {
  const { requestId, kind, field, text, openedAt, dueAt, state, outcome, ground, answer, endedAt } = request;
  return {
    ...{ requestId, kind, text, openedAt, dueAt, state, hoursLeft: hoursUntil(clock, dueAt) },
    ...(field && { field }),
    ...(outcome && { outcome }),
    ...(ground && { ground }),
    ...(answer && { answer }),
    ...(endedAt && { endedAt }),
  };
}

function deskView(
  deps: Pick<Deps, 'clock'>,
  request: DataRequest,
  { nameOf, agencies, principal }: Names & { readonly principal: PersonPrincipal },
): DeskRequestView {
  const { personId, agencyId, answeredBy, jobId } = request;
  const agency = agencyId && (agencies.get(agencyId) ?? agencyId);
  return {
    ...{ ...viewOf(deps, request), person: nameOf(personId), personId, jobOver: true, held: false },
    own: personId === principal.personId,
    ...(agency && { agency }),
    ...(answeredBy && { answeredBy: nameOf(answeredBy) }),
    ...(jobId && { jobId }),
  };
}

function holdView({ clock }: Pick<Deps, 'clock'>, hold: LegalHold, nameOf: NameOf): LegalHoldView {
  const { holdId, personId, ground, until, placedBy, placedAt, liftedBy, liftedAt } = hold;
  return {
    ...{ holdId, personId, ground, placedAt, person: nameOf(personId), placedBy: nameOf(placedBy) },
    holds: isHolding(hold, clock.now()),
    ...(until && { until }),
    ...(liftedBy && { liftedBy: nameOf(liftedBy) }),
    ...(liftedAt && { liftedAt }),
  };
}

function incidentView({ clock }: Pick<Deps, 'clock'>, incident: Incident, nameOf: NameOf): IncidentView {
  const { incidentId, detectedAt, notifyDueAt, what, how, people, handling, notifiedAt, notice } = incident;
  return {
    ...{ incidentId, detectedAt, notifyDueAt, what, how, people, handling },
    ...{ hoursLeft: hoursUntil(clock, notifyDueAt), recordedBy: nameOf(incident.recordedBy) },
    ...(notifiedAt && { notifiedAt }),
    ...(notice && { notice }),
  };
}

/** Whole hours; what is a minute late is an hour late. */
const hoursUntil = (clock: Deps['clock'], at: string): number =>
  Math.floor((Date.parse(at) - clock.now().getTime()) / 3600_000);

async function namesOf(deps: Deps, requests: readonly DataRequest[]): Promise<Names> {
  const [nameOf, agencies] = await Promise.all([
    namesBy(
      deps,
      requests.flatMap(({ personId, answeredBy }) => [personId, ...(answeredBy ? [answeredBy] : [])]),
    ),
    deps.organisations.listAgencies(),
  ]);
  return { nameOf, agencies: new Map(agencies.map(({ agencyId, name }) => [agencyId, name])) };
}

async function namesBy({ people }: Pick<Deps, 'people'>, ids: readonly PersonId[]): Promise<NameOf> {
  const found = await people.findMany([...new Set(ids)]);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  return (personId) => names.get(personId) ?? personId;
}
