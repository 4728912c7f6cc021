import { type Choices, choose, createRandom } from '../second-target/choices.ts';
import { type Meddle, startSecondTarget } from '../second-target/server.ts';

/** What holds for a fact. */
type Truth = string | number | Readonly<Record<string, string | number>>;

/** How a gateway is hard to ask. */
export type Hostility = keyof typeof HOSTILE;

const html = '<html><body><h1>Bad gateway</h1></body></html>';

/** Its answers as they go out. */
const HOSTILE = {
  none: (answer) => answer,
  slow: (answer) => new Promise((resolve) => setTimeout(() => resolve(answer), 40)),
  flaky: (answer, before) =>
    before % 7 === 5 ? { status: 503, type: 'text/plain', text: 'try again' } : answer,
  throttling: (answer, before) =>
    before < 20 ? answer : { status: 429, type: 'application/json', text: '{"success":false}' },
  html: (answer) => (answer.status < 400 ? answer : { status: answer.status, type: 'text/html', text: html }),
} as const satisfies Record<string, Meddle>;

/** The rules that this gateway knows, and what their refusals may be. */
const RULES = [
  'no-such-group',
  'not-a-participant',
  'not-an-admin',
  'group-is-locked',
  'only-admins-add',
  'not-on-announcement-group',
  'not-on-community',
  'not-a-community',
  'community-in-community',
  'admins-stay-in-announcement-group',
  'creator-stays-in-community',
  'not-a-jpeg',
  'no-such-invite',
  'invite-link-reset',
  'already-a-member',
  'removed-by-admin',
  'linked-already',
  'not-linked-here',
];
const STATUSES = [400, 403, 404, 409, 410, 422] as const;
const CODES = ['BAD_REQUEST', 'NOT_ALLOWED', 'MISSING', 'CONFLICT', 'INVALID_STATE'] as const;
const PATHS = ['groups', 'link', 'subgroups'] as const;
const EXTRAS = [
  'is_community',
  'is_announcement_group',
  'member_add_mode',
  'ephemeral_seconds',
  'picture_id',
];
const NAMES: Readonly<Record<string, string>> = { ephemeral_seconds: 'ephemeral', picture_id: 'picture' };

/** Other names of what every event of a kind tells, and of what a change is told by. */
const TOLD_AS: Readonly<Record<string, readonly [field: string, other: string]>> = {
  'GroupInfo.sender': ['sender', 'by'],
  'GroupInfo.promote': ['promote', 'promoted'],
  'GroupInfo.demote': ['demote', 'demoted'],
  'GroupInfo.join': ['join', 'joined'],
  'GroupInfo.leave': ['leave', 'left'],
  'GroupInfo.name': ['name', 'subject'],
  'GroupInfo.topic': ['topic', 'about'],
  'GroupInfo.ephemeral_seconds': ['ephemeral_seconds', 'timer'],
  'GroupInfo.new_invite_link': ['new_invite_link', 'fresh_link'],
};
const PAYLOADS = ['GroupInfoEvent', 'GroupJoinedEvent', 'DeviceEvent'];

/** How deliveries are signed, by the choices of the rulings about it. */
const SIGNED = {
  'without-signature': 'bare',
  'empty-signature': 'empty',
  'after-timestamp': 'timestamp',
  data: 'data',
} as const;
const WRITTEN = {
  'sha256-hex': ['sha256', 'sha256=', 'hex'],
  hex: ['sha256', '', 'hex'],
  base64: ['sha256', '', 'base64'],
  'sha1-hex': ['sha1', 'sha1=', 'hex'],
  'sha512-hex': ['sha512', 'sha512=', 'hex'],
} as const;

/** What does not change from seed to seed, so that every fact has one answer. */
const SETTLED: Partial<Choices> = {
  called: 'number',
  toldCalled: 'number',
  ownJidWithDevice: false,
  shuffle: (list) => [...list],
  extras: 'ours',
  codes: true,
  alone: 'made',
  envelopeOf401: 'whole',
  communityTold: 'whole',
  stranger: '551140000004',
  validation: 'listed',
};

/** What no question asks, as it is assumed: such a gateway is like a mock that does what the questions found. */
export const UNASKED: Partial<Choices> = {
  unknownProperties: 'ignored',
  nulls: 400,
  longestName: 100,
  emptyList: 400,
  emptyTopic: 'told',
  otherMethod: 405,
  tooLarge: 413,
  undecodable: 400,
  otherCodes: ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
  phoneOfStatus: (phone) => phone,
  deviceId: (phone) => `00000000-0000-4000-8000-${phone.slice(-12)}`,
  pictureId: (count) => String(1_700_000_000 + count),
  mostEvents: 100,
  mostHeaders: 50,
  longestHeader: 4096,
  defaultTimeout: 30,
  otherEventNames: [],
  oneEventASetting: false,
  sameValue: 'silent',
  ownerCalled: 'number',
  connectAgain: 200,
  connecting: 0,
  linkLength: 22,
  noFields: 'left out',
  byDocument: true,
};

