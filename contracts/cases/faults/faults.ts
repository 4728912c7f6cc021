import type { OperationId, Schema } from '../../../spec/index.ts';
import type { Refusal, RefusedStatus, Step } from '../../language/case.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { SAMPLES, type Sample, samples, sessionSamples } from '../../language/samples.ts';
import { makeGroup, update } from '../../language/stage.ts';
import { isAsBefore, remember } from '../../language/views.ts';

/** What can go wrong with any call, and how that is answered. */
const FAULTS = [
  {
    status: 429,
    error_code: 'RATE_LIMITED',
    when: 'too often',
  },
  { status: 500, error_code: 'INTERNAL_ERROR', when: 'while the server fails' },
] as const;

/** What any call may answer although nothing is wrong with it. */
export const faults = [
  ...FAULTS.flatMap(({ status, error_code, when }) =>
    samples.flatMap((sample) => {
      const promise = `${sample.doing} ${when} answers ${status} ${error_code}.`;
      return struck(sample, status, promise, error_code);
    }),
  ),
  ...sessionSamples.flatMap((sample) => {
    const promise = `${sample.doing} when the session is lost just then answers 503 DEVICE_NOT_READY.`;
    return struck(sample, 503, promise, 'DEVICE_NOT_READY');
  }),
  ...promises('faults', assumed, {
    'limited-then-let-through': [
      'A call that was refused with 429 is carried out when it is made again later.',
      makeGroup(),
      { ...fails('updateGroup', 429), ...update({ name: '{{other-name}}' }), expect: { status: 429 } },
      { ...update({ name: '{{other-name}}' }), expect: { status: 200 } },
    ],
    'limited-changes-nothing': [
      'A change that was refused with 429 is not made.',
      makeGroup(),
      remember(),
      { ...fails('updateGroup', 429), ...update({ name: '{{other-name}}' }), expect: { status: 429 } },
      isAsBefore(),
    ],
    'limited-for-one-account': [
      'While one account calls too often, another one is served.',
      {
        ...SAMPLES.listGroups.step,
        meanwhile: [{ fault: { phone: '{{first.phone}}', per_window: { calls: 1, seconds: 3600 } } }],
        expect: { status: 200 },
      },
      { ...SAMPLES.listGroups.step, expect: { status: 429, headers: { 'retry-after': '3600' } } },
      { ...SAMPLES.listGroups.step, as: 'second', expect: { status: 200 } },
      { ...SAMPLES.listGroups.step, as: 'second', expect: { status: 200 } },
    ],
  }),
];

function struck(
  { slug, stage, step }: Sample,
  status: RefusedStatus,
  promise: string,
  error_code: Schema<'ErrorCode'>,
) {
  const expect: Refusal = { status, body: { success: false, error: { $type: 'string' }, error_code } };
  return promises('faults', restsOn(`status ${step.call} ${status}`, `operation ${step.call}`), {
    [`${slug}-${status}`]: [promise, ...stage, { ...step, ...fails(step.call, status), expect }],
  });
}

function fails(operation: OperationId, status: RefusedStatus): Pick<Step, 'meanwhile'> {
  return { meanwhile: [{ fault: { operation, status } }] };
}
