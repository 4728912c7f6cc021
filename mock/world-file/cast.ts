import { type Issue, orRather, toShown } from '../../spec/index.ts';
import { fromTimestamp } from '../wire/timestamp.ts';
import { type Phone, phoneOf, type World } from '../world/index.ts';
import { type WorldFile, WorldFileError } from './world-file.ts';

/** Who is who in a world file. */
export interface Cast {
  /** The first account. */
  readonly first: Phone;
  /** Everybody who has a name. */
  readonly phones: Iterable<Phone>;
  /** The number of somebody by name, or the number itself. Throws a `WorldFileError` for nobody. */
  phoneOf(field: string, name: string): Phone;
}

/** Somebody, and where the file names them. */
export interface Named {
  readonly field: string;
  readonly phone: Phone;
}

/** What accounts are called in a file that names none. */
const USUAL_NAMES = ['me', 'colleague'];

/** The accounts that a file asks for; undefined when it leaves them to others. */
export function accountsOf({ accounts }: WorldFile): { phone?: Phone; token?: string }[] | undefined {
  if (accounts === undefined) return undefined;
  return Object.values(accounts);
}

/** What the clock of a file shows first, in milliseconds; undefined when it does not say. */
export function momentOf({ clock }: WorldFile): number | undefined {
  if (clock?.now === undefined) return undefined;
  const moment = fromTimestamp(clock.now);
  if (moment !== undefined) return moment;
  const message = 'must be a time of the years 1 to 9999 in UTC';
  throw new WorldFileError([{ field: 'clock.now', message, value: clock.now }]);
}

/** The cast of a file in a world with accounts. Throws a `WorldFileError` where two are one. */
export function createCast(file: WorldFile, world: World): Cast {
  const accounts = [...world.devices.keys()];
  const names = Object.keys(file.accounts ?? {});
  const phones = new Map<string, Phone>();
  const owners = new Map<Phone, string>();
  const issues: Issue[] = [];
  const add = (field: string, name: string, phone: Phone) => {
    const person = phoneOf(world, phone) ?? phone;
    const owner = owners.get(person);
    if (phones.has(name)) issues.push({ field, message: 'has the name of an account', value: name });
    else if (owner !== undefined) issues.push({ field, message: `has the number of ${owner}`, value: phone });
    phones.set(name, phone);
    owners.set(person, field);
  };

  for (const [index, name] of (names.length === 0 ? USUAL_NAMES : names).entries()) {
    const phone = accounts[index];
    if (phone !== undefined) add(`accounts.${name}`, name, phone);
    else if (names.length > 0)
      issues.push({ field: `accounts.${name}`, message: 'has no account in this world', value: name });
  }
  const given = new Set([...accounts, ...Object.values(file.people ?? {}).map(({ phone }) => phone)]);
  let next = 5_511_700_000_001;
  for (const [name, { phone }] of Object.entries(file.people ?? {})) {
    while (given.has(String(next))) next += 1;
    add(`people.${name}`, name, phone ?? String(next++));
  }
  if (issues.length > 0) throw new WorldFileError(issues);

  return {
    first: accounts[0] ?? '',
    phones: phones.values(),
    phoneOf(field, name) {
      const phone = phones.get(name) ?? (/^\d{10,15}$/.test(name) ? phoneOf(world, name) : undefined);
      if (phone !== undefined) return phone;
      const hint = orRather(name, [...phones.keys()]);
      const message = `is nobody in accounts or people${hint}, and no phone number of 10 to 15 digits`;
      throw new WorldFileError([{ field, message, value: toShown(name) }]);
    },
  };
}
