import type { Scenario } from './scenario.ts';

const RUI = '5511777777777';

/** What the examples of the document name. */
export const documented: Scenario = {
  says: 'The groups, links and invites of the examples in the document: each example request gets its example answer.',
  makes: ['launch', 'news', 'wuts', 'wuts-announcements'],
  play({ me, colleague, is, makes, invites }) {
    is(RUI, { name: 'Rui Prado' });
    const launch = makes('launch', me, {
      do: 'create-group',
      jid: '120363039000000000@g.us',
      inviteCode: 'AbCdEfGhIjKlMnOpQrStUv',
      settings: { name: 'WUTS Launch', joinApproval: true },
      people: [RUI],
    });
    invites(launch, colleague, 'aB3dE5fG7hJ9kL1m');
    const wuts = makes('wuts', me, {
      do: 'create-community',
      jid: '120363040000000000@g.us',
      settings: { name: 'Comunidade WUTS' },
      people: [RUI],
    });
    makes('news', me, {
      do: 'create-group',
      jid: '120363041000000000@g.us',
      settings: { name: 'WUTS News' },
      people: [RUI],
      parent: wuts,
    });
  },
};
