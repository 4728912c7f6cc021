/** What a gateway may do as it likes, because nobody documented it. */
export interface Choices {
  /** By what participants are called: their number, or their LID with the number beside it. */
  readonly called: 'number' | 'lid';
  /** By what events call people, where answers tell both of them. */
  readonly toldCalled: 'number' | 'lid';
  /** The name of the device stands in the JID of the status. */
  readonly ownJidWithDevice: boolean;
  /** Lists come in another order at each answer. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** Properties that the documentation does not show. */
  readonly extras: 'ours' | 'none' | 'others';
  /** Whether the row of somebody who could not be added tells a code. */
  readonly codes: boolean;
  /** Whether a property that nobody knows is refused. */
  readonly unknownProperties: 'ignored' | 'refused';
  /** What a body is by which no Content-Type says what it is, and one that is text. */
  readonly untyped: 'read' | 400 | 415;
  readonly typedText: 'read' | 400 | 415;
  readonly nulls: 'as absent' | 400;
  readonly longestName: number;
  readonly alone: 'made' | 400 | 422;
  readonly emptyList: 'done' | 400;
  readonly emptyTopic: 'told' | 'left out';
  readonly notReady: 400 | 409 | 412 | 503;
  /** By what the owner of a group is called where participants are called by LIDs. */
  readonly ownerCalled: 'number' | 'lid';
  /** What connecting a connected device comes to, and after how many milliseconds a device is connected. */
  readonly connectAgain: 200 | 409;
  readonly connecting: number;
  /** How many characters the code of an invite link has. */
  readonly linkLength: 22 | 24;
  /** The list of fields of an error that is about none. */
  readonly noFields: 'left out' | 'empty';
  /** What is told first: that the device is not ready, or that the request does not fit; and so of the group. */
  readonly deviceFirst: boolean;
  readonly groupFirst: boolean;
  readonly noJpeg: 400 | 415 | 422;
  readonly otherMethod: 404 | 405;
  readonly tooLarge: 400 | 413;
  readonly undecodable: 400 | 404;
  readonly deadLink: 404 | 410;
  readonly unknownLink: 400 | 404;
  /** Statuses of operations that go well. */
  readonly done: Readonly<Record<string, 200 | 201 | 202>>;
  readonly communityTold: 'whole' | 'empty';
  readonly envelopeOf401: 'short' | 'whole';
  readonly validation: 'listed' | 'left out';
  readonly words: readonly string[];
  readonly otherCodes: readonly [forbidden: string, missing: string, conflict: string];
  readonly phoneOfStatus: (phone: string) => string;
  readonly deviceId: (phone: string) => string;
  readonly pictureId: (count: number) => string;
  readonly digitsOfJid: number;
  readonly mostEvents: number;
  readonly mostHeaders: number;
  readonly longestHeader: number;
  readonly defaultTimeout: number;
  readonly otherEventNames: readonly string[];
  /** Several settings at once are told one by one. */
  readonly oneEventASetting: boolean;
  readonly sameValue: 'silent' | 'told';
  /** What an account does itself is told to it too. */
  readonly ownDeeds: boolean;
  /** Which side of a link is told first. */
  readonly childFirst: boolean;
  /** Statuses and codes of single refusals, by why it is refused. */
  readonly refusals: Readonly<Record<string, { readonly status: number; readonly error_code: string }>>;
  /** Other numbers for rows that fail. */
  readonly rowCodes: Readonly<Record<number, number>>;
  /** Other names of fields in answers; '' for those that are not there. */
  readonly fields: Readonly<Record<string, string>>;
  /** What events call what they tell, and other names of the fields in it; '' for those that are not there. */
  readonly payload: string;
  readonly toldFields: Readonly<Record<string, string>>;
  /** Where groups are linked and unlinked, as method and path, and how the body calls the group. */
  readonly linking: Readonly<Record<'linkGroup' | 'unlinkGroup', string>>;
  readonly childField: string;
  /** What a delivery is signed over, how the signature is written, and the header that has it too. */
  readonly signedText: 'bare' | 'empty' | 'timestamp' | 'data';
  readonly signature: readonly [hash: string, prefix: string, encoding: 'hex' | 'base64'];
  readonly signatureHeader: string;
  /** A number that is not on WhatsApp. */
  readonly stranger: string;
  /** What is wrong with a request is found by the document, and told as it is assumed. */
  readonly byDocument: boolean;
}

