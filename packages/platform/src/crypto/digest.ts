import { createHash } from 'node:crypto';
import type { Digest } from '@sinau/kernel';

export const nodeDigest: Digest = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
  sha1: (content) => createHash('sha1').update(content).digest('hex'),
};
