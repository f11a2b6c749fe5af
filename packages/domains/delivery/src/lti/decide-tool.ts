import { type Clock, InvalidInput } from '@sinau/kernel';
import { LtiChangedMeanwhile, ToolNotReturning } from './errors.ts';
import type { LtiToolStore } from './ports.ts';
import type { LtiTool, ToolDecision } from './tool.ts';

export const longestReason = 500;

/**
 * Turns a tool on or off, or asks for it to be looked at. Operators do anything; a provider turns off its own, turns on again what it has turned off
 * itself as long as it leads where it did, and asks for the rest. `reason`: of an operator who turns it off, for the provider; 1 to 500 characters.
 * What is so already stays, with who decided it. Rejects with `ToolNotReturning`.
 */
export async function decideTool(
  deps: { readonly tools: Pick<LtiToolStore, 'change'>; readonly clock: Clock },
  tool: LtiTool,
  step: {
    readonly status: LtiTool['status'];
    readonly by: ToolDecision['by'];
    readonly reason?: string;
  },
): Promise<LtiTool> {
  const { status, by } = step;
  if (tool.status === status) return tool;
  if (status === 'active' && by === 'provider' && !mayReturn(tool)) throw new ToolNotReturning();
  const reason = reasonOf(step);
  const at = deps.clock.now().toISOString();
  const { decision: before, ...rest } = tool;
  const decision: ToolDecision | undefined =
    status === 'pending'
      ? before && withoutReturn(before)
      : {
          ...{ to: status, by, at },
          ...(reason !== undefined && { reason }),
          ...(status === 'disabled' && by === 'provider' && tool.status === 'active' && { mayReturn: true }),
        };
  const changed = { ...rest, status, updatedAt: at, ...(decision && { decision }) };
  if ((await deps.tools.change(changed)) === 'stale') throw new LtiChangedMeanwhile();
  return { ...changed, rev: tool.rev + 1 };
}

/** Its provider may turn it on again without an operator. */
export const mayReturn = ({ status, decision }: LtiTool): boolean =>
  status === 'disabled' && decision?.mayReturn === true;

/** Of a tool that leads elsewhere now: nobody has looked at that. */
export function withoutReturn({ mayReturn: _, ...decision }: ToolDecision): ToolDecision {
  return decision;
}

function reasonOf({ status, by, reason }: Parameters<typeof decideTool>[2]): string | undefined {
  if (status !== 'disabled' || by !== 'operator' || reason === undefined) return undefined;
  const text = reason.trim();
  if (text !== '' && text.length <= longestReason) return text;
  throw new InvalidInput(`Tell the provider why, in at most ${longestReason} characters.`, {
    issues: [{ path: '/reason', message: `Must have 1 to ${longestReason} characters.` }],
  });
}
