/** The operations whose answers have lists. */
const WITH_LISTS: readonly string[] = [
  'listGroups',
  'getGroup',
  'listWebhookEvents',
  'createGroup',
  'addGroupParticipants',
  'removeGroupParticipants',
  'createCommunity',
  'addCommunityParticipants',
  'removeCommunityParticipants',
];

/** Whether an answer of the operation has lists. */
export function hasLists(operation: string): boolean {
  return WITH_LISTS.includes(operation);
}

/** Whether an operation does more than tell something. */
export function changesSomething(operation: string): boolean {
  return !/^(get|list)/.test(operation);
}
