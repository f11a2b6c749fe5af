import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createFixturePortal } from './testing/fixture-portal.ts';
import { everyRole } from './testing/fixtures.ts';
import { formIn } from './testing/form-in.ts';
import { readForm } from './visit.ts';

/** Pages with fields of several lines. */
const addresses = [
  ...['/agency/citizens/new', '/agency/citizens/ktp/change', '/agency/citizens/ktp/promises/new'],
  ...['/agency/citizens/forums/new', '/agency/citizens/forums/f1/change'],
  '/agency/citizens/forums/f1/commitments/new',
  ...['/agency/annual-plan/2027/notes/new', '/agency/annual-plan/2027/2/items/i2'],
  ...['/agency/events/new', '/agency/cohorts/new', '/agency/paths/new'],
  ...['/competency/word?competency=M7', '/competency/plan/new', '/competency/plan/i1'],
  ...['/team/competency/p1/assess', '/coaching/new', '/communities/new', '/jp/external/new'],
  ...['/operator/agreements/provider-1/new', '/studio/courses/x/dispatches'],
];

/** As browsers let it be typed: a line break is one letter. It stands for two in the form. */
const typed = (length: number): string =>
  Array.from({ length }, (_, n) => (n % 20 === 10 && n < length - 1 ? '\n' : 'a')).join('');
const bell = String.fromCharCode(7);
const sent = (text: string): string => text.replaceAll('\n', '\r\n');

interface Field {
  readonly action: string;
  readonly name: string;
  readonly most: number;
  readonly others: URLSearchParams;
}

function longFieldsIn(html: string, address: string): readonly Field[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', form = '']) => {
    const action = /\baction="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? address;
    return [...form.matchAll(/<textarea\b([^>]*)>/g)].map(([, area = '']) => ({
      ...{ action, name: /\bname="([^"]*)"/.exec(area)?.[1] ?? '' },
      ...{ most: Number(/\bmaxlength="(\d+)"/.exec(area)?.[1]), others: formIn(`<main>${form}`) },
    }));
  });
}

describe('texts of several lines', () => {
  const { hono } = createFixturePortal({ principal: everyRole });
  const isWrong = async ({ action, name, others }: Field, text: string): Promise<boolean> => {
    const body = new URLSearchParams(others);
    body.set(name, sent(text));
    const answer = await hono.request(action, { method: 'POST', body });
    expect([action, name, [200, 303, 422].includes(answer.status), answer.status]).toMatchObject({ 2: true });
    return new RegExp(`href="#field-${name}"`).test(await answer.text());
  };

  it.each(addresses)(
    'may be as long as the browser lets them be and no longer, and control nothing: %s',
    async (address) => {
      const fields = longFieldsIn(await (await hono.request(address)).text(), address);
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) {
        expect([field.name, field.most > 0]).toEqual([field.name, true]);
        expect([field.name, await isWrong(field, typed(field.most))]).toEqual([field.name, false]);
        expect([field.name, await isWrong(field, typed(field.most + 1))]).toEqual([field.name, true]);
        expect([field.name, await isWrong(field, `${typed(30)}${bell}`)]).toEqual([field.name, true]);
      }
    },
  );

  it('are read with breaks of one letter, whatever their schema is', async () => {
    const app = new Hono().post('/', async (context) => {
      const read = await readForm(context, z.object({ text: z.string().max(11) }), { other: 'salah' });
      return context.json(read.ok ? read.data : read.form.errors);
    });
    const read = async (text: string) =>
      (await app.request('/', { method: 'POST', body: new URLSearchParams({ text }) })).json();
    expect(await read('Satu\r\nDua\rTi')).toEqual({ text: 'Satu\nDua\nTi' });
    expect(await read('Satu\r\nDua\rTig')).toEqual({ text: 'salah' });
  });
});
