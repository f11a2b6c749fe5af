export { nodeDigest } from './digest.ts';
export { hmacSigner } from './signer.ts';
export { systemClock, systemIds } from './system.ts';
export { secretTextBox } from './text-box.ts';
