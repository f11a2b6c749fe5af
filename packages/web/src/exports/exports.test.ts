import { describe, expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';
import type { ExportRequest, ExportsPorts } from './ports.ts';

const base = createFixturePorts().exports;

async function ask(
  path: string,
  given: { readonly form?: Readonly<Record<string, string>>; readonly ports?: Partial<ExportsPorts> } = {},
) {
  const { form, ports } = given;
  const portal = createFixturePortal({ principal: everyRole, ports: { exports: { ...base, ...ports } } });
  const response = await portal.hono.request(path, {
    headers: { cookie: 'sinau-lang=en' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return { status: response.status, html: await response.text(), to: response.headers.get('location') };
}

describe('exports of an agency', () => {
  it('says that there are none and what to do', async () => {
    const ports = { exportsOf: async () => [], daysOf: async () => ({ days: [] }) };
    const { html } = await ask('/agency/exports', { ports });
    expect(html).toContain('No exports yet');
    expect(html).toContain('No daily files yet');
  });

  it('lists the files of a day, and leads to older ones', async () => {
    const { html } = await ask('/agency/exports');
    expect(html).toContain('href="/agency/exports/daily/2026-11-23/2/parquet"');
    expect(html).toContain('page=2026-11-23');
  });

  it('refreshes what goes on, and stops when it has ended', async () => {
    const running = await ask('/agency/exports/export-running');
    expect(running.html).toContain('data-refresh="/agency/exports/export-running/progress"');
    expect(running.html).toContain('34% read, 20,000 records written');
    expect((await ask('/agency/exports/export-running/progress')).html).not.toContain('data-refresh-done');
    expect((await ask('/agency/exports/export-done/progress')).html).toContain('data-refresh-done');
  });

  it('R8: says how each one ended', async () => {
    const done = (await ask('/agency/exports/export-done')).html;
    expect(done).toContain('1,204,511 records in 2 files.');
    expect(done).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect((await ask('/agency/exports/export-failed')).html).toContain('broke off three times');
    expect((await ask('/agency/exports/export-cancelled')).html).toContain('was cancelled');
    const expired = (await ask('/agency/exports/export-expired')).html;
    expect(expired).toContain('The files were deleted on');
    expect(expired).not.toContain('/files/1');
    expect((await ask('/agency/exports/export-empty')).html).toContain('No record matches');
  });

  it('asks for what was filled in', async () => {
    const asked: ExportRequest[] = [];
    const request = async (_person: unknown, one: ExportRequest) => {
      asked.push(one);
      return 'export-waiting';
    };
    const form = { format: 'parquet', from: '2026-10-01', to: '', unit: '', course: '' };
    const { status, to } = await ask('/agency/exports', { form, ports: { request } });
    expect([status, to]).toEqual([303, '/agency/exports/export-waiting']);
    expect(asked).toEqual([{ format: 'parquet', from: '2026-10-01' }]);
  });

  it.each([
    [{ format: 'csv', from: '2026-02-30' }, 'Give a day like'],
    [{ format: 'csv', from: '2026-03-02', to: '2026-03-01' }, 'The last day is before the first.'],
    [{ format: 'csv', course: '../x' }, 'The id of a course'],
    [{ format: 'xlsx' }, 'field-format'],
  ])('refuses %j with what was typed', async (form, words) => {
    const { status, html } = await ask('/agency/exports', { form });
    expect(status).toBe(422);
    expect(html).toContain(words);
  });

  it('leads to files by addresses that are made when they are asked for', async () => {
    expect((await ask('/agency/exports/export-done/files/2')).to).toBe('https://files.example/export-done/2');
    expect((await ask('/agency/exports/daily/2026-11-23/1/parquet')).to).toBe(
      'https://files.example/2026-11-23/1.parquet',
    );
  });

  it('cancels after asking', async () => {
    expect((await ask('/agency/exports/export-running/cancel')).html).toContain('Cancel this export?');
    const { status, to } = await ask('/agency/exports/export-running/cancel', { form: {} });
    expect([status, to]).toEqual([303, '/agency/exports/export-running']);
  });
});
