import type { PersonId } from '@sinau/kernel';
import { composeKey, type Dynamo, type Key } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { reminderSteps } from '../duty/reminder-steps.ts';
import type { DigestTurn, TeamTelling, TellingStore } from '../reminders/ports.ts';
import { digestPartition, personPartition, reminderPartition, reminderShards, shardOf } from './keys.ts';
import { readDuty } from './rows.ts';

/** Who was noted is kept for two months. */
const keptSeconds = 60 * 86_400;

const id = z.custom<PersonId>((value) => typeof value === 'string');
const teamRow = z.object({
  supervisorId: id,
  day: z.string(),
  step: z.enum(reminderSteps),
  at: z.string(),
});
const digestRow = z.object({ personId: id, at: z.string() });

/** gsi1: teams whose supervisors are told, the earliest first. */
const teamsPartition = 'TEAM-TELLINGS';
const teamPartition = ({ supervisorId, day, step }: TeamTelling): string =>
  composeKey('TEAM-TELLING', supervisorId, day, step);
const teamKey = (telling: TeamTelling): Key => ({ pk: teamPartition(telling), sk: 'TELLING' });
const digestKey = (personId: PersonId): Key => ({ pk: personPartition(personId), sk: 'DIGEST' });
const absent = { expression: 'attribute_not_exists(pk)' };

/** What waits to be told: reminders by their duties, teams by their supervisors, letters by their readers. */
export function createTellingStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): TellingStore {
  return { reminderParts: reminderShards, ...remindersOf(deps), ...digestsOf(deps) };
}

type Door = Parameters<typeof createTellingStore>[0];

function remindersOf({
  dynamo,
  table,
}: Door): Pick<TellingStore, 'listDueReminders' | 'noteTeam' | 'listDueTeams' | 'countTeam' | 'closeTeam'> {
  return {
    async listDueReminders(part, until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi2', partition: reminderPartition(part), sort, limit } as const;
      return (await dynamo.query(query)).items.map(readDuty);
    },
    async noteTeam(telling, personId) {
      const expiresAt = Math.ceil(Date.parse(telling.at) / 1_000) + keptSeconds;
      const pk = teamPartition(telling);
      await dynamo.put({
        table,
        item: { pk, sk: composeKey('PERSON', personId), kind: 'team-telling-person', expiresAt },
      });
      const item = {
        ...teamKey(telling),
        ...{ kind: 'team-telling', ...telling, expiresAt },
        ...{ gsi1pk: teamsPartition, gsi1sk: composeKey(telling.at, pk) },
      };
      // Absent: closes the race of two of one team; the first moment stands, also once they were told.
      await dynamo.put({ table, item, condition: absent });
    },
    async listDueTeams(until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi1', partition: teamsPartition, sort, limit } as const;
      return (await dynamo.query(query)).items.map((row) => teamRow.parse(row));
    },
    async countTeam(telling) {
      let people = 0;
      let startAfter: Readonly<Record<string, unknown>> | undefined;
      do {
        const page = await dynamo.query({
          ...{ table, partition: teamPartition(telling), consistent: true },
          sort: { prefix: 'PERSON#' },
          ...(startAfter && { startAfter }),
        });
        people += page.items.length;
        startAfter = page.last;
      } while (startAfter);
      return people;
    },
    async closeTeam(telling) {
      await dynamo.update({
        ...{ table, key: teamKey(telling), update: 'REMOVE gsi1pk, gsi1sk' },
        // Exists: a row that went in the meantime is not made anew.
        condition: 'attribute_exists(pk)',
      });
    },
  };
}

function digestsOf({
  dynamo,
  table,
}: Door): Pick<TellingStore, 'addDigest' | 'listDueDigests' | 'moveDigest'> {
  const itemOf = ({ personId, at }: DigestTurn) => ({
    ...digestKey(personId),
    ...{ kind: 'digest-turn', personId, at },
    ...{ gsi2pk: digestPartition(shardOf(personId)), gsi2sk: composeKey(at, personId) },
  });
  return {
    async addDigest(turn) {
      // Absent: a turn that stands is not put off.
      await dynamo.put({ table, item: itemOf(turn), condition: absent });
    },
    async listDueDigests(part, until, limit) {
      const sort = { between: ['0', `${until}~`] } as const;
      const query = { table, index: 'gsi2', partition: digestPartition(part), sort, limit } as const;
      return (await dynamo.query(query)).items.map((row) => digestRow.parse(row));
    },
    async moveDigest(turn, next) {
      // As it was read: closes the race of two sweeps, of which the later would put it off by another week.
      const condition = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': turn.at } };
      if (next === undefined) await dynamo.delete({ table, key: digestKey(turn.personId), condition });
      else await dynamo.put({ table, item: itemOf({ ...turn, at: next }), condition });
    },
  };
}
