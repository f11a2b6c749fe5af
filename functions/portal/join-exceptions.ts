import { localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import {
  changeTerms,
  type DutyException,
  exceptionRequestSchema,
  exceptPerson,
  listExceptions,
  myObligations,
  type OwnRound,
  previewTerms,
  showObligation,
  showPerson,
  type TermsRequest,
  termsRequestSchema,
  undoException,
} from '@sinau/obligations';
import type { ExceptionRow, MyObligation, ObligationsPorts, TermsDraft } from '@sinau/web';
import { hrefOfRequired } from '../shared/required-paths.ts';
import { inTurns } from './in-turns.ts';
import { audienceIn, audienceOf, type Deps, rowsOf } from './obligation-views.ts';
import { requestOfForm } from './request-of-form.ts';

type Ports = Pick<
  ObligationsPorts,
  | 'termsOf'
  | 'previewTerms'
  | 'changeTerms'
  | 'exceptionsOf'
  | 'personOf'
  | 'except'
  | 'undoException'
  | 'mine'
>;

/** Other terms, what holds for single people, and what is required of the reader. */
export function joinExceptions(deps: Deps): Ports {
  const { obligations: desk, signer } = deps;
  return {
    termsOf: async (principal, obligationId) => {
      const { obligation } = await showObligation(await desk(), { principal, obligationId });
      const { title, note, audience, due, rev } = obligation;
      const { unitIds = [], postFamilies = [], postWords = [], statuses = [] } = audience;
      const year = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta').slice(0, 4);
      return {
        ...{ title, unitIds, postFamilies, postWords, statuses, due, rev },
        dueDay: due.kind === 'once' ? due.on : `${year}-${due.by}`,
        ...(note !== undefined && { note }),
      };
    },
    previewTerms: async (principal, { terms, ...place }) => {
      const request = requestOf(terms);
      const preview = await previewTerms(await desk(), { principal, request, ...place });
      const { obligation, ...counts } = preview;
      const audience = await audienceOf(deps, principal.agencyId, obligation.audience);
      return { ...counts, title: obligation.title, due: obligation.due, audience };
    },
    changeTerms: async (principal, { terms, ...place }) => {
      await changeTerms(await desk(), { principal, request: requestOf(terms), ...place });
    },
    ...decisionsOf(deps),
    exceptionsOf: async (principal, { obligationId, token }) => {
      const page = token === undefined ? {} : { pageToken: token };
      const list = { principal, obligationId, ...page };
      const { exceptions, nextPageToken } = await listExceptions({ ...(await desk()), signer }, list);
      const rows = await exceptionRows(deps, exceptions);
      return { rows, ...(nextPageToken !== undefined && { nextPageToken }) };
    },
    mine: async ({ personId }) => {
      const rounds = await myObligations(await desk(), personId);
      return inTurns(rounds, (round) => mineOf(deps, round));
    },
  };
}

function decisionsOf(deps: Deps): Pick<Ports, 'personOf' | 'except' | 'undoException'> {
  const { obligations: desk } = deps;
  const at = (principal: PersonPrincipal, place: { obligationId: string; personId: string }) => ({
    ...{ principal, obligationId: place.obligationId, personId: place.personId as PersonId },
  });
  return {
    personOf: async (principal, place) => {
      const { obligation, duties, past } = await showPerson(await desk(), at(principal, place));
      const person = await deps.people.find(place.personId as PersonId);
      return {
        ...{ personId: place.personId, name: person?.name ?? '–' },
        obligation: {
          ...{ obligationId: obligation.obligationId, title: obligation.title },
          isEnded: obligation.state === 'ended',
        },
        duties: await rowsOf(deps, duties),
        past: await exceptionRows(deps, past),
        isSelf: principal.personId === place.personId,
      };
    },
    except: async (principal, { draft, ...place }) => {
      const request = requestOfForm(exceptionRequestSchema, draft);
      await exceptPerson(await desk(), { ...at(principal, place), request });
    },
    undoException: async (principal, place) => {
      await undoException(await desk(), at(principal, place));
    },
  };
}

function requestOf({ title, due, note, ...draft }: TermsDraft): TermsRequest {
  return requestOfForm(termsRequestSchema, {
    ...{ title, due, audience: audienceIn(draft) },
    ...(note !== undefined && { note }),
  });
}

async function exceptionRows(
  { people }: Pick<Deps, 'people'>,
  exceptions: readonly DutyException[],
): Promise<readonly ExceptionRow[]> {
  const found = await people.findMany([...new Set(exceptions.map(({ personId }) => personId))]);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  return exceptions.map((one) => ({
    ...{ personId: one.personId, name: names.get(one.personId) ?? '–', kind: one.kind, state: one.state },
    ...{ reason: one.reason, changedAt: one.changedAt, changedBy: one.changedBy.name },
    ...(one.kind === 'exempt' && one.until !== undefined && { until: one.until }),
    ...(one.kind === 'later-day' && { dueOn: one.dueOn }),
  }));
}

async function mineOf(deps: Deps, round: OwnRound): Promise<MyObligation> {
  const { obligation, period, done, duties, exempt, later } = round;
  const { title, note, programme } = obligation;
  const rows = await rowsOf(deps, duties);
  const until = exempt?.kind === 'exempt' ? exempt.until : undefined;
  return {
    ...{ title, period, done },
    ...(note !== undefined && { note }),
    ...(programme && { programme }),
    duties: rows.map(({ personId: _, name: __, period: ___, ...row }, n) => ({
      ...row,
      href: hrefOfRequired(duties[n]?.courseId ?? ''),
    })),
    ...(exempt && { exempt: { reason: exempt.reason, ...(until !== undefined && { until }) } }),
    ...(later && { laterReason: later.reason }),
  };
}
