import type { ControlSchema } from '../../../spec/index.ts';
import { toPhone, toSpan } from './formats.ts';
import { isWord, t, type Word } from './language.ts';

type Event = ControlSchema<'Event'>;

/** So many people are named; the others are counted. */
const NAMED = 4;

/** What happened, as a sentence in the language of the page, without the name of the group. */
export function sayEvent(event: Event): string {
  const { actor, people, details } = event;
  const named = event.kind === 'created' ? people.filter((phone) => phone !== actor) : people;
  const word = wordOf(event, people.length === 1 && people[0] === actor, named.length);
  return t(word, {
    by: actor === null ? t('whatsapp') : toPhone(actor),
    people: toPeople(event.kind === 'device' ? event.told : named),
    what: whatOf(event.kind, details as Record<string, unknown>),
  });
}

/** People, the first few by number. */
export function toPeople(people: readonly string[]): string {
  const numbers = people.map(toPhone);
  if (numbers.length <= NAMED) return numbers.join(', ');
  return t('and-more', { people: numbers.slice(0, NAMED - 1).join(', '), count: numbers.length - NAMED + 1 });
}

function wordOf({ kind, details }: Event, isSelf: boolean, count: number): Word {
  if (kind === 'created') return count > 0 ? 'says.created-with' : 'says.created';
  if (kind === 'left') return isSelf ? 'says.left' : 'says.removed';
  if (kind === 'asked') return isSelf ? 'says.asked' : 'says.asked-for';
  if (kind === 'joined') {
    const { reason } = details as { reason?: string };
    if (reason === 'linked_group_join') return 'says.joined-linked';
    if (reason === 'auto_add') return 'says.joined-auto';
    if (reason === '') return 'says.added';
    return isSelf ? 'says.joined' : 'says.let-in';
  }
  const word = `says.${kind}`;
  return isWord(word) ? word : 'says.ended';
}

function whatOf(kind: Event['kind'], details: Record<string, unknown>): string {
  if (kind === 'changed') {
    return Object.entries(details)
      .map(([name, value]) => `${nameOf(name)}: ${settingOf(name, value)}`)
      .join(', ');
  }
  if (kind === 'renumbered') return toPhone(String(details.from));
  if (kind === 'device') return String(details.state).replaceAll('_', ' ');
  if (kind === 'refused') return String(details.do);
  return String(details.jid ?? '');
}

/** How settings are called beside a group. */
const SETTINGS: Readonly<Record<string, Word>> = {
  name: 'name',
  topic: 'topic',
  announcement: 'announcement',
  locked: 'locked',
  join_approval: 'approval',
  member_add_mode: 'add-mode',
  ephemeral_seconds: 'timer',
  picture_id: 'picture',
};

function nameOf(setting: string): string {
  const word = SETTINGS[setting];
  const [first = '', ...rest] = word === undefined ? setting : t(word, { span: '' }).trim();
  return first.toLowerCase() + rest.join('');
}

function settingOf(setting: string, value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (setting === 'member_add_mode') return t(value === 'admin' ? 'add-mode-admin' : 'add-mode-all');
  if (setting === 'ephemeral_seconds') return value === 0 ? t('off') : toSpan(Number(value) * 1000);
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
