import { hash } from 'node:crypto';
import type { Digest } from '@sinau/kernel';

export const nodeDigest: Digest = {
  sha256: (content) => hash('sha256', content),
  sha1: (content) => hash('sha1', content),
};
