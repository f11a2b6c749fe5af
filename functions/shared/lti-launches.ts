import { createAddressCheck, createToolKeySets, createToolSignatures } from '@sinau/delivery/adapters';
import {
  createAssertionLog,
  createKeyReadingStore,
  createLtiLaunchStore,
  createLtiToolStore,
  createRegistrationTokenStore,
} from '@sinau/delivery/dynamo';
import type { SharedAttributesPort } from '@sinau/delivery/lti';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { ltiAddresses } from './lti-addresses.ts';
import type { Parts } from './parts.ts';
import { byPseudonym, type Sharing } from './shared-attributes.ts';

export interface LtiEnvironment {
  readonly LMS_TABLE: string;
  readonly PORTAL_ORIGIN: string;
  /** One machine and tests only: tools at http and loopback addresses. */
  readonly PUSH_ALLOW_LOOPBACK: boolean;
}

/** Tools of providers and the ways to them, for every door that registers, launches or shows them. */
export function createLtiTools({
  parts,
  env,
}: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: LtiEnvironment;
}) {
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE, ...system };
  const outbound = createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK });
  const addresses = ltiAddresses(env.PORTAL_ORIGIN);
  const keyReadings = createKeyReadingStore(stores);
  return {
    ...system,
    tools: createLtiToolStore(stores),
    registrationTokens: createRegistrationTokenStore(stores),
    launches: createLtiLaunchStore(stores),
    seen: createAssertionLog(stores),
    addressCheck: createAddressCheck({ outbound }),
    keyReadings,
    toolSignatures: createToolSignatures({
      keySets: createToolKeySets({ outbound, clock: systemClock, readings: keyReadings }),
    }),
    ...{ addresses, issuer: addresses.issuer },
    launchAddress: addresses.launch,
    choiceAddress: addresses.deepLinks,
    returnAddress: addresses.launchReturn,
  };
}

/** Agreements decide what a tool hears of a person, and note it before it does. */
export function launchSharing(sharing: Pick<Sharing, 'of' | 'note'>): SharedAttributesPort {
  return {
    async disclose(asked, telling) {
      const person = await sharing.of(asked);
      const { personId: _, agencyId: __, agreementId: ___, shared: ____, ...told } = person;
      const people = [{ ...person, shared: telling(told) }];
      await sharing.note({ providerId: asked.providerId, channel: 'launch', people });
      return told;
    },
    async subjectOf(asked) {
      const person = await sharing.of(asked);
      await sharing.note({ providerId: asked.providerId, channel: 'launch', people: [byPseudonym(person)] });
      return person.subject;
    },
  };
}
