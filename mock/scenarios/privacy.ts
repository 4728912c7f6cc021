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
  says: 'People who cannot be added to the groups "reunion", "guarded" and "street", each for another reason; their names say which.',
  makes: ['reunion', 'guarded', 'neighbourhood', 'neighbourhood-announcements', 'street'],
  play({ me, colleague, does, is, makes }) {
    const reunion = makes('reunion', me, {
      do: 'create-group',
      settings: { name: 'Reunion' },
      people: [colleague, REMOVED, RESTLESS, MEMBER],
    });
    makes('guarded', me, {
      do: 'create-group',
      settings: { name: 'Guarded', joinApproval: true },
      people: [colleague],
    });
    const neighbourhood = makes('neighbourhood', me, {
      do: 'create-community',
      settings: { name: 'Neighbourhood' },
      people: [colleague, BANNED],
    });
    makes('street', me, {
      do: 'create-group',
      settings: { name: 'Street' },
      people: [colleague],
      parent: neighbourhood,
    });
    is(BLOCKS, { name: '401 blocked both accounts', blocked: new Set([me, colleague]) });
    is(REMOVED, { name: '402 an admin removed them; the second account may not add them' });
    does(me, { do: 'remove', group: reunion, people: [REMOVED] });
    is(PRIVATE, {
      name: '403 only contacts may add them',
      addableBy: 'contacts',
      contacts: new Set([MEMBER]),
    });
    is(NOT_ON_WHATSAPP, { name: '404 not on WhatsApp', onWhatsApp: false });
    is(RESTLESS, { name: '408 left twice within 24 hours' });
    does(RESTLESS, { do: 'leave', group: reunion });
    does(RESTLESS, { do: 'join', by: { group: reunion } });
    does(RESTLESS, { do: 'leave', group: reunion });
    is(MEMBER, { name: '409 a member already' });
    is(BANNED, { name: '417 removed from the community; the second account may not add them' });
    does(me, { do: 'remove', group: neighbourhood, people: [BANNED] });
  },
};
