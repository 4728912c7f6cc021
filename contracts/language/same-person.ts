/** Whether somebody who is called by a JID is answered: by it, with the name of a device in it or not, or by the other of their JID and their LID. */
export function isSamePerson(wanted: unknown, person: object): boolean {
  if (!isUserJid(wanted)) return false;
  const { jid, phone_number, lid } = person as Readonly<Record<string, unknown>>;
  const answered = textOf(jid).replace(/:\d+(?=@)/, '');
  if (answered === wanted) return true;
  return answered.endsWith('@lid') ? phone_number === wanted : lid === wanted;
}

/** Whether the owner of a group is called by their LID. Whose it is the participants tell; where there are none, nothing does. */
export function isSameOwner(wanted: unknown, group: object): boolean {
  const { owner, participants } = group as Readonly<Record<string, unknown>>;
  if (!isUserJid(wanted) || !textOf(owner).endsWith('@lid')) return false;
  if (!Array.isArray(participants)) return true;
  return participants.some((one) => [one?.jid, one?.lid].includes(owner) && isSamePerson(wanted, one));
}

/** A text; '' for anything else, as objects of a target may refuse to become one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isUserJid(id: unknown): boolean {
  return typeof id === 'string' && /@(s\.whatsapp\.net|lid)$/.test(id);
}
