import { createValidator, loadDocument } from '../../../spec/index.ts';
import type { Choices } from './choices.ts';
import { No } from './network.ts';

/** Whether a value will do; what is wrong with it is for nobody to say but its place. */
type Fits = (value: unknown, choices: Choices) => boolean;

interface Field {
  readonly fits: Fits;
  readonly isRequired?: true;
}

const text: Fits = (value) => typeof value === 'string';
const flag: Fits = (value) => typeof value === 'boolean';
const name: Fits = (value, { longestName }) =>
  typeof value === 'string' && /\S/.test(value) && [...value].length <= longestName;
const groupJid: Fits = (value) =>
  /^(\d{15,25}|\d{10,15}-\d{10})@g\.us$/.test(String(value)) && typeof value === 'string';
const person: Fits = (value) => typeof value === 'string' && toPerson(value) !== undefined;
const whole =
  (least: number): Fits =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least;
const list =
  (entry: Fits, mayBeEmpty: Fits): Fits =>
  (value, choices) =>
    Array.isArray(value) &&
    value.every((one) => entry(one, choices)) &&
    (value.length > 0 || mayBeEmpty(value, choices));
const people = list(person, (_, { emptyList }) => emptyList === 'done');
const some = list(person, () => false);
const url: Fits = (value) =>
  typeof value === 'string' &&
  URL.canParse(value) &&
  /^(https:\/\/|http:\/\/(localhost|127\.|\[::1\]))/.test(value);
const strings: Fits = (value, { longestHeader, mostHeaders }) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length <= mostHeaders &&
  Object.values(value).every((one) => typeof one === 'string' && one.length <= longestHeader);

const options: Fits = (value, choices) =>
  typeof value === 'object' && value !== null && faultsOf(value, OPTIONS, choices).length === 0;

const OPTIONS: Readonly<Record<string, Field>> = {
  announcement: { fits: flag },
  locked: { fits: flag },
  join_approval: { fits: flag },
  community: { fits: flag },
  parent_jid: { fits: groupJid },
};

const ACTION: Field = {
  fits: (value) => ['add', 'remove', 'promote', 'demote'].includes(value as string),
};

/** What the bodies of the operations have in them. */
const BODIES: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  createGroup: {
    name: { fits: name, isRequired: true },
    participants: { fits: some, isRequired: true },
    options: { fits: options },
  },
  updateGroup: {
    name: { fits: name },
    topic: { fits: text },
    description: { fits: text },
    announcement: { fits: flag },
    locked: { fits: flag },
    join_approval: { fits: flag },
    member_add_mode: { fits: (value) => value === 'admin' || value === 'all' },
  },
  addGroupParticipants: { participants: { fits: people, isRequired: true }, action: ACTION },
  removeGroupParticipants: { participants: { fits: people, isRequired: true }, action: ACTION },
  joinGroup: {
    link: { fits: (value) => codeIn(value) !== undefined },
    code: { fits: text },
    invite_code: { fits: text },
    group_jid: { fits: groupJid },
    inviter_jid: { fits: person },
  },
  setGroupEphemeral: {
    duration_seconds: {
      fits: (value) => [0, 86400, 604800, 7776000].includes(value as number),
      isRequired: true,
    },
  },
  setGroupPicture: {
    image_base64: {
      fits: (value) => typeof value === 'string' && /^[\w+/]{4,}={0,2}$/.test(value),
      isRequired: true,
    },
  },
  createCommunity: {
    name: { fits: name, isRequired: true },
    participants: { fits: list(person, () => true) },
  },
  addCommunityParticipants: { participants: { fits: people, isRequired: true } },
  removeCommunityParticipants: { participants: { fits: people, isRequired: true } },
  setWebhook: {
    webhook_url: { fits: url, isRequired: true },
    enabled_events: {
      fits: (value, choices) =>
        list(text, () => false)(value, choices) && Object(value).length <= choices.mostEvents,
      isRequired: true,
    },
    enabled: { fits: flag },
    retry_attempts: { fits: whole(0) },
    timeout: { fits: whole(1) },
    secret: { fits: text },
    headers: { fits: strings },
  },
};

/** Somebody as a request calls them: digits, or a LID; undefined for what is neither. */
export function toPerson(id: string): string | undefined {
  if (/^\w+@lid$/.test(id)) return id;
  const bare =
    /^(\d+)@s\.whatsapp\.net$/.exec(id)?.[1] ?? id.replace(/^[\s()-]*\+/, '').replace(/[\s()-]/g, '');
  return /^\d{10,15}$/.test(bare) ? bare : undefined;
}

/** The code of an invite link, or a bare one. */
export function codeIn(link: unknown): string | undefined {
  return /^(?:https?:\/\/chat\.whatsapp\.com\/(?:invite\/)?)?(\w{20,24})\/?(?:[?#].*)?$/.exec(
    String(link),
  )?.[1];
}

/** What is to be refused with 400, field by field. */
export class DoesNotFit extends No {
  readonly fields: readonly { field: string; value: unknown }[];
  constructor(fields: readonly { field: string; value: unknown }[]) {
    super(400);
    this.fields = fields;
  }
}

/** The body of an operation, if it fits; null stands for nothing where the choices say so. */
export function readBody(operation: string, raw: string, choices: Choices): Record<string, unknown> {
  const child = { [choices.childField]: { fits: groupJid, isRequired: true } as const };
  const fields = /^(un)?linkGroup$/.test(operation) ? child : BODIES[operation];
  if (fields === undefined) return {};
  let body: unknown;
  try {
    body = JSON.parse(raw);
  } catch {
    throw new DoesNotFit([]);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new DoesNotFit([]);
  const isKnown = choices.byDocument && BODIES[operation] !== undefined;
  const faults = isKnown ? faultsByDocument(operation, body) : faultsOf(body, fields, choices);
  if (faults.length > 0) throw new DoesNotFit(faults);
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function faultsByDocument(operation: string, body: object) {
  const document = loadDocument();
  const known = document.operations.find(({ id }) => id === operation);
  return known === undefined ? [] : createValidator(document).body(known, body);
}

function faultsOf(body: object, fields: Readonly<Record<string, Field>>, choices: Choices) {
  const given = body as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((one) => fields[one] === undefined);
  const wrong = Object.entries(fields).flatMap(([field, { fits, isRequired }]) => {
    const value = given[field];
    const isMissing = value === undefined || (value === null && choices.nulls === 'as absent');
    if (isMissing) return isRequired ? [field] : [];
    return fits(value, choices) ? [] : [field];
  });
  const all = choices.unknownProperties === 'refused' ? [...unknown, ...wrong] : wrong;
  return all.map((field) => ({ field, value: given[field] ?? null }));
}
