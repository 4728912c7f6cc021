import type { DomainEvent, Happening, Phone, Settings } from '../../world/index.ts';

/** One change, as it is put into words; `by` is who did it and `where` the name of the group. */
type Saying<Kind extends DomainEvent['kind']> = (
  change: Extract<DomainEvent, { kind: Kind }>,
  by: Phone | undefined,
  where: string,
) => string;

const SAYINGS: { [Kind in DomainEvent['kind']]: Saying<Kind> } = {
  created: ({ people }, by, where) => {
    const others = people.filter((phone) => phone !== by);
    return `${by} created ${where}${others.length === 0 ? '' : ` with ${list(others)}`}`;
  },
  joined: ({ people, reason }, by, where) => {
    if (reason === 'linked_group_join') return `${list(people)} came into ${where} with a linked group`;
    if (reason === 'auto_add')
      return `${list(people)} came into ${where} when their group was linked by ${by}`;
    if (reason === '') return `${list(people)} ${wasOrWere(people)} added by ${by} to ${where}`;
    return isSelf(people, by)
      ? `${by} joined ${where} by an invite`
      : `${list(people)} ${wasOrWere(people)} let into ${where} by ${by}`;
  },
  left: ({ people }, by, where) =>
    isSelf(people, by)
      ? `${by} left ${where}`
      : `${list(people)} ${wasOrWere(people)} removed by ${by} from ${where}`,
  promoted: ({ people }, by, where) =>
    `${list(people)} ${wasOrWere(people)} promoted by ${by ?? 'WhatsApp'} in ${where}`,
  demoted: ({ people }, by, where) =>
    `${list(people)} ${wasOrWere(people)} demoted by ${by ?? 'WhatsApp'} in ${where}`,
  changed: ({ settings }, by, where) => {
    const said = Object.entries(toWireNames(settings)).map(
      ([name, value]) => `${name} to ${JSON.stringify(value)}`,
    );
    return `${by ?? 'WhatsApp'} changed ${said.join(', ')} in ${where}`;
  },
  'link-reset': (_, by, where) => `${by} reset the invite link of ${where}`,
  linked: ({ type, jid }, by, where) => `${by} linked ${jid}, which is now the ${toWords(type)} of ${where}`,
  unlinked: ({ type, jid }, by, where) => `${by} unlinked ${jid}, which was the ${toWords(type)} of ${where}`,
  renumbered: ({ people, from }, _, where) => `${from} has the number ${list(people)} now in ${where}`,
  ended: (_, __, where) => `${where} ended`,
  device: ({ state }) => `The device is ${toWords(state)} now`,
  asked: ({ people }, by, where) =>
    isSelf(people, by) ? `${by} asked to join ${where}` : `${by} asked to have ${list(people)} in ${where}`,
  'request-cancelled': (_, by, where) => `${by} no longer asks to join ${where}`,
  'request-rejected': ({ people }, by, where) =>
    `${list(people)} ${wasOrWere(people)} turned away from ${where} by ${by}`,
  refused: ({ act, rule }, by) => `${by} was to ${act.do}, which was refused: ${rule}`,
};

/** A happening in a sentence. */
export function sayChange({ change, actor, group, groupName, audience }: Happening): string {
  const say = SAYINGS[change.kind] as Saying<DomainEvent['kind']>;
  const said = say(change as never, actor, groupName ?? group ?? '');
  return change.kind === 'device' ? said.replace('The device', `The device of ${audience.join(', ')}`) : said;
}

/** Settings under the names that the wire gives them, such as `join_approval`. */
export function toWireNames(settings: Partial<Settings>): Record<string, unknown> {
  const named = Object.entries(settings).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return Object.fromEntries(named);
}

/** The first few of many. */
function list(people: readonly Phone[]): string {
  if (people.length > 5) return `${people.slice(0, 4).join(', ')} and ${people.length - 4} more`;
  return people.length < 2 ? people.join('') : `${people.slice(0, -1).join(', ')} and ${people.at(-1)}`;
}

function wasOrWere({ length }: readonly Phone[]): string {
  return length === 1 ? 'was' : 'were';
}

function isSelf(people: readonly Phone[], by: Phone | undefined): boolean {
  return people.length === 1 && people[0] === by;
}

function toWords(name: string): string {
  return name.replaceAll('_', ' ');
}
