import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import type {
  ActivityStore,
  AttachmentStore,
  DocumentStore,
  StatementEraser,
  StatementStore,
} from '../ports.ts';
import { createActivityStore } from './activity-store.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { createContext } from './context.ts';
import { createDocumentStore } from './document-store.ts';
import { createRecordFollower, type RecordFollower } from './follower.ts';
import { createRecordHealer, type RecordHealer } from './heal-held.ts';
import { type Horizon, sharedHorizon } from './horizon.ts';
import { createRecordReplay, type RecordReplay } from './replay.ts';
import { defaultSettings, type LrsSettings } from './settings.ts';
import { createStatementStore } from './statement-store.ts';

export interface RecordStoreOptions {
  readonly dynamo: Dynamo;
  /** Name of the LRS table. */
  readonly table: string;
  /** The LRS bucket. */
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digest: Digest;
  /** Waits so many milliseconds; between looks at a write that is pending. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** @default for AWS: 16 partitions for busy lists; `localSettings` on one machine */
  readonly settings?: LrsSettings;
  /** Shared by all stores of the process. @default many writers (`sharedHorizon`); `soleHorizon` on one machine */
  readonly horizon?: Horizon;
}

export interface RecordStore {
  readonly statements: StatementStore;
  readonly documents: DocumentStore;
  readonly attachments: AttachmentStore;
  readonly activities: ActivityStore;
  readonly follower: RecordFollower;
  readonly healer: RecordHealer;
  readonly eraser: StatementEraser;
  readonly replay: RecordReplay['replay'];
}

/** The record store on DynamoDB and S3. */
export function createRecordStore(options: RecordStoreOptions): RecordStore {
  const { settings = defaultSettings, clock } = options;
  const { commitDeadlineMs } = settings;
  const horizon = options.horizon ?? sharedHorizon({ clock, commitDeadlineMs });
  const context = createContext({ ...options, settings, horizon });
  const activities = createActivityStore(context);
  const attachments = createAttachmentStore(context);
  const healing = { context, activities };
  return {
    statements: createStatementStore(context),
    documents: createDocumentStore(context),
    attachments,
    activities,
    follower: createRecordFollower(healing),
    healer: createRecordHealer(healing),
    eraser: laterEraser(async () =>
      (await import('./erasure.ts')).createStatementEraser(context, attachments),
    ),
    replay: createRecordReplay(context).replay,
  };
}

/** Hardly any process erases, so that the others do not load how. */
function laterEraser(load: () => Promise<StatementEraser>): StatementEraser {
  return {
    concerning: async (query) => (await load()).concerning(query),
    rewrite: async (query) => (await load()).rewrite(query),
  };
}
