import type { Answer } from './http-client.ts';
import { inLanes } from './in-lanes.ts';
import type { Figure } from './unit-figures.ts';
import { withServer } from './with-server.ts';
import { createWorkload, learnerOf, learners } from './workload.ts';

const concurrency = 8;
const batchSize = 50;
const pageSize = 50;

/** The embedded server over HTTP, with client and server on this machine: requests are made before the clock runs. */
export async function speedFigures(): Promise<Figure[]> {
  const workload = createWorkload();
  const batches = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => encode(workload.batch('mixed', from + n, batchSize)));
  const singles = Array.from({ length: 1_500 }, (_, n) => encode(workload.single(n)));
  const pages = Array.from({ length: 1_000 }, (_, n) => pathOfPage(n % learners));
  const [warmUp, measured] = [batches(0, 40), batches(40, 120)];
  return withServer(concurrency, async (client) => {
    const post = async (body: Buffer) => require200(await client.post(body));
    await inLanes(concurrency, warmUp, post);
    const batchSeconds = await secondsOf(measured, post);
    const singleSeconds = await secondsOf(singles, post);
    const pageSeconds = await secondsOf(pages, async (path) => require200(await client.get(path)));
    const about = { engine: 'embedded server over HTTP', concurrency };
    const line = (figure: string, value: number, unit: string) => ({ figure, value, unit, ...about });
    return [
      line('http_batch50_mixed', (measured.length * batchSize) / batchSeconds, 'statements/s'),
      line('http_single', singles.length / singleSeconds, 'requests/s'),
      line('http_page50_agent', pages.length / pageSeconds, 'pages/s'),
    ];
  });
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value));

function pathOfPage(learner: number): string {
  const agent = encodeURIComponent(JSON.stringify(learnerOf(learner)));
  return `/xapi/statements?agent=${agent}&limit=${pageSize}`;
}

function require200({ status, body }: Answer): void {
  if (status !== 200) throw new Error(`status ${status}: ${body.toString('utf8', 0, 300)}`);
}

async function secondsOf<Input>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  await inLanes(concurrency, inputs, work);
  return (performance.now() - started) / 1_000;
}
