import { createHmac, randomUUID } from 'node:crypto';
import type { Choices } from './choices.ts';

/** The webhooks of the accounts, and what is sent to them, one after the other. */
export function createPost(choices: Choices) {
  const webhooks = new Map<string, Webhook & { secret: string | undefined }>();
  const queues = new Map<string, Promise<void>>();
  let isOpen = true;

  return {
    webhookOf(phone: string): Webhook | undefined {
      const { secret: _, ...shown } = webhooks.get(phone) ?? { secret: undefined };
      return 'id' in shown ? (shown as Webhook) : undefined;
    },
    set(phone: string, body: Readonly<Record<string, unknown>>): Webhook {
      const before = webhooks.get(phone);
      const time = new Date().toISOString();
      const { secret, ...rest } = body;
      const shown = {
        id: before?.id ?? randomUUID(),
        enabled: true,
        retry_attempts: 3,
        timeout: choices.defaultTimeout,
        headers: {},
        created_at: before?.created_at ?? time,
        updated_at: time,
        ...Object.fromEntries(Object.entries(rest).filter(([name]) => FIELDS.includes(name))),
      } as unknown as Webhook;
      webhooks.set(phone, { ...shown, secret: secret === undefined ? undefined : String(secret) });
      return shown;
    },
    send(phone: string, { data, ...what }: { event: string; device_id: string; data: object }): void {
      const webhook = webhooks.get(phone);
      if (webhook === undefined || !webhook.enabled || !webhook.enabled_events.includes(what.event)) return;
      const envelope = {
        timestamp: Math.floor(Date.now() / 1000),
        user_id: `user-${phone.slice(-4)}`,
        id: randomUUID(),
        ...what,
        [choices.payload]: rename(data),
      };
      const [hash, prefix, encoding] = choices.signature;
      const signature = webhook.secret
        ? `${prefix}${createHmac(hash, webhook.secret).update(signedOf(envelope)).digest(encoding)}`
        : undefined;
      const body = JSON.stringify({ ...envelope, signature });
      const signed =
        signature && choices.signatureHeader !== '' ? { [choices.signatureHeader]: signature } : {};
      const before = queues.get(phone) ?? Promise.resolve();
      queues.set(
        phone,
        before.then(() => deliver(webhook, body, signed)),
      );
    },
    close: () => {
      isOpen = false;
    },
  };

  function rename(data: object): object {
    return Object.fromEntries(
      Object.entries(data).flatMap(([own, value]) => {
        const name = choices.toldFields[own] ?? own;
        return name === '' ? [] : [[name, value]];
      }),
    );
  }

  function signedOf(envelope: Readonly<Record<string, unknown>>): string {
    const text = JSON.stringify(envelope);
    const texts = {
      bare: text,
      empty: JSON.stringify({ ...envelope, signature: '' }),
      timestamp: `${envelope.timestamp}.${text}`,
      data: JSON.stringify(envelope[choices.payload]),
    };
    return texts[choices.signedText];
  }

  async function deliver(
    { webhook_url, headers, retry_attempts }: Webhook,
    body: string,
    signed: Readonly<Record<string, string>>,
  ): Promise<void> {
    for (let attempt = 0; attempt <= retry_attempts && isOpen; attempt++) {
      const sent = await fetch(webhook_url, {
        method: 'POST',
        headers: { ...headers, ...signed, 'content-type': 'application/json' },
        body,
      }).catch(() => undefined);
      if (sent?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt).unref());
    }
  }
}

interface Webhook {
  readonly id: string;
  readonly webhook_url: string;
  readonly enabled_events: readonly string[];
  readonly enabled: boolean;
  readonly retry_attempts: number;
  readonly timeout: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly created_at: string;
}

const FIELDS = ['webhook_url', 'enabled_events', 'enabled', 'retry_attempts', 'timeout', 'headers'];
