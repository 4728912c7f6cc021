import type { Device } from './devices.ts';
import type { World } from './world.ts';

/** Where the events of an account go. Times in milliseconds, the timeout in seconds. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly retryAttempts: number;
  readonly timeout: number;
  readonly secret: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Replaces the webhook of an account; its id and the time of its creation stay. */
export function setWebhook(
  world: World,
  device: Device,
  wanted: Omit<Webhook, 'id' | 'createdAt' | 'updatedAt'>,
): Webhook {
  const now = world.clock.now();
  const { id = world.ids.uuid(), createdAt = now } = device.webhook ?? {};
  device.webhook = { ...wanted, id, createdAt, updatedAt: now };
  return device.webhook;
}

/** Whether a webhook is to be told of an event. */
export function isWanted(webhook: Webhook | undefined, event: string): boolean {
  return webhook?.enabled === true && webhook.events.includes(event);
}
