import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { toToolRow } from '../dynamo/lti-tool-store.ts';
import { toolFacts } from '../dynamo/tool-facts.ts';
import { memoryLtiTools } from '../testing/memory-lti.ts';
import { sampleTool } from '../testing/sample-tool.ts';
import { decideTool, mayReturn } from './decide-tool.ts';
import { afterLeading } from './register-tool.ts';
import type { LtiTool } from './tool.ts';

type Step = Parameters<typeof decideTool>[2];

/** A tool that people decide on one after the other, and what each change tells. */
async function world(status: LtiTool['status'] = 'active') {
  const { tools } = memoryLtiTools();
  const clock = fixedClock();
  let tool = sampleTool({ status });
  await tools.add(tool);
  const told: unknown[] = [];
  const now = async () => {
    const after = await tools.find(tool.clientId);
    if (!after) throw new Error('the tool is there');
    return after;
  };
  const changed = async () => {
    const after = await now();
    told.push(...toolFacts({ before: toToolRow(tool), after: toToolRow(after) }));
    tool = after;
    return tool;
  };
  return {
    told,
    now,
    async decide(step: Step) {
      clock.advance(60_000);
      await decideTool({ tools, clock }, tool, step);
      return changed();
    },
    async leadElsewhere() {
      const targetLinkUri = 'https://lain.example';
      await tools.change(afterLeading({ ...(await now()), targetLinkUri }));
      return changed();
    },
  };
}

describe('turning a tool on and off', () => {
  it('R5: its provider turns off what is in use, and on again, without an operator and without a word', async () => {
    const { decide, told } = await world();
    const off = await decide({ status: 'disabled', by: 'provider', reason: 'is not for them to give' });
    expect(off).toMatchObject({ status: 'disabled', decision: { by: 'provider', mayReturn: true } });
    expect(off.decision).not.toHaveProperty('reason');
    expect(mayReturn(off)).toBe(true);
    const on = await decide({ status: 'active', by: 'provider' });
    expect([on.status, mayReturn(on)]).toEqual(['active', false]);
    expect(told).toEqual([]);
  });

  it.each([
    ['was rejected', 'pending', { status: 'disabled', by: 'operator', reason: 'Bukan alamat kampus' }],
    ['was turned off by an operator', 'active', { status: 'disabled', by: 'operator' }],
    ['was never approved', 'pending', { status: 'disabled', by: 'provider' }],
  ] as const)('R5 twin: not what %s', async (_, status, step) => {
    const { decide, now } = await world(status);
    await decide(step);
    await expect(decide({ status: 'active', by: 'provider' })).rejects.toMatchObject({
      code: 'lti.tool-not-returning',
    });
    expect((await now()).status).toBe('disabled');
    // The way that is left.
    expect((await decide({ status: 'pending', by: 'provider' })).status).toBe('pending');
  });

  it('R5 twin: not what leads elsewhere since, nor what waits', async () => {
    const { decide, leadElsewhere } = await world();
    await decide({ status: 'disabled', by: 'provider' });
    expect(mayReturn(await leadElsewhere())).toBe(false);
    await expect(decide({ status: 'active', by: 'provider' })).rejects.toMatchObject({
      code: 'lti.tool-not-returning',
    });
    const waiting = await decide({ status: 'pending', by: 'provider' });
    expect(waiting.decision).toMatchObject({ by: 'provider', to: 'disabled' });
    await expect(decide({ status: 'active', by: 'provider' })).rejects.toMatchObject({
      code: 'lti.tool-not-returning',
    });
  });

  it('twin: asked for approval, it does not come back by being turned off once more', async () => {
    const { decide } = await world();
    await decide({ status: 'disabled', by: 'provider' });
    await decide({ status: 'pending', by: 'provider' });
    expect(mayReturn(await decide({ status: 'disabled', by: 'provider' }))).toBe(false);
  });

  it.each(['', '   ', 'x'.repeat(501)])('a reason is text of bounded length, not %j', async (reason) => {
    const { decide, now } = await world('pending');
    await expect(decide({ status: 'disabled', by: 'operator', reason })).rejects.toMatchObject({
      issues: [{ path: '/reason' }],
    });
    expect((await now()).status).toBe('pending');
  });
});

describe('what is told of decisions', () => {
  it('tells that a tool waits: a new one, one that changed itself, and one that is asked for again', async () => {
    const row = toToolRow(sampleTool({ status: 'pending' }));
    expect(toolFacts({ after: row })).toMatchObject([{ type: 'tool-waits', because: 'new' }]);
    const { told, leadElsewhere, decide } = await world();
    const waiting = await leadElsewhere();
    expect(waiting.status).toBe('pending');
    await leadElsewhere();
    await decide({ status: 'disabled', by: 'operator', reason: 'Alamat tidak dikenal' });
    await decide({ status: 'pending', by: 'provider' });
    expect(told).toMatchObject([
      { type: 'tool-waits', because: 'changed', eventId: `tool-waits:${waiting.clientId}:${waiting.rev}` },
      { type: 'tool-decided', outcome: 'rejected', reason: 'Alamat tidak dikenal' },
      { type: 'tool-waits', because: 'again' },
    ]);
  });

  it('tells that it was let in, and turned off, each time once', async () => {
    const { told, decide } = await world('pending');
    await decide({ status: 'active', by: 'operator' });
    await decide({ status: 'active', by: 'operator' });
    await decide({ status: 'disabled', by: 'operator', reason: 'Kebocoran kunci' });
    expect(told).toMatchObject([
      { type: 'tool-decided', outcome: 'approved' },
      { type: 'tool-decided', outcome: 'turned-off', reason: 'Kebocoran kunci' },
    ]);
    expect(told).toHaveLength(2);
  });

  it('twin: tells nothing of one that was let in beforehand, or of another change', () => {
    const tool = sampleTool();
    expect(toolFacts({ after: toToolRow(tool) })).toEqual([]);
    const decision = { to: 'active', by: 'operator', at: tool.createdAt } as const;
    const before = toToolRow({ ...tool, decision });
    expect(toolFacts({ before, after: toToolRow({ ...tool, decision, name: 'Lain', rev: 4 }) })).toEqual([]);
  });
});
