import type { RecordedFacts } from '@sinau/lrs/dynamo';
import { readStreamRecord } from '@sinau/platform/dynamo';
import { streamHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';
import { currentTrace, type Trace } from '@sinau/platform/trace';
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { ProjectorDeps } from './deps.ts';
import { projectFacts } from './project-facts.ts';

/** Characters of JSON that are held before they are projected. */
const mostHeld = 4_000_000;

interface Held {
  readonly sequenceNumber: string;
  readonly facts: RecordedFacts;
  /** The action that recorded it. */
  readonly trace: Trace | undefined;
}

/**
 * Consumer of the LRS table's stream. What the records of one invocation tell is projected together, so that the
 * commits of a busy agency share chunks of its feed; what could not be projected comes again.
 */
export function createProjector(
  deps: ProjectorDeps,
): (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse> {
  return async (event, context) => {
    let held: Held[] = [];
    const flush = async () => {
      await projectFacts(
        deps,
        held.map(({ facts }) => facts),
      );
      const newest = held
        .map(({ facts }) => facts.stored)
        .sort()
        .at(-1);
      noteProjected(deps.log, held);
      held = [];
      if (newest !== undefined) await deps.pulse.beat(newest);
    };
    const follow = streamHandler({
      name: 'projector',
      log: deps.log,
      handle: async (record) => {
        const facts = await deps.follower.follow(readStreamRecord(record));
        if (!facts) return;
        held.push({
          ...{ sequenceNumber: record.dynamodb?.SequenceNumber ?? '', facts },
          trace: currentTrace(),
        });
        if (sizeOf(held) >= mostHeld) await flush();
      },
    });
    const response = await follow(event, context);
    try {
      if (held.length > 0) await flush();
    } catch (error) {
      deps.log.error('projection failed', error, { worker: 'projector', commits: held.length });
    }
    const [oldest] = held;
    if (!oldest) return response;
    return { batchItemFailures: [{ itemIdentifier: oldest.sequenceNumber }] };
  };
}

/** One line for all that were projected together, with every action that one of them belongs to. */
function noteProjected(log: Log, held: readonly Held[]): void {
  const traces = [...new Set(held.flatMap(({ trace }) => trace ?? []))];
  log.info('projected', { commits: held.length, ...(traces.length > 0 && { traces: traces.join(' ') }) });
}

function sizeOf(held: readonly Held[]): number {
  return held.reduce(
    (sum, { facts }) => sum + facts.statements.reduce((bytes, { json }) => bytes + json.length, 0),
    0,
  );
}
