import { runStub } from '../stub/run-stub.ts';
import { openCmi5Host } from './cmi5-host.ts';

void runStub(() =>
  openCmi5Host({
    search: location.search,
    fetch: (input, init) => fetch(input, init),
    storage: tabStorage(),
    framed: window.top !== window.self,
    now: () => new Date(),
    newId: () => uuid(),
  }),
);

function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** `crypto.randomUUID` is missing where the host is served without TLS. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
