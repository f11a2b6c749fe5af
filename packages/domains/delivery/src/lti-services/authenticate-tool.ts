import type { Clock, Signer, ToolPrincipal } from '@sinau/kernel';
import type { LtiToolStore } from '../lti/index.ts';
import { ToolTokenInvalid } from './errors.ts';
import { openToolToken, toolPrincipalOf } from './tool-token.ts';

/** Whom an access token stands for. The tool is read each time: its token dies with it, and with a scope taken away. */
export async function authenticateTool(
  deps: { readonly tools: Pick<LtiToolStore, 'find'>; readonly signer: Signer; readonly clock: Clock },
  token: string,
): Promise<ToolPrincipal> {
  const content = openToolToken(deps.signer, token);
  if (!content || content.exp * 1000 <= deps.clock.now().getTime()) throw new ToolTokenInvalid();
  const tool = await deps.tools.find(content.client);
  if (tool?.status !== 'active') throw new ToolTokenInvalid();
  return toolPrincipalOf(tool, content.scopes);
}
