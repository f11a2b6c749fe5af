import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { CommunityId, MeetingId } from '../communities/community.ts';
import { createMeetingMaterialRoom } from './meeting-material-room.ts';

const place = { communityId: 'k1' as CommunityId, meetingId: 'm1' as MeetingId, materialId: 'a' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

it('looks at files as at what means harm, and keeps each by itself beside files of evidence', async () => {
  const objects = createMemoryObjectStore();
  const room = createMeetingMaterialRoom({ objects, digest: nodeDigest });
  expect(await room.inspect(bytesOf('<html><script>alert(1)</script>'))).toEqual({ problem: 'not-pdf' });
  const script = [
    ...[
      '%PDF-1.7',
      '1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>> endobj',
    ],
    ...['2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj', '3 0 obj <</Type/Page/Parent 2 0 R>> endobj'],
    ...['trailer <</Root 1 0 R>>', '%%EOF', ''],
  ].join('\n');
  expect(await room.inspect(bytesOf(script))).toEqual({ problem: 'active' });
  await room.put(place, bytesOf('a'));
  await room.put({ ...place, materialId: 'b' }, bytesOf('b'));
  expect(await objects.get('evidence/communities/k1/m1/a.pdf')).toEqual(bytesOf('a'));
  await room.remove(place);
  expect([await room.get(place), await room.get({ ...place, materialId: 'b' })]).toEqual([
    undefined,
    bytesOf('b'),
  ]);
});
