import type { Context } from 'hono';
import * as z from 'zod';
import type { Arrival } from './ports.ts';

/** What API Gateway says of a request, and what Node does on one machine. */
const gatewaySchema = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });
const nodeSchema = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

export function arrivalOf(context: Context): Arrival {
  const gateway = gatewaySchema.safeParse(context.env);
  const node = nodeSchema.safeParse(context.env);
  return {
    connection: gateway.data?.requestContext.http.sourceIp ?? node.data?.incoming.socket.remoteAddress ?? '',
    header: (name) => context.req.header(name),
  };
}
