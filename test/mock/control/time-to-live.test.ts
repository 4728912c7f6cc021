/** What no case waits for: worlds that end by themselves. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createPlane, expectRefused } from './plane.ts';

it('a world of 50 milliseconds is over in 50 milliseconds', async () => {
  const plane = await createPlane();
  const { status, body } = await plane.control('POST', '/worlds', { name: 'mayfly', ttl_seconds: 0.05 });
  expect(status).toBe(201);
  await sleep(60);
  expectRefused(await plane.control('GET', '/worlds/mayfly'), 404, 'no-such-world');
  expect((await plane.send({ headers: { Authorization: body.accounts[0].token } })).status).toBe(401);
});

it('a fraction of a second is told as it was given', async () => {
  const plane = await createPlane({ now: () => 0 });
  await plane.control('POST', '/worlds', { name: 'brief', ttl_seconds: 0.25 });
  expect((await plane.control('GET', '/worlds/brief')).body.world.ttl_seconds).toBe(0.25);
});
