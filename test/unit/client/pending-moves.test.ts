import { expect, test } from 'vitest';
import { PendingMoves } from '../../../client/webview/pending-moves.ts';

const move = (days: number, item = 'a') => ({ item, end: 'end', days }) as const;

test('a key during a mere redraw waits for the draw of the edited text', () => {
  const moves = new PendingMoves();
  moves.wish(move(1));
  expect(moves.take()).toEqual(move(1));
  moves.sent(7);
  moves.wish(move(1));
  moves.drawn(7);
  expect(moves.take()).toBeUndefined();
  moves.wish(move(1));
  moves.drawn(8);
  expect(moves.take()).toEqual(move(2));
  expect(moves.take()).toBeUndefined();
});

test('another text, or a refusal, ends the waiting and drops what was wished', () => {
  const moves = new PendingMoves();
  moves.sent(40);
  moves.wish(move(1));
  moves.forget();
  expect(moves.take()).toBeUndefined();
  moves.wish(move(-1, 'b'));
  expect(moves.take()).toEqual(move(-1, 'b'));
});

test('keys that take each other back send nothing; those for another bar count for it alone', () => {
  const moves = new PendingMoves();
  moves.sent(1);
  moves.wish(move(1));
  moves.wish(move(-1));
  moves.drawn(2);
  expect(moves.take()).toBeUndefined();
  moves.sent(2);
  moves.wish(move(3));
  moves.wish(move(1, 'b'));
  moves.drawn(3);
  expect(moves.take()).toEqual(move(1, 'b'));
});
