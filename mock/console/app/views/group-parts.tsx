import type { ComponentChildren } from 'preact';
import type { ControlSchema } from '../../../../spec/index.ts';
import { tell } from '../api.ts';
import { toPhone, toSpan, toTime, worldNow } from '../formats.ts';
import { t } from '../language.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Card } from '../parts/card.tsx';
import { Copy } from '../parts/copy.tsx';
import { Facts } from '../parts/facts.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { hrefOf, worldName } from '../route.ts';
import { due } from '../store.ts';

/** A group with all that is known of it. */
export type Whole = ControlSchema<'WholeGroup'> & Partial<Shown>;

/** What the control plane tells of a group beyond its document, as the API does. */
interface Shown {
  topic: string;
  owner: string;
  created_at: string;
  is_announce: boolean;
  is_locked: boolean;
  join_approval: boolean;
  is_community: boolean;
  parent_jid: string | null;
  is_announcement_group: boolean;
  member_add_mode: 'admin' | 'all';
  ephemeral_seconds: number;
}

/** Who waits to be let in, with the admin who decides. */
export function Requests({ one }: { one: Whole }) {
  const admin = one.members.find(({ role }) => role !== 'member')?.phone;
  const decide = (what: 'approve' | 'reject', participant: string) =>
    tell('actAsPerson', 'POST', `/worlds/${worldName.value}/people/${admin}/act`, {
      do: what,
      group: one.jid,
      participant,
    });
  return (
    <Card title={t('requests-title')} kind="wanted">
      <ul class="plain">
        {one.join_requests.map((phone) => (
          <li key={phone} class="someone">
            <Avatar id={phone} name={phone.slice(-2)} kind="person" />
            <a class="grow" href={hrefOf('phone', phone)}>
              {toPhone(phone)}
            </a>
            {admin !== undefined && (
              <span class="acts">
                <button type="button" class="main" onClick={() => decide('approve', phone)}>
                  {t('approve')}
                </button>
                <button type="button" onClick={() => decide('reject', phone)}>
                  {t('reject')}
                </button>
                <span class="quiet">
                  {t('as')} {toPhone(admin)}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Of a row, in pixels. */
const HEIGHT = 52;

/** All members; each leads to their phone. */
export function Members({ one }: { one: Whole }) {
  return (
    <Card title={`${t('members-title')} (${one.members.length})`} kind="members">
      <VirtualList
        items={one.members}
        height={HEIGHT}
        label={t('members-title')}
        keyOf={({ phone }) => phone}
      >
        {({ phone, lid, name, role }, tabIndex) => (
          <a class="row" href={hrefOf('phone', phone, one.jid)} tabIndex={tabIndex} title={t('open-phone')}>
            <Avatar id={phone} name={name || phone.slice(-2)} kind="person" />
            <span class="row-text">
              <span class="row-name">
                <bdi>{name || toPhone(phone)}</bdi>
              </span>
              <span class="row-more quiet">
                {name === '' ? '' : `${toPhone(phone)} · `} <span class="lid">{lid}</span>
              </span>
            </span>
            {role !== 'member' && <span class={`badge ${role}`}>{t(role)}</span>}
          </a>
        )}
      </VirtualList>
    </Card>
  );
}

/** How it is set. */
export function Settings({ one }: { one: Whole }) {
  const rows: [string, ComponentChildren][] = [
    [t('topic'), one.topic === '' ? <span class="quiet">–</span> : <bdi class="topic">{one.topic}</bdi>],
    [t('announcement'), t(one.is_announce ? 'yes' : 'no')],
    [t('locked'), t(one.is_locked ? 'yes' : 'no')],
    [t('approval'), t(one.join_approval ? 'yes' : 'no')],
    [t('add-mode'), t(one.member_add_mode === 'admin' ? 'add-mode-admin' : 'add-mode-all')],
    [t('timer', { span: '' }), one.ephemeral_seconds ? toSpan(one.ephemeral_seconds * 1000) : t('off')],
    [t('addressing'), t(one.addressing_mode === 'lid' ? 'addressing-lid' : 'addressing-pn')],
    [t('created-at'), one.created_at === undefined ? '' : toTime(one.created_at, true)],
  ];
  return (
    <Card title={t('settings-title')}>
      <Facts rows={rows} />
    </Card>
  );
}

/** Its invite link, private invites and the links that are dead. */
export function WaysIn({ one }: { one: Whole }) {
  const invites = due.value.filter(
    ({ kind, group_jid: jid }) => kind === 'private-invite' && jid === one.jid,
  );
  return (
    <Card title={t('invites-title')}>
      <h4>{t('invite-link')}</h4>
      <p class="link">
        <code>{one.invite_link}</code> <Copy text={one.invite_link} />
      </p>
      {invites.length > 0 && (
        <>
          <h4>{t('private-invites')}</h4>
          <ul class="plain">
            {invites.map(({ code, phone, inviter, at }) => (
              <li key={code}>
                <a href={hrefOf('phone', phone)}>{toPhone(phone)}</a>{' '}
                <span class="quiet">
                  {t('invited-by', { by: toPhone(inviter ?? '') })} ·{' '}
                  {t('time-left', { span: toSpan(Date.parse(at) - worldNow()) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {one.dead_links.length > 0 && (
        <details>
          <summary>
            {t('dead-links')} ({one.dead_links.length})
          </summary>
          <ul class="plain dead">
            {one.dead_links.map((link) => (
              <li key={link}>
                <code>{link}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
