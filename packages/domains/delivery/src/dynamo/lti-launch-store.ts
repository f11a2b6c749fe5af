import type { PersonId, ProviderId } from '@sinau/kernel';
import { type ElsewhereModule, ltiPlacementSchema, messageTypes } from '@sinau/lti';
import { type Dynamo, expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { LtiClientId, LtiLaunch, LtiLaunchStore } from '../lti/index.ts';
import { launchKey } from './lti-keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const launchRow = z.object({
  launchId: z.string(),
  message: z.enum(messageTypes),
  personId: branded<PersonId>(),
  role: z.enum(['learner', 'instructor']),
  course: z.object({ courseId: z.string(), title: z.string() }),
  link: z
    .object({ resourceLinkId: z.string(), title: z.string(), placement: ltiPlacementSchema })
    .exactOptional(),
  forPersonId: branded<PersonId>().exactOptional(),
  target: z.enum(['window', 'iframe']),
  byMachine: z.literal(true).exactOptional(),
  returnUrl: z.string(),
  locale: z.enum(['id', 'en']),
  clientId: branded<LtiClientId>(),
  deploymentId: z.string(),
  providerId: branded<ProviderId>(),
  state: z.enum(['ordered', 'begun', 'told', 'chosen', 'placed']),
  validUntil: z.string(),
  secretHash: z.string(),
  browserHash: z.string().exactOptional(),
  loginHint: z.string().exactOptional(),
  choice: z
    .object({
      answerHash: z.string(),
      items: z.array(z.custom<ElsewhereModule>((value) => typeof value === 'object' && value !== null)),
    })
    .exactOptional(),
});

/** One row a launch, written anew at each of its steps; gone when no step may come any more. */
export function createLtiLaunchStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): LtiLaunchStore {
  const { dynamo, table } = deps;
  return {
    async add(launch) {
      await dynamo.put({ table, item: toRow(launch), condition: { expression: 'attribute_not_exists(pk)' } });
    },
    async find(launchId) {
      const row = await dynamo.get({ table, key: launchKey(launchId), consistent: true });
      return row && launchRow.parse(row);
    },
    async move(launch, from) {
      const result = await dynamo.put({
        table,
        item: toRow(launch),
        // Unmoved: two windows with one ticket, a request of the tool that comes twice.
        condition: { expression: '#state = :from', names: { '#state': 'state' }, values: { ':from': from } },
      });
      return result.outcome === 'done' ? 'moved' : 'elsewhere';
    },
  };
}

const toRow = (launch: LtiLaunch): Item => ({
  ...launchKey(launch.launchId),
  kind: 'lti-launch',
  ...launch,
  [expiryAttribute]: Math.ceil(Date.parse(launch.validUntil) / 1000),
});
