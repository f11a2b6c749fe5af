import { createEsignClient, EsignRefused, type EsignTrouble, type Send } from '@sinau/esign';
import { type Outbound, OutboundFailed, type OutboundReason } from '@sinau/platform/outbound';
import { checkSealedPdf } from '@sinau/platform/pdf';
import type { AddressCheck, EsignOpener, SealChecker } from '../ports.ts';

/** Looks at the bytes themselves; what a service says of them counts for nothing. */
export const pdfSealChecker: SealChecker = {
  check: (given) => {
    const reading = checkSealedPdf(given);
    return 'sealer' in reading ? reading : { refused: reading.refused };
  },
};

const base64 = {
  encode: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
  decode: (text: string) =>
    /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : undefined,
};

/** Services of agencies, at addresses that their administrators have entered. */
export function createEsignOpener({ outbound }: { readonly outbound: Outbound }): EsignOpener {
  return { open: (of) => createEsignClient({ ...of, base64, send: sendVia(outbound) }) };
}

export const addressCheckVia = (outbound: Outbound): AddressCheck => ({
  mayAsk: async (address) => {
    try {
      await outbound.check(address);
      return true;
    } catch (error) {
      if (!(error instanceof OutboundFailed)) throw error;
      // It may have no name yet; when it is asked, it is looked at again.
      return error.reason === 'name-unknown' ? /^https:\/\//.test(address) : false;
    }
  },
});

const troubles: Readonly<Record<OutboundReason, EsignTrouble>> = {
  ...{ 'address-invalid': 'address', 'address-forbidden': 'address', tls: 'address' },
  ...{ 'name-unknown': 'unreachable', refused: 'unreachable', timeout: 'timeout', broken: 'unreachable' },
};

/** What has not left for certain is told from what may have arrived. */
function sendVia(outbound: Outbound): Send {
  return async (request) => {
    const isSealing = request.url.endsWith('/pdf');
    try {
      const response = await outbound.send(request);
      if (response.isCut) throw new EsignRefused('broken-answer', { mayHaveSealed: isSealing });
      return response;
    } catch (error) {
      if (!(error instanceof OutboundFailed)) throw error;
      const { reason } = error;
      const mayHaveSealed = isSealing && (reason === 'timeout' || reason === 'broken');
      throw new EsignRefused(troubles[reason], { mayHaveSealed, cause: error });
    }
  };
}
