import type { OutboundResponse } from '@sinau/platform/outbound';

/** Undefined: it is none, or was too long. */
export function jsonIn({ body, isCut }: Pick<OutboundResponse, 'body' | 'isCut'>): unknown {
  if (isCut) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
