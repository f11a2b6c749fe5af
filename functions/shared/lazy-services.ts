import type { ObjectStore } from '@sinau/platform/objects';
import type { Queue } from '@sinau/platform/queue';
import type { Sealer } from '@sinau/platform/sealing';
import type { SigningKey } from '@sinau/platform/signing';

/** An object store whose client is loaded at the first call: most requests of a function never touch an object. */
export function lazyObjectStore(load: () => Promise<ObjectStore>): ObjectStore {
  let loading: Promise<ObjectStore> | undefined;
  const store = () => {
    loading ??= load();
    return loading;
  };
  return {
    put: async (input) => (await store()).put(input),
    get: async (key) => (await store()).get(key),
    read: async (key, range) => (await store()).read(key, range),
    head: async (key) => (await store()).head(key),
    delete: async (key) => (await store()).delete(key),
    deletePrefix: async (prefix) => (await store()).deletePrefix(prefix),
    list: async function* (prefix) {
      yield* (await store()).list(prefix);
    },
    presignPut: async (input) => (await store()).presignPut(input),
    presignGet: async (input) => (await store()).presignGet(input),
    inParts: {
      start: async (input) => (await store()).inParts.start(input),
      presignPart: async (input) => (await store()).inParts.presignPart(input),
      listParts: async (input) => (await store()).inParts.listParts(input),
      complete: async (input) => (await store()).inParts.complete(input),
      abort: async (input) => (await store()).inParts.abort(input),
    },
  };
}

export function lazyQueue<Message>(load: () => Promise<Queue<Message>>): Queue<Message> {
  let loading: Promise<Queue<Message>> | undefined;
  return {
    send: async (message, options) => {
      loading ??= load();
      return (await loading).send(message, options);
    },
  };
}

export function lazySealer(load: () => Promise<Sealer>): Sealer {
  let loading: Promise<Sealer> | undefined;
  const sealer = () => {
    loading ??= load();
    return loading;
  };
  return {
    seal: async (text, context) => (await sealer()).seal(text, context),
    open: async (sealed, context) => (await sealer()).open(sealed, context),
  };
}

export function lazySigningKey(load: () => Promise<SigningKey>): SigningKey {
  let loading: Promise<SigningKey> | undefined;
  const key = () => {
    loading ??= load();
    return loading;
  };
  return {
    publicKey: async () => (await key()).publicKey(),
    sign: async (message) => (await key()).sign(message),
  };
}
