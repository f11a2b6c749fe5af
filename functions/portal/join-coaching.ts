import {
  changeSession,
  confirmSession,
  dayOf,
  invite,
  isForgotten,
  listOwnPairs,
  minutesOf,
  movePair,
  NoPartner,
  type OwnPair,
  otherSide,
  type Pair,
  type PairId,
  type PairTrace,
  readOwnPair,
  readOwnSession,
  readTeamTraces,
  ruleOn,
  type Session,
  type SessionId,
  type SessionText,
  type Side,
  waitsFor,
  waitsForReader,
  withdrawSession,
  writeSession,
} from '@sinau/collaboration';
import { dictionaryOf } from '@sinau/competency';
import { downloadSignedForm, NotReadyYet, printedFormNumber, readSignedForm } from '@sinau/credentials';
import { organisationName } from '@sinau/identity';
import {
  type AgencyId,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  type TimeZone,
} from '@sinau/kernel';
import type {
  CoachingPorts,
  PairView,
  SessionLine,
  SessionOrder,
  SessionView,
  TeamPairView,
} from '@sinau/web';
import { personByWord } from '../shared/person-by-word.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { clockOf, momentOn, zoneNames } from './zone-clock.ts';

type Deps = Pick<
  PortalDeps,
  'collaboration' | 'competency' | 'credentials' | 'log' | 'organisations' | 'people'
>;

const at = ({ pairId, sessionId }: { readonly pairId: string; readonly sessionId: string }) => ({
  ...{ pairId: pairId as PairId, sessionId: sessionId as SessionId },
});

/** Pairs of people who coach and mentor each other, and what supervisors may know of them. */
export function joinCoaching(deps: Deps): CoachingPorts {
  const viewsOf = async (principal: PersonPrincipal, own: readonly OwnPair[]) => {
    const names = await competencyNames(deps, principal);
    return inTurns(own, (one) => pairView(deps, one, names));
  };
  return {
    pairsOf: async (principal) =>
      viewsOf(principal, await listOwnPairs(await deps.collaboration(), { principal })),
    pairOf: async (principal, pairId) => {
      const own = await readOwnPair(await deps.collaboration(), { principal, pairId: pairId as PairId });
      return pairView(deps, own, await competencyNames(deps, principal));
    },
    competenciesOf: async (principal) =>
      [...(await competencyNames(deps, principal))].map(([competencyId, name]) => ({ competencyId, name })),
    invite: async (principal, { partner, competency, ...order }) => {
      // Who is found by it and who is not are told alike: none that can be asked.
      const person = await personByWord(deps, partner);
      const names = await competencyNames(deps, principal);
      if (!person) throw new NoPartner();
      return invite(await deps.collaboration(), {
        ...{ principal, partner: person.personId, ...order },
        ...(competency !== undefined && names.has(competency) && { competency }),
      });
    },
    move: async (principal, pairId, step) =>
      movePair(await deps.collaboration(), { principal, pairId: pairId as PairId, ...step }),
    ruleOf: async (principal, pairId) => {
      const desk = await deps.collaboration();
      const { pair } = await readOwnPair(desk, { principal, pairId: pairId as PairId });
      const zone = await zoneOf(deps, pair);
      const today = localDateOf(desk.clock.now().getTime(), zone);
      return { rule: ruleOn(today), zone: zoneNames[zone], today };
    },
    sessionOf: async (principal, place) =>
      sessionView(deps, await readOwnSession(await deps.collaboration(), { principal, place: at(place) })),
    write: async (principal, pairId, order) => {
      const desk = await deps.collaboration();
      const { pair } = await readOwnPair(desk, { principal, pairId: pairId as PairId });
      const text = textOf(order, await zoneOf(deps, pair));
      return writeSession(desk, { principal, pairId: pair.pairId, text });
    },
    change: async (principal, place, { order, version }) => {
      const desk = await deps.collaboration();
      const { session } = await readOwnSession(desk, { principal, place: at(place) });
      const text = textOf(order, session.zone);
      await changeSession(desk, { principal, place: at(place), version, text });
    },
    confirm: async (principal, place, version) =>
      confirmSession(await deps.collaboration(), { principal, place: at(place), version }),
    withdraw: async (principal, place, reason) =>
      withdrawSession(await deps.collaboration(), { principal, place: at(place), reason }),
    formOf: (principal, place) => formFileOf(deps, principal, at(place)),
    teamOf: (principal) => teamOf(deps, principal),
  };
}

/** Whose day a session is: the learner's. */
async function zoneOf({ collaboration }: Deps, pair: Pair): Promise<TimeZone> {
  const place = await (await collaboration()).places.placeOf(pair.learner.personId);
  return place?.zone ?? 'Asia/Jakarta';
}

/** From clocks of the zone, both on that day. */
function textOf({ date, from, until, ...words }: SessionOrder, zone: TimeZone): SessionText {
  return { ...words, startsAt: momentOn(date, from, zone), endsAt: momentOn(date, until, zone) };
}

/** The dictionary of the reader's agency, by id. */
async function competencyNames(deps: Deps, { agencyId }: PersonPrincipal) {
  if (agencyId === undefined) return new Map();
  const parts = await deps.competency();
  const day = localDateOf(parts.clock.now().getTime(), 'Asia/Jakarta');
  const dictionary = await dictionaryOf(parts, { agencyId, day });
  return new Map([...dictionary].map(([id, { name }]) => [id, name]));
}

