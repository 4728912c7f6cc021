import { describe, expect, it } from 'vitest';
import { connect, disconnect, linkDevice, mustBeReady } from '../../../mock/world/devices.ts';
import { findPerson } from '../../../mock/world/people.ts';
import { listGroups } from '../../../mock/world/reading.ts';
import { setWebhook } from '../../../mock/world/webhooks.ts';
import { ana, ben, createScene } from './scene.ts';

const WEBHOOK = {
  url: 'https://example.com/hook',
  events: ['group.info'],
  enabled: true,
  retryAttempts: 3,
  timeout: 30,
  secret: undefined,
  headers: {},
};

describe('a device', () => {
  it('starts connected and ready, with a UUID for its id', () => {
    const device = createScene().device(ana);
    expect(device.state).toBe('connected');
    expect(device.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(() => mustBeReady(device)).not.toThrow();
  });

  it('makes its number known by its LID', () => {
    const { world, device } = createScene();
    device(ana);
    expect(findPerson(world, world.ids.lid(ana)).phone).toBe(ana);
  });

  it('is not ready while it is disconnected or logged out', () => {
    const scene = createScene();
    const device = scene.device(ana);
    for (const state of ['disconnected', 'logged_out'] as const) {
      device.state = state;
      expect(scene.refusal(() => mustBeReady(device))).toBe('device-not-ready');
    }
  });

  it('is ready again once it is connected: the credentials stayed', () => {
    const { world, device } = createScene();
    const phone = device(ana);
    disconnect(world, phone);
    expect(phone.state).toBe('disconnected');
    connect(world, phone);
    expect(phone.state).toBe('connected');
  });

  it('is not connected by asking once it was logged out', () => {
    const { world, device } = createScene();
    const phone = device(ana);
    phone.state = 'logged_out';
    connect(world, phone);
    disconnect(world, phone);
    expect(phone.state).toBe('logged_out');
  });

  it('was last seen when it last was connected', () => {
    const { world, device, wait } = createScene();
    const phone = device(ana);
    const start = world.clock.now();
    wait(1000);
    disconnect(world, phone);
    wait(1000);
    expect(phone.lastSeen).toBe(start + 1000);
    connect(world, phone);
    expect(phone.lastSeen).toBe(start + 2000);
  });

  it('that is linked late knows the groups that its number is in', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.group(ana);
    expect(listGroups(scene.world, linkDevice(scene.world, ben))).toEqual([group]);
  });

  it('goes on taking part in its groups while it is disconnected', () => {
    const scene = createScene();
    const device = scene.device(ben);
    disconnect(scene.world, device);
    const group = scene.group(ana, [ben]);
    expect(listGroups(scene.world, device)).toEqual([group]);
  });
});

describe('the webhook of a device', () => {
  it('is kept as it was given, with an id and the time', () => {
    const { world, device } = createScene();
    const now = world.clock.now();
    const webhook = setWebhook(world, device(ana), WEBHOOK);
    expect(webhook).toEqual({ ...WEBHOOK, id: expect.any(String), createdAt: now, updatedAt: now });
    expect(device(ana).webhook).toBe(webhook);
  });

  it('is replaced whole; its id and the time of its creation stay', () => {
    const { world, device, wait } = createScene();
    const first = setWebhook(world, device(ana), { ...WEBHOOK, secret: 'hush', headers: { a: 'b' } });
    wait(1000);
    const second = setWebhook(world, device(ana), { ...WEBHOOK, enabled: false });
    expect(second).toEqual({
      ...WEBHOOK,
      enabled: false,
      id: first.id,
      createdAt: first.createdAt,
      updatedAt: first.createdAt + 1000,
    });
  });
});
