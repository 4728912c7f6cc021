import type { Step } from '../../language/case.ts';
import { group, one, second } from '../../language/cast.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { after, isPrivate } from '../../language/happenings.ts';
import { done, failed, member } from '../../language/people.ts';
import { assumed, decided, invalid, promises, refused, restsOn } from '../../language/promises.ts';
import { JPEG, WEBHOOK } from '../../language/samples.ts';
import { add, changes, join, joinPrivately, makeGroup, readLink } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers, isIn, isOutside } from '../../language/views.ts';

function picture(image: string): Step {
  return { call: 'setGroupPicture', path: group, body: { image_base64: image } };
}

/** The second account has been handed a private invite, whose code is `{{code}}`. */
function handed(code: string): Step[] {
  return [
    makeGroup(),
    after(
      {
        ...changes('add', [second], [{ error: 403, add_request: { code: { $matches: code } } }]),
        capture: { code: 'participants[0].add_request.code' },
      },
      isPrivate('{{second.phone}}'),
    ),
  ];
}

/** Webhooks by plain http, and whether each leads to the machine itself. */
const PLAIN_HTTP: Readonly<Record<string, boolean>> = {
  'http://app:3000/hook': false,
  'http://example.com/hook': false,
  'http://localhost.example.com/hook': false,
  'http://example.com/https:': false,
  'http://localhost/hook': true,
  'http://127.0.0.1:3000': true,
};

/** A request is refused for this field. */
function naming(field: string) {
  return { ...invalid, body: { ...invalid.body, validation: { $contains: { field } } } } as const;
}

