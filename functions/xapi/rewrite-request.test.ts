import { describe, expect, it } from 'vitest';
import { rewriteRequest } from './rewrite-request.ts';

const origin = 'https://sinau.example';
const limit = 1000;

const form = (fields: Record<string, string>, query = '?method=PUT', headers: Record<string, string> = {}) =>
  rewriteRequest(
    new Request(`${origin}/xapi/statements${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
    limit,
  );

describe('rewriteRequest', () => {
  it.each([
    ['//xapi/statements', '/xapi/statements'],
    ['/xapi//statements/', '/xapi/statements'],
    ['/xapi/statements?verb=http%3A%2F%2Fa%2F%2Fb', '/xapi/statements?verb=http%3A%2F%2Fa%2F%2Fb'],
    ['/', '/'],
  ])('reads %s as %s', async (given, meant) => {
    expect((await rewriteRequest(new Request(origin + given), limit)).url).toBe(origin + meant);
  });

  it('keeps method, headers and bytes of a moved request', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    const request = new Request(`${origin}/xapi/statements/`, {
      method: 'PUT',
      body,
      headers: { 'x-a': '1' },
    });
    const moved = await rewriteRequest(request, limit);
    expect(moved.method).toBe('PUT');
    expect(moved.headers.get('x-a')).toBe('1');
    expect(new Uint8Array(await moved.arrayBuffer())).toEqual(body);
  });

  it('undoes the alternate request syntax: headers, parameters, content', async () => {
    const content = '{"é":"ü & =+"}';
    const meant = await form(
      {
        Authorization: 'Basic abc',
        'X-Experience-API-Version': '1.0.3',
        'If-Match': '"x"',
        'Content-Type': 'text/plain',
        'Content-Length': '3',
        statementId: 'a b',
        content,
      },
      '?method=PUT',
      { 'accept-language': 'id' },
    );
    expect(meant.method).toBe('PUT');
    expect(new URL(meant.url).search).toBe('?statementId=a+b');
    expect(Object.fromEntries(meant.headers)).toEqual({
      authorization: 'Basic abc',
      'x-experience-api-version': '1.0.3',
      'if-match': '"x"',
      'content-type': 'text/plain',
      'accept-language': 'id',
    });
    expect(await meant.text()).toBe(content);
  });

  it('takes content for JSON when the form does not say', async () => {
    expect((await form({ content: '{}' })).headers.get('content-type')).toBe('application/json');
    expect((await form({ limit: '1' }, '?method=GET')).headers.get('content-type')).toBeNull();
  });

  it.each([
    ['other parameters beside method', { statementId: 'x' }, '?method=PUT&statementId=x'],
    ['an unknown method', {}, '?method=PATCH'],
    ['version 2.0', { 'X-Experience-API-Version': '2.0.0' }, '?method=GET'],
    ['a header that is none', { Authorization: 'a\r\nb: c' }, '?method=GET'],
  ])('refuses %s', async (_, fields, query) => {
    await expect(form(fields, query)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('stops reading a form at the limit', async () => {
    await expect(form({ content: 'x'.repeat(limit) })).rejects.toMatchObject({ code: 'request.too-large' });
  });

  it('leaves a method parameter of other requests to be refused as unknown', async () => {
    const request = new Request(`${origin}/xapi/statements?method=POST`, { method: 'PUT', body: '{}' });
    expect(await rewriteRequest(request, limit)).toBe(request);
  });
});
