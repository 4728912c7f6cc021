import type { Change } from '../decision.ts';
import { refuse } from '../refusals.ts';
import type { Device, DeviceState } from '../state/device.ts';
import type { Phone } from '../state/id.ts';
import { personOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';

/** Links a device to a number, which is on WhatsApp then; it starts connected. */
export function linkDevice(world: World, phone: Phone): Change[] {
  const link: Change = { kind: 'link-device', phone, id: world.ids.uuid() };
  if (personOf(world, phone).onWhatsApp) return [link];
  return [link, { kind: 'change-person', phone, traits: { onWhatsApp: true } }];
}

/** Refuses while the WhatsApp session of the device is not connected. */
export function whyNotReady({ state }: Device) {
  return state === 'connected' ? undefined : refuse('device-not-ready');
}

/** Connects the device, unless it was logged out: that needs a QR code. */
export function connect(device: Device): Change[] {
  return device.state === 'disconnected' ? setDeviceState(device, 'connected') : [];
}

/** Disconnects the device; the credentials stay. */
export function disconnect(device: Device): Change[] {
  return device.state === 'connected' ? setDeviceState(device, 'disconnected') : [];
}

/** Puts the device into a state, as WhatsApp or its owner on the phone would. */
export function setDeviceState({ phone, state: before }: Device, state: DeviceState): Change[] {
  return before === state ? [] : [{ kind: 'set-device', phone, state }];
}
