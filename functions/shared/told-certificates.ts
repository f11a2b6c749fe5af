import type { ResultStore } from '@sinau/connectors/results';
import type { CertificateOf } from '@sinau/credit';
import { type OrganisationStore, organisationName } from '@sinau/identity';

/** Certificates that providers have told of for one enrolment, with the name of whoever told. */
export async function toldCertificates(
  deps: {
    readonly results: Pick<ResultStore, 'versionsOfRegistration'>;
    readonly organisations: OrganisationStore;
  },
  registration: string,
): Promise<readonly CertificateOf[]> {
  const versions = await deps.results.versionsOfRegistration(registration);
  const told = versions.flatMap(({ event: { result, providerId } }) =>
    result.kind === 'credential' ? [{ number: result.number, providerId }] : [],
  );
  return Promise.all(
    told.map(async ({ number, providerId }) => {
      const issuer = (await organisationName(deps, { kind: 'provider', providerId })) ?? '';
      return { number, issuer };
    }),
  );
}
