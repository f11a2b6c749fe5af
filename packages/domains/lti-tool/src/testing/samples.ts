import type { ProviderId } from '@sinau/kernel';
import type { Placement } from '../placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from '../platform.ts';

/** A Moodle of a university that its provider has confirmed. */
export function samplePlatform(over: Partial<ForeignPlatform> = {}): ForeignPlatform {
  const { issuer: base = 'https://lms.kampus.example' } = over;
  return {
    platformId: 'pf1' as ForeignPlatformId,
    owner: { kind: 'provider', providerId: 'p1' as ProviderId },
    name: 'LMS Kampus',
    status: 'active',
    issuer: base,
    clientId: 'klien-1',
    deployments: ['1'],
    authorizationUrl: `${base}/mod/lti/auth.php`,
    tokenUrl: `${base}/mod/lti/token.php`,
    jwksUri: `${base}/mod/lti/certs.php`,
    scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
    family: 'moodle',
    registeredBy: 'sri',
    createdAt: '2026-03-02T01:00:00.000Z',
    updatedAt: '2026-03-02T01:00:00.000Z',
    rev: 0,
    ...over,
  };
}

export function samplePlacement(over: Partial<Placement> = {}): Placement {
  return {
    platformId: 'pf1' as ForeignPlatformId,
    placementId: 'pl1',
    deploymentId: '1',
    resourceLinkId: '17',
    courseId: 'k1',
    contextId: '4',
    contextTitle: 'Kelas Etika',
    title: 'Etika ASN',
    grades: {
      scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineItems: 'https://lms.kampus.example/ags/4/lineitems',
      lineItem: 'https://lms.kampus.example/ags/4/lineitems/9/lineitem?type_id=1',
    },
    updatedAt: '2026-03-02T01:00:00.000Z',
    ...over,
  };
}
