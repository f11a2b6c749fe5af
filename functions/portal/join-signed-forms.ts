import { printedFormNumber, readFormNumber, verifySignedForm } from '@sinau/credentials';
import type { SignedFormsPorts } from '@sinau/web';
import { createSignedFormSource } from '../shared/signed-form-source.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'credentials' | 'collaboration' | 'people' | 'organisations'>;

/** For whoever checks the form of a session. */
export function joinSignedForms(deps: Deps): SignedFormsPorts {
  return {
    numberIn: async (typed) => {
      const read = readFormNumber(typed);
      return read?.edition === undefined
        ? read?.number
        : printedFormNumber({ ...read, edition: read.edition });
    },
    verify: async (typed) => {
      // Read first: most numbers are those of certificates.
      if (!readFormNumber(typed)) return undefined;
      const [desk, { pairs }] = await Promise.all([deps.credentials(), deps.collaboration()]);
      const formSource = createSignedFormSource({ ...deps, pairs });
      return verifySignedForm({ ...desk, formSource }, { typed });
    },
  };
}
