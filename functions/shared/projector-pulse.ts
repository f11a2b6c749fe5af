import type { Clock } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import * as z from 'zod';

/** A process notes its progress no more often than this, to spare a write per batch. */
export const pulseEveryMs = 15_000;

const key = { pk: 'META#PROJECTOR', sk: 'PULSE' };
const rowSchema = z.object({ handledAt: z.string(), recordAt: z.string() });

/** ISO 8601 UTC. */
export type Pulse = Readonly<z.infer<typeof rowSchema>>;

export interface ProjectorPulse {
  /** A commit stored at this time was projected, and with it what came before in its part of the stream. Never rejects. */
  beat(recordAt: string): Promise<void>;
  /** When the projector last did its work, and on what; undefined before the first commit. */
  read(): Promise<Pulse | undefined>;
}

/** How far the projector has come, in one row of the LRS table that its own stream does not follow. */
export function createProjectorPulse(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
  readonly clock: Clock;
  readonly log: Log;
}): ProjectorPulse {
  const { dynamo, table, clock, log } = deps;
  let notedMs = Number.NEGATIVE_INFINITY;
  return {
    async beat(recordAt) {
      const now = clock.now();
      if (now.getTime() - notedMs < pulseEveryMs) return;
      notedMs = now.getTime();
      try {
        await dynamo.update({
          table,
          key,
          update: 'SET handledAt = :handledAt, recordAt = :recordAt',
          // Further on than what is noted: parts of the stream are followed by several processes.
          condition: 'attribute_not_exists(recordAt) OR recordAt < :recordAt',
          values: { ':handledAt': now.toISOString(), ':recordAt': recordAt },
        });
      } catch (error) {
        // The work is done; not to have told so must not make it come again.
        log.error('progress of the projector not noted', error);
      }
    },
    async read() {
      const row = await dynamo.get({ table, key, consistent: true });
      return row && rowSchema.parse(row);
    },
  };
}
