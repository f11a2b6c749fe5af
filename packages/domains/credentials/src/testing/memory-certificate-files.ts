import type { CertificateDocuments, CertificateFiles } from '../ports.ts';

export function memoryCertificateFiles(): CertificateFiles {
  const kept = new Map<string, CertificateDocuments>();
  const of = (number: string, edition: number) => kept.get(`${number} ${edition}`);
  return {
    put: async (number, edition, documents) => {
      kept.set(`${number} ${edition}`, documents);
    },
    pdf: async (number, edition) => of(number, edition)?.pdf,
    badge: async (number, edition) => of(number, edition)?.badge,
    jwt: async (number, edition) => of(number, edition)?.jwt,
  };
}
