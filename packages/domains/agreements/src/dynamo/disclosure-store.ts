import type { Item, UpdateInput } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Channel, channels, type DisclosedAttribute, disclosedAttributes } from '../disclosure.ts';
import type { Disclosure, DisclosureStore, PersonDisclosures } from '../ports.ts';
import { countByAgency, isNews } from '../traces.ts';
import { type Door, readPartition } from './door.ts';
import { agencyKey, agencyPartition, personKey, personPartition } from './keys.ts';
import { providerIdRow } from './rows.ts';

/** Flat names, as an update cannot make a map and write into it at once. */
const firstOf = (attribute: DisclosedAttribute) => `first:${attribute}`;
const lastOf = (attribute: DisclosedAttribute) => `last:${attribute}`;
const timesOf = (attribute: DisclosedAttribute) => `times:${attribute}`;

const personRow = z.object({ providerId: providerIdRow, subject: z.string() });
const agencyRow = z.object({ providerId: providerIdRow, channel: z.enum(channels) });

export function createDisclosureStore(door: Door): DisclosureStore {
  const { dynamo, table } = door;
  return {
    async note(disclosure) {
      const { providerId, people } = disclosure;
      const wanted = new Set(people.map(({ personId }) => personId));
      const keys = [...wanted].map((personId) => personKey(personId, providerId));
      const known = new Map(
        (await dynamo.batchGet({ table, keys })).map((row) => [row.pk, readPerson(row)] as const),
      );
      const updates = [
        ...people
          .filter((one) => isNews(known.get(personPartition(one.personId)), one, disclosure.at))
          .map((one) => personUpdate(table, disclosure, one)),
        ...agencyUpdates(table, disclosure),
      ];
      await Promise.all(updates.map((update) => dynamo.update(update)));
    },
    ofPerson: async (personId) =>
      (await readPartition(door, personPartition(personId))).map((row) => readPerson(row)),
    ofAgency: async (agencyId) =>
      (await readPartition(door, agencyPartition(agencyId))).map((row) => ({
        ...agencyRow.parse(row),
        attributes: readTraces(row, (trace, attribute) => ({
          ...trace,
          times: z.number().parse(row[timesOf(attribute)]),
        })),
      })),
  };
}

function personUpdate(
  table: string,
  { providerId, at }: Disclosure,
  { personId, attributes }: Disclosure['people'][number],
): UpdateInput {
  return {
    ...trace({ table, key: personKey(personId, providerId) }, attributes, at),
    // There: a note that comes late brings nobody back who was erased.
    condition: 'attribute_exists(pk)',
  };
}

function agencyUpdates(table: string, disclosure: Disclosure): readonly UpdateInput[] {
  const { providerId, channel, at } = disclosure;
  return [...countByAgency(disclosure)].map(([agencyId, counts]) => {
    const attributes = [...counts.keys()];
    const update = trace({ table, key: agencyKey(agencyId, providerId, channel) }, attributes, at);
    const adds = attributes.map((_, index) => `#times${index} :times${index}`);
    return {
      ...update,
      update: `${update.update}, #kind = :kind, providerId = :provider, #channel = :channel ADD ${adds.join(', ')}`,
      names: {
        ...update.names,
        ...{ '#kind': 'kind', '#channel': 'channel' },
        ...Object.fromEntries(attributes.map((one, index) => [`#times${index}`, timesOf(one)])),
      },
      values: {
        ...update.values,
        ...{ ':kind': 'agency-disclosures', ':provider': providerId, ':channel': channel satisfies Channel },
        ...Object.fromEntries([...counts.values()].map((times, index) => [`:times${index}`, times])),
      },
    };
  });
}

/** First and last time of each attribute; the first one stays. */
function trace(
  place: Pick<UpdateInput, 'table' | 'key'>,
  attributes: readonly DisclosedAttribute[],
  at: string,
) {
  const sets = attributes.map(
    (_, index) => `#first${index} = if_not_exists(#first${index}, :at), #last${index} = :at`,
  );
  return {
    ...place,
    update: `SET ${sets.join(', ')}`,
    names: Object.fromEntries(
      attributes.flatMap((one, index) => [
        [`#first${index}`, firstOf(one)],
        [`#last${index}`, lastOf(one)],
      ]),
    ),
    values: { ':at': at },
  };
}

function readPerson(row: Item): PersonDisclosures {
  return { ...personRow.parse(row), attributes: readTraces(row, (one) => one) };
}

function readTraces<Read>(
  row: Item,
  read: (trace: { readonly first: string; readonly last: string }, attribute: DisclosedAttribute) => Read,
): Partial<Record<DisclosedAttribute, Read>> {
  const there = disclosedAttributes.filter((attribute) => row[firstOf(attribute)] !== undefined);
  const text = z.string();
  return Object.fromEntries(
    there.map((attribute) => {
      const [first, last] = [text.parse(row[firstOf(attribute)]), text.parse(row[lastOf(attribute)])];
      return [attribute, read({ first, last }, attribute)];
    }),
  );
}
