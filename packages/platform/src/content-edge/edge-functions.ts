import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { EdgeRequest, EdgeResponse } from './edge-event.ts';

/** Most that CloudFront takes as the code of one function. */
export const edgeFunctionMaxBytes = 10 * 1024;

export type EdgeFunctionName = 'viewer-request' | 'viewer-response';

/** Code of a CloudFront Function, as it is deployed. */
export function edgeFunctionCode(name: EdgeFunctionName): string {
  return readFileSync(join(import.meta.dirname, `${name}.js`), 'utf8');
}

export interface EdgeFunctions {
  viewerRequest(event: { readonly request: EdgeRequest }): Promise<EdgeRequest | EdgeResponse>;
  viewerResponse(event: { readonly response: EdgeResponse }): EdgeResponse;
}

/** The deployed text itself, run in Node with the two modules that CloudFront gives it. */
export function loadEdgeFunctions(options: {
  readonly ticketKey: string;
  readonly now: () => Date;
}): EdgeFunctions {
  const cf = {
    kvs: () => ({
      get: async (name: string) => {
        if (name !== 'ticket-key') throw new Error(`the key value store has no ${name}`);
        return options.ticketKey;
      },
    }),
  };
  const clock = { now: () => options.now().getTime() };
  return {
    viewerRequest: compile('viewer-request', { cf, crypto, Date: clock }) as EdgeFunctions['viewerRequest'],
    viewerResponse: compile('viewer-response', {}) as EdgeFunctions['viewerResponse'],
  };
}

function compile(name: EdgeFunctionName, modules: Readonly<Record<string, unknown>>): unknown {
  const body = edgeFunctionCode(name).replace(/^import .*$/gm, '');
  const load = compileFunction(`${body}\nreturn handler;`, Object.keys(modules), { filename: `${name}.js` });
  return load(...Object.values(modules));
}
