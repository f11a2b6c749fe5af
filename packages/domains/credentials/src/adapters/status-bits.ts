import { createList } from '@digitalbazaar/vc-bitstring-status-list';
import type { StatusBits } from '../ports.ts';

export const statusBits: StatusBits = {
  async encode(revoked, length) {
    const list = await createList({ length });
    for (const place of revoked) list.setStatus(place, true);
    return list.encode();
  },
};
