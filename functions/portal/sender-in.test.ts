import { expect, it } from 'vitest';
import { edgeHeader, senderIn } from './sender-in.ts';

const edge = { holds: async (secret: string) => secret === 'right' };
const cloudFront = '130.176.1.1';

/** A request that CloudFront has passed on, unless something else is said of it. */
const requestOf = (chain: string | undefined, { secret = 'right', connection = cloudFront } = {}) => ({
  connection,
  header: (name: string) => ({ 'x-forwarded-for': chain, [edgeHeader]: secret })[name],
});

it.each([
  ['203.0.113.7, 130.176.1.1', '203.0.113.7'],
  // What a sender has written before.
  ['10.0.0.1, 203.0.113.7, 130.176.1.1', '203.0.113.7'],
  // A gateway that adds nothing.
  ['10.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7, 130.176.1.1', '203.0.113.7'],
  ['2400:1:2:3::1, 130.176.1.1', '2400:1:2:3::/64'],
  ['2400:0001:2:3:ffff:0:0:9, 130.176.1.1', '2400:1:2:3::/64'],
  ['2400:1:2:4::1, 130.176.1.1', '2400:1:2:4::/64'],
  ['2400::9, 130.176.1.1', '2400:0:0:0::/64'],
  ['::1, 130.176.1.1', '0:0:0:0::/64'],
  ['2400:1::203.0.113.7, 130.176.1.1', '2400:1:0:0::/64'],
  ['no address, 130.176.1.1', 'no address'],
  // Nothing before the connection: CloudFront itself is all there is.
  ['130.176.1.1', cloudFront],
  [undefined, cloudFront],
  ['', cloudFront],
])('behind CloudFront the sender of %j is %s', async (chain, sender) => {
  expect(await senderIn(requestOf(chain), edge)).toBe(sender);
});

it.each(['wrong', '', undefined])(
  'past CloudFront, with the secret %j, the sender is who holds the connection, whatever they write',
  async (secret) => {
    const connection = '198.51.100.9';
    const { header } = requestOf('203.0.113.7, 130.176.1.1', { secret: secret ?? '', connection });
    const request = {
      connection,
      header: (name: string) => (name === edgeHeader ? secret : header(name)),
    };
    expect(await senderIn(request, edge)).toBe(connection);
  },
);

it('takes no chain where nothing stands in front, and no secret counts', async () => {
  const request = requestOf('203.0.113.7', { connection: '2400:1:2:3::1' });
  expect(await senderIn(request, undefined)).toBe('2400:1:2:3::/64');
});
