import type { AddressCheck } from './ports.ts';

const because = {
  invalid: 'must be an https address without a user name.',
  forbidden: 'leads to a network that is not public.',
  unknown: 'leads to a name that nobody knows. Check its spelling.',
} as const;

/** The first address that is not for a platform, with the field that names it; browsers and we ourselves go there (case F3). */
export async function wrongAddress(
  { addressCheck }: { readonly addressCheck: AddressCheck },
  addresses: Readonly<Record<string, string>>,
): Promise<{ readonly field: string; readonly because: string } | undefined> {
  for (const [field, address] of Object.entries(addresses)) {
    const refusal = await addressCheck.refusal(address);
    if (refusal) return { field, because: because[refusal] };
  }
  return undefined;
}
