import type { ProviderEnrolmentStore } from '@sinau/connectors/enrolments';
import type { CertificateStore } from '@sinau/credentials';
import type { CreditStore } from '@sinau/credit';
import type { PersonId } from '@sinau/kernel';
import type { ObligationsStore } from '@sinau/obligations';
import type { DataRequestStore, PersonPlace, PlaceStep } from '@sinau/privacy';
import type { SyncStore } from '@sinau/siasn-sync';
import { type TalentStore, talentOf } from '@sinau/talent';
import { allEnrolments } from './lms-places.ts';
import { type ProviderResultDeps, providerResultsPlace } from './provider-results.ts';

export interface KeptDeps extends ProviderResultDeps {
  readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'findMany' | 'accountOf'>;
  readonly certificates: Pick<CertificateStore, 'ofPerson'>;
  readonly credit: Pick<CreditStore, 'entriesOf' | 'holdsOf'>;
  readonly requests: Pick<DataRequestStore, 'listOf'>;
  readonly siasn: Pick<SyncStore['rows'], 'listOf'>;
  readonly talent: Pick<TalentStore, 'everythingOf'>;
  readonly duties: Pick<ObligationsStore, 'dutiesOf' | 'exceptionsOf' | 'pastOf'>;
}

type Copied = PlaceStep & { readonly records: readonly object[] };

/**
 * What providers and the office know of what somebody learnt: enrolments and accounts over there, results that came back, certificates, lesson
 * hours, and what was required. A copy holds it; an erasure of learning records leaves it, like the enrolments (but for how results were sent): these are personnel records.
 */
export function keptPlaces(deps: KeptDeps): readonly PersonPlace[] {
  return [
    placeOf('provider-enrolments', ({ personId }) => providerEnrolments(deps, personId)),
    providerResultsPlace(deps),
    placeOf('duties', async ({ personId }) => {
      const [duties, exceptions] = await Promise.all([
        deps.duties.dutiesOf(personId),
        deps.duties.exceptionsOf(personId),
      ]);
      // Each decision that was is kept, the one that stands among them.
      const decided = (await Promise.all(exceptions.map((one) => deps.duties.pastOf(one)))).flat();
      const records = [
        ...duties.map((duty) => ({ duty })),
        // Who decided is an officer's data.
        ...decided.map(({ changedBy: _, ...dutyException }) => ({ dutyException })),
      ];
      return { records, counts: { duties: duties.length, dutyExceptions: decided.length } };
    }),
    placeOf('certificates', ({ personId }, cursor) => certificates(deps, personId, cursor)),
    placeOf('lesson-hours', async ({ personId }) => {
      const [entries, holds] = await Promise.all([
        deps.credit.entriesOf(personId),
        deps.credit.holdsOf(personId),
      ]);
      const records = [...entries.map((entry) => ({ entry })), ...holds.map((hold) => ({ hold }))];
      return { records, counts: { lessonHours: entries.length } };
    }),
    placeOf('talent', async ({ personId }) => {
      const ratings = await talentOf(deps, personId);
      // Who recorded is an officer's data; the box follows from the axes and is nowhere kept.
      const records = ratings.map(({ recordedBy: _, ...talentRating }) => ({ talentRating }));
      return { records, counts: { talentRatings: records.length } };
    }),
    placeOf('siasn', async ({ personId }) => {
      const rows = await deps.siasn.listOf(personId);
      return { records: rows.map((siasnRow) => ({ siasnRow })), counts: { siasnRows: rows.length } };
    }),
    placeOf('data-requests', async ({ personId }) => {
      const requests = await deps.requests.listOf(personId, mostRequests);
      // Who answered is an officer's data.
      const records = requests.map(({ answeredBy: _, ...dataRequest }) => ({ dataRequest }));
      return { records, counts: { dataRequests: records.length } };
    }),
  ];
}

const mostRequests = 500;

const placeOf = (
  name: string,
  copy: (subject: { readonly personId: PersonId }, cursor: string | undefined) => Promise<Copied>,
): PersonPlace => ({ name, settleMs: 0, count: async () => ({ counts: {} }), copy });

const registrationsOf = async ({ enrolments }: KeptDeps, personId: PersonId): Promise<readonly string[]> =>
  (await allEnrolments(enrolments, personId)).map(({ registration }) => registration);

async function providerEnrolments(deps: KeptDeps, personId: PersonId): Promise<Copied> {
  const enrolments = await deps.providerEnrolments.findMany(await registrationsOf(deps, personId));
  const connections = [...new Set(enrolments.map(({ connectionId }) => connectionId))];
  const accounts = await Promise.all(
    connections.map(async (connectionId) => ({
      connectionId,
      account: await deps.providerEnrolments.accountOf(connectionId, personId),
    })),
  );
  const confirmed = accounts.filter(({ account }) => account !== undefined);
  return {
    records: [
      ...enrolments.map((providerEnrolment) => ({ providerEnrolment })),
      ...confirmed.map((confirmedAccount) => ({ confirmedAccount })),
    ],
    counts: { providerEnrolments: enrolments.length },
  };
}

async function certificates(deps: KeptDeps, personId: PersonId, after: string | undefined): Promise<Copied> {
  const page = await deps.certificates.ofPerson(personId, {
    limit: 100,
    ...(after !== undefined && { after }),
  });
  return {
    records: page.certificates.map((certificate) => ({ certificate })),
    counts: { certificates: page.certificates.length },
    ...(page.next !== undefined && { next: page.next }),
  };
}
