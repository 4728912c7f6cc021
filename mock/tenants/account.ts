import { otherSpelling } from '../../spec/facts/index.ts';
import type { Device, Phone, World } from '../world/index.ts';
import type { Tenant } from './tenant.ts';

/** A token, and what it stands for: the device of a number in a world. */
export interface Account {
  readonly token: string;
  readonly phone: Phone;
  readonly tenant: Tenant;
}

/** An account to be made: a phone number (10 to 15 digits) and its token (UUID v4), which is made up unless given. */
export interface AccountOptions {
  phone: string;
  token?: string | undefined;
}

/** A token as WUTS makes it. Source: `docs: Authentication`. */
export const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The numbers of accounts that are not named, in order; the seventh and later ones count on. */
export const USUAL_PHONES = [
  '5511999999999',
  '5511888888888',
  '5511777777777',
  '5511666666666',
  '5511555555555',
  '5511444444444',
] as const satisfies readonly Phone[];

/** The device of an account in its world, or in a copy of that. */
export function deviceOf(world: World, phone: Phone): Device {
  const device = world.devices.get(phone);
  if (device === undefined) throw new Error(`The account of ${phone} has no device.`);
  return device;
}

/** As many accounts as wanted, by the usual numbers. */
export function usualAccounts(count: number): AccountOptions[] {
  return Array.from({ length: count }, (_, index) => ({
    phone: USUAL_PHONES[index] ?? String(5_511_333_000_000 + index),
  }));
}

/** Accounts, each with the next usual number that nobody of them has unless it is given one. */
export function numbered(wanted: readonly Partial<AccountOptions>[]): AccountOptions[] {
  const taken = new Set(wanted.flatMap(({ phone = '' }) => [phone, otherSpelling(phone)]));
  const free = usualAccounts(2 * wanted.length).filter(({ phone }) => !taken.has(phone));
  return wanted.map(({ phone, token }) => ({ phone: phone ?? free.shift()?.phone ?? '', token }));
}