/**
 * Starts a gateway whose answers to the questions of a calibration are drawn by a seed; `truth` tells them by the names of the
 * facts. What a calibration is given of it, two accounts and one number, is `asked`.
 */
export async function startGateway(seed: number, hostility: Hostility = 'none', more: Partial<Choices> = {}) {
  const { choices, truth } = draw(seed);
  const started = await startSecondTarget(seed, { ...choices, ...more }, HOSTILE[hostility]);
  const { first, second } = started.target.tokens;
  const asked = {
    ...started.target,
    tokens: { first, second },
    moreTokens: [],
    participants: started.target.participants.slice(0, 1),
  };
  return { ...started, asked, truth };
}

/** What one seed decides, and what a calibration can find of it. */
export function draw(seed: number): { choices: Partial<Choices>; truth: Readonly<Record<string, Truth>> } {
  const random = createRandom(seed + 1_000_000);
  const one = <const T extends readonly unknown[]>(...of: T): T[number] =>
    of[Math.floor(random() * of.length)] as T[number];
  const refusals = Object.fromEntries(
    RULES.map((rule) => [rule, { status: one(...STATUSES), error_code: one(...CODES) }]),
  );
  const fields = Object.fromEntries(EXTRAS.map((name) => [name, one(name, '', NAMES[name] ?? name)]));
  const link = { method: one('POST', 'PUT'), path: `/communities/{jid}/${one(...PATHS)}` };
  const unlink = { method: one('DELETE', 'DELETE'), path: link.path };
  const row = one(404, 400);
  const usual = choose(seed);
  const [signed, signedText] = one(...Object.entries(SIGNED));
  const [written, signature] = one(...Object.entries(WRITTEN));
  const header = one('X-Webhook-Signature', 'X-Hub-Signature-256', 'none');
  const payload = one('data', 'payload');
  const toldFields = Object.fromEntries(
    Object.values(TOLD_AS).map(([name, other]) => [name, one(name, other)]),
  );
  // Where text is read, several operations answer as they refuse what is in it: nothing tells that.
  const typedText = usual.typedText === 'read' ? 415 : usual.typedText;
  const choices: Partial<Choices> = {
    ...SETTLED,
    refusals,
    fields,
    rowCodes: row === 404 ? {} : { 404: row },
    linking: { linkGroup: `${link.method} ${link.path}`, unlinkGroup: `${unlink.method} ${unlink.path}` },
    typedText,
    untyped: typedText,
    childField: one('group_jid', 'child_jid', 'jid'),
    notReady: one(400, 409, 412, 503),
    done: usual.done,
    signedText,
    signature,
    signatureHeader: header === 'none' ? '' : header,
    payload,
    toldFields,
  };
  const truth: Record<string, Truth> = {
    'operation linkGroup': link,
    'operation unlinkGroup': unlink,
    'field ChildGroup.group_jid': present('group_jid', choices.childField ?? ''),
    'ruling device-not-ready': String(choices.notReady),
    'behaviour own-deeds-are-told': usual.ownDeeds ? 'yes' : 'no',
    'row 404': row,
    'ruling request-or-device': usual.deviceFirst ? 'device' : 'request',
    'ruling body-or-group': usual.groupFirst ? 'group' : 'body',
    'ruling webhook-signed-text': signed,
    'ruling webhook-signature-form': written,
    'ruling webhook-signature-header': header,
  };
  for (const [operation, status] of Object.entries(usual.done))
    truth[`status ${operation} ${operation === 'createCommunity' ? 201 : 200}`] = status;
  for (const [rule, answer] of Object.entries(refusals)) truth[`refusal ${rule}`] = answer;
  for (const event of PAYLOADS) truth[`field ${event}.data`] = present('data', payload);
  for (const [fact, [name]] of Object.entries(TOLD_AS))
    truth[`field ${fact}`] = present(name, toldFields[name] ?? '');
  for (const [name, here] of Object.entries(fields)) truth[`field Group.${name}`] = present(name, here);
  return { choices, truth };
}

function present(name: string, here: string): Truth {
  if (here === '') return 'absent';
  if (here !== name) return { name: here };
  return name === 'picture_id' ? 'nullable' : 'present';
}
