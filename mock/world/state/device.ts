import type { Outbox } from './delivery.ts';
import type { GroupJid, Phone } from './id.ts';

/** `logged_out` means that the credentials are gone and a QR code is needed; `banned` that WhatsApp shut the number out. */
export type DeviceState = 'connected' | 'disconnected' | 'logged_out' | 'banned';

/** The linked device of an account: what a token stands for. */
export interface Device {
  readonly phone: Phone;
  readonly id: string;
  readonly state: DeviceState;
  /** In milliseconds. */
  readonly lastSeen: number;
  /** The groups that it takes part in, in the order of joining; those from before it was linked come first, as they were made. */
  readonly groups: ReadonlySet<GroupJid>;
  readonly webhook: Webhook | undefined;
  /** What its webhook is sent. */
  readonly outbox: Outbox;
}

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
