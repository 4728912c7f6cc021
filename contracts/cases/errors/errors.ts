import type { Schema } from '../../../spec/index.ts';
import type { RefusedStatus, Step, StepOf } from '../../language/case.ts';
import { first, group } from '../../language/cast.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, inferred, invalid, promises, refused, restsOn, time } from '../../language/promises.ts';
import { pathSamples } from '../../language/samples.ts';
import { letIn, makeGroup } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { read } from '../../language/views.ts';

const page = restsOn('schema Error');
const nothing = { jid: '{{unknown-group}}' };
const envelope: Pattern<Schema<'Error'>> = {
  success: false,
  error: { $matches: '.' },
  error_code: { $matches: '^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$' },
  timestamp: time,
};
const wrongName: StepOf<'createGroup'> = {
  call: 'createGroup',
  body: undocumented({ participants: [first] }),
};
const notFound: StepOf<'getGroup'> = { call: 'getGroup', path: nothing };

/** The envelope of errors and its codes, and what is not there. */
export const errors = [
  ...promises('errors', page, {
    'envelope-of-400': [
      'A request that does not fit answers success false, an error text, a code in capitals and a timestamp in UTC.',
      { ...wrongName, expect: { status: 400, body: envelope } },
    ],
    'envelope-of-401': [
      restsOn('schema UnauthorizedError'),
      'A refused token answers success false and an error text, if nothing more.',
      {
        call: 'listGroups',
        as: 'stranger',
        expect: { status: 401, body: { success: false, error: { $matches: '.' } } },
      },
    ],
    'envelope-of-403': [
      inferred('docs: Errors'),
      'A forbidden request answers success false, an error text, a code in capitals and a timestamp in UTC.',
      makeGroup(),
      read({ status: 403, body: envelope }, { as: 'second' }),
    ],
    'envelope-of-404': [
      'An unknown group answers success false, an error text, a code in capitals and a timestamp in UTC.',
      { ...notFound, expect: { status: 404, body: envelope } },
    ],
    'code-of-400': [
      'A field that does not fit has the code VALIDATION_ERROR.',
      { ...wrongName, expect: invalid },
    ],
  }),
  ...code(401, 'UNAUTHORIZED', 'A refused token', [{ call: 'listGroups', as: 'nobody' }]),
  ...code(403, 'FORBIDDEN', 'A group of others', [
    makeGroup(),
    { call: 'getGroup', as: 'second', path: group },
  ]),
  ...code(404, 'NOT_FOUND', 'An unknown group', [notFound]),
  ...code(405, 'METHOD_NOT_ALLOWED', 'A method that a path does not have', [
    { call: 'listGroups', alter: { method: 'PUT' } },
  ]),
  ...code(409, 'CONFLICT', 'Joining as a member', [makeGroup(), ...letIn(), again()]),
  ...code(410, 'GONE', 'A link that was reset', [
    makeGroup(),
    { call: 'getGroupInviteLink', path: group, capture: { link: 'invite_link' } },
    { call: 'resetGroupInviteLink', path: group },
    again(),
  ]),
  ...code(413, 'PAYLOAD_TOO_LARGE', 'A body over 8 MiB', [
    { ...wrongName, alter: { bytes: 8 * 1024 * 1024 + 1 } },
  ]),
  ...code(415, 'UNSUPPORTED_MEDIA_TYPE', 'A body that is text by its type', [
    { ...wrongName, alter: { contentType: 'text/plain' } },
  ]),
  ...code(422, 'UNPROCESSABLE', 'A picture that is no JPEG', [
    makeGroup(),
    { call: 'setGroupPicture', path: group, body: { image_base64: 'iVBORw0KGgo=' } },
  ]),
  ...promises('errors', page, {
    'validation-shape': [
      'Where an error lists fields, each has its name, a message and the value that was received.',
      {
        ...wrongName,
        expect: { ...invalid, body: { validation: { $oneOf: [{ $absent: true }, fields()] } } },
      },
    ],
    'validation-lists-all': [
      assumed,
      'All fields that do not fit are listed at once.',
      {
        call: 'createGroup',
        body: undocumented({ participants: ['nobody'], options: { locked: 'yes' } }),
        expect: {
          ...invalid,
          body: {
            validation: {
              $all: [
                fields(),
                { $contains: { field: 'name', value: null } },
                { $contains: { field: 'participants[0]', value: 'nobody' } },
                { $contains: { field: 'options.locked', value: 'yes' } },
              ],
            },
          },
        },
      },
    ],
    'validation-for-fields-only': [
      'An error that is not about fields lists none.',
      { ...notFound, expect: { status: 404, body: { validation: { $oneOf: [{ $absent: true }, []] } } } },
    ],
    'json-also-in-errors': [
      inferred('docs: Responses'),
      'Errors are JSON by their Content-Type, as successes are.',
      {
        ...notFound,
        expect: { status: 404, headers: { 'content-type': { $matches: '^application/json' } } },
      },
      {
        call: 'listGroups',
        expect: { status: 200, headers: { 'content-type': { $matches: '^application/json' } } },
      },
    ],
  }),
  ...pathSamples.flatMap(({ slug, doing, stage, step }) =>
    promises('errors', restsOn(`status ${step.call} 404`, `operation ${step.call}`), {
      [`${slug}-unknown`]: [
        `${doing} answers 404 when there is none with the JID in its path.`,
        ...(namesGroup(step) ? stage : []),
        { ...step, path: nothing, expect: refused(404) },
      ],
    }),
  ),
];

function code(status: RefusedStatus, error_code: Schema<'ErrorCode'>, what: string, steps: readonly Step[]) {
  const last = steps.at(-1) as Step;
  return promises('errors', restsOn(`code ${error_code}`), {
    [`code-of-${status}`]: [
      `${what} has the code ${error_code}, with ${status}.`,
      ...steps.slice(0, -1),
      { ...last, expect: { status, body: { success: false, error_code } } },
    ],
  });
}

/** Whether the body is about a group that has to be there. */
function namesGroup(step: Step): boolean {
  return 'body' in step && JSON.stringify(step.body).includes('{{group}}');
}

function again(): StepOf<'joinGroup'> {
  return { call: 'joinGroup', as: 'second', body: { link: '{{link}}' } };
}

function fields(): Pattern<Schema<'ValidationIssue'>[]> {
  return {
    $each: { field: { $matches: '.' }, message: { $matches: '.' }, value: { $not: { $absent: true } } },
  };
}
