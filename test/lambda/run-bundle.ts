// The child process of start-function.ts: a Lambda execution environment as far as a handler can tell.
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

type Handler = (event: unknown, context: object) => Promise<unknown>;

const [file = ''] = process.argv.slice(2);
const start = performance.now();
const { handler }: { readonly handler: Handler } = await import(pathToFileURL(file).href);
process.send?.({ ready: true, importMs: performance.now() - start, node: process.versions.node });

process.on('message', async ({ id, event }: { readonly id: number; readonly event: unknown }) => {
  const context = {
    awsRequestId: crypto.randomUUID(),
    functionName: 'bundle',
    memoryLimitInMB: '512',
    getRemainingTimeInMillis: () => 30_000,
  };
  try {
    const answer = await handler(event, context);
    // Lambda hands over what survives JSON.
    process.send?.({ id, answer: answer === undefined ? null : JSON.parse(JSON.stringify(answer)) });
  } catch (error) {
    process.send?.({ id, fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
});
