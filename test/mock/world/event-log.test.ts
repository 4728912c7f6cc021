/** What no call shows: how much the log keeps, and what waits for the webhooks. */

import { describe, expect, it } from 'vitest';
import { apply } from '../../../mock/world/apply/apply.ts';
import { renewWebhook } from '../../../mock/world/rules/webhooks.ts';
import type { Webhook } from '../../../mock/world/state/device.ts';
import { EVENT_NAMES } from '../../../mock/world/state/domain-event.ts';
import type { Phone } from '../../../mock/world/state/id.ts';
import { ana, ben, createScene, type Scene } from './scene.ts';

describe('the log', () => {
  it('numbers what happened from 1 without a gap, with its time, and keeps at least the last 1000', () => {
    const { world, group, wait, does } = createScene();
    const crew = group(ana);
    for (let i = 0; i < 5000; i += 1) {
      wait(1);
      does(ana, { do: 'set', group: crew.jid, settings: { topic: `News ${i}` } });
    }
    const { happenings } = world;
    expect(happenings.length).toBeGreaterThanOrEqual(1000);
    expect(happenings.length).toBeLessThan(2000);
    expect(happenings.at(-1)).toMatchObject({ sequence: 5001, at: world.clock.now() });
    happenings.forEach(({ sequence }, index) => {
      expect(sequence).toBe(5001 - happenings.length + 1 + index);
    });
  });

  it('remembers what no account saw, with nobody for its audience', () => {
    const { world, group } = createScene();
    group(ana);
    expect(world.happenings).toMatchObject([{ change: { kind: 'created' }, audience: [] }]);
  });

  it('has nothing to say of a setting that stays as it was', () => {
    const { world, group, does } = createScene();
    const crew = group(ana, [], { name: 'Crew' });
    does(ana, { do: 'set', group: crew.jid, settings: { name: 'Crew', locked: false } });
    expect(world.happenings).toHaveLength(1);
  });

  it('is told under names that WUTS documents', () => {
    expect(EVENT_NAMES).toEqual([
      'device.connected',
      'device.disconnected',
      'device.logged_out',
      'group.info',
      'group.joined',
    ]);
  });
});

describe('what webhooks are to be told of', () => {
  const webhook = {
    url: 'https://example.com/hook',
    events: ['group.joined'],
    enabled: true,
    retryAttempts: 3,
    timeout: 30,
    secret: undefined,
    headers: {},
  };

  it('is kept whole, although one request may cause more than the log remembers', () => {
    const scene = createScene();
    const { world, group, does } = scene;
    setWebhook(scene, ana, { ...webhook, events: ['group.info'] });
    const crew = group(ana);
    for (let i = 0; i < 3000; i += 1)
      does(ana, { do: 'set', group: crew.jid, settings: { topic: `News ${i}` } });
    expect(world.outgoing).toHaveLength(3000);
    expect(world.outgoing[0]).toMatchObject({ happening: { sequence: 2 }, to: [ana], found: undefined });
  });

  it('is what an account wants, with the group as somebody new found it', () => {
    const scene = createScene();
    const { world, group, does } = scene;
    setWebhook(scene, ana, webhook);
    setWebhook(scene, ben, { ...webhook, enabled: false });
    const crew = group(ana, [ben]);
    does(ana, { do: 'set', group: crew.jid, settings: { name: 'Later' } });
    expect(world.outgoing).toMatchObject([{ to: [ana], found: { settings: { name: 'Crew' } } }]);
    expect(world.happenings.map(({ groupName }) => groupName)).toEqual(['Crew', 'Later']);
  });
});

function setWebhook(
  { world, device }: Scene,
  phone: Phone,
  wanted: Omit<Webhook, 'id' | 'createdAt' | 'updatedAt'>,
) {
  const webhook = renewWebhook(world, device(phone), wanted);
  apply(world, [{ kind: 'set-webhook', phone, webhook }]);
}
