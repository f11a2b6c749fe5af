import type { Browser, Page } from 'playwright-core';
import { signIn } from '../../e2e/sign-in.ts';
import { expectStatus, type Platform, personOf } from './platform-side.ts';
import { register, type ToolAddresses } from './registration.ts';

export interface Step {
  readonly name: string;
  /** Says in a few words what was seen; rejects with what was not as it must be. */
  run(): Promise<string>;
}

/** What one tool goes through, in order; each step stands on those before. */
export function stepsOf(given: {
  readonly platform: Platform;
  readonly browser: Browser;
  readonly tool: ToolAddresses;
}): readonly Step[] {
  const { platform, browser, tool } = given;
  const { ask, lti, portal } = platform;
  const [learner, author] = [personOf(platform, 'learner'), personOf(platform, 'provider-author', 'Maya')];
  let [clientId, courseId, subject, agreement] = ['', '', '', ''];

  const enter = async (name: string): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'id-ID' })).newPage();
    await signIn(page, portal, { name });
    return page;
  };
  const orderOf = async (order: object) =>
    String((await expectStatus(ask('POST /api/lti/launches', { courseId, ...order }), 201)).url);
  /** In a browser of its own, by the address of an order alone. */
  const launched = async (order: object): Promise<Page> => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(await orderOf(order));
    return page;
  };
  const asLearner = () => launched({ personId: learner.personId });

  return [
    {
      name: 'registration',
      async run() {
        clientId = await register(platform, { browser, tool });
        await expectStatus(ask('POST /api/lti/links', { clientId, title: 'Kuliah' }), 409);
        await expectStatus(ask(`PATCH /api/lti/tools/${clientId}`, { status: 'active' }), 200);
        return `client ${clientId}, of no use before it was approved`;
      },
    },
    {
      name: 'launch',
      async run() {
        const lineItem = { scoreMaximum: 10, label: 'Kuliah' };
        const order = { clientId, title: 'Kuliah', lineItem, custom: { link: '$ResourceLink.id' } };
        courseId = String((await expectStatus(ask('POST /api/lti/links', order), 201)).courseId);
        const page = await asLearner();
        subject = await textOf(page, '#subject');
        const name = await textOf(page, '#name');
        if (!/^[0-9a-f]{64}$/.test(subject)) throw new Error(`called by "${subject}", no pseudonym of ours`);
        if (name !== '') throw new Error(`told the name "${name}" without an agreement`);
        return `by the address of an order, as ${subject.slice(0, 8)}…, without a name`;
      },
    },
    {
      name: 'launch from the course, in a new window',
      async run() {
        const page = await enter(learner.name);
        await page.goto(`${portal}/courses/${courseId}/learn/1`);
        const [opened] = await Promise.all([
          page.waitForEvent('popup'),
          page.getByRole('link', { name: 'Buka di jendela baru' }).click(),
        ]);
        if ((await textOf(opened, '#subject')) !== subject) throw new Error('called by another name');
        return 'the same subject';
      },
    },
    {
      name: 'score',
      async run() {
        const page = await asLearner();
        await page.locator('#score').click();
        const said = await textOf(page, '#done');
        const course = await enter(learner.name);
        await course.goto(`${portal}/courses/${courseId}`);
        const isDone = course.getByText(/1 dari 1 bagian/).first();
        // What follows from a score is made by workers, so people look again.
        for (let n = 0; n < 20 && (await isDone.count()) === 0; n += 1) {
          await course.waitForTimeout(500);
          await course.reload();
        }
        await isDone.waitFor();
        return `the part is done; the tool read back: ${said.slice(0, 160)}`;
      },
    },
    {
      name: 'roster',
      async run() {
        const page = await asLearner();
        await page.locator('#roster').click();
        const members = await textOf(page, '#members');
        if (!members.includes(subject)) throw new Error(`without the learner: ${members.slice(0, 300)}`);
        if (members.includes(learner.name)) throw new Error('with a name, without an agreement');
        return 'the learner, by the pseudonym alone';
      },
    },
    {
      name: 'deep linking',
      async run() {
        const page = await launched({
          ...{ message: 'LtiDeepLinkingRequest', personId: author.personId, clientId },
        });
        await page.locator('#choose').click();
        await page.waitForURL(/\/lti\/deep-links/);
        await page.getByText(/1 isi ditambahkan/).waitFor();
        const studio = await enter(author.name);
        await studio.goto(`${portal}/studio/courses/${courseId}`);
        const modules = await studio.locator('main').textContent();
        if (!/Isi pilihan/.test(modules ?? '')) throw new Error('the chosen item is not in the draft');
        return 'one item with its line item stands in the draft';
      },
    },
    {
      name: 'names by an agreement',
      async run() {
        const base = `/api/providers/${lti.providerId}/agreements`;
        const made = await expectStatus(ask(`POST ${base}`, agreementWords), 201);
        agreement = `${base}/${made.agreementId}/${made.version}`;
        await expectStatus(ask(`POST ${agreement}/activate`, { rev: made.rev }), 200);
        const page = await asLearner();
        const name = await textOf(page, '#name');
        if (name !== learner.name) throw new Error(`called "${name}" instead of "${learner.name}"`);
        await page.locator('#roster').click();
        if (!(await textOf(page, '#members')).includes(learner.name))
          throw new Error('the roster has no name');
        return `"${name}", in launch and roster`;
      },
    },
    {
      name: 'nothing more once it is revoked',
      async run() {
        const close = { as: 'revoked', reason: 'Uji' };
        await expectStatus(ask(`POST ${agreement}/close`, close), 200);
        const page = await asLearner();
        if ((await textOf(page, '#name')) !== '') throw new Error('still told the name');
        if ((await textOf(page, '#subject')) !== subject) throw new Error('another subject');
        await page.locator('#roster').click();
        if ((await textOf(page, '#members')).includes(learner.name))
          throw new Error('the roster still names');
        return 'the same subject, nameless';
      },
    },
    {
      name: 'turned off and on',
      async run() {
        await expectStatus(ask(`PATCH /api/lti/tools/${clientId}`, { status: 'disabled' }), 200);
        const order = { courseId, personId: learner.personId };
        await expectStatus(ask('POST /api/lti/launches', order), 409);
        await expectStatus(ask(`PATCH /api/lti/tools/${clientId}`, { status: 'active' }), 200);
        await textOf(await asLearner(), '#subject');
        return 'no launch in between';
      },
    },
  ];
}

const agreementWords = {
  ...{
    title: 'Uji kesesuaian',
    purpose: 'Melihat apa yang diterima sebuah alat.',
    legalBasis: 'public-task',
  },
  ...{ attributes: ['name', 'email'], validFrom: '2020-01-01T00:00:00Z', validUntil: '2099-01-01T00:00:00Z' },
};

/** Of a page of the tool; rejects with the page when it is another one. */
async function textOf(page: Page, selector: string): Promise<string> {
  try {
    return (await page.locator(selector).textContent({ timeout: 20_000 }))?.trim() ?? '';
  } catch {
    const shown = await page.textContent('body').catch(() => '');
    throw new Error(`no ${selector} on ${page.url()}: ${(shown ?? '').slice(0, 400)}`);
  }
}
