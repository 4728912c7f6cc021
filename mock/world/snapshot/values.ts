import { ROW_CODES, type RowCode } from '../../../spec/facts/index.ts';
import { FIRST_MOMENT, isMoment, LAST_MOMENT } from '../clock.ts';
import { MOST_SEED } from '../ids.ts';
import type { GroupJid, Lid, Phone } from '../state/id.ts';
import { type Form, oneOf, plain, text, upTo, whole } from './form.ts';

/** A count that only grows. */
export const count = whole(0);

/** A number that a chance starts from. */
export const seed = whole(0, MOST_SEED);

/** A moment, in milliseconds. */
export const moment = plain<number>(
  `milliseconds since 1970, from ${FIRST_MOMENT} to ${LAST_MOMENT}`,
  (value) => typeof value === 'number' && isMoment(value),
);

/** The number of somebody. */
export const phone: Form<Phone> = text('a phone number of 10 to 15 digits', /^\d{10,15}$/);

/** Either of two. */
export const flag = oneOf(true, false);

/** The JID of a group. */
export const jid: Form<GroupJid> = text('the JID of a group', /^(\d{15,25}|\d{10,15}-\d{10})@g\.us$/);

/** The hidden id of somebody. */
export const lid: Form<Lid> = text('a LID', /^[0-9A-Za-z]{1,32}@lid$/);

/** The code of an invite link or of a private invite. */
export const code = text('an invite code', /^[0-9A-Za-z+/_-]{16,22}$/);

/** The id of a device or a webhook. */
export const uuid = text('a UUID', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

/** A text of any length. */
export const anyText = upTo(Number.POSITIVE_INFINITY);

/** Why a row fails. */
export const rowCode: Form<RowCode> = oneOf(...Object.keys(ROW_CODES).map((code) => Number(code) as RowCode));
