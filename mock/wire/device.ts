import type { RequestBody, Schema } from '../../spec/index.ts';
import { type Device, toUserJid, type Webhook } from '../world/index.ts';
import { toTimestamp } from './timestamp.ts';

/** The state of a device. */
export function toStatus(device: Device): Schema<'DeviceStatus'> {
  return {
    connected: device.state === 'connected',
    status: device.state,
    device_id: device.id,
    jid: toUserJid(device.phone),
    phone_number: device.phone,
    is_logged_in: device.state !== 'logged_out',
    last_seen: toTimestamp(device.lastSeen),
  };
}

/** A webhook, without its secret. */
export function toWebhook(webhook: Webhook): Schema<'Webhook'> {
  return {
    id: webhook.id,
    webhook_url: webhook.url,
    enabled_events: [...webhook.events],
    enabled: webhook.enabled,
    retry_attempts: webhook.retryAttempts,
    timeout: webhook.timeout,
    headers: { ...webhook.headers },
    created_at: toTimestamp(webhook.createdAt),
    updated_at: toTimestamp(webhook.updatedAt),
  };
}

/** The wanted webhook of a body, with the defaults of the documentation; the default timeout is assumed. */
export function fromWebhook(
  body: RequestBody<'setWebhook'>,
): Omit<Webhook, 'id' | 'createdAt' | 'updatedAt'> {
  return {
    url: body.webhook_url,
    events: body.enabled_events,
    enabled: body.enabled ?? true,
    retryAttempts: body.retry_attempts ?? 3,
    timeout: body.timeout ?? 30,
    secret: body.secret,
    headers: body.headers ?? {},
  };
}
