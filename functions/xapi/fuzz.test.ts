import fc from 'fast-check';
import { expect, it } from 'vitest';
import { person, statement, xapiWorld } from './testing/xapi-world.ts';

const agent = JSON.stringify(person('a-1'));
const path = fc.constantFrom(
  '/statements',
  '/activities/state',
  '/activities/profile',
  '/agents/profile',
  '/agents',
  '/activities',
  '/about',
  '//statements//',
  '/',
);
const name = fc.constantFrom(
  'statementId',
  'voidedStatementId',
  'agent',
  'activityId',
  'activity',
  'verb',
  'stateId',
  'profileId',
  'registration',
  'since',
  'limit',
  'format',
  'attachments',
  'cursor',
  'method',
  'Agent',
);
const value = fc.oneof(
  fc.constantFrom(
    agent,
    '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
    'https://a.example',
    '2026-01-01T00:00:00Z',
    '1',
    'true',
    'ids',
    'PUT',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const body = fc.oneof(
  fc.jsonValue().map((json) => JSON.stringify(json)),
  fc.constantFrom(
    '',
    '--b\r\n\r\n{}\r\n--b--',
    JSON.stringify(statement()),
    'content=%7B%7D&agent=x',
    '{"a":',
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
);
const headers = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'multipart/mixed; boundary=b',
      'multipart/mixed',
      'text/plain',
      ';',
      'application/x-www-form-urlencoded',
    ),
    'if-match': fc.constantFrom('*', '"x"', 'W/', ',,', ''),
    'if-none-match': fc.constantFrom('*', '"x"'),
    'accept-language': fc.string({ unit: fc.constantFrom('i', 'd', '-', ',', ';', 'q', '=', '*', '0') }),
    'idempotency-key': fc.constantFrom('k', ''),
  },
  { requiredKeys: [] },
);

it('F7: no request makes the door fail', async () => {
  const world = xapiWorld();
  const request = fc.record({
    path,
    method: fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'),
    query: fc.array(fc.tuple(name, value), { maxLength: 4 }),
    version: fc.constantFrom('1.0.3', '2.0.0', '1.0', 'x', ''),
    as: fc.constantFrom('platform', 'agencyA', 'anonymous', 'Basic !!!', 'Basic Y21pNS14Onk=', 'Bearer'),
    body,
    headers,
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ path: at, query, body: content, ...init }) => {
      const bodiless = init.method === 'GET' || init.method === 'HEAD';
      const search = new URLSearchParams(query).toString();
      const answer = await world.ask(`${at}?${search}`, { ...init, ...(!bodiless && { body: content }) });
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('x-experience-api-version')).toMatch(/^(?:1\.0\.3|2\.0\.0|0\.95)$/);
    }),
    { numRuns: 400 },
  );
});
