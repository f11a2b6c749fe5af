import { describe, expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { fixtureAssets } from '../testing/fixture-portal.ts';
import { createUi } from '../ui.ts';
import { readSearch } from './read-search.ts';

function read(
  query: Readonly<Record<string, string>>,
  timeZone: 'Asia/Jakarta' | 'Asia/Jayapura' = 'Asia/Jakarta',
) {
  const ui = createUi({
    locale: 'id',
    viewer: { name: 'Agus', roles: ['agency-admin'], timeZone, unreadCount: 0 },
    path: '/',
    assets: fixtureAssets.paths,
    hasOutbox: false,
    t: dictionaries.id,
  });
  return readSearch(ui, (name) => query[name]);
}

describe('readSearch', () => {
  it('asks for everything, newest first, when nothing was said', () => {
    expect(read({ who: '  ', verb: '' })).toEqual({
      form: { values: {}, errors: {} },
      search: { related: false, ascending: false },
    });
  });

  it('takes days as whole days of the reader’s own zone, both ends included', () => {
    const days = { from: '2026-11-24', to: '2026-11-25' };
    expect(read(days).search).toMatchObject({
      since: '2026-11-23T16:59:59.999Z',
      until: '2026-11-25T16:59:59.999Z',
    });
    expect(read(days, 'Asia/Jayapura').search).toMatchObject({
      since: '2026-11-23T14:59:59.999Z',
      until: '2026-11-25T14:59:59.999Z',
    });
    expect(read({ from: '2026-11-24', to: '2026-11-24' }).form.errors).toEqual({});
  });

  it.each([
    ['registration', '123'],
    ['verb', 'completed'],
    ['activity', 'http://spasi di dalam'],
    ['from', '2026-02-30'],
    ['to', 'kemarin'],
  ])('names %s as wrong and keeps what was typed', (name, value) => {
    const { form, search } = read({ [name]: value });
    expect(search).toBeUndefined();
    expect(Object.keys(form.errors)).toEqual([name]);
    expect(form.values[name]).toBe(value);
  });

  it('refuses an end before the beginning', () => {
    expect(Object.keys(read({ from: '2026-11-25', to: '2026-11-24' }).form.errors)).toEqual(['to']);
  });

  it('keeps the page out of the form', () => {
    const { form, search } = read({ page: 'token', related: 'true', order: 'oldest' });
    expect(form.values).toEqual({ related: 'true', order: 'oldest' });
    expect(search).toEqual({ pageToken: 'token', related: true, ascending: true });
  });
});
