import { readdirSync, readFileSync } from 'node:fs';
import { InvalidInput } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { requestOfForm } from './request-of-form.ts';

const schema = z.strictObject({ title: z.string().min(3), days: z.coerce.number().int() });

describe('what a form has sent', () => {
  it('is given on as the use case takes it', () => {
    expect(requestOfForm(schema, { title: 'Judul', days: '3' })).toEqual({ title: 'Judul', days: 3 });
  });

  it.each([undefined, null, 'x', [], {}, { title: 'ab', days: 'x', more: 1 }])(
    'is a wrong request and no fault of ours: %j',
    (sent) => {
      expect(() => requestOfForm(schema, sent)).toThrow(InvalidInput);
    },
  );

  it('is told by its fields', () => {
    const wrong = { title: 'ab', days: 'x' };
    expect(() => requestOfForm(schema, wrong)).toThrow(
      expect.objectContaining({
        issues: ['/title', '/days'].map((path) => expect.objectContaining({ path })),
      }),
    );
  });

  it('is read by no part of the portal in a way that makes a fault of it', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) =>
      /^join-[\w-]+(?<!\.test)\.ts$/.test(name),
    );
    const parsing = sources.filter((name) =>
      /\w*[sS]chema\.parse\(/.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')),
    );
    expect(sources.length).toBeGreaterThan(50);
    expect(parsing).toEqual([]);
  });
});
