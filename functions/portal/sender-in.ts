import { isIPv6 } from 'node:net';

/** CloudFront sends it to the API with the edge secret, whatever a viewer has sent under that name. */
export const edgeHeader = 'x-sinau-edge';

interface Request {
  /** Address of whoever holds the connection. */
  readonly connection: string;
  readonly header: (name: string) => string | undefined;
}

/** Tells CloudFront from others; absent on one machine, where nothing stands in front. */
export interface EdgeProof {
  holds(secret: string): Promise<boolean>;
}

/**
 * Where an answer comes from. Behind CloudFront it is the viewer as CloudFront saw it: the last address of the chain, before that of the
 * connection, which the gateway adds; whatever a viewer has written before counts for nothing. Whoever comes to the API's own address has
 * written the whole chain, and has the address of the connection. Whoever has an address of IPv6 has 2^64 of them (RFC 4291, 2.5.1), so
 * their network is the sender.
 */
export async function senderIn(request: Request, edge: EdgeProof | undefined): Promise<string> {
  const secret = request.header(edgeHeader);
  const passedEdge = secret !== undefined && edge !== undefined && (await edge.holds(secret));
  return networkOf((passedEdge ? viewerIn(request) : undefined) ?? request.connection);
}

function viewerIn({ connection, header }: Request): string | undefined {
  const hops = (header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return (hops.at(-1) === connection ? hops.at(-2) : hops.at(-1)) || undefined;
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const partsOf = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [partsOf(head), partsOf(tail ?? '')];
  // An address of IPv4 at the end stands for two parts.
  const zeros = 8 - first.length - last.length - ([...first, ...last].at(-1)?.includes('.') ? 1 : 0);
  const whole =
    tail === undefined ? first : [...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...last];
  const network = whole.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16));
  return `${network.join(':')}::/64`;
}
