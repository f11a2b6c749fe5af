import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noBrowser, unlessNoBrowser } from './chromium.ts';
import { collectFaults } from './faults.ts';
import { publishByApi } from './provider-client.ts';
import { signIn } from './sign-in.ts';
import { useStage } from './stage.ts';

const title = 'Pelayanan prima';
const activityId = 'https://penyedia.example/pelayanan-prima';

/** What a package does that was written on TinCanJS: reads its launch, resumes, reports, and has a last word. */
const script = `
const tincan = new TinCan({ url: location.href });
const store = tincan.recordStores[0];
const show = (text) => { document.querySelector('output').textContent = text; };
const launched = new URLSearchParams(location.search);
show('registrasi ' + (tincan.context.registration === launched.get('registration')) + ', lanjut dari ' + (tincan.getState('bookmark').state?.contents ?? 'awal'));
const say = (verb, object, result) => tincan.sendStatement({ verb: { id: 'http://adlnet.gov/expapi/verbs/' + verb }, ...object, result },
  (results) => show(results[0].err ? 'gagal ' + results[0].err : verb + ' tersimpan'));
document.getElementById('slide').onclick = () => {
  tincan.setState('bookmark', 'slide-3');
  say('experienced', { object: { id: '${activityId}/slide-3', definition: { name: { id: 'Slide 3' } } } });
};
document.getElementById('passed').onclick = () => say('passed', {}, { score: { raw: 90, min: 0, max: 100 }, success: true, completion: true });
addEventListener('pagehide', () => fetch(store.endpoint + 'statements', {
  method: 'POST', keepalive: true,
  headers: { authorization: store.auth, 'content-type': 'application/json', 'x-experience-api-version': '1.0.0' },
  body: JSON.stringify({ actor: JSON.parse(launched.get('actor')), verb: { id: 'http://adlnet.gov/expapi/verbs/suspended' }, object: { id: '${activityId}' } }),
}));
`;
const page = `<!doctype html><html lang="id"><title>Materi</title><script src="tincan.js"></script>
<main><h1>Materi</h1><output></output><button id="slide">Slide 3</button><button id="passed">Lulus</button></main>
<script src="app.js"></script></html>`;
const manifest = `<?xml version="1.0" encoding="utf-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities>
<activity id="${activityId}" type="http://adlnet.gov/expapi/activities/course"><name lang="id">${title}</name>
<description lang="id">Contoh</description><launch lang="id">story.html?v=1</launch></activity>
<activity id="${activityId}/slide-3" type="http://adlnet.gov/expapi/activities/module"><name lang="id">Slide 3</name></activity>
</activities></tincan>`;

let courseId: string;

const stage = useStage('tincan', async () => {
  courseId = await publishCourse();
});

async function publishCourse(): Promise<string> {
  const library = dirname(createRequire(import.meta.url).resolve('tincanjs/package.json'));
  const files = {
    'Pelayanan/tincan.xml': strToU8(manifest),
    'Pelayanan/story.html': strToU8(page),
    'Pelayanan/app.js': strToU8(script),
    'Pelayanan/tincan.js': new Uint8Array(await readFile(join(library, 'build/tincan-min.js'))),
  };
  const body = new Uint8Array(zipSync(files));
  return publishByApi(stage.dataDir, {
    body,
    fileName: 'xapi.zip',
    type: 'application/zip',
    kind: 'tincan',
    title,
  });
}

/** The package, inside our page around it, inside the player. */
const contentIn = (tab: Page): FrameLocator =>
  tab.frameLocator('iframe[title^="Isi bagian"]').frameLocator('iframe.tincan');

async function statements(): Promise<readonly { readonly verb: { readonly id: string } }[]> {
  const { endpoint, key, secret } = stage.server.dev.xapi;
  const headers = { authorization: `Basic ${btoa(`${key}:${secret}`)}`, 'x-experience-api-version': '1.0.3' };
  const answer = await fetch(`${endpoint}/statements?limit=500&ascending=true`, { headers });
  return z
    .object({ statements: z.array(z.looseObject({ verb: z.object({ id: z.string() }) })) })
    .parse(await answer.json()).statements;
}
const verbs = async () => (await statements()).map(({ verb }) => verb.id.replace(/.*\//, ''));

describe.skipIf(noBrowser !== undefined)(`a Tin Can package${unlessNoBrowser}`, () => {
  it('is played with a client of its time, resumes, counts when it passes, and has its last word', async () => {
    // A document that is not there yet is answered with 404.
    const faults = collectFaults({ ignore: (text) => text.includes('404') });
    const tab = await (await stage.browser.newContext({ locale: 'id-ID' })).newPage();
    faults.watch(tab);
    await signIn(tab, stage.server.dev.portal, { name: 'Sri Contoh' });
    await tab.goto(`${stage.server.dev.portal}/courses/${courseId}`);
    await tab.getByRole('button', { name: 'Daftar', exact: true }).click();
    await tab.getByRole('link', { name: 'Mulai belajar' }).click();
    await contentIn(tab).getByText('registrasi true, lanjut dari awal').waitFor();
    await contentIn(tab).getByRole('button', { name: 'Slide 3' }).click();
    await contentIn(tab).getByText('experienced tersimpan').waitFor();

    await tab.goto(`${stage.server.dev.portal}/courses/${courseId}`);
    await expect.poll(verbs).toEqual(expect.arrayContaining(['suspended', 'terminated']));
    await tab.getByRole('link', { name: 'Lanjutkan' }).first().click();
    await contentIn(tab).getByText('lanjut dari slide-3').waitFor();
    await contentIn(tab).getByRole('button', { name: 'Lulus' }).click();
    await contentIn(tab).getByText('passed tersimpan').waitFor();
    await tab.getByText('1 dari 1 bagian selesai').waitFor();
    await tab
      .frameLocator('iframe[title^="Isi bagian"]')
      .getByRole('button', { name: 'Tutup bagian ini' })
      .click();
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    expect((await verbs()).filter((verb) => ['passed', 'satisfied'].includes(verb))).toEqual([
      ...['passed', 'satisfied'],
    ]);
    expect(faults.all).toEqual([]);
  });
});
