/** What a case compares as JSON, byte for byte: the examples of the documentation. */
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../spec/index.ts';
import { createClient, expectRefusal, SECOND } from '../client.ts';

// A seeded mock stands at the time of the documented examples; without the undocumented fields it answers what they show.
const DOCUMENTED = { seed: 1, rulings: { 'undocumented-fields': 'omit' } };

/** The value of an example of the document. */
function example(name: string): object {
  const found = loadDocument().raw.components?.examples?.[name];
  if (found === undefined || '$ref' in found) throw new Error(`The document has no example "${name}".`);
  return found.value;
}

/** The text of an example, with the JIDs that the mock made up in the place of those of the documentation. */
function textOf(name: string, jids: Record<string, string> = {}): string {
  let text = JSON.stringify(example(name));
  for (const [documented, made] of Object.entries(jids)) text = text.replaceAll(documented, made);
  return text;
}

const GROUP = '120363039000000000@g.us';
const COMMUNITY = '120363040000000000@g.us';

describe('the calls of the documented pages, byte for byte', () => {
  it('createGroup: the creator lists itself and counts once', async () => {
    const { as } = await createClient(DOCUMENTED);
    const made = await as('first').post('/groups', example('CreateGroup'));
    expect(made.status).toBe(201);
    expect(made.text).toBe(textOf('GroupCreated', { [GROUP]: made.body.group.jid }));
    expect(made.body.group).toMatchObject({ members_count: 2, owner: '5511999999999@s.whatsapp.net' });
  });

  it('listGroups: the new group, without participants, for both who take part', async () => {
    const { as } = await createClient(DOCUMENTED);
    const made = await as('first').post('/groups', example('CreateGroup'));
    for (const who of ['first', 'second'] as const) {
      const list = await as(who).get('/groups');
      expect(list.text).toBe(textOf('GroupList', { [GROUP]: made.body.group.jid }));
    }
  });

  it('getGroup: the same group as createGroup answered', async () => {
    const { as } = await createClient(DOCUMENTED);
    const made = await as('first').post('/groups', example('CreateGroup'));
    const read = await as('second').get(`/groups/${made.body.group.jid}`);
    expect(read).toMatchObject({ status: 200, text: made.text });
  });

  it('createCommunity: an empty object, as documented; who is added to it', async () => {
    const { as } = await createClient(DOCUMENTED);
    const made = await as('first').post('/communities', example('CreateCommunity'));
    expect(made).toMatchObject({ status: 201, text: '{"success":true,"community":{}}' });
    const [community] = (await as('first').get('/groups')).body.groups;
    const path = `/communities/${community?.jid}/participants`;
    const jids = { [COMMUNITY]: community?.jid ?? '' };
    const added = await as('first').post(path, example('ParticipantsToAdd'));
    expect(added).toMatchObject({ status: 200, text: textOf('CommunityParticipantsAdded', jids) });
  });

  it('participants, the timer, and leaving', async () => {
    const { as } = await createClient(DOCUMENTED);
    const { jid } = await as('first').createGroup();
    const add = example('ParticipantsToAdd');
    for (const [method, path, body, text] of [
      ['post', '/participants', add, textOf('ParticipantsAdded')],
      ['delete', '/participants', add, textOf('ParticipantsAdded')],
      ['put', '/ephemeral', { duration_seconds: 604800 }, '{"success":true,"duration_seconds":604800}'],
      ['delete', '/leave', undefined, textOf('Success')],
    ] as const) {
      expect(await as('first')[method](`/groups/${jid}${path}`, body)).toMatchObject({ status: 200, text });
    }
  });

  it('every error: the documented envelope', async () => {
    const { as } = await createClient(DOCUMENTED);
    const refused = await as('first').post('/groups', {});
    expectRefusal(refused, 400, 'VALIDATION_ERROR');
    // The documented example stops here; the fields that do not fit follow.
    const envelope = textOf('ValidationError').replace(/}$/, '');
    expect(refused.text.slice(0, envelope.length)).toBe(envelope);
    expect(refused.body.timestamp).toBe('2026-06-15T12:00:00Z');
  });

  it('a field that does not fit', async () => {
    const { as } = await createClient(DOCUMENTED);
    const participants = [SECOND, '5511777777777', 'nobody'];
    const refused = await as('first').post('/groups', { name: 'Friends', participants });
    expect(refused).toMatchObject({ status: 400, text: textOf('FieldError') });
  });

  it('a device that is not connected', async () => {
    const { as } = await createClient(DOCUMENTED);
    await as('first').post('/disconnect');
    expect(await as('first').get('/groups')).toMatchObject({ status: 503, text: textOf('DeviceNotReady') });
  });
});
