import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64 } from '../../../server/src/text/base64.ts';

test('bytes are encoded as everybody else does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
