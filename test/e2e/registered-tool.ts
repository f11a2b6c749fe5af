import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod';
import type { UniversityTool } from '../server/university-tool.ts';

const devSchema = z.object({ lti: z.object({ issuer: z.url(), adminToken: z.string() }) });

/** A machine of the operators, as `dev.json` lets one in. */
export interface ToolDesk {
  /** JSON of a request that goes well. */
  ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown>;
}

/** The tool registers itself; an operator's machine approves it, and answers to place links. */
export async function registerTool(tool: UniversityTool, dataDir: string): Promise<ToolDesk> {
  const dev = devSchema.parse(JSON.parse(await readFile(join(dataDir, 'dev.json'), 'utf8')));
  const { issuer, adminToken } = dev.lti;
  const at = new URL(tool.registrationUrl);
  at.searchParams.set('openid_configuration', `${issuer}/.well-known/openid-configuration`);
  at.searchParams.set('registration_token', adminToken);
  const registered = await fetch(at);
  expect(registered.ok, await registered.text()).toBe(true);
  const ask: ToolDesk['ask'] = async (method, path, body) => {
    const answer = await fetch(`${issuer}${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect(answer.ok, text).toBe(true);
    return JSON.parse(text);
  };
  await ask('PATCH', `/api/lti/tools/${tool.clientId}`, { status: 'active' });
  return { ask };
}
