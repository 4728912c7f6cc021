import type { Refusal, StepOf } from '../../language/case.ts';
import { me } from '../../language/cast.ts';
import { decided, invalid, notReady, promises, refused, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { read } from '../../language/views.ts';

const unfit = undocumented({ locked: 'yes' });
const unknown = { jid: '{{unknown-group}}' };

/** A group is to be made without its name while the device of the caller is disconnected. */
function nameless(expect: Refusal): StepOf<'createGroup'> {
  return {
    call: 'createGroup',
    body: undocumented({}),
    meanwhile: [{ device: 'disconnected', of: me }],
    expect,
  };
}

/** Which of two refusals is told where a request meets both, by the rulings, the default first. */
export const rulingsToldFirst = [
  ...promises('rulings', restsOn('ruling request-or-device'), {
    'request-or-device-request': [
      decided({ 'request-or-device': 'request' }),
      'A body that does not fit answers 400 while the device is disconnected, where the ruling request-or-device is request.',
      nameless(invalid),
    ],
    'request-or-device-device': [
      decided({ 'request-or-device': 'device' }),
      'A disconnected device is told of whatever the body, where the ruling request-or-device is device.',
      nameless(notReady),
      { call: 'getGroup', path: { jid: 'nothing' }, expect: notReady },
    ],
  }),
  ...promises('rulings', restsOn('ruling body-or-group'), {
    'body-or-group-body': [
      decided({ 'body-or-group': 'body' }),
      'A body that does not fit answers 400 whatever the group, where the ruling body-or-group is body.',
      makeGroup(),
      { call: 'updateGroup', path: unknown, body: unfit, expect: invalid },
      { ...update(unfit), as: 'second', expect: invalid },
    ],
    'body-or-group-group': [
      decided({ 'body-or-group': 'group' }),
      'Whatever the body, a group that is not there answers 404 and one of others 403, where the ruling body-or-group is group.',
      makeGroup(),
      { call: 'updateGroup', path: unknown, body: unfit, expect: refused(404) },
      { ...update(unfit), as: 'second', expect: refused(403) },
      { ...update(unfit), expect: invalid },
      read({ status: 200 }),
    ],
  }),
];
