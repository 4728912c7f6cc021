import { useSignal, useSignalEffect } from '@preact/signals';
import { Refused, read } from '../api.ts';
import { t } from '../language.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Card } from '../parts/card.tsx';
import { Copy } from '../parts/copy.tsx';
import { Hint } from '../parts/hint.tsx';
import { Icon } from '../parts/icon.tsx';
import { hrefOf, route, worldName } from '../route.ts';
import { events, lines, revision } from '../store.ts';
import { Members, Requests, Settings, WaysIn, type Whole } from './group-parts.tsx';
import { History } from './history.tsx';
import { Tree } from './tree.tsx';

/** The tree, and the group that was chosen in it. */
export function Groups() {
  const { what } = route.value;
  return (
    <main class={`split ${what === '' ? 'at-list' : 'at-one'}`}>
      <Tree />
      {what === '' ? (
        <Hint says={t('choose-group')} />
      ) : (
        <Group key={`${worldName.value}/${what}`} jid={what} />
      )}
    </main>
  );
}

function Group({ jid }: { jid: string }) {
  const group = useSignal<Whole | 'ended' | undefined>(undefined);
  useSignalEffect(() => {
    revision.value;
    const path = `/worlds/${worldName.value}/groups?group=${encodeURIComponent(jid)}`;
    read('listAllGroups', path).then(
      ({ groups }) => {
        group.value = groups[0];
      },
      (error: unknown) => {
        if (error instanceof Refused && error.status === 404) group.value = 'ended';
      },
    );
  });
  const one = group.value;
  const happened = events.value.filter((event) => event.group_jid === jid);
  const name = one === undefined || one === 'ended' ? (happened.at(-1)?.group_name ?? jid) : one.name;
  return (
    <section class="pane group" tabIndex={-1} aria-label={name}>
      <div class="pane-head">
        <a class="back" href={hrefOf('groups')} aria-label={t('back')}>
          <Icon sign="back" />
        </a>
        <Avatar id={jid} name={name} kind={lines.value.get(jid)?.kind ?? 'group'} />
        <div class="pane-name">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <p class="quiet">
            {one !== undefined && one !== 'ended' && <Place one={one} />} <code>{jid}</code>{' '}
            <Copy text={jid} />
          </p>
        </div>
      </div>
      {one === 'ended' && <p class="notice">{t('group-ended')}</p>}
      {one !== undefined && one !== 'ended' && one.join_requests.length > 0 && <Requests one={one} />}
      <div class="cards">
        <div class="column">
          {one !== undefined && one !== 'ended' && <Members one={one} />}
          <Card title={t('history-title')}>
            <History events={happened} />
          </Card>
        </div>
        {one !== undefined && one !== 'ended' && (
          <div class="column">
            <Settings one={one} />
            <WaysIn one={one} />
          </div>
        )}
      </div>
    </section>
  );
}

function Place({ one }: { one: Whole }) {
  const parent = one.parent_jid ?? null;
  const kind = one.is_community ? 'community' : one.is_announcement_group ? 'announcement-group' : 'group';
  return (
    <>
      {t(kind)}{' '}
      {parent !== null && (
        <a href={hrefOf('groups', parent)}>
          {t('in-community', { name: lines.value.get(parent)?.name ?? parent })}
        </a>
      )}
    </>
  );
}
