import type { App } from 'aws-cdk-lib';
import { dataRegion, edgeRegion, readConfig } from './config.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { WorkersStack } from './stacks/workers-stack.ts';

/** Joins the stacks, stateful ones first; this is the architecture in one screen. */
export function buildSinau(app: App): void {
  const config = readConfig(app.node);
  const env = { region: dataRegion };
  const crossRegionReferences = true;

  const edge = new EdgeStack(app, 'SinauEdge', {
    env: { region: edgeRegion },
    crossRegionReferences,
    config,
  });
  const data = new DataStack(app, 'SinauData', { env, config });
  const identity = new IdentityStack(app, 'SinauIdentity', { env, config });
  const workers = new WorkersStack(app, 'SinauWorkers', { env, config, data, identity });
  const { certificateQueue, connectorQueue, exportQueue, importQueue } = workers;
  const { mailQueue, pushQueue, sealQueue, deadLetters } = workers;
  const queues = {
    certificateQueue,
    connectorQueue,
    exportQueue,
    importQueue,
    mailQueue,
    pushQueue,
    sealQueue,
    deadLetters,
  };
  const sources = { config, data, identity, ...queues };
  const api = new ApiStack(app, 'SinauApi', { env, sources });
  new WebStack(app, 'SinauWeb', { env, crossRegionReferences, config, data, edge, api: api.api });
  new ObservabilityStack(app, 'SinauObservability', {
    env,
    alarmEmail: config.alarmEmail,
    api: api.api,
    functions: [...api.functions, ...workers.functions],
    streamFollowers: workers.streamFollowers,
    deadLetters: Object.values(deadLetters),
    tables: [data.lmsTable, data.lrsTable],
  });
}
