import { loadDocument, type OperationId, type RequestBody } from '../../../spec/index.ts';
import type { Message } from '../client.ts';

type Supporting =
  | 'getStatus'
  | 'connectDevice'
  | 'disconnectDevice'
  | 'getWebhook'
  | 'setWebhook'
  | 'listWebhookEvents';

/** A call of one of the 17 operations on groups and communities. */
export interface OperationCall extends Message {
  id: OperationId;
  method: string;
  path: string;
}

type Bodies = { [Id in Exclude<OperationId, Supporting>]: RequestBody<Id> };

/** A valid call of each of the 17 operations on groups and communities; `jid` is the group of those that have one. */
export function callsOn(jid: string): OperationCall[] {
  const participants = ['5511888888888'];
  const bodies: Bodies = {
    listGroups: undefined,
    createGroup: { name: 'Friends', participants },
    getGroup: undefined,
    updateGroup: { topic: 'About us' },
    addGroupParticipants: { participants },
    removeGroupParticipants: { participants },
    getGroupInviteLink: undefined,
    resetGroupInviteLink: undefined,
    joinGroup: { code: 'aB3dE5fG7hJ9kL1m', group_jid: jid, inviter_jid: '5511777777777' },
    leaveGroup: undefined,
    setGroupEphemeral: { duration_seconds: 86400 },
    setGroupPicture: { image_base64: '/9j/4AAQ' },
    createCommunity: { name: 'Neighbours' },
    addCommunityParticipants: { participants },
    removeCommunityParticipants: { participants },
    linkGroup: { group_jid: jid },
    unlinkGroup: { group_jid: jid },
  };
  return loadDocument()
    .operations.filter(({ tag }) => tag !== 'Supporting')
    .map(({ id, method, path }) => {
      const known = id as keyof Bodies;
      return { id: known, method, path: path.replace('{jid}', jid), body: bodies[known] };
    });
}
