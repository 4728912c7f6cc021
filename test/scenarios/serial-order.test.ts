/** Of the test itself: that it tells orders that can be from those that cannot. */
import { expect, it } from 'vitest';
import { PlainGroup } from './plain-group.ts';
import { outcomesOf } from './serial-order.ts';

const group = new PlainGroup('ana', ['bia']);
const add = { does: 'add', by: 'ana', whom: ['5511977770001'] } as const;
const done = { status: 200, rows: ['done' as const] };

it('two that add the same number, of whom one is told that it is there, came one after the other', () => {
  const attempts = [
    { act: { ...add, whom: [...add.whom] }, answer: { status: 200, rows: [409] } },
    { act: { ...add, whom: [...add.whom] }, answer: done },
  ];
  expect(outcomesOf(group, attempts).map(({ members }) => [...members.keys()])).toEqual([
    ['ana', 'bia', '5511977770001'],
  ]);
});

it('two that both added the same number came in no order', () => {
  const attempt = () => ({ act: { ...add, whom: [...add.whom] }, answer: done });
  expect(outcomesOf(group, [attempt(), attempt()])).toEqual([]);
});

it('two that added different numbers can have come in either order', () => {
  const other = { ...add, whom: ['5511977770002' as const] };
  const attempts = [
    { act: { ...add, whom: [...add.whom] }, answer: done },
    { act: other, answer: done },
  ];
  expect(outcomesOf(group, attempts)).toHaveLength(2);
});

it('who joins by a link that was reset at the same time may be told that it is dead', () => {
  const reset = { act: { does: 'reset link', by: 'ana' } as const, answer: { status: 200, rows: [] } };
  const join = (status: number) => ({
    act: { does: 'join', by: 'caio', link: 'the link' } as const,
    answer: { status, rows: [] },
  });
  expect(outcomesOf(group, [reset, join(200)])).toHaveLength(1);
  expect(outcomesOf(group, [reset, join(410)])).toHaveLength(1);
  expect(outcomesOf(group, [reset, join(409)])).toEqual([]);
});
