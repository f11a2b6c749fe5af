import type { Digest } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memorySignedFormFiles, memorySignedFormStore, someFormFacts } from '../testing/index.ts';
import type { SignedFormFacts } from './form.ts';
import { makeSignedForm } from './make-form.ts';
import { formNumber, printedFormNumber, readFormNumber } from './number.ts';
import { downloadSignedForm, forgetSignedForms, readSignedForm, verifySignedForm } from './read-forms.ts';

const source = { pairId: 'p1', sessionId: 's1' };
const of = { ...source, edition: 1 };
/** So long that the digest of the test has another number for it. */
const other = { pairId: 'p2'.repeat(20), sessionId: 's2' };

function world(first = someFormFacts) {
  const now: { facts: SignedFormFacts | undefined } = { facts: first };
  const printed: string[] = [];
  // No digest, but one that differs where the text does.
  const digest = {
    sha256: (text: string | Uint8Array) => Buffer.from(text).toString('hex').slice(-64).padStart(64, '7'),
  } as Digest;
  const deps = {
    forms: memorySignedFormStore(),
    formFiles: memorySignedFormFiles(),
    formSource: { read: async () => now.facts },
    formPrinter: {
      print: async ({
        verifyUrl,
        facts,
      }: {
        readonly verifyUrl: string;
        readonly facts: SignedFormFacts;
      }) => {
        printed.push(verifyUrl);
        return new TextEncoder().encode(facts.result);
      },
    },
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin: 'https://sinau.example' },
    signer: { sign: (purpose: string, text: string) => `${purpose} ${text}` } as never,
    ...{ digest, clock: fixedClock('2026-03-03T01:00:00.000Z'), ids: countedIds() },
  };
  const typed = printedFormNumber({ number: formNumber(deps, source), edition: 1 });
  return { deps, now, printed, typed };
}

describe('the form of a session', () => {
  it('is printed once, of the text that both have signed', async () => {
    const { deps, printed, typed } = world();
    expect(await makeSignedForm(deps, of)).toBe('made');
    expect(await makeSignedForm(deps, of)).toBe('known');
    expect(printed).toEqual([`https://sinau.example/verify/${typed}`]);
    const { pdf, form } = await downloadSignedForm(deps, of);
    expect(new TextDecoder().decode(pdf)).toBe(someFormFacts.result);
    expect(form).toMatchObject({ edition: 1, pdfSha256: deps.digest.sha256(pdf) });
    await expect(downloadSignedForm(deps, { ...of, edition: 2 })).rejects.toThrow();
  });

  it('is none of a text that waits, that was taken back, or that has changed since', async () => {
    for (const facts of [
      { ...someFormFacts, state: 'open' as const },
      { ...someFormFacts, state: 'withdrawn' as const },
      { ...someFormFacts, edition: 2 },
      { ...someFormFacts, isErased: true as const },
      undefined,
    ]) {
      const { deps, now, printed } = world();
      now.facts = facts;
      expect(await makeSignedForm(deps, of)).toBe('passed');
      expect([printed, await readSignedForm(deps, of)]).toEqual([[], undefined]);
    }
  });

  it('tells whoever has its number that it was, and between whom, and nothing of what was said', async () => {
    const { deps, typed } = world();
    expect(await verifySignedForm(deps, { typed })).toBeUndefined();
    await makeSignedForm(deps, of);
    const found = await verifySignedForm(deps, { typed: ` ${typed.toLowerCase()} ` });
    expect(found).toMatchObject({ state: 'valid', minutes: 45, number: typed });
    expect(found?.signatures).toHaveLength(2);
    const { goal, topic, result, followUp } = someFormFacts;
    for (const words of [goal, topic, result, followUp]) expect(JSON.stringify(found)).not.toContain(words);
    // Without its edition a number leads to the latest.
    const { number } = readFormNumber(typed) ?? {};
    expect(await verifySignedForm(deps, { typed: String(number) })).toEqual(found);
    expect(await verifySignedForm(deps, { typed: 'SINAU-CM-0000-0000-0000-1' })).toBeUndefined();
  });

  it('tells the topic where the two let others read it', async () => {
    const { deps, typed } = world({ ...someFormFacts, showTopic: true });
    await makeSignedForm(deps, of);
    expect(await verifySignedForm(deps, { typed })).toMatchObject({ topic: someFormFacts.topic });
  });

  it('counts no more once the text has changed or the session was taken back', async () => {
    const { deps, now, typed } = world({ ...someFormFacts, showTopic: true });
    await makeSignedForm(deps, of);
    now.facts = { ...someFormFacts, showTopic: true, edition: 2, state: 'open', topic: 'Topik lain' };
    const changed = await verifySignedForm(deps, { typed });
    expect(changed).toMatchObject({ state: 'replaced', signatures: [] });
    expect(changed).not.toHaveProperty('topic');
    now.facts = { ...now.facts, state: 'signed' };
    expect(await verifySignedForm(deps, { typed })).toMatchObject({ state: 'replaced' });
    expect(await makeSignedForm(deps, { ...source, edition: 2 })).toBe('made');
    expect(await verifySignedForm(deps, { typed: typed.replace(/1$/, '2') })).toMatchObject({
      state: 'valid',
    });
    now.facts = { ...now.facts, state: 'withdrawn' };
    expect(await verifySignedForm(deps, { typed })).toMatchObject({ state: 'withdrawn' });
  });

  it('loses its file with whoever is erased, also one that is being printed then; that it was stays', async () => {
    const { deps, typed } = world();
    await makeSignedForm(deps, of);
    expect(await forgetSignedForms(deps, [source])).toBe(1);
    await expect(downloadSignedForm(deps, of)).rejects.toThrow();
    expect(await verifySignedForm(deps, { typed })).toMatchObject({ state: 'valid' });

    const late = world();
    const { print } = late.deps.formPrinter;
    const erasing = {
      print: async (form: Parameters<typeof print>[0]) => {
        const pdf = await print(form);
        late.now.facts = { ...someFormFacts, topic: '–', result: '–', followUp: '–', goal: '–' };
        return pdf;
      },
    };
    expect(await makeSignedForm({ ...late.deps, formPrinter: erasing }, of)).toBe('made');
    await expect(downloadSignedForm(late.deps, of)).rejects.toThrow();
  });
});

