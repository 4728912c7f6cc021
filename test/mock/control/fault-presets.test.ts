/** What no case plays: the faults that have a name. */
import { describe, expect, it } from 'vitest';
import type { ControlSchema } from '../../../spec/index.ts';
import { SECOND } from '../client.ts';
import { createPlane, expectRefused } from './plane.ts';

const plane = await createPlane({ seed: 1 });
const PATH = '/worlds/default/faults';
const { presets } = (await plane.control('GET', '/fault-presets')).body;

describe.each<{ name: ControlSchema<'PresetName'>; needs: string | null; fault: object }>(presets)(
  'the preset $name',
  ({ name, needs, fault }) => {
    const own = needs === null ? {} : { [needs]: '120363000000000001@g.us' };

    it('is a fault as any, and tells its name', async () => {
      const named = await plane.control('POST', PATH, { preset: name, ...own });
      const spelled = await plane.control('POST', PATH, { ...fault, ...own });
      expect([named.status, spelled.status], JSON.stringify([named.body, spelled.body])).toEqual([201, 201]);
      const { id: _, preset, ...rest } = named.body.fault;
      const { id: __, ...same } = spelled.body.fault;
      expect(preset).toBe(name);
      expect(rest).toEqual(same);
    });

    it('takes what is given beside it', async () => {
      const { body } = await plane.control('POST', PATH, { preset: name, ...own, phone: SECOND, times: 7 });
      expect(body.fault).toMatchObject({ phone: SECOND, times: 7 });
    });
  },
);

it('a preset without what it needs is refused, and so is one that does not go with what is given', async () => {
  const lacking = await plane.control('POST', PATH, { preset: 'group-broken' });
  expectRefused(lacking, 422, 'fault-cannot-strike');
  expect(lacking.body.validation).toEqual([
    { field: 'group', message: 'is needed with the preset group-broken', value: null },
  ]);
  const other = await plane.control('POST', PATH, { preset: 'proxy-502', drop: 'after' });
  expectRefused(other, 422, 'fault-cannot-strike');
  expect(other.body.error).toMatch(/a dropped connection has no answer/);
  expectRefused(await plane.control('POST', PATH, { preset: 'proxy-503' }), 400, 'does-not-fit-the-document');
});

it('a preset is saved with its world', async () => {
  const own = await createPlane({ seed: 1 });
  await own.control('POST', PATH, { preset: 'promote-does-nothing' });
  const { snapshot } = (await own.control('GET', '/worlds/default/snapshot')).body;
  const told = (await own.control('GET', PATH)).body.faults;
  await own.control('DELETE', PATH);
  expect((await own.control('PUT', '/worlds/default/snapshot', { snapshot })).status).toBe(200);
  expect((await own.control('GET', PATH)).body.faults).toEqual(told);
});
