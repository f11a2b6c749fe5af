import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileAssets } from '../../packages/web/build-assets.ts';
import { unpackAsset } from '../../packages/web/src/assets.ts';
import { launchChromium, noBrowser, unlessNoBrowser } from './chromium.ts';

/** A tool that asks the page around it, and notes what it hears. */
const toolPage = `<!doctype html><script>
  const answers = (window.answers = []);
  addEventListener('message', ({ data, origin }) => answers.push({ ...data, origin }));
  window.ask = (message, to) => parent.postMessage(message, to);
</script>`;

const servers: Server[] = [];
let browser: Browser;
let portal: string;
let tools: readonly string[];
let island: string;

async function serve(bodyOf: (path: string) => readonly [type: string, body: string]): Promise<string> {
  const server = createServer((request, response) => {
    const [type, body] = bodyOf(request.url ?? '/');
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  if (noBrowser !== undefined) return;
  const assets = await compileAssets();
  const file = assets.files[assets.paths['lti-storage'].slice('/assets/'.length)];
  if (!file) throw new Error('the island is compiled');
  island = Buffer.from(unpackAsset(file, '').body).toString();
  tools = [await serve(() => ['text/html', toolPage]), await serve(() => ['text/html', toolPage])];
  portal = await serve((path) => {
    if (path === '/island.js') return ['text/javascript', island];
    const [part, other] = path === '/other' ? [...tools].reverse() : tools;
    const frames = `<iframe data-part src="${part}"></iframe><iframe src="${other}"></iframe>`;
    return ['text/html', `<!doctype html><body>${frames}<script src="/island.js"></script></body>`];
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

async function open(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(portal);
  return page;
}

/** What the tool of an origin hears when it asks the portal; undefined after a moment of silence. */
async function ask(page: Page, origin: string, message: object) {
  const frame = page.frames().find((one) => one.url().startsWith(origin));
  if (!frame) throw new Error('the tool is in a frame');
  return frame.evaluate<Record<string, unknown> | undefined>(`(async () => {
    const before = answers.length;
    ask(${JSON.stringify(message)}, ${JSON.stringify(portal)});
    for (let n = 0; n < 20 && answers.length === before; n += 1) await new Promise((go) => setTimeout(go, 20));
    return answers[before];
  })()`);
}

describe.skipIf(noBrowser !== undefined)(`storage of tools in a real browser${unlessNoBrowser}`, () => {
  const put = { subject: 'lti.put_data', message_id: 'm1', key: 'state', value: 'abc' };
  const get = { subject: 'lti.get_data', message_id: 'm2', key: 'state' };

  it('1.6: keeps what the tool in the frame of the part asks for, and answers its origin', async () => {
    const page = await open();
    const [tool = ''] = tools;
    expect(await ask(page, tool, { subject: 'lti.capabilities', message_id: 'm0' })).toMatchObject({
      subject: 'lti.capabilities.response',
      message_id: 'm0',
      origin: portal,
    });
    expect(await ask(page, tool, put)).toMatchObject({
      message_id: 'm1',
      value: 'abc',
      origin: portal,
    });
    // The tool goes through pages of its own meanwhile, as a launch does.
    const frame = page.frames().find((one) => one.url().startsWith(tool));
    await frame?.goto(`${tool}/launch`);
    expect(await ask(page, tool, get)).toMatchObject({ message_id: 'm2', value: 'abc' });
    await page.context().close();
  });

  it('1.6: hears no other frame of the page, and gives nothing to another origin in the frame of the part', async () => {
    const page = await open();
    const [tool = '', other = ''] = tools;
    await ask(page, tool, put);
    expect(await ask(page, other, get)).toBeUndefined();
    const frame = page.frames().find((one) => one.url().startsWith(tool));
    await page.evaluate(`document.querySelectorAll('iframe')[1].remove()`);
    await frame?.goto(other);
    expect(await ask(page, other, get)).toMatchObject({ value: null });
    await page.context().close();
  });
});
