import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startUniversityTool, type UniversityTool } from '../server/university-tool.ts';
import { approveCourse } from './author.ts';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { inspectHere } from './inspect-page.ts';
import { registerTool } from './registered-tool.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';
import { until } from './until.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const title = 'Kuliah statistika';
const placedSchema = z.object({ courseId: z.string(), resourceLinkId: z.string() });

let tool: UniversityTool;
let placed: z.output<typeof placedSchema>;

const stage = useStage('tool-outage', async () => {
  tool = await startUniversityTool();
  const desk = await registerTool(tool, stage.dataDir);
  placed = placedSchema.parse(
    await desk.ask('POST', '/api/lti/links', {
      ...{ clientId: tool.clientId, title, url: `${tool.origin}/launch`, text: 'Peluang dan sebaran' },
      ...{ custom: { kuliah: '1' }, lineItem: { scoreMaximum: 100, label: title } },
    }),
  );
});
afterAll(async () => tool?.stop());

async function visitor(name: string): Promise<Page> {
  const context = await stage.browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await signIn(page, stage.server.dev.portal, { name });
  return page;
}

/** Clicks what opens another window, and answers that window. */
async function windowOf(page: Page, name: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name }).first().click(),
  ]);
  return opened;
}

describe.skipIf(noBrowser !== undefined)(`a tool that is down${unlessNoBrowser}`, () => {
  const faults = collectFaults();
  let maya: Page;
  let sri: Page;

  const at = (path: string) => new URL(path, stage.server.dev.portal).href;
  const look = async (page: Page) => {
    const path = new URL(page.url()).pathname;
    expect(await inspectHere(page, { path, language: 'id' })).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  };
  /** Its author asks whether the tool is there. */
  const check = async () => {
    await maya.goto(at(`/studio/tools/${tool.clientId}`));
    await maya.getByRole('button', { name: 'Periksa sekarang' }).click();
  };

  it('says so to a learner before they leave for it, and they may go all the same', async () => {
    [maya, sri] = [await visitor('Maya Contoh'), await visitor('Sri Contoh')];
    for (const page of [maya, sri]) faults.watch(page);
    await sri.goto(at(`/courses/${placed.courseId}`));
    await sri.getByText('Peluang dan sebaran').waitFor();
    await sri.getByRole('button', { name: 'Daftar', exact: true }).click();
    await sri.getByRole('link', { name: title }).first().click();
    await sri.getByRole('link', { name: 'Buka di jendela baru' }).waitFor();
    const part = sri.url();

    tool.isDown = true;
    await check();
    await maya.getByText(/^Alamat masuknya tidak menjawab sejak/).waitFor();
    await look(maya);
    await sri.goto(part);
    await sri.getByText('Universitas Contoh Indonesia sedang tidak dapat dibuka').waitFor();
    await sri.getByText('Server penyelenggara menjawab bahwa layanannya sedang tidak tersedia.').waitFor();
    await look(sri);
    const anyway = await windowOf(sri, 'Tetap coba buka');
    await anyway.getByText('Sedang dalam pemeliharaan').waitFor();
    await anyway.close();
    expect(tool.launches).toEqual([]);
    await sri.goto(part);
    await sri.getByRole('button', { name: 'Beri tahu saya bila sudah pulih' }).click();
    await sri.getByText('Anda akan diberi tahu bila sudah dapat dibuka lagi.').waitFor();
    await look(sri);
  });

  it('is told of to who waits for it when it is back, and its part is opened and finished', async () => {
    await sri.goto(at('/inbox'));
    expect(await sri.getByText('Sudah dapat dibuka lagi').count()).toBe(0);
    tool.isDown = false;
    await check();
    await maya.getByText('Alamat masuknya menjawab.').waitFor();
    await until(sri, () => sri.getByText('Sudah dapat dibuka lagi: Kampus Contoh').count());
    await look(sri);
    await sri.getByRole('link', { name: /Sudah dapat dibuka lagi/ }).click();
    const lecture = await windowOf(sri, 'Buka di jendela baru');
    await lecture.getByRole('button', { name: 'Selesai' }).click();
    await lecture.getByText('Nilai terkirim').waitFor();
    await sri.getByText('Kursus selesai. Selamat!').waitFor();
    expect(tool.launches).toHaveLength(1);
    await lecture.close();
  });

  it('has its link pointed to another place when its own is removed, and stays the link that it knows', async () => {
    await maya.goto(at(`/studio/tools/${tool.clientId}`));
    await maya.getByLabel('Nama tempat baru').fill('Fakultas Ekonomi');
    await maya.getByRole('button', { name: 'Tambah tempat' }).click();
    await maya.getByRole('rowheader', { name: 'Fakultas Ekonomi' }).waitFor();
    const rows = maya.locator('[aria-labelledby=deployments] tbody tr');
    expect(await rows.count()).toBe(2);
    await rows.first().locator('summary').click();
    await rows.first().getByRole('button', { name: 'Hapus tempat ini' }).click();
    await maya.getByText('Tersimpan.').first().waitFor();
    expect(await rows.count()).toBe(1);

    await maya.goto(at(`/studio/courses/${placed.courseId}`));
    await look(maya);
    await maya.getByRole('link', { name: /Tempat pemakaiannya sudah dihapus/ }).click();
    await maya.getByRole('button', { name: 'Simpan' }).waitFor();
    await look(maya);
    await maya.getByLabel('Tempat pemakaian di alat').selectOption('Fakultas Ekonomi');
    await maya.getByLabel('Parameter khusus').fill('kuliah=2');
    await maya.getByLabel('Nilai tertinggi').fill('10');
    await maya.getByRole('button', { name: 'Simpan' }).click();
    await maya.getByText('Tersimpan.').first().waitFor();
    expect(await maya.getByText('Tidak dapat dibuka').count()).toBe(0);
    await maya.getByRole('button', { name: 'Ajukan untuk ditelaah' }).click();
    await maya.getByText('menunggu penelaah').waitFor();
    await approveCourse(await visitor('Putu Contoh'), { title });

    const bima = await visitor('Bima Contoh');
    await bima.goto(at(`/courses/${placed.courseId}`));
    await bima.getByRole('button', { name: 'Daftar', exact: true }).click();
    await bima.getByRole('link', { name: title }).first().click();
    const lecture = await windowOf(bima, 'Buka di jendela baru');
    await lecture.getByRole('button', { name: 'Selesai' }).click();
    await lecture.getByText('Nilai terkirim').waitFor();
    const [first = {}, second = {}] = tool.launches;
    const linkOf = (launch: object) =>
      (launch as Record<string, { readonly id: string }>)[`${lti}resource_link`];
    expect([linkOf(first)?.id, linkOf(second)?.id]).toEqual([placed.resourceLinkId, placed.resourceLinkId]);
    expect(second[`${lti}custom`]).toEqual({ kuliah: '2' });
    expect(second[`${lti}deployment_id`]).not.toBe(first[`${lti}deployment_id`]);
    // One line item, with the score that came before it was changed.
    const { lineitem } = second['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'] as {
      readonly lineitem: string;
    };
    const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly';
    const results = await (await tool.call({ url: `${lineitem}/results`, scope })).json();
    expect(results).toMatchObject([
      { resultScore: 10, resultMaximum: 10 },
      { resultScore: 10, resultMaximum: 10 },
    ]);
    expect(tool.failures).toEqual([]);
  });

  it('breaks nothing in the browser', () => {
    expect(faults.all).toEqual([]);
  });
});
