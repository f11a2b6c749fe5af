import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';
import type { SentPart } from './ports.ts';

function setup() {
  const asked: unknown[] = [];
  const { studio } = createFixturePorts();
  const { hono } = createFixturePortal({
    principal: everyRole,
    ports: {
      studio: {
        ...studio,
        startUpload: async (_person, file) => {
          asked.push(file);
          return { uploadId: 'u1' };
        },
        signParts: async (_person, uploadId, partNumbers) => {
          asked.push({ uploadId, partNumbers });
          return { urls: [] };
        },
        finishUpload: async (_person, uploadId, parts?: readonly SentPart[]) => {
          asked.push({ uploadId, parts });
          return { importId: 'job-1' };
        },
      },
    },
  });
  const post = (path: string, fields: Record<string, string>) =>
    hono.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { hono, post, asked };
}

const file = { fileName: 'a.zip', contentType: 'application/zip', sizeBytes: '9' };

describe('what the upload island asks', () => {
  it('opens an upload in parts for a module', async () => {
    const { post, asked } = setup();
    const response = await post('/studio/uploads', { ...file, courseId: 'c1', module: 'new', inParts: '1' });
    expect(await response.json()).toEqual({ uploadId: 'u1' });
    expect(asked).toEqual([{ ...file, sizeBytes: 9, courseId: 'c1', module: 'new', inParts: true }]);
  });

  it('asks for addresses by number, and tells what has arrived when it is over', async () => {
    const { post, asked } = setup();
    await post('/studio/uploads/u1/parts', { numbers: '1 12 3' });
    const parts = [{ partNumber: 1, etag: '"0a"' }];
    const done = await post('/studio/uploads/u1/finish', { parts: JSON.stringify(parts) });
    expect(await done.json()).toEqual({ location: '/studio/imports/job-1' });
    await post('/studio/uploads/u1/finish', {});
    expect(asked).toEqual([
      { uploadId: 'u1', partNumbers: [1, 12, 3] },
      { uploadId: 'u1', parts },
      { uploadId: 'u1', parts: undefined },
    ]);
  });

  it.each([
    ['/studio/uploads', { ...file, inParts: 'yes' }],
    ['/studio/uploads', { ...file, module: '../x' }],
    ['/studio/uploads', { ...file, sizeBytes: '0' }],
    ['/studio/uploads', { ...file, provider: 'p2' }],
    ['/studio/uploads/u1/parts', { numbers: '' }],
    ['/studio/uploads/u1/parts', { numbers: '0' }],
    ['/studio/uploads/u1/parts', { numbers: '1,2' }],
    ['/studio/uploads/u1/parts', { numbers: Array.from({ length: 101 }, () => '1').join(' ') }],
    ['/studio/uploads/u1/finish', { parts: '{' }],
    ['/studio/uploads/u1/finish', { parts: '[{"partNumber":1,"etag":"x","more":1}]' }],
  ] as [string, Record<string, string>][])('D1: %s is refused with %j', async (path, fields) => {
    const { post, asked } = setup();
    expect((await post(path, fields)).status).toBe(400);
    expect(asked).toEqual([]);
  });

  it('sends a package into the module that the address names, and no markup', async () => {
    const { hono } = setup();
    const page = async (query: string) => (await hono.request(`/studio/courses/x/upload${query}`)).text();
    expect(await page('?module=new')).toContain('data-module="new"');
    expect(await page('')).not.toContain('data-module');
    expect(await page('?module=%22%3E%3Cimg%3E')).not.toContain('data-module');
  });
});
