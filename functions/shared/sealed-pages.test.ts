import {
  type AgencyId,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
  sealPageToken,
} from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sealedPages } from './sealed-pages.ts';

const deps = { signer: hmacSigner('a secret of this test alone, long enough') };
const by: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'P', roles: [], agencyId: 'a1' as AgencyId },
};
const asked = { list: 'seats', by, of: { eventId: 'e1' } };

describe('page tokens', () => {
  it('open where they were sealed', () => {
    const pages = sealedPages(deps, asked);
    expect(pages.open(undefined)).toEqual({});
    expect(pages.open(pages.seal('{"pk":"é"}'))).toEqual({ after: '{"pk":"é"}' });
    const placed = sealedPages(deps, { ...asked, place: z.strictObject({ list: z.string() }) });
    expect(placed.open(placed.seal({ list: 'l1' }))).toEqual({ after: { list: 'l1' } });
  });

  it('of another list, reader, agency or question open nothing', () => {
    const token = sealedPages(deps, asked).seal('x');
    const client = {
      kind: 'client',
      clientId: 'p1',
      name: 'C',
      tenant: { kind: 'platform' },
      scopes: [],
    } as const;
    const viewedBy = { personId: 'p2' as PersonId, name: 'O', until: '' };
    for (const other of [
      { ...asked, list: 'places' },
      { ...asked, of: { eventId: 'e2' } },
      { list: 'seats', by },
      { ...asked, by: { ...by, personId: 'p2' as PersonId } },
      { ...asked, by: { ...by, agencyId: 'a2' as AgencyId } },
      { ...asked, by: { ...by, viewedBy } },
      { ...asked, by: client },
      { ...asked, by: { kind: 'anonymous' } as const },
    ]) {
      expect(() => sealedPages(deps, other).open(token), JSON.stringify(other)).toThrow(InvalidInput);
    }
    expect(() => sealedPages(deps, { ...asked, place: z.object({}) }).open(token)).toThrow(InvalidInput);
  });

  it('that were made up are refused, and so is a bare place', () => {
    const pages = sealedPages(deps, asked);
    const token = pages.seal('x');
    const otherSigner = hmacSigner('another secret, of somebody else, long enough');
    const rubbish = ['', '.', 'a.b', '{"pk":"x","sk":"y"}', `${token}x`, token.slice(1), 'é'.repeat(3_000)];
    for (const one of [...rubbish, sealPageToken(otherSigner, 'page', 'x')]) {
      expect(() => pages.open(one), one).toThrow(InvalidInput);
    }
  });
});
