import { expect, it } from 'vitest';
import { dictionaries } from '../i18n/dictionary.ts';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { createFixturePorts } from '../testing/fixture-ports.ts';
import { everyRole } from '../testing/fixtures.ts';
import type { ConnectionSettings } from './ports.ts';

const words = dictionaries.id.connections;
const path = '/studio/connections/new/moodle';

function world() {
  const made: ConnectionSettings[] = [];
  const { connections } = createFixturePorts();
  const create = async (_: unknown, settings: ConnectionSettings) => {
    made.push(settings);
    return { connectionId: 'connection-moodle' };
  };
  const ports = { connections: { ...connections, create } };
  const { hono } = createFixturePortal({ principal: everyRole, ports });
  const post = (sharedCategories: string) =>
    hono.request(path, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ name: 'Moodle kampus', contactEmail: 'admin@kampus.example', secret: 'token' },
        ...{ baseUrl: 'https://moodle.kampus.example', syncHour: '1', sharedCategories },
      }),
    });
  return { post, made, page: async () => (await hono.request(path)).text() };
}

it('the categories of a Moodle that are shared are numbers, each once, or all of the site', async () => {
  const { post, made } = world();
  for (const text of ['', ' 4,12 ; 4 ']) await post(text);
  expect(made.map(({ moodle }) => moodle?.sharedCategories)).toEqual([undefined, [4, 12]]);
  for (const text of ['Fakultas Hukum', '0', '-4', '4.5']) {
    const refused = await post(text);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words.sharedCategoriesWrong);
  }
  expect(made).toHaveLength(2);
});

it('what the administrator of a Moodle prepares names every function and right that is used', async () => {
  const html = await world().page();
  for (const name of [
    'core_course_search_courses',
    'moodle/course:viewhiddencourses',
    'moodle/user:create',
  ]) {
    expect(html).toContain(name);
  }
});
