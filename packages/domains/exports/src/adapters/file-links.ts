import type { ObjectStore } from '@sinau/platform/objects';
import type { FileLinks } from '../ports.ts';

/** Signed addresses of the bucket of record files. */
export function createFileLinks({ objects }: { readonly objects: ObjectStore }): FileLinks {
  return { linkTo: (input) => objects.presignGet(input) };
}
