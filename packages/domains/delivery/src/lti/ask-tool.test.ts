import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { toolFacts } from '../dynamo/tool-facts.ts';
import { toToolHealthRow } from '../dynamo/tool-health-rows.ts';
import { memoryLtiTools, memoryToolHealth } from '../testing/memory-lti.ts';
import { sampleTool } from '../testing/sample-tool.ts';
import { askTool, checkDownTool, noteSign } from './ask-tool.ts';
import type { LtiTool } from './tool.ts';
import type { ToolFault, ToolHealth } from './tool-health.ts';

const { clientId } = sampleTool();

async function world(over: Partial<LtiTool> = {}) {
  const { tools } = memoryLtiTools();
  await tools.add(sampleTool(over));
  const [clock, toolHealth] = [fixedClock(), memoryToolHealth()];
  const state: { fault: ToolFault | undefined; readonly asked: string[] } = { fault: undefined, asked: [] };
  const reach = {
    async faultAt(address: string) {
      state.asked.push(address);
      return state.fault;
    },
  };
  const deps = { tools, toolHealth, reach, clock };
  const minutes = (count: number) => clock.advance(count * 60_000);
  const ask = (anyway = false) => askTool(deps, { clientId, anyway });
  const led = () => toolHealth.noteLed(clientId, clock.now().toISOString());
  const seen = (sign: Parameters<typeof noteSign>[1]['sign']) => noteSign(deps, { clientId, sign });
  return { deps, state, minutes, ask, led, seen, clock };
}

describe('whether a tool is there', () => {
  it('R10: is asked at its login when somebody comes, and not again for five minutes', async () => {
    const { state, minutes, ask } = await world();
    expect((await ask()).down).toBeUndefined();
    expect(state.asked).toEqual([sampleTool().initiateLoginUri]);
    minutes(4);
    await ask();
    expect(state.asked).toHaveLength(1);
    minutes(2);
    await ask();
    expect(state.asked).toHaveLength(2);
  });

  it('R10: is known from launches that it ends, without being asked', async () => {
    const { state, minutes, ask, led, seen } = await world();
    await led();
    await seen('launch');
    minutes(4);
    expect((await ask()).last.login).toBeDefined();
    expect(state.asked).toEqual([]);
  });

  it('R10: is doubted when browsers were led there and it does not ask back; one who turns away is no doubt', async () => {
    const { state, minutes, ask, led, seen } = await world();
    await seen('launch');
    await led();
    minutes(1);
    await ask();
    expect(state.asked).toEqual([]);
    await led();
    state.fault = 'timeout';
    expect((await ask()).down).toMatchObject({ because: 'timeout', probes: 1 });
    expect((await ask()).unanswered?.count).toBe(2);
  });

  it('R10: since when it is down stays; it is asked again after one minute, two, four, at most ten', async () => {
    const { state, minutes, ask, clock } = await world();
    state.fault = 'unreachable';
    const since = clock.now().toISOString();
    const gaps: number[] = [];
    let last = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      const before = state.asked.length;
      expect((await ask()).down?.since).toBe(since);
      if (state.asked.length > before) {
        gaps.push(minute - last);
        last = minute;
      }
      minutes(1);
    }
    expect(gaps.slice(0, 7)).toEqual([0, 1, 2, 4, 8, 10, 10]);
  });

  it('R10: is over with the first answer, or with a launch that ends, however it was tried', async () => {
    const { state, minutes, ask, seen } = await world();
    state.fault = 'server-error';
    await ask();
    state.fault = undefined;
    minutes(2);
    expect(await ask()).not.toHaveProperty('down');
    state.fault = 'server-error';
    minutes(6);
    expect((await ask()).down).toBeDefined();
    await seen('token');
    expect((await ask()).down).toBeDefined();
    await seen('launch');
    expect(await ask()).not.toHaveProperty('down');
  });

  it('R10: many who come at once make us ask once', async () => {
    const { state, ask } = await world();
    await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(state.asked).toHaveLength(1);
    await ask(true);
    expect(state.asked).toHaveLength(2);
  });

  it('is not asked of one that is turned off or gone', async () => {
    const { state, ask } = await world({ status: 'disabled' });
    expect(await ask()).toEqual({ last: {} });
    expect(state.asked).toEqual([]);
  });

  it('R10: those who look after it are told once after ten minutes, and of its end; whoever waits at its end in any case', async () => {
    const { deps, state, minutes, ask, seen } = await world();
    const told: string[] = [];
    const { update } = deps.toolHealth;
    deps.toolHealth.update = async (id, change) => {
      const before = await deps.toolHealth.find(id);
      const after = await update(id, change);
      const rowOf = (health: ToolHealth) => toToolHealthRow(id, health, 1);
      const facts = toolFacts({ before: rowOf(before), after: rowOf(after) });
      told.push(...facts.map((fact) => (fact.type === 'tool-troubled' ? fact.trouble : fact.type)));
      return after;
    };
    state.fault = 'unreachable';
    await ask();
    for (let minute = 0; minute < 30; minute += 1) {
      await checkDownTool(deps, clientId);
      minutes(1);
    }
    expect(told).toEqual(['down']);
    await seen('launch');
    expect(told).toEqual(['down', 'over', 'back']);
    minutes(6);
    await ask();
    await seen('launch');
    expect(told).toEqual(['down', 'over', 'back', 'back']);
  });
});
