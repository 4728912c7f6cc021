/** Who and what cases are about, as placeholders. */

/** The account that acts unless told otherwise. */
export const first = '{{first.jid}}';
/** Its number. */
export const me = '{{first.phone}}';
/** The second account. */
export const second = '{{second.jid}}';
/** The third account. */
export const third = '{{third.jid}}';
/** A number that may be used. */
export const one = '{{number1.jid}}';
/** The same as bare digits. */
export const who = '{{number1}}';
/** Another number that may be used. */
export const two = '{{number2.jid}}';

/** The group that the stage made. */
export const group = { jid: '{{group}}' };
/** The community that the stage made. */
export const community = { jid: '{{community}}' };
/** Its announcement group, once it is found. */
export const announcement = { jid: '{{announcement}}' };
/** The second account in the community. */
export const inCommunity = { ...community, as: 'second' } as const;
/** The second account in the announcement group. */
export const inAnnouncement = { ...announcement, as: 'second' } as const;
