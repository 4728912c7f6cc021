import { expect, it } from 'vitest';
import { COMPANION, inCompany } from '../../../contracts/language/company.ts';
import { JPEG } from '../../../contracts/language/samples.ts';
import { add, makeGroup, removes } from '../../../contracts/language/stage.ts';
import { suite } from '../../../contracts/suite.ts';

it('a group of its creator alone is made with somebody who is removed at once', () => {
  const step = makeGroup({ locked: true });
  expect(inCompany(step)).toEqual([
    { ...step, body: { ...step.body, participants: ['{{first.jid}}', COMPANION] } },
    { ...removes([COMPANION]), as: 'first', path: { jid: '{{group}}' } },
  ]);
  const other = {
    ...makeGroup(undefined, ['{{second.jid}}']),
    as: 'second',
    capture: { other: 'group.jid' },
  } as const;
  expect(inCompany(other)?.[1]).toMatchObject({ as: 'second', path: { jid: '{{other}}' } });
});

it.each([
  ['with others in it', makeGroup({}, ['{{second.jid}}'])],
  ['of which something is expected', { ...makeGroup(), expect: { status: 422 } } as const],
  ['that is none', add('{{second.jid}}')],
])('nothing else is tried for a group %s', (_, step) => {
  expect(inCompany(step)).toBeUndefined();
});

it('no documented promise rests on a group of its creator alone', () => {
  const isAlone = (step: (typeof suite)[number]['steps'][number]) =>
    step.expect !== undefined &&
    [step.expect.status].flat().includes(201 as never) &&
    inCompany({ ...step, expect: undefined } as never) !== undefined &&
    JSON.stringify(step.body).includes('"community":true') === false;
  const alone = suite.filter(
    ({ provenance, world, steps }) =>
      provenance === 'documented' && world === undefined && steps.some(isAlone),
  );
  expect(alone.map(({ id }) => id)).toEqual([]);
});

it('every picture that is to be taken is a whole JPEG with an image in it', () => {
  const bytes = Buffer.from(JPEG, 'base64');
  expect([bytes.subarray(0, 3).toString('hex'), bytes.subarray(-2).toString('hex')]).toEqual([
    'ffd8ff',
    'ffd9',
  ]);
  expect(bytes.includes('ffda', 0, 'hex')).toBe(true);
  const others = suite.filter(({ steps }) =>
    steps.some(({ call, body, expect: wanted }) => {
      const isTaken = wanted === undefined || [wanted.status].flat().includes(200 as never);
      return (
        call === 'setGroupPicture' &&
        isTaken &&
        // Line breaks and padding change no byte of it.
        !Buffer.from(String(Object(body).image_base64), 'base64').equals(bytes)
      );
    }),
  );
  expect(others.map(({ id }) => id)).toEqual([]);
});
