import { useSignal } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { apiUrlOf, tell, toCurl } from '../api.ts';
import { decode, toneOf, toPhone, toTime } from '../formats.ts';
import { t } from '../language.ts';
import { Card } from '../parts/card.tsx';
import { Copy } from '../parts/copy.tsx';
import { Facts } from '../parts/facts.tsx';
import { Icon } from '../parts/icon.tsx';
import { Json } from '../parts/json.tsx';
import { hrefOf, worldName } from '../route.ts';
import { accounts } from '../store.ts';

type Call = ControlSchema<'JournalCall'>;

/** One call with its request and its answer. */
export function OneCall({ call }: { call: Call }) {
  const { sequence, method, path, operation, status, rule, fault, stub, phone, at, request, reply } = call;
  const isMade = useSignal(false);
  const token = accounts.value.find((account) => account.phone === phone)?.token;
  const again = toCurl({
    method,
    url: apiUrlOf(path),
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(request.body === null ? {} : { 'Content-Type': 'application/json' }),
    },
    body: request.body === null ? undefined : toText(request.body),
  });
  const answerAlike = async () => {
    const like =
      status === 0
        ? { drop: 'after' as const }
        : { status, ...(reply.body === null || reply.cut ? {} : { body: reply.body }) };
    const body = { ...(operation === null ? {} : { operation }), ...like, times: 1 };
    isMade.value =
      (await tell('createFault', 'POST', `/worlds/${worldName.value}/faults`, body)) !== undefined;
  };
  const facts: [string, string | null][] = [
    [t('operation'), operation],
    [t('account'), phone === null ? t('nobody') : toPhone(phone)],
    [t('at'), `${toTime(at, true)} UTC`],
    [t('rule'), rule],
    [t('fault'), fault],
    [t('stub'), stub],
  ];
  return (
    <section class="pane" aria-label={`${method} ${path}`}>
      <div class="pane-head">
        <a class="back" href={hrefOf('traffic')} aria-label={t('back')}>
          <Icon sign="back" />
        </a>
        <div class="pane-name">
          <h2>
            <span class={`status ${toneOf(status)}`}>{status || t('dropped')}</span> {method}{' '}
            <bdi>{decode(path)}</bdi>
          </h2>
          <p class="acts">
            <Copy text={again} label={t('copy-curl')} />
            {operation !== null && (
              <button type="button" class="small" onClick={answerAlike}>
                {t('answer-alike', { operation })}
              </button>
            )}
            <span role="status">
              {isMade.value && <a href={hrefOf('time')}>{t('fault-made', { operation: operation ?? '' })}</a>}
            </span>
          </p>
        </div>
      </div>
      <div class="cards">
        <div class="column">
          <Card title={t('call-facts', { number: sequence })}>
            <Facts rows={facts} />
          </Card>
          <Body title={t('request')} body={request} />
        </div>
        <Body title={t('answer')} body={reply} />
      </div>
    </section>
  );
}

function Body({ title, body }: { title: string; body: ControlSchema<'JournalBody'> }) {
  return (
    <Card title={title}>
      {body.body === null ? (
        <p class="quiet">{body.unreadable ?? t('no-body')}</p>
      ) : (
        <>
          <Json value={body.body} label={title} />
          <p class="quiet">
            {t('bytes', { count: body.bytes })}
            {body.cut ? ` · ${t('cut')}` : ''}
          </p>
        </>
      )}
    </Card>
  );
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