const nameOf = async ({ people }: Pick<Deps, 'people'>, personId: PersonId): Promise<string> =>
  (await people.find(personId))?.name ?? '–';
const agencyName = (deps: Pick<Deps, 'organisations'>, agencyId: AgencyId) =>
  organisationName(deps, { kind: 'agency', agencyId });

async function pairView(
  deps: Deps,
  own: OwnPair,
  names: Awaited<ReturnType<typeof competencyNames>>,
): Promise<PairView> {
  const { pair, side, sessions } = own;
  const { pairId, kind, goal, state, invitedBy, invitedAt, agreedAt, endedAt, reason } = pair;
  const other = pair[otherSide(side)];
  const [partner, partnerAgency] = await Promise.all([
    nameOf(deps, other.personId),
    agencyName(deps, other.agencyId),
  ]);
  const competency = pair.competency === undefined ? undefined : names.get(pair.competency);
  return {
    ...{ pairId, kind, side, partner, goal, state, invitedAt, waits: waitsForReader(own) },
    ...(partnerAgency !== undefined && { partnerAgency }),
    ...(competency && { competency }),
    ...(agreedAt !== undefined && { agreedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(reason !== undefined && { reason }),
    invitedByMe: invitedBy === side,
    sessions: sessions.map((session) => lineOf(session, side)),
  };
}

function lineOf(session: Session, side: Side): SessionLine {
  const { pairId, sessionId, topic, state } = session;
  const waits = waitsFor(session);
  return {
    ...{ pairId, sessionId, on: dayOf(session), minutes: minutesOf(session), topic, state },
    ...(waits && { waitsFor: waits === side ? ('me' as const) : ('other' as const) }),
  };
}

async function sessionView(
  deps: Deps,
  { pair, side, session }: Awaited<ReturnType<typeof readOwnSession>>,
): Promise<SessionView> {
  const { kind, zone, result, followUp, showTopic, version, signatures, reason } = session;
  const [guide, learner, guideAgency, learnerAgency] = await Promise.all([
    nameOf(deps, session.guide),
    nameOf(deps, session.learner),
    agencyName(deps, session.guideAgency),
    agencyName(deps, session.learnerAgency),
  ]);
  return {
    ...{ ...lineOf(session, side), kind, side, guide, learner, goal: pair.goal },
    ...(guideAgency !== undefined && { guideAgency }),
    ...(learnerAgency !== undefined && { learnerAgency }),
    ...{ from: clockOf(session.startsAt, zone), until: clockOf(session.endsAt, zone) },
    ...{ zone: zoneNames[zone], result, followUp, showTopic, version },
    signatures: signatures.map((one) => ({
      ...{ name: one.side === 'guide' ? guide : learner, side: one.side, at: one.at },
    })),
    ...(reason !== undefined && { reason }),
    ...(await signedFormOf(deps, session)),
  };
}

/**
 * Of a session that both have signed: its form, once it is printed. Sessions that were signed before there were forms have theirs made when somebody
 * looks; to order one twice makes one.
 */
async function signedFormOf(deps: Deps, session: Session) {
  const { pairId, sessionId, state, version: edition } = session;
  if (state !== 'confirmed') return {};
  const desk = await deps.credentials();
  const form = await readSignedForm(desk, { pairId, sessionId, edition });
  if (!form) {
    // None is made of words that were erased.
    if (isForgotten(session)) return {};
    const order = { kind: 'signed-form', pairId, sessionId, edition } as const;
    // The page is read all the same; the next look orders again.
    await desk.queue.send(order).catch((error) => deps.log.error('signed form not ordered', error));
    return { form: {} };
  }
  const number = printedFormNumber(form);
  return { form: { number, verifyUrl: `${desk.issuer.origin}/verify/${number}` } };
}

/** For the two alone. Undefined where there is none, yet or any more. */
async function formFileOf(deps: Deps, principal: PersonPrincipal, place: ReturnType<typeof at>) {
  const { session } = await readOwnSession(await deps.collaboration(), { principal, place });
  if (session.state !== 'confirmed') return undefined;
  try {
    const found = await downloadSignedForm(await deps.credentials(), { ...place, edition: session.version });
    return { number: printedFormNumber(found.form), pdf: found.pdf };
  } catch (error) {
    if (error instanceof NotReadyYet) return undefined;
    throw error;
  }
}

async function teamOf(deps: Deps, principal: PersonPrincipal): Promise<readonly TeamPairView[]> {
  const desk = await deps.collaboration();
  const team = await deps.people.listTeam(principal.personId);
  const views = await inTurns(team, async ({ personId, name }) => {
    const traces = await readTeamTraces(desk, { principal, personId }).catch(notTheirs);
    return inTurns(traces, (trace) => traceView(deps, trace, name));
  });
  return views.flat();
}

/** Somebody who cannot sign in any more is of no team. */
function notTheirs(error: unknown): readonly PairTrace[] {
  if (error instanceof Error && 'code' in error && error.code === 'collaboration.not-found') return [];
  throw error;
}

async function traceView(deps: Deps, trace: PairTrace, name: string): Promise<TeamPairView> {
  const { kind, side, state, sessions } = trace;
  return { name, kind, side, state, sessions, partner: await nameOf(deps, trace.partner) };
}
