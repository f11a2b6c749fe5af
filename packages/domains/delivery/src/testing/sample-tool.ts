import type { ProviderId } from '@sinau/kernel';
import type { LtiClientId, LtiTool } from '../lti/index.ts';

/** A tool of a university that takes launches and choices; of nobody. */
export function sampleTool(over: Partial<LtiTool> = {}): LtiTool {
  return {
    clientId: 'c1' as LtiClientId,
    providerId: 'p1' as ProviderId,
    name: 'Universitas Contoh',
    status: 'active',
    deployments: [{ deploymentId: 'd1', name: 'Utama' }],
    initiateLoginUri: 'https://alat.example/login?id=0a',
    redirectUris: ['https://alat.example/launch', 'https://alat.example'],
    targetLinkUri: 'https://alat.example',
    domain: 'alat.example',
    messages: [
      { type: 'LtiResourceLinkRequest' },
      { type: 'LtiDeepLinkingRequest', targetLinkUri: 'https://alat.example/choose' },
    ],
    keys: { kind: 'url', jwksUri: 'https://alat.example/keys' },
    scopes: [],
    custom: {},
    wishes: [],
    registeredBy: 'somebody',
    createdAt: '2026-03-02T01:00:00.000Z',
    updatedAt: '2026-03-02T01:00:00.000Z',
    rev: 0,
    ...over,
  };
}
