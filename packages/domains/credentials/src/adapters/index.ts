export { loadCertificateFonts } from './certificate-fonts.ts';
export { createCertificatePrinter } from './certificate-printer.ts';
export { createCredentialSigner, issuerKeyOf } from './credential-signer.ts';
export type { CertificateFonts } from './pdf-parts.ts';
export { createSignedFormPrinter } from './signed-form-printer.ts';
export { statusBits } from './status-bits.ts';
export { createTranscriptPrinter } from './transcript-printer.ts';
