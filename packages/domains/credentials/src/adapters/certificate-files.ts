import type { JsonLd } from '@sinau/open-badges';
import type { ObjectStore } from '@sinau/platform/objects';
import type { CertificateFiles } from '../ports.ts';
import type { FormNumber, SignedForm } from '../signed-form/form.ts';
import type { SignedFormFiles } from '../signed-form/ports.ts';
import type { TranscriptFiles } from '../transcript/ports.ts';
import type { TranscriptFilesPlace } from '../transcript/transcript.ts';

const folder = (number: string, edition: number): string => `certificates/${number}/${edition}`;

/** Three objects an edition, never changed once they are written. */
export function createCertificateFiles({ objects }: { readonly objects: ObjectStore }): CertificateFiles {
  const text = async (key: string) => {
    const bytes = await objects.get(key);
    return bytes && new TextDecoder().decode(bytes);
  };
  return {
    put: async (number, edition, { pdf, badge, jwt }) => {
      const at = folder(number, edition);
      await Promise.all([
        objects.put({ key: `${at}.pdf`, body: pdf, contentType: 'application/pdf' }),
        objects.put({ key: `${at}.json`, body: JSON.stringify(badge), contentType: 'application/json' }),
        objects.put({ key: `${at}.jwt`, body: jwt, contentType: 'application/vc+jwt' }),
      ]);
    },
    pdf: (number, edition) => objects.get(`${folder(number, edition)}.pdf`),
    badge: async (number, edition) => {
      const json = await text(`${folder(number, edition)}.json`);
      return json === undefined ? undefined : (JSON.parse(json) as JsonLd);
    },
    jwt: (number, edition) => text(`${folder(number, edition)}.jwt`),
  };
}

/** Three objects for whatever was printed: of two who print one edition, neither writes over what the other wrote. */
export function createTranscriptFiles({ objects }: { readonly objects: ObjectStore }): TranscriptFiles {
  const folderOf = ({ number, edition, filesId }: TranscriptFilesPlace) =>
    `transcripts/${number}/${edition}${filesId === undefined ? '' : `-${filesId}`}`;
  const text = async (key: string) => {
    const bytes = await objects.get(key);
    return bytes && new TextDecoder().decode(bytes);
  };
  return {
    put: async (place, { pdf, clr, jwt }) => {
      const at = folderOf(place);
      await Promise.all([
        objects.put({ key: `${at}.pdf`, body: pdf, contentType: 'application/pdf' }),
        objects.put({ key: `${at}.json`, body: JSON.stringify(clr), contentType: 'application/json' }),
        objects.put({ key: `${at}.jwt`, body: jwt, contentType: 'application/vc+jwt' }),
      ]);
    },
    pdf: (place) => objects.get(`${folderOf(place)}.pdf`),
    clr: (place) => text(`${folderOf(place)}.json`),
    jwt: (place) => text(`${folderOf(place)}.jwt`),
  };
}

/** One object for whatever was printed. */
export function createSignedFormFiles({ objects }: { readonly objects: ObjectStore }): SignedFormFiles {
  const folderOf = (number: FormNumber) => `signed-forms/${number}/`;
  const keyOf = ({ number, edition, filesId }: SignedForm) => `${folderOf(number)}${edition}-${filesId}.pdf`;
  return {
    put: async (form, pdf) => {
      await objects.put({ key: keyOf(form), body: pdf, contentType: 'application/pdf' });
    },
    pdf: (form) => objects.get(keyOf(form)),
    remove: (form) => objects.delete(keyOf(form)),
    removeAll: (number) => objects.deletePrefix(folderOf(number)),
  };
}
