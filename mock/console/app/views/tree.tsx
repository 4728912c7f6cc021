import { computed, signal } from '@preact/signals';
import { toSpan } from '../formats.ts';
import { t } from '../language.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon, type Sign } from '../parts/icon.tsx';
import { VirtualList } from '../parts/virtual-list.tsx';
import { hrefOf, route } from '../route.ts';
import { changedAt, connection, events, FLASH, type Line, lines } from '../store.ts';

/** Of a row, in pixels. */
const HEIGHT = 60;

type Row =
  | { readonly kind: 'line'; readonly line: Line; readonly isInside: boolean; readonly isOver: boolean }
  | { readonly kind: 'title'; readonly word: 'communities' | 'other-groups' | 'ended' };

const search = signal('');
const withEnded = signal(false);

/** Groups that have ended, as far as what happened is remembered. */
const ended = computed<Line[]>(() => {
  const gone = events.value.filter(
    ({ kind, group_jid: jid }) => kind === 'ended' && jid !== null && !lines.value.has(jid),
  );
  return gone.map(({ group_jid: jid, group_name: name }) => ({
    jid: jid ?? '',
    name: name ?? '',
    kind: 'group' as const,
    parent_jid: null,
    members: 0,
    announcement: false,
    locked: false,
    join_approval: false,
    ephemeral_seconds: 0,
    join_requests: 0,
    role: null,
  }));
});

const rows = computed<Row[]>(() => {
  const wanted = search.value.trim().toLowerCase();
  const all = [...lines.value.values()];
  const isFound = (line: Line) =>
    wanted === '' || line.name.toLowerCase().includes(wanted) || line.jid.includes(wanted);
  const inside = new Map<string, Line[]>();
  for (const line of all) {
    if (line.parent_jid === null) continue;
    const known = inside.get(line.parent_jid);
    if (known === undefined) inside.set(line.parent_jid, [line]);
    else known.push(line);
  }
  const toRow = (line: Line, isInside = false, isOver = false): Row => ({
    kind: 'line',
    line,
    isInside,
    isOver,
  });
  const communities = all
    .filter(({ kind }) => kind === 'community')
    .flatMap((line) => {
      const own = (inside.get(line.jid) ?? []).filter((one) => isFound(one) || isFound(line));
      return isFound(line) || own.length > 0 ? [toRow(line), ...own.map((one) => toRow(one, true))] : [];
    });
  const plain = all.filter((line) => line.kind === 'group' && line.parent_jid === null && isFound(line));
  const over = withEnded.value ? ended.value.filter(isFound) : [];
  const under = (word: 'communities' | 'other-groups' | 'ended', some: Row[]): Row[] =>
    some.length === 0 ? [] : [{ kind: 'title', word }, ...some];
  return [
    ...under('communities', communities),
    ...under(
      'other-groups',
      plain.map((line) => toRow(line)),
    ),
    ...under(
      'ended',
      over.map((line) => toRow(line, false, true)),
    ),
  ];
});

/** All groups of the world: communities with what belongs to them, then the others. */
export function Tree() {
  const count = lines.value.size;
  return (
    <section class="tree" aria-label={t('groups')}>
      <div class="tree-head">
        <input
          type="search"
          placeholder={t('search-groups')}
          aria-label={t('search-groups')}
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
        <div class="tree-line">
          <span class="quiet">{t('group-count', { count })}</span>
          <label class="switch">
            <input
              type="checkbox"
              checked={withEnded.value}
              onChange={(event) => {
                withEnded.value = event.currentTarget.checked;
              }}
            />
            {t('show-ended')}
          </label>
        </div>
      </div>
      {rows.value.length === 0 && connection.value !== 'connecting' ? (
        <Empty isSearch={search.value !== ''} />
      ) : (
        <VirtualList
          items={rows.value}
          height={HEIGHT}
          label={t('groups')}
          keyOf={(row) => (row.kind === 'title' ? row.word : row.line.jid)}
          isTitle={(row) => row.kind === 'title'}
        >
          {(row, tabIndex) =>
            row.kind === 'title' ? (
              <p class="tree-title">{t(row.word)}</p>
            ) : (
              <TreeRow {...row} tabIndex={tabIndex} />
            )
          }
        </VirtualList>
      )}
    </section>
  );
}

function Empty({ isSearch }: { isSearch: boolean }) {
  return (
    <div class="empty">
      <p>{t(isSearch ? 'nothing-found' : 'no-groups')}</p>
      {!isSearch && <p class="quiet">{t('no-groups-says')}</p>}
    </div>
  );
}

function TreeRow({
  line,
  isInside,
  isOver,
  tabIndex,
}: Extract<Row, { kind: 'line' }> & { tabIndex: 0 | -1 }) {
  const { jid, name, kind, members } = line;
  const since = Date.now() - (changedAt.value.get(jid) ?? 0);
  const isOpen = route.value.view === 'groups' && route.value.what === jid;
  const classes = ['row', isInside && 'inside', isOver && 'over', since < FLASH && 'flash']
    .filter(Boolean)
    .join(' ');
  return (
    <a
      class={classes}
      href={hrefOf('groups', jid)}
      tabIndex={tabIndex}
      aria-current={isOpen ? 'true' : undefined}
    >
      <Avatar id={jid} name={name} kind={kind} />
      <span class="row-text">
        <span class="row-name">
          <bdi>{name}</bdi>
        </span>
        <span class="row-more quiet">
          {isOver
            ? t('ended')
            : kind === 'announcement'
              ? t('announcement-group')
              : t('members', { count: members })}
        </span>
      </span>
      <Flags line={line} />
    </a>
  );
}

/** How a group is set, as small signs with their meaning. */
export function Flags({ line }: { line: Line }) {
  const flags: [boolean, Sign, string][] = [
    [line.announcement && line.kind === 'group', 'announcement', t('announcement')],
    [line.locked, 'locked', t('locked')],
    [line.join_approval, 'approval', t('approval')],
    [line.ephemeral_seconds > 0, 'timer', t('timer', { span: toSpan(line.ephemeral_seconds * 1000) })],
  ];
  return (
    <span class="flags">
      {flags.map(([isOn, sign, says]) => (isOn ? <Icon key={sign} sign={sign} says={says} /> : null))}
      {line.join_requests > 0 && (
        <span class="count" title={t('requests', { count: line.join_requests })}>
          <span class="unseen">{t('requests', { count: line.join_requests })}</span>
          <span aria-hidden="true">{line.join_requests}</span>
        </span>
      )}
    </span>
  );
}