/** What the documentation does not show of how people, links, pictures and events are called, by ruling. */
export const identityForms = [
  ...(['refused', 'taken'] as const).flatMap((choice) => {
    const known = (name: 'c-us-jid' | 'device-jid') =>
      choice === 'refused' ? restsOn(`ruling ${name}`) : assumed;
    const takes = (...ids: string[]): Step[] =>
      ids.map((id) => ({
        ...changes('add', [id], choice === 'taken' ? [{ jid: one }] : undocumented([])),
        ...(choice === 'refused' && { expect: invalid }),
      }));
    const refusesAsItCame = (...ids: string[]): Step[] =>
      choice === 'refused'
        ? []
        : ids.map((id) => ({
            ...add(id),
            expect: { ...invalid, body: { ...invalid.body, validation: { $contains: { value: id } } } },
          }));
    return [
      ...promises('identity', known('c-us-jid'), {
        [`c-us-jid-${choice}`]: [
          decided({ 'c-us-jid': choice }),
          `A participant …@c.us is ${choice}, where the ruling c-us-jid is ${choice}.`,
          makeGroup(),
          ...takes('{{number1}}@c.us'),
          ...refusesAsItCame('x{{number1}}@c.us', '{{number1}}@c.us.', '{{number1}}:x@c.us'),
          { ...add(), body: undocumented({ participants: [12] }), expect: invalid },
        ],
      }),
      ...promises('identity', known('device-jid'), {
        [`device-jid-${choice}`]: [
          decided({ 'device-jid': choice, 'c-us-jid': choice }),
          `A participant whose JID has the number of a device is ${choice}, where the ruling device-jid is ${choice}.`,
          makeGroup(),
          ...takes('{{number1}}:12@s.whatsapp.net', '{{number1}}:0@s.whatsapp.net', '{{number1}}:12@c.us'),
          ...refusesAsItCame('!{{number1}}:12@s.whatsapp.net', '{{number1}}:12@s.whatsapp.net.'),
        ],
      }),
    ];
  }),
  ...promises('identity', assumed, {
    'national-number-as-it-is': [
      { ...restsOn('ruling national-number'), ...decided({ 'national-number': 'as-it-is' }) },
      'A number without its country is somebody else, where the ruling national-number is as-it-is.',
      makeGroup(),
      changes('add', ['11912345678'], [done(member('11912345678@s.whatsapp.net'))]),
      changes('add', ['5511912345678'], [done(member('5511912345678@s.whatsapp.net'))]),
    ],
    'national-number-completed': [
      decided({ 'national-number': 'completed' }),
      'A number without its country gets that of the account, where the ruling national-number is completed.',
      makeGroup(),
      changes('add', ['(11) 91234-5678'], [done(member('5511912345678@s.whatsapp.net'))]),
      changes('add', ['11912345678'], [failed('5511912345678@s.whatsapp.net', 409)]),
      changes(
        'add',
        ['+11987654321', '11987654322@s.whatsapp.net'],
        [done(member('11987654321@s.whatsapp.net')), done(member('11987654322@s.whatsapp.net'))],
      ),
      changes(
        'add',
        ['1132345678', '4915112345678'],
        [done(member('551132345678@s.whatsapp.net')), done(member('4915112345678@s.whatsapp.net'))],
      ),
    ],
  }),
  ...(['any', 'exact'] as const).flatMap((choice) =>
    promises('identity', choice === 'any' ? restsOn('ruling invite-link-form') : assumed, {
      [`invite-link-form-${choice}`]: [
        decided({ 'invite-link-form': choice }),
        `A link with a slash behind it or over plain http leads ${choice === 'any' ? 'to its group' : 'nowhere'}, where the ruling invite-link-form is ${choice}.`,
        makeGroup(),
        { ...readLink(), capture: { link: 'invite_link', code: 'invite_link ~ [0-9A-Za-z]+$' } },
        ...(choice === 'any'
          ? [answers(join('second', '{{link}}/'), { group_jid: '{{group}}' })]
          : ['{{link}}/', '{{link}}?x=1', 'http://chat.whatsapp.com/{{code}}'].map(
              (link): Step => ({ ...join('second', link), expect: refused(404) }),
            )),
        answers(join('third', choice === 'any' ? 'http://chat.whatsapp.com/{{code}}' : '{{link}}'), {
          group_jid: '{{group}}',
        }),
      ],
    }),
  ),
  ...(['refused', 'taken'] as const).flatMap((choice) => {
    const expect = choice === 'refused' ? { expect: invalid } : {};
    return promises('identity', assumed, {
      [`wrapped-base64-${choice}`]: [
        decided({ 'wrapped-base64': choice }),
        `A picture in base64 with line breaks is ${choice}, where the ruling wrapped-base64 is ${choice}.`,
        makeGroup(),
        { ...picture(JPEG.replace(/.{76}/g, '$&\r\n').concat('\n')), ...expect } as Step,
      ],
      [`unpadded-base64-${choice}`]: [
        decided({ 'unpadded-base64': choice }),
        `A picture in base64 without its padding is ${choice}, where the ruling unpadded-base64 is ${choice}.`,
        makeGroup(),
        picture(JPEG),
        {
          ...picture(JPEG.replace('=', '')),
          ...(choice === 'refused' && { expect: naming('image_base64') }),
        } as Step,
      ],
    });
  }),
  ...(['loopback', 'any-host'] as const).flatMap((choice) =>
    promises('identity', assumed, {
      [`plain-http-webhook-${choice}`]: [
        decided({ 'plain-http-webhook': choice }),
        `A webhook by plain http leads to ${choice === 'loopback' ? 'loopback alone' : 'any host'}, where the ruling is ${choice}.`,
        ...Object.entries(PLAIN_HTTP).map(
          ([webhook_url, isLoopback]): Step => ({
            call: 'setWebhook',
            body: { ...WEBHOOK, webhook_url },
            expect:
              isLoopback || choice === 'any-host'
                ? { status: 200, body: { webhook: { webhook_url } } }
                : naming('webhook_url'),
          }),
        ),
      ],
    }),
  ),
  ...promises('identity', assumed, {
    'event-all-no-event': [
      decided({ 'event-all': 'no-event' }),
      'A webhook for "all" is kept as it was given, and the answer says which events there are, where the ruling event-all is no-event.',
      answers(
        {
          call: 'setWebhook',
          body: { webhook_url: 'https://example.com/', enabled_events: ['all', 'group.info'] },
        },
        {
          message: { $matches: 'nothing for all: .*group\\.joined' },
          webhook: { enabled_events: ['all', 'group.info'] },
        },
      ),
    ],
    'event-all-every-event': [
      decided({ 'event-all': 'every-event' }),
      'A webhook for "all" is sent every event, where the ruling event-all is every-event.',
      makeGroup(),
      answers(subscribe('first', { enabled_events: ['group.joined'] }), {
        webhook: { enabled_events: ['group.joined'] },
      }),
      subscribe('first', { enabled_events: ['all'] }),
      told(add(one), info({ join: [one] })),
    ],
    'private-codes-alphanumeric': [
      decided({ 'private-codes': 'alphanumeric' }),
      'The code of a private invite has letters and digits alone, where the ruling private-codes is alphanumeric.',
      ...handed('^[0-9A-Za-z]{16}$'),
      ...isOutside({ as: 'second' }),
    ],
    'private-codes-with-signs': [
      decided({ 'private-codes': 'with-signs' }),
      'A private invite whose code has + / - or _ in it lets somebody in, where the ruling private-codes is with-signs.',
      ...handed('^(?=.*[+/_-])[0-9A-Za-z+/_-]{16}$'),
      joinPrivately(),
      ...isIn({ as: 'second' }),
    ],
  }),
];
