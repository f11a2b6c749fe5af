import { InvalidInput } from '@sinau/kernel';
import type { ToolMetadata } from '@sinau/lti';
import type { AddressCheck } from './ports.ts';

const because = {
  invalid: 'must be an https address without a user name.',
  forbidden: 'leads to a network that is not public.',
  unknown: 'leads to a name that nobody knows. Check its spelling.',
} as const;

/** Every address of a tool with the field that names it; browsers of learners and the platform itself will go there (case F3). */
function addressesOf(tool: AddressedTool): readonly (readonly [string, string])[] {
  return [
    ['initiate_login_uri', tool.initiateLoginUri],
    ...tool.redirectUris.map((uri) => ['redirect_uris', uri] as const),
    ['target_link_uri', tool.targetLinkUri],
    ...(tool.jwksUri === undefined ? [] : [['jwks_uri', tool.jwksUri] as const]),
    ...(tool.logoUri === undefined ? [] : [['logo_uri', tool.logoUri] as const]),
    ...tool.messages.flatMap(({ targetLinkUri }) =>
      targetLinkUri === undefined ? [] : [['messages/target_link_uri', targetLinkUri] as const],
    ),
  ];
}

type AddressedTool = Pick<
  ToolMetadata,
  'initiateLoginUri' | 'redirectUris' | 'targetLinkUri' | 'logoUri' | 'messages'
> & { readonly jwksUri?: string };

/** Rejects with the first field whose address is not for a tool. */
export async function checkAddresses(
  { addressCheck }: { readonly addressCheck: AddressCheck },
  tool: AddressedTool,
): Promise<void> {
  const asked = new Map<string, ReturnType<AddressCheck['refusal']>>();
  for (const [field, address] of addressesOf(tool)) {
    const refusal = asked.get(address) ?? addressCheck.refusal(address);
    asked.set(address, refusal);
    const found = await refusal;
    if (!found) continue;
    const message = `${field}: ${because[found]}`;
    throw new InvalidInput(message, { issues: [{ path: `/${field}`, message: because[found] }] });
  }
}
