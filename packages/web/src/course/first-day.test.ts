import { expect, it } from 'vitest';
import { createFixturePortal } from '../testing/fixture-portal.ts';
import { siti } from '../testing/fixtures.ts';

const pageOf = async (courseId: string) =>
  (await createFixturePortal({ principal: siti }).hono.request(`/courses/${courseId}`)).text();

it('says on which day classes begin, and no day where the provider tells none', async () => {
  const held = await pageOf('kampus-mulai');
  expect(held).toContain('Kelas mulai');
  expect(held).toContain('3 Februari 2027');
  expect(held).not.toContain('Menurut jadwal penyelenggara');
  expect(await pageOf('penuh')).not.toContain('Kelas mulai');
});
