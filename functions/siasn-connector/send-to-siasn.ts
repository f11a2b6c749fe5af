import { type Send, SiasnRefused } from '@sinau/siasn';

/** Nothing has left with these: there was no connection yet. */
const beforeItLeft = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? '' : codeOf(cause);
};

/** From the agency's own network, through its own proxies; follows no redirect. */
export const sendToSiasn: Send = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (cause) {
    if (beforeItLeft.has(codeOf(cause))) throw new SiasnRefused('unreachable', { cause });
    const isLate = (cause as { name?: string }).name === 'TimeoutError';
    throw new SiasnRefused(isLate ? 'timeout' : 'unreachable', { mayHaveArrived: true, cause });
  }
};
