import type { TextBox } from '@sinau/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claims, roleUris, serviceScopes } from '../vocabulary.ts';
import { matchesFilter, readLineItem } from './line-item.ts';
import { isJsonType } from './media-types.ts';
import { hasRole } from './membership.ts';
import { linkHeader, openCursor, sealCursor } from './page-cursor.ts';
import { gradesClaim, rosterClaim, serviceAddresses } from './service-claims.ts';

describe('a line item (1.5)', () => {
  const item = { label: 'Ujian akhir', scoreMaximum: 100, tag: 'final', resourceId: 'cs230' };

  it('is read, with points as text, empty members left out and unknown ones passed over', () => {
    expect(
      readLineItem({ ...item, scoreMaximum: '100.0', resourceLinkId: '', tag: null, id: 'x', other: 1 }),
    ).toEqual({
      ok: true,
      value: { label: 'Ujian akhir', scoreMaximum: 100, resourceId: 'cs230' },
    });
    const times = { startDateTime: '2026-08-01T00:00:00+0700', endDateTime: '2026-12-31T23:59:59Z' };
    expect(readLineItem({ ...item, ...times, gradesReleased: true })).toMatchObject({ value: times });
  });

  it.each([
    [{ label: undefined }, '/label', 'AGS 3.2.7'],
    [{ label: '  ' }, '/label', 'AGS 3.2.7'],
    [{ label: null }, '/label', 'AGS 3.2.7'],
    [{ scoreMaximum: undefined }, '/scoreMaximum', 'AGS 3.2.8'],
    [{ scoreMaximum: 0 }, '/scoreMaximum', 'AGS 3.2.8'],
    [{ scoreMaximum: -5 }, '/scoreMaximum', 'AGS 3.2.8'],
    [{ scoreMaximum: 1e20 }, '/scoreMaximum', 'AGS 3.2.8'],
    [{ scoreMaximum: 'banyak' }, '/scoreMaximum', 'AGS 3.2.8'],
    [{ endDateTime: 'besok' }, '/endDateTime', undefined],
  ])('is refused with %j', (over, path, requirement) => {
    const read = readLineItem({ ...item, ...over });
    expect(read).toMatchObject({ ok: false, issue: { path, ...(requirement && { requirement }) } });
  });

  it('lets nothing but a refusal out of any body', () => {
    fc.assert(fc.property(fc.anything(), (body) => typeof readLineItem(body).ok === 'boolean'));
  });

  it('is found by each filter and all of them, and not by a wrong one', () => {
    expect(matchesFilter(item, {})).toBe(true);
    expect(matchesFilter(item, { tag: 'final', resourceId: 'cs230' })).toBe(true);
    expect(matchesFilter(item, { tag: 'final', resourceId: 'x' })).toBe(false);
    expect(matchesFilter(item, { resourceLinkId: 'l1' })).toBe(false);
  });
});

describe('media types (1.5)', () => {
  it.each([
    'application/vnd.ims.lis.v1.score+json',
    'application/vnd.ims.lis.v2.lineitem+json; charset=utf-8',
    'application/json',
    'Application/JSON;charset=UTF-8',
  ])('takes %s', (type) => {
    expect(isJsonType(type)).toBe(true);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'refuses %j',
    (type) => {
      expect(isJsonType(type)).toBe(false);
    },
  );
});

describe('pages (1.8 #7)', () => {
  /** Seals nothing, but keeps the form. */
  const box: TextBox = {
    seal: (purpose, text) => Buffer.from(JSON.stringify([purpose, text])).toString('hex'),
    open(purpose, sealed) {
      if (!/^([0-9a-f]{2})+$/.test(sealed)) return undefined;
      const [of, text] = JSON.parse(Buffer.from(sealed, 'hex').toString());
      return of === purpose ? text : undefined;
    },
  };

  it('survive a tool that makes the Link header lower-case, or upper-case', () => {
    const state = { tag: 'Final & Ünïcode', after: 'aB9' };
    const cursor = sealCursor(box, 'p', state);
    expect(cursor).toMatch(/^[0-9a-f]+$/);
    expect(openCursor(box, 'p', cursor.toUpperCase())).toEqual(state);
    expect(openCursor(box, 'q', cursor)).toBeUndefined();
    expect(openCursor(box, 'p', `${cursor}0`)).toBeUndefined();
    expect(openCursor(box, 'p', 'zz')).toBeUndefined();
  });

  it('are linked to by relation', () => {
    expect(linkHeader({ next: 'https://a/?page=1', differences: 'https://a/?since=2' })).toBe(
      '<https://a/?page=1>; rel="next", <https://a/?since=2>; rel="differences"',
    );
    expect(linkHeader({ next: undefined })).toBeUndefined();
  });
});

describe('roles (1.6)', () => {
  it('are asked for by URI or short name', () => {
    expect(hasRole([roleUris.learner], roleUris.learner)).toBe(true);
    expect(hasRole([roleUris.learner], 'Learner')).toBe(true);
    expect(hasRole([roleUris.learner], 'Instructor')).toBe(false);
    expect(hasRole([roleUris.learner], '')).toBe(false);
  });
});

describe('claims of services (1.5, 1.6)', () => {
  const addresses = serviceAddresses('https://sinau.example');
  const lineItemsUrl = addresses.lineItems('c1');

  it('name what the tool was granted, and the line item only when it is given', () => {
    expect(gradesClaim({ scopes: serviceScopes, lineItemsUrl })).toEqual({
      [claims.grades]: {
        scope: serviceScopes.slice(0, 4),
        lineitems: 'https://sinau.example/lti/ags/contexts/c1/line-items',
      },
    });
    const lineItemUrl = addresses.lineItem('c1', 'i1');
    expect(gradesClaim({ scopes: [serviceScopes[3]], lineItemsUrl, lineItemUrl })).toEqual({
      [claims.grades]: { scope: [serviceScopes[3]], lineitems: lineItemsUrl, lineitem: `${lineItemsUrl}/i1` },
    });
    expect(rosterClaim({ scopes: serviceScopes, membershipsUrl: addresses.memberships('c1') })).toEqual({
      [claims.roster]: {
        context_memberships_url: 'https://sinau.example/lti/nrps/contexts/c1/memberships',
        service_versions: ['2.0'],
      },
    });
  });

  it('are left out for a tool that was granted nothing of them', () => {
    expect(gradesClaim({ scopes: [serviceScopes[4]], lineItemsUrl })).toEqual({});
    expect(rosterClaim({ scopes: [serviceScopes[3]], membershipsUrl: 'x' })).toEqual({});
  });
});
