import type { LtiSignatures, PublicJwk } from '../lti/index.ts';

const algorithm = 'RS256';

/** By jose, which is loaded when the first key is needed. */
export function createLtiSignatures(): LtiSignatures {
  return {
    async makeKey(kid) {
      const { exportJWK, exportPKCS8, generateKeyPair } = await import('jose');
      const { publicKey, privateKey } = await generateKeyPair(algorithm, {
        modulusLength: 2048,
        extractable: true,
      });
      const { kty, n, e } = await exportJWK(publicKey);
      const publicJwk: PublicJwk = { kty, n, e, kid, alg: algorithm, use: 'sig' };
      return { publicJwk, privateKey: await exportPKCS8(privateKey) };
    },
    async sign({ kid, privateKey, claims }) {
      const { importPKCS8, SignJWT } = await import('jose');
      const key = await importPKCS8(privateKey, algorithm);
      return new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, typ: 'JWT', kid }).sign(key);
    },
  };
}
