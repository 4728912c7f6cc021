import { community, first, one, two } from '../../language/cast.ts';
import { addToCommunity, makeCommunity, removeFromCommunity } from '../../language/communities.ts';
import { admin, creator, including, member } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { changes, makeGroup, removes } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

const rows = restsOn('schema ParticipantRows');
const rowsOfCommunity = restsOn('schema CommunityParticipantRows');

const three = [one, two, '{{number3.jid}}'];
const rowEach = three.map((jid) => ({ jid }));

/** Made up, in an area code that no country has. */
const hundred = Array.from({ length: 100 }, (_, index) => `${5_500_001_000_001 + index}@s.whatsapp.net`);

/** Nobody of a request is left out, however many there are. */
export const manyParticipants = promises('participants', rows, {
  'three-at-once': [
    'Three participants of a request are all added, promoted, demoted and removed, with a row for each.',
    makeGroup(),
    changes('add', three, three.map(member)),
    reads({ members_count: 4, participants: including(creator(first), ...three.map(member)) }),
    changes('promote', three, three.map(admin)),
    reads({ participants: including(...three.map(admin)) }),
    changes('demote', three, three.map(member)),
    reads({ participants: including(...three.map(member)) }),
    changes('remove', three, rowEach),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'three-by-delete': [
    restsOn('schema ParticipantRows', 'operation removeGroupParticipants'),
    'DELETE with three participants removes all of them, with a row for each.',
    makeGroup({}, three),
    answers(removes(three), { participants: rowEach }),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'three-in-a-new-group': [
    restsOn('operation createGroup'),
    'Three participants of a new group are all in it.',
    makeGroup({}, three),
    reads({ members_count: 4, participants: including(creator(first), ...three.map(member)) }),
  ],
  'three-in-a-community': [
    rowsOfCommunity,
    'Three who are added to a community, or removed from it, have a row each.',
    makeCommunity(),
    answers(addToCommunity(...three), { action: 'add', participants: rowEach }),
    answers(removeFromCommunity(...three), { action: 'remove', participants: rowEach }),
  ],
  'three-counted-in-a-community': [
    restsOn('behaviour community-lists-admins'),
    'Three who are added to a community, or removed from it, are all counted.',
    makeCommunity(),
    addToCommunity(...three),
    reads({ members_count: 4 }, community),
    removeFromCommunity(...three),
    reads({ members_count: 1 }, community),
  ],
  'three-in-a-new-community': [
    restsOn('behaviour community-lists-admins'),
    'Three participants of a new community are all counted.',
    makeCommunity(three),
    reads({ members_count: 4 }, community),
  ],
  'hundred-at-once': [
    'A hundred participants of a request are all added, with a row for each, and all removed.',
    makeGroup(),
    changes('add', hundred, hundred.map(member)),
    reads({ members_count: 101 }),
    changes(
      'remove',
      hundred,
      hundred.map((jid) => ({ jid })),
    ),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
});