/** What no seed of this target decides: a gateway to calibrate has it otherwise. */
export const AS_ASSUMED = {
  refusals: {},
  rowCodes: {},
  fields: {},
  payload: 'data',
  toldFields: {},
  linking: { linkGroup: 'POST /communities/{jid}/groups', unlinkGroup: 'DELETE /communities/{jid}/groups' },
  childField: 'group_jid',
  signedText: 'bare',
  signature: ['sha256', 'sha256=', 'hex'],
  signatureHeader: '',
  stranger: '',
  byDocument: false,
} as const satisfies Partial<Choices>;

/** What one seed decides. */
export function choose(seed: number): Choices {
  const random = createRandom(seed);
  const one = <const T extends readonly unknown[]>(...of: T): T[number] =>
    of[Math.floor(random() * of.length)] as T[number];
  return {
    called: one('number', 'lid'),
    ownJidWithDevice: one(true, false),
    shuffle: (list) =>
      list
        .map((entry) => ({ entry, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ entry }) => entry),
    extras: one('ours', 'none', 'others'),
    codes: one(true, false),
    unknownProperties: one('ignored', 'refused'),
    untyped: one('read', 415),
    typedText: one('read', 400, 415),
    nulls: one('as absent', 400),
    longestName: one(25, 100, 1000),
    alone: one('made', 'made', 400, 422),
    emptyList: one('done', 400),
    emptyTopic: one('told', 'left out'),
    notReady: one(400, 409, 412, 503),
    noJpeg: one(400, 415, 422),
    otherMethod: one(404, 405),
    tooLarge: one(400, 413),
    undecodable: one(400, 404),
    deadLink: one(404, 410),
    unknownLink: one(400, 404),
    done: {
      createCommunity: one(200, 201),
      linkGroup: one(200, 201),
      unlinkGroup: one(200, 202),
      connectDevice: one(200, 202),
      disconnectDevice: one(200, 202),
      setWebhook: one(200, 201),
    },
    communityTold: one('whole', 'empty'),
    envelopeOf401: one('short', 'whole'),
    validation: one('listed', 'left out'),
    words: one(
      ['no', 'not found', 'ok'],
      ['Requisição inválida', 'inexistente', 'feito'],
      ['E400', '-', '.'],
    ),
    otherCodes: one(
      ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
      ['NOT_ALLOWED', 'GROUP_UNKNOWN', 'ALREADY'],
      ['WA_403', 'E404_GROUP', 'WA_409'],
    ),
    phoneOfStatus: one(
      (phone: string) => phone,
      (phone: string) => `+${phone}`,
      (phone: string) => `${phone}@s.whatsapp.net`,
    ),
    deviceId: one(
      (phone: string) => `00000000-0000-4000-8000-${phone.slice(-12)}`,
      (phone: string) => `dev_${phone}`,
    ),
    pictureId: one(
      (count: number) => String(1_700_000_000 + count),
      (count: number) => String(count),
    ),
    digitsOfJid: one(15, 18, 25),
    mostEvents: one(4, 100, 1000),
    mostHeaders: one(2, 50, 1000),
    longestHeader: one(16, 4096, 100_000),
    defaultTimeout: one(5, 30, 60),
    otherEventNames: one([], ['Message.Received', 'call.offer_notice'], ['x'.repeat(80)]),
    oneEventASetting: one(true, false),
    sameValue: one('silent', 'told'),
    ownDeeds: one(true, true, false),
    childFirst: one(true, false),
    deviceFirst: one(true, false),
    groupFirst: one(true, false),
    ownerCalled: one('number', 'lid'),
    connectAgain: one(200, 409),
    connecting: one(0, 200),
    linkLength: one(22, 24),
    noFields: one('left out', 'empty'),
    toldCalled: one('number', 'lid'),
    ...AS_ASSUMED,
  };
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
