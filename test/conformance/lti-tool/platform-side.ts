import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const devSchema = z.object({
  portal: z.url(),
  lti: z.object({ issuer: z.url(), adminToken: z.string(), providerId: z.string() }),
  people: z.array(z.object({ personId: z.string(), name: z.string(), role: z.string(), email: z.string() })),
});
export type Platform = z.infer<typeof devSchema> & { readonly ask: Ask };

type Ask = (
  request: string,
  body?: object,
) => Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;

/** A running Sinau by what it has written into its data folder. `ask('POST /api/…', body)` is a machine of the platform. */
export async function openPlatform(dataDir: string): Promise<Platform> {
  const dev = devSchema.parse(JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8')));
  const headers = {
    authorization: `Bearer ${dev.lti.adminToken}`,
    'content-type': 'application/json',
  };
  const ask: Ask = async (request, body) => {
    const [method = '', path = ''] = request.split(' ');
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${dev.lti.issuer}${path}`, init);
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  };
  return { ...dev, ask };
}

/** Rejects with what was answered unless the status is this one. */
export async function expectStatus(answer: ReturnType<Ask>, status: number) {
  const { status: got, body } = await answer;
  if (got !== status) throw new Error(`answered ${got} instead of ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** The first person of a role, or the one of this name: those of other providers are none of a tool's. */
export function personOf({ people }: Platform, role: string, name = ''): Platform['people'][number] {
  const found = people.find((one) => one.role === role && one.name.includes(name));
  if (!found) throw new Error(`nobody is ${role} here: start Sinau with an empty data folder`);
  return found;
}
