import type { Device, Webhook } from '../state/device.ts';
import type { World } from '../state/world.ts';

/** The webhook that replaces that of an account; its id and the time of its creation stay. */
export function renewWebhook(
  world: World,
  { webhook }: Device,
  wanted: Omit<Webhook, 'id' | 'createdAt' | 'updatedAt'>,
): Webhook {
  const now = world.clock.now();
  const { id = world.ids.uuid(), createdAt = now } = webhook ?? {};
  return { ...wanted, id, createdAt, updatedAt: now };
}