it('what is delivered again after its worker died looks once more whether its file may stay', async () => {
  const erased = {
    ...someFormFacts,
    topic: '–',
    result: '–',
    followUp: '–',
    goal: '–',
    isErased: true as const,
  };
  const died = world();
  const { add } = died.deps.forms;
  const dying = {
    ...died.deps.forms,
    add: async (form: Parameters<typeof add>[0]) => {
      await add(form);
      // Erased while it was printed, and the worker ends here.
      died.now.facts = erased;
      throw new Error('ended');
    },
  };
  await expect(makeSignedForm({ ...died.deps, forms: dying }, of)).rejects.toThrow('ended');
  expect((await downloadSignedForm(died.deps, of)).pdf).toBeDefined();
  expect(await makeSignedForm(died.deps, of)).toBe('known');
  await expect(downloadSignedForm(died.deps, of)).rejects.toThrow();

  // Nobody was erased: the file stays, of a text that has changed since too.
  for (const facts of [someFormFacts, { ...someFormFacts, edition: 2, topic: 'Topik lain' }]) {
    const { deps, now } = world();
    await makeSignedForm(deps, of);
    now.facts = facts;
    expect(await makeSignedForm(deps, of)).toBe('known');
    expect((await downloadSignedForm(deps, of)).pdf).toBeDefined();
  }
});

it('an erasure takes the file of a worker that died before its row, and so does whoever gets the order again', async () => {
  const dying = async (erase: (died: ReturnType<typeof world>) => Promise<unknown>) => {
    const died = world();
    await makeSignedForm(died.deps, { ...source, edition: 1 });
    // Of another session, which nobody erases.
    await makeSignedForm(died.deps, { ...other, edition: 1 });
    died.now.facts = { ...someFormFacts, edition: 2 };
    const forms = { ...died.deps.forms, add: () => Promise.reject(new Error('ended')) };
    await expect(makeSignedForm({ ...died.deps, forms }, { ...source, edition: 2 })).rejects.toThrow('ended');
    expect(died.deps.formFiles.size()).toBe(3);
    await erase(died);
    expect(died.deps.formFiles.size()).toBe(1);
  };
  await dying(async ({ deps }) => expect(await forgetSignedForms(deps, [source])).toBe(1));
  // The erasure came before the file did: its order is delivered again.
  await dying(async ({ deps, now }) => {
    now.facts = { ...someFormFacts, edition: 2, isErased: true };
    expect(await makeSignedForm(deps, { ...source, edition: 2 })).toBe('passed');
  });
});

it('a number that was typed from paper is read, and others are none', () => {
  expect(readFormNumber('sinau cm 7k3m 9qxd 4tpa 2')).toEqual({
    number: 'SINAU-CM-7K3M-9QXD-4TPA',
    edition: 2,
  });
  expect(readFormNumber('SINAU-CM-7K3M-9QXD-4TPA')).toEqual({ number: 'SINAU-CM-7K3M-9QXD-4TPA' });
  for (const text of ['SINAU-JP-7K3M-9QXD-4TPA-2', 'SINAU-CM-7K3M-9QXD-4TPA-0', 'SINAU-CM-7K3M-9QXD', ''])
    expect(readFormNumber(text)).toBeUndefined();
});
