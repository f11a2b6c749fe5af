import { isIPv6 } from 'node:net';

/**
 * Where an answer comes from. The viewer as CloudFront saw it: the gateway adds CloudFront's address behind it, and whatever a sender has
 * written before counts for nothing. On one machine there is no such header, and everybody is one sender. Whoever has an address of IPv6
 * has 2^64 of them (RFC 4291, 2.5.1), so their network is the sender.
 */
export function senderIn(forwardedFor: string | undefined): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  return networkOf(hops.at(-2) ?? hops.at(-1) ?? '');
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
