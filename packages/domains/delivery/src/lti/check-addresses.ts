import { InvalidInput } from '@sinau/kernel';
import { type ElsewhereModule, originOf, type ToolMetadata } from '@sinau/lti';
import type { AddressCheck } from './ports.ts';

const because = {
  invalid: 'must be an https address without a user name.',
  forbidden: 'leads to a network that is not public.',
  unknown: 'leads to a name that nobody knows. Check its spelling.',
} as const;

type Named = readonly (readonly [string, string])[];

/** Every address of a tool with the field that names it; browsers of learners and the platform itself will go there (case F3). */
function addressesOf(tool: AddressedTool): Named {
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
export const checkAddresses = (deps: CheckDeps, tool: AddressedTool): Promise<void> =>
  check(deps, addressesOf(tool));

/** The same for what is to be placed in a course. */
export const checkItemAddresses = (deps: CheckDeps, items: readonly ElsewhereModule[]): Promise<void> =>
  check(
    deps,
    items.flatMap(({ content }, at) => {
      const { url, lineItem } =
        content.kind === 'lti' ? content.placement : { ...content.page, lineItem: undefined };
      const review = lineItem?.submissionReview?.url;
      return [
        ...(url === undefined ? [] : [[`content_items/${at}/url`, url] as const]),
        ...(review === undefined
          ? []
          : [[`content_items/${at}/lineItem/submissionReview/url`, review] as const]),
      ];
    }),
  );

interface CheckDeps {
  readonly addressCheck: AddressCheck;
}

async function check({ addressCheck }: CheckDeps, addresses: Named): Promise<void> {
  // What is behind the host says nothing about where it lies, and a list of items has mostly one.
  const asked = new Map<string, ReturnType<AddressCheck['refusal']>>();
  for (const [field, address] of addresses) {
    const host = originOf(address);
    const refusal = asked.get(host) ?? addressCheck.refusal(address);
    asked.set(host, refusal);
    const found = await refusal;
    if (!found) continue;
    const message = `${field}: ${because[found]}`;
    throw new InvalidInput(message, { issues: [{ path: `/${field}`, message: because[found] }] });
  }
}
