import { createPlatformSigner, type PlatformSigner } from '@sinau/delivery/lti';
import { createSigningKeys, type SigningKeySources } from './signing-keys.ts';

/** Signs what we say as a tool, by keys apart from those of the platform. */
export function createToolSigner(given: SigningKeySources): PlatformSigner {
  return createPlatformSigner(createSigningKeys(given, 'tool'));
}
