import type { Scenario } from './scenario.ts';

/** By the row code that adding them gives. */
const BLOCKS = '5511700000401';
const REMOVED = '5511700000402';
const PRIVATE = '5511700000403';
const NOT_ON_WHATSAPP = '5511700000404';
const RESTLESS = '5511700000408';
const MEMBER = '5511700000409';
const BANNED = '5511700000417';

/** People whose rows fail in each way. */
export const privacy: Scenario = {
  says: 'People who cannot be added to the groups "reunion", "guarded" and "street", each for another reason; what they are called says which.',
  steps: [
    {
      who: '{{me}}',
      does: {
        do: 'create-group',
        settings: { name: 'Reunion' },
        people: ['{{colleague}}', REMOVED, RESTLESS, MEMBER],
      },
      makes: 'reunion',
    },
    {
      who: '{{me}}',
      does: {
        do: 'create-group',
        settings: { name: 'Guarded', joinApproval: true },
        people: ['{{colleague}}'],
      },
      makes: 'guarded',
    },
    {
      who: '{{me}}',
      does: {
        do: 'create-community',
        settings: { name: 'Neighbourhood' },
        people: ['{{colleague}}', BANNED],
      },
      makes: 'neighbourhood',
    },
    {
      who: '{{me}}',
      does: {
        do: 'create-group',
        settings: { name: 'Street' },
        people: ['{{colleague}}'],
        parent: '{{neighbourhood}}',
      },
      makes: 'street',
    },
    { who: BLOCKS, is: { name: '401 blocked both accounts', blocked: ['{{me}}', '{{colleague}}'] } },
    { who: REMOVED, is: { name: '402 an admin removed them; the second account may not add them' } },
    { who: '{{me}}', does: { do: 'remove', group: '{{reunion}}', people: [REMOVED] } },
    {
      who: PRIVATE,
      is: { name: '403 only contacts may add them', addableBy: 'contacts', contacts: [MEMBER] },
    },
    { who: NOT_ON_WHATSAPP, is: { name: '404 not on WhatsApp', onWhatsApp: false } },
    { who: RESTLESS, is: { name: '408 left twice within 24 hours' } },
    { who: RESTLESS, does: { do: 'leave', group: '{{reunion}}' } },
    { who: RESTLESS, does: { do: 'join', by: { group: '{{reunion}}' } } },
    { who: RESTLESS, does: { do: 'leave', group: '{{reunion}}' } },
    { who: MEMBER, is: { name: '409 a member already' } },
    { who: BANNED, is: { name: '417 removed from the community; the second account may not add them' } },
    { who: '{{me}}', does: { do: 'remove', group: '{{neighbourhood}}', people: [BANNED] } },
  ],
};
