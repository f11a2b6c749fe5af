export { loadCertificateFonts } from './certificate-fonts.ts';
export { type CertificateFonts, createCertificatePrinter } from './certificate-printer.ts';
export { createCredentialSigner, issuerKeyOf } from './credential-signer.ts';
export { statusBits } from './status-bits.ts';
