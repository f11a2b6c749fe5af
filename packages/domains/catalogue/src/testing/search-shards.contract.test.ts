import { createMemoryObjectStore } from '@sinau/platform/testing';
import { createSearchShards } from '../adapters/search-shards.ts';
import { memorySearchShards } from './memory-search-shards.ts';
import { searchShardsContract } from './search-shards.contract.ts';

searchShardsContract('memory', async () => memorySearchShards());
searchShardsContract('objects', async () => createSearchShards({ content: createMemoryObjectStore() }));
