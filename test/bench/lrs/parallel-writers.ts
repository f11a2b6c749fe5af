import type { Answer, XapiClient } from './http-client.ts';
import type { Figure } from './unit-figures.ts';
import { withServer } from './with-server.ts';
import { createWorkload } from './workload.ts';

const writers = 32;
const batchesEach = 6;
const batchSize = 50;

/** Writers in parallel whose batches share every activity; then every statement is looked for and counted. */
export async function parallelWriterFigures(): Promise<Figure[]> {
  const workload = createWorkload();
  // Course 0 every time, with all of its lessons.
  const batches = Array.from({ length: writers }, () =>
    Array.from({ length: batchesEach }, () => workload.batch('mixed', 0, batchSize)),
  );
  const sent = batches.flat(2).map(({ id }) => String(id));
  return withServer(writers, async (client) => {
    const statuses: number[] = [];
    await Promise.all(
      batches.map(async (own) => {
        for (const batch of own) {
          const { status } = await client.post(Buffer.from(JSON.stringify(batch)));
          statuses.push(status);
        }
      }),
    );
    const found = await idsOfAll(client);
    const distinct = new Set(found);
    const about = { engine: 'embedded server over HTTP', writers, statements: sent.length };
    const line = (figure: string, value: number, unit: string) => ({ figure, value, unit, ...about });
    return [
      line('parallel_5xx', statuses.filter((status) => status >= 500).length, 'answers'),
      line('parallel_not_200', statuses.filter((status) => status !== 200).length, 'answers'),
      line('parallel_lost', sent.filter((id) => !distinct.has(id)).length, 'statements'),
      line('parallel_doubled', found.length - distinct.size, 'statements'),
    ];
  });
}

/** By the activity that all share, page after page. */
async function idsOfAll(client: XapiClient): Promise<readonly string[]> {
  const course = encodeURIComponent('https://kampus.example.ac.id/kursus/0');
  let path: string | undefined = `/xapi/statements?activity=${course}&related_activities=true&limit=500`;
  const ids: string[] = [];
  while (path) {
    const answer: Answer = await client.get(path);
    if (answer.status !== 200)
      throw new Error(`status ${answer.status}: ${answer.body.toString('utf8', 0, 300)}`);
    const page = JSON.parse(answer.body.toString()) as { statements: { id: string }[]; more?: string };
    ids.push(...page.statements.map(({ id }) => id));
    path = page.more || undefined;
  }
  return ids;
}
