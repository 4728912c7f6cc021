import { signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ControlSchema } from '../../../../spec/index.ts';
import { read } from '../api.ts';
import { toPhone, toSpan, worldNow } from '../formats.ts';
import { t } from '../language.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Card } from '../parts/card.tsx';
import { Hint } from '../parts/hint.tsx';
import { Icon } from '../parts/icon.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { hrefOf, route, worldName } from '../route.ts';
import { due, events, type Line, lines, revision } from '../store.ts';
import { GENERAL, type Offer, offersIn, offersTo } from './acts.ts';
import { History } from './history.tsx';
import { Offers } from './offers.tsx';
import { People } from './people.tsx';
import { Traits } from './traits.tsx';

type Person = ControlSchema<'Person'>;

/** How much later something is done, in seconds. */
const LATER = [0, 60, 3600, 86400, 259200];

const later = signal(0);

/** Everybody, and the phone of who was chosen. */
export function Phone() {
  const { what, more } = route.value;
  return (
    <main class={`split ${what === '' ? 'at-list' : 'at-one'}`}>
      <People />
      {what === '' ? (
        <Hint says={t('choose-person')} />
      ) : (
        <OnePhone key={`${worldName.value}/${what}`} phone={what} jid={more} />
      )}
    </main>
  );
}

function OnePhone({ phone, jid }: { phone: string; jid: string }) {
  const person = useSignal<Person | undefined>(undefined);
  const chats = useSignal<readonly Line[]>([]);
  useSignalEffect(() => {
    revision.value;
    const at = `/worlds/${worldName.value}`;
    read('getPerson', `${at}/people/${phone}`).then(
      (answer) => {
        person.value = answer.person;
      },
      () => {},
    );
    read('listGroupLines', `${at}/group-lines?phone=${phone}`).then(
      (answer) => {
        chats.value = answer.groups;
      },
      () => {},
    );
  });
  const invites = due.value.filter((one) => one.kind === 'private-invite' && one.phone === phone);
  const name = person.value?.name || toPhone(phone);
  return (
    <section class="pane" aria-label={name}>
      <div class="pane-head">
        <a class="back" href={hrefOf('phone')} aria-label={t('back')}>
          <Icon sign="back" />
        </a>
        <Avatar id={phone} name={person.value?.name || phone.slice(-2)} kind="person" />
        <div class="pane-name">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p class="quiet">
            {person.value?.name && `${toPhone(phone)} · `}
            <code>{person.value?.lid}</code>
          </p>
        </div>
      </div>
      <div class="phone-columns">
        <div class="handset chats">
          <h3>{t('chats')}</h3>
          <ul class="plain">
            <li>
              <a class="row" href={hrefOf('phone', phone)} aria-current={jid === '' ? 'true' : undefined}>
                <span class="avatar person plus" aria-hidden="true">
                  +
                </span>
                <span class="row-text">
                  <span class="row-name">{t('something-new')}</span>
                  <span class="row-more quiet">{t('something-new-says')}</span>
                </span>
              </a>
            </li>
            {invites.map((invite) => (
              <li key={invite.code} class="invite">
                <p>
                  {t('invite-says', {
                    by: toPhone(invite.inviter ?? ''),
                    name: lines.value.get(invite.group_jid ?? '')?.name ?? '',
                  })}{' '}
                  <span class="quiet">
                    {t('time-left', { span: toSpan(Date.parse(invite.at) - worldNow()) })}
                  </span>
                </p>
                <Offers phone={phone} offers={[toAccept(invite)]} />
              </li>
            ))}
          </ul>
          <VirtualList items={chats.value} height={58} label={t('chats')} keyOf={(line) => line.jid}>
            {(line, tabIndex) => (
              <a
                class="row"
                href={hrefOf('phone', phone, line.jid)}
                tabIndex={tabIndex}
                aria-current={jid === line.jid ? 'true' : undefined}
              >
                <Avatar id={line.jid} name={line.name} kind={line.kind} />
                <span class="row-text">
                  <span class="row-name">
                    <bdi>{line.name}</bdi>
                  </span>
                  <span class="row-more quiet">
                    {line.kind === 'announcement'
                      ? t('announcement-group')
                      : t('members', { count: line.members })}
                  </span>
                </span>
                {line.role !== null && line.role !== 'member' && (
                  <span class={`badge ${line.role}`}>{t(line.role)}</span>
                )}
              </a>
            )}
          </VirtualList>
        </div>
        <Doings key={jid} phone={phone} jid={jid} />
        {person.value !== undefined && <Traits person={person.value} />}
      </div>
    </section>
  );
}

function toAccept({ code, group_jid: group, inviter }: ControlSchema<'Due'>): Offer {
  return {
    word: 'do.accept',
    act: () => ({ do: 'accept-invite', code: code ?? '', group: group ?? '', inviter: inviter ?? '' }),
  };
}

function Doings({ phone, jid }: { phone: string; jid: string }) {
  const group = useSignal<ControlSchema<'WholeGroup'> | undefined>(undefined);
  const other = useSignal('');
  useSignalEffect(() => {
    revision.value;
    if (jid === '') return;
    const path = `/worlds/${worldName.value}/groups?group=${encodeURIComponent(jid)}`;
    read('listAllGroups', path).then(
      (answer) => {
        group.value = answer.groups[0];
      },
      () => {},
    );
  });
  const line = lines.value.get(jid);
  const asking = group.value?.join_requests ?? [];
  const others = [
    ...asking,
    ...(group.value?.members ?? []).map((one) => one.phone).filter((one) => one !== phone),
  ];
  const chosen = others.includes(other.value) ? other.value : others[0];
  const isMember = group.value?.members.some((one) => one.phone === phone) === true;
  const topic = (group.value as { topic?: string } | undefined)?.topic ?? '';
  return (
    <div class="column">
      <Card title={jid === '' ? t('can-do') : t('can-do-in', { name: line?.name ?? t('ended') })}>
        <label class="pick">
          {t('when')}
          <select
            value={String(later.value)}
            onChange={(event) => {
              later.value = Number(event.currentTarget.value);
            }}
          >
            {LATER.map((seconds) => (
              <option key={seconds} value={String(seconds)}>
                {seconds === 0 ? t('now') : t('in-span', { span: toSpan(seconds * 1000) })}
              </option>
            ))}
          </select>
        </label>
        <Offers
          phone={phone}
          offers={jid === '' ? GENERAL : offersIn(jid, line, topic, isMember)}
          later={later.value}
        />
      </Card>
      {jid !== '' && chosen !== undefined && (
        <Card title={t('with-others')}>
          <select
            aria-label={t('with-others')}
            value={chosen}
            onChange={(event) => {
              other.value = event.currentTarget.value;
            }}
          >
            {others.slice(0, 1000).map((one) => (
              <option key={one} value={one}>
                {toPhone(one)} {asking.includes(one) ? `(${t('asked')})` : ''}
              </option>
            ))}
          </select>
          <Offers phone={phone} offers={offersTo(jid, chosen, asking.includes(chosen))} later={later.value} />
        </Card>
      )}
      {jid !== '' && (
        <Card title={t('history-title')}>
          <History events={events.value.filter((event) => event.group_jid === jid)} />
        </Card>
      )}
    </div>
  );
}
