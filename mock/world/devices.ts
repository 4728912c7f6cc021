import { record } from './events.ts';
import type { Jid } from './groups.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { type Phone, personOf } from './people.ts';
import { Refusal } from './refusals.ts';
import type { Webhook } from './webhooks.ts';
import type { World } from './world.ts';

/** `logged_out` means that the credentials are gone and a QR code is needed; `banned` that WhatsApp shut the number out. */
export type DeviceState = 'connected' | 'disconnected' | 'logged_out' | 'banned';

/** The linked device of an account: what a token stands for. */
export interface Device {
  readonly phone: Phone;
  readonly id: string;
  state: DeviceState;
  /** In milliseconds. */
  lastSeen: number;
  /** The groups that it takes part in, in the order of joining; those from before it was linked come first, as they were made. */
  readonly groups: Set<Jid>;
  webhook: Webhook | undefined;
  /** What its webhook is sent. */
  readonly outbox: Outbox;
}

/** Links a device to a number; it starts connected. */
export function linkDevice(world: World, phone: Phone): Device {
  personOf(world, phone);
  const groups = new Set<Jid>();
  for (const group of world.groups.values()) if (group.members.has(phone)) groups.add(group.jid);
  const device: Device = {
    phone,
    id: world.ids.uuid(),
    state: 'connected',
    lastSeen: world.clock.now(),
    groups,
    webhook: undefined,
    outbox: createOutbox(),
  };
  world.devices.set(phone, device);
  return device;
}

/** Refuses while the WhatsApp session of the device is not connected. */
export function mustBeReady(device: Device): void {
  if (device.state !== 'connected') throw new Refusal('device-not-ready');
}

/** Connects the device, unless it was logged out: that needs a QR code. */
export function connect(world: World, device: Device): void {
  if (device.state === 'disconnected') setState(world, device, 'connected');
}

/** Disconnects the device; the credentials stay. */
export function disconnect(world: World, device: Device): void {
  if (device.state === 'connected') setState(world, device, 'disconnected');
}

/** Puts the device into a state, as WhatsApp or its owner on the phone would. */
export function setDeviceState(world: World, device: Device, state: DeviceState): void {
  if (device.state !== state) setState(world, device, state);
}

function setState(world: World, device: Device, state: DeviceState): void {
  if (device.state === 'connected') device.lastSeen = world.clock.now();
  device.state = state;
  if (state === 'connected') device.lastSeen = world.clock.now();
  record(world, undefined, undefined, { kind: 'device', state }, [device.phone]);
}
